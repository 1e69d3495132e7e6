/* A program from outside the tree: one call of every module, every digit.  stranger.py prints the same. */
#include <smartkpi.h>
#include <stdio.h>
#include <stdlib.h>

static void need(skpi_status status)
{
    if (status == SKPI_OK) return;
    fprintf(stderr, "%s: %s\n", skpi_status_name(status), skpi_last_error());
    exit(1);
}

static void print(const char *what, size_t n, const double *value)
{
    printf("%s", what);
    for (size_t i = 0; i < n; i++) printf(" %.17g", value[i]);
    printf("\n");
}

int main(void)
{
    printf("base version %s\n", skpi_version());
    skpi_basis a = {.size = sizeof a, .vintage = 2024}, b = {.size = sizeof b, .currency = 156},
               both = {.size = sizeof both};
    char text[512];
    need(skpi_basis_join(&a, &b, &both));
    need(skpi_basis_text(&both, text, sizeof text));
    printf("base basis %s\n", text);
    double nothing;
    const double date[] = {2015, 2017}, share[] = {0.555, 41.5};
    skpi_status failed = skpi_urban_urgd(1, date, share, date + 1, share + 1, &nothing, NULL);
    printf("base error %s %s\n", skpi_status_name(failed), skpi_last_error());

    double filled;
    need(skpi_series_interpolate(1, 2, (double[]){2010, 2020}, (double[]){0.4, 0.6}, date, SKPI_SERIES_SCALE_LOGIT,
                                 &filled, NULL));
    print("series interpolate", 1, &filled);

    double urgd, projected[3];
    const double now = 0.5796;
    need(skpi_urban_urgd(1, date, share, date + 1, &now, &urgd, NULL));
    print("urban urgd", 1, &urgd);
    skpi_urban_project_out out = {.size = sizeof out, .share = projected};
    const skpi_urban_project_in last = {.size = sizeof last,
                                        .n = 1,
                                        .last_year = (int32_t[]){2017},
                                        .share = &now,
                                        .urgd = &urgd,
                                        .size_class = (int32_t[]){SKPI_URBAN_SIZE_LARGE}};
    need(skpi_urban_project(&last, 2030, 3, NULL, &out, NULL));
    print("urban project", 3, projected);

    const double t0 = 2024, e0 = 12.0, peak = 2028, most = 12.5, zero = 2060, budget = 260;
    double power, emission[3], cumulative[3], warming, quantile[2];
    skpi_carbon_path path = {.size = sizeof path,
                             .n = 1,
                             .shape = SKPI_CARBON_SHAPE_PEAK,
                             .convention = SKPI_CARBON_CONVENTION_INTEGRAL,
                             .t0 = &t0,
                             .e0 = &e0,
                             .t_peak = &peak,
                             .e_peak = &most,
                             .t_net_zero = &zero};
    need(skpi_carbon_path_solve(&path, SKPI_CARBON_TARGET_BUDGET, &budget, &power, NULL));
    path.power = &power;
    need(skpi_carbon_path_value(&path, 2040, 3, emission, cumulative, NULL));
    need(skpi_carbon_warming(1, 2, &budget, (double[]){0.17, 0.83}, &warming, quantile));
    print("carbon power", 1, &power);
    print("carbon emission", 3, emission);
    print("carbon cumulative", 3, cumulative);
    print("carbon warming", 1, &warming);
    print("carbon quantile", 2, quantile);

    const int32_t year[] = {2022, 2023};
    skpi_table digital = {.size = sizeof digital, .n = 1, .m = 2, .year = year, .value = (double[]){10.5, 11.25}};
    skpi_table gdp = {.size = sizeof gdp, .n = 1, .m = 2, .year = year, .value = (double[]){120.25, 126.75}};
    double quotient[2];
    need(skpi_digital_share(&digital, &gdp, quotient, NULL, NULL));
    print("digital share", 2, quotient);
    skpi_economy_iotable_source source = {.size = sizeof source,
                                          .n_sectors = 2,
                                          .flow = (double[]){10, 30, 20, 15},
                                          .output = (double[]){100, 90},
                                          .value_added = (double[]){70, 45},
                                          .final_demand = (double[]){60, 55}};
    skpi_economy_iotable *table;
    double output[2], exact, share_exact;
    need(skpi_economy_iotable_new(&source, &table));
    need(skpi_economy_iotable_leontief(table, 1, (double[]){6, 0}, output));
    skpi_digital_adb_out adb = {.size = sizeof adb, .exact = &exact, .share_exact = &share_exact};
    need(skpi_digital_adb(table, (int32_t[]){1, 0}, NULL, &adb));
    skpi_economy_iotable_free(table);
    print("economy output", 2, output);
    print("digital exact", 1, &exact);
    print("digital share_exact", 1, &share_exact);

    int32_t rank[3], place[3];
    need(skpi_index_rank(3, 1, (double[]){71.5, 80.25, 71.5}, 0, rank));
    print("index rank", 3, (double[]){rank[0], rank[1], rank[2]});
    const skpi_award_scores jury = {.size = sizeof jury,
                                    .n_scores = 6,
                                    .n_entries = 3,
                                    .n_judges = 2,
                                    .entry = (int32_t[]){0, 1, 2, 0, 1, 2},
                                    .judge = (int32_t[]){0, 0, 0, 1, 1, 1},
                                    .score = (double[]){7, 9, 5, 6, 8, 7}};
    skpi_award_order_out order = {.size = sizeof order, .place = place};
    need(skpi_award_order(&jury, SKPI_AWARD_RULE_BORDA, &order));
    print("award place", 3, (double[]){place[0], place[1], place[2]});
    double distance[4], concentration;
    need(skpi_peers_distance(2, 2, (double[]){1, 4, 3, 2.5}, NULL, distance));
    print("peers distance", 4, distance);
    need(skpi_catalogue_concentration(1, (double[]){0.021}, SKPI_CATALOGUE_GAS_NO2, &concentration, NULL));
    print("catalogue concentration", 1, &concentration);
    skpi_catalogue_entry_out entry = {.size = sizeof entry};
    need(skpi_catalogue_entry(SKPI_CATALOGUE_LIST_GBT2018, 7, &entry));
    printf("catalogue entry %s %s\n", entry.code, entry.chinese);
    print("catalogue weight", 1, &entry.weight);

    double normal[3];
    need(skpi_ensemble_draw(3, 42, 0, 7, 2030, 0, 255, normal));
    print("ensemble draw", 3, normal);
    return 0;
}
