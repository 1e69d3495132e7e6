/* Results whose parts leave the range of a double, or cancel: inputs that tests/truth found, made plain. */
#include "unit/unit.h"

START_TEST(range_urban)
{
    const double share = 0x1p-700, total = 0x1p-400, population = 1e-200;
    const int32_t group = 0;
    double found, urban[28], city[27];
    ck_assert_int_eq(skpi_urban_aggregate(1, 1, 1, &share, &total, &group, &found), SKPI_OK);
    ck_assert(found == 0x1p-700);
    /* from the 25th year on a city grows as the country: through 1e-400, and back */
    for (int k = 0; k < 26; k++) urban[k] = 1;
    urban[26] = 1e-200;
    urban[27] = 1e-10;
    const double growth = 0;
    ck_assert(skpi_urban_cities_project(1, 27, &population, &growth, urban, city, NULL) >= 0);
    ck_assert(city[24] == 1e-200);
    ck_assert(city[25] == 0);
    ck_near(city[26] / 1e-210, 1, 1e-12);
}
END_TEST

START_TEST(range_carbon_budget)
{
    const double people[] = {1e-200, 1e200}, emission[] = {1e-200, 1e200};
    double allowance[2];
    ck_assert_int_eq(skpi_carbon_budget_share(2, people, NULL, 1e300, NULL, allowance), SKPI_OK);
    ck_near(allowance[0] / 1e-100, 1, 1e-15);
    const skpi_carbon_budget_share_options o = {.size = sizeof o, .rule = SKPI_CARBON_BUDGET_RULE_GRANDFATHER};
    ck_assert_int_eq(skpi_carbon_budget_share(2, NULL, emission, 1e300, &o, allowance), SKPI_OK);
    ck_near(allowance[0] / 1e-100, 1, 1e-15);
    const double e[] = {1e200, 1e-200}, u[] = {1e-250, 1e150};
    double part[2];
    skpi_carbon_inventory_uncertainty_out out = {.size = sizeof out, .share = part};
    ck_assert(skpi_carbon_inventory_uncertainty(2, 1, e, u, &out) >= 0);
    ck_near(part[0], 0.5, 1e-15);
    ck_near(part[1], 0.5, 1e-15);
}
END_TEST

/* Small results beside large terms that the formula does not need. */
START_TEST(range_carbon_small)
{
    const int32_t year[] = {2000, 2010};
    const double model[] = {3e5, 1.5}, history = 1;
    double path[2];
    const skpi_table table = {.size = sizeof table, .n = 1, .m = 2, .year = year, .value = model};
    const skpi_carbon_harmonise_options ratio = {.size = sizeof ratio, .method = SKPI_CARBON_HARMONISE_METHOD_RATIO};
    ck_assert_int_eq(skpi_carbon_harmonise(&table, &history, 2000, &ratio, path, NULL, NULL), SKPI_OK);
    ck_near(path[1], 5e-6, 2e-21);
    const double date[] = {2005, 2025, 2026}, one = 1, many = 1e12, cut = 0.5, growth = 0;
    const skpi_carbon_target_intensity_in in = {.size = sizeof in,
                                                .n = 1,
                                                .date0 = date,
                                                .emission0 = &one,
                                                .gdp0 = &one,
                                                .date1 = date + 1,
                                                .emission1 = &many,
                                                .gdp1 = &one,
                                                .target_date = date + 2,
                                                .cut = &cut,
                                                .growth = &growth};
    double next;
    skpi_carbon_target_intensity_out out = {.size = sizeof out, .next = &next};
    ck_assert_int_eq(skpi_carbon_target_intensity(&in, &out, NULL), SKPI_OK);
    ck_near(next, 0.5, 1e-13);
}
END_TEST

START_TEST(range_carbon_refused)
{
    const int32_t year[] = {2000, 2001}, due = 2030;
    const double value[] = {1e-290, 1e290}, target = 1;
    double compound;
    const skpi_table table = {.size = sizeof table, .n = 1, .m = 2, .year = year, .value = value};
    skpi_carbon_progress_out out = {.size = sizeof out, .achieved_compound = &compound};
    ck_fails(skpi_carbon_progress(&table, &due, &target, NULL, NULL, &out, NULL), SKPI_EOVERFLOW,
             "out->achieved_compound");
}
END_TEST

/* A power of two as the unit changes no digit, down to the smallest numbers. */
START_TEST(range_carbon_paths)
{
    const int32_t year[] = {2000, 2010, 2013, 2020};
    double value[] = {3, 1, 4, -2}, whole, tiny;
    const skpi_table table = {.size = sizeof table, .n = 1, .m = 4, .year = year, .value = value};
    ck_assert_int_eq(
        skpi_carbon_path_milestones(&table, SKPI_CARBON_CONVENTION_INTEGRAL, NULL, 2020, 1, NULL, &whole, NULL),
        SKPI_OK);
    for (int i = 0; i < 4; i++) value[i] *= 0x1p-900;
    ck_assert_int_eq(
        skpi_carbon_path_milestones(&table, SKPI_CARBON_CONVENTION_INTEGRAL, NULL, 2020, 1, NULL, &tiny, NULL),
        SKPI_OK);
    ck_assert(tiny == whole * 0x1p-900);
    /* a path that begins at its peak has the peak at its beginning */
    const double t0 = 2020, e0 = 10, t_peak = 2025, t_net_zero = 2060, power = 2;
    double date;
    skpi_carbon_path p = {.size = sizeof p,
                          .n = 1,
                          .shape = SKPI_CARBON_SHAPE_PEAK,
                          .convention = SKPI_CARBON_CONVENTION_INTEGRAL,
                          .t0 = &t0,
                          .e0 = &e0,
                          .t_peak = &t_peak,
                          .e_peak = &e0,
                          .t_net_zero = &t_net_zero,
                          .power = &power};
    ck_assert_int_eq(skpi_carbon_path_peak(&p, &date, NULL, NULL), SKPI_OK);
    ck_assert(date == 2020);
    p.shape = SKPI_CARBON_SHAPE_HERMITE;
    p.power = NULL;
    ck_assert_int_eq(skpi_carbon_path_peak(&p, &date, NULL, NULL), SKPI_OK);
    ck_assert(date == 2020);
}
END_TEST

START_TEST(range_economy)
{
    /* mix: the sector grows by 3e-12, the nation by 1e-12 */
    const double city[] = {1, 1}, later[] = {1e-12, 1}, before[] = {1, 1e12}, after[] = {3e-12, 1};
    double mix[2];
    skpi_economy_shift_share_out shift = {.size = sizeof shift, .mix = mix};
    ck_assert_int_eq(skpi_economy_shift_share(1, 2, city, later, before, after, &shift, NULL), SKPI_OK);
    ck_near(mix[0], 2e-12, 1e-23);
    /* at the end of its life an asset has the services that its last days give */
    const double days = 0x1p-30, life = 10 + days, beta = 0.5;
    double efficiency[11];
    ck_assert_int_eq(
        skpi_economy_capital_efficiency(1, 11, &life, &beta, SKPI_ECONOMY_PROFILE_SURVIVAL, efficiency, NULL), SKPI_OK);
    const double left = 0.5 + 0.3989422804 * days / (life / 4);
    ck_near(efficiency[10] / (days / (5 + days) * left), 1, 1e-13);
    /* quotients of jobs that are equal parts, in a sector of any size */
    const double a[] = {0.1, 0.1, 0.1, 0.1}, nation[] = {1e-200, 1e200}, jobs[] = {1e-201, 1e199};
    double quotient[4];
    skpi_economy_location_quotient_out o = {.size = sizeof o, .quotient = quotient};
    ck_assert_int_eq(skpi_economy_location_quotient(2, a, jobs, nation, SKPI_ECONOMY_QUOTIENT_CILQ, 0, &o), SKPI_OK);
    for (int i = 0; i < 4; i++) ck_near(quotient[i], 1, 1e-14);
    const double flow = 5e299, output = 1e300, half = 5e299, primary = 1e-200;
    const skpi_economy_iotable_source source = {.size = sizeof source,
                                                .n_sectors = 1,
                                                .flow = &flow,
                                                .output = &output,
                                                .value_added = &half,
                                                .final_demand = &half};
    skpi_economy_iotable *table;
    double made;
    ck_assert_int_eq(skpi_economy_iotable_new(&source, &table), SKPI_OK);
    ck_assert_int_eq(skpi_economy_iotable_ghosh(table, 1, &primary, &made), SKPI_OK);
    ck_near(made / 2e-200, 1, 1e-15);
    skpi_economy_iotable_free(table);
}
END_TEST

START_TEST(range_economy_refused)
{
    const double value[] = {1, 1}, price[] = {1e200, 1e-200}, jobs = 1e-200, output = 1e200, flow = 1e199, rest = 9e199;
    double index[2];
    skpi_economy_chain_index_out out = {.size = sizeof out, .price = index};
    ck_fails(skpi_economy_chain_index(1, 1, 2, value, price, SKPI_ECONOMY_INDEX_FISHER, &out, NULL), SKPI_EOVERFLOW,
             "out->quantity");
    const skpi_economy_iotable_source source = {.size = sizeof source,
                                                .n_sectors = 1,
                                                .flow = &flow,
                                                .output = &output,
                                                .value_added = &rest,
                                                .final_demand = &rest,
                                                .jobs = &jobs};
    skpi_economy_iotable *table = NULL;
    ck_fails(skpi_economy_iotable_new(&source, &table), SKPI_EOVERFLOW, "source->jobs");
}
END_TEST

START_TEST(range_digital)
{
    const double make[] = {0x1p-800, 0x1p-801, 0x1p-801, 0x1p-800}, part[] = {0x1p-300, 0x1p-300}, added[] = {1, 1};
    double ratio[2];
    skpi_digital_satellite_out account = {.size = sizeof account, .ratio = ratio};
    ck_assert_int_eq(skpi_digital_satellite(2, 2, make, part, added, &account), SKPI_OK);
    ck_near(ratio[0] / 0x1p-300, 1, 1e-15);
    const int32_t year[] = {2000, 2001};
    const double older[] = {1e150, 1e150}, newer[] = {(double)NAN, 1e-165};
    const skpi_table table0 = {.size = sizeof table0, .n = 1, .m = 2, .year = year, .value = older};
    const skpi_table table1 = {.size = sizeof table1, .n = 1, .m = 2, .year = year, .value = newer};
    double value[2];
    skpi_digital_splice_out out = {.size = sizeof out, .value = value};
    ck_fails(skpi_digital_splice(&table0, &table1, NULL, &out, NULL), SKPI_EOVERFLOW, "out->factor");
}
END_TEST

START_TEST(range_series)
{
    const double date[] = {2000, 2003}, value[] = {0x1p60, 0}, at = 2003 - 0x1p-20;
    double found;
    ck_assert_int_eq(skpi_series_interpolate(1, 2, date, value, &at, SKPI_SERIES_SCALE_LINEAR, &found, NULL), SKPI_OK);
    ck_near(found / (0x1p40 / 3), 1, 1e-15);
    /* exp(-exp(-x)) is 0 for a double, and 1e200 times it is not */
    const double gompertz[] = {1e200, 0.1, 2000 + 66.2}, part = exp(-exp(6.62) / 2);
    ck_assert_int_eq(skpi_series_curve_value(1, 3, gompertz, SKPI_SERIES_MODEL_GOMPERTZ, 2000, 1, &found, NULL),
                     SKPI_OK);
    ck_near(found / (1e200 * part * part), 1, 1e-9);
}
END_TEST

START_TEST(range_award)
{
    const int32_t entry[] = {0, 0, 1, 1, 2, 2}, judge[] = {0, 1, 0, 1, 0, 1};
    double score[] = {1, 3, 2, 2, 5, 4}, sd[3], icc, tiny_icc, square, tiny_square;
    skpi_award_scores s = {
        .size = sizeof s, .n_scores = 6, .n_entries = 3, .n_judges = 2, .entry = entry, .judge = judge, .score = score};
    skpi_award_summary_out summary = {.size = sizeof summary, .sd = sd};
    skpi_award_agreement_out agreement = {.size = sizeof agreement, .icc_two_way = &icc, .entry_square = &square};
    ck_assert_int_eq(skpi_award_agreement(&s, &agreement), SKPI_OK);
    for (int i = 0; i < 6; i++) score[i] *= 0x1p-540; /* squares are below the range of a double */
    ck_assert_int_eq(skpi_award_summary(&s, 0, &summary), SKPI_OK);
    ck_near(sd[0] / 0x1p-540, sqrt(2), 1e-15);
    agreement.icc_two_way = &tiny_icc;
    agreement.entry_square = &tiny_square;
    ck_assert_int_eq(skpi_award_agreement(&s, &agreement), SKPI_OK);
    ck_assert(tiny_icc == icc);
    ck_assert(tiny_square == square * 0x1p-540 * 0x1p-540);
}
END_TEST

UNIT_MAIN("range",
          UNIT_CASE("urban and carbon", range_urban, range_carbon_budget, range_carbon_small, range_carbon_refused,
                    range_carbon_paths),
          UNIT_CASE("economy and digital", range_economy, range_economy_refused, range_digital),
          UNIT_CASE("series and awards", range_series, range_award))
