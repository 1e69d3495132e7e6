/* Targets, convergence, budgets of the past, GWP*.
 *
 * Known answers were made with 50-digit arithmetic (intensity, GWP*) and with the formulas' own authors' tables; the
 * figures are illustrative.  The remaining budgets: IPCC AR6 WG1, table SPM.2.
 */
#include "unit/unit.h"

START_TEST(contraction)
{
    const double base[] = {100, 100, 80}, years[] = {0, 10, 30};
    double out[3];
    int32_t status[3];
    ck_assert_int_eq(skpi_carbon_target_contraction(3, base, .042, years, out, status), SKPI_WHORIZON);
    ck_near(out[0], 100, 0);
    ck_near(out[1], 58, 1e-14);
    ck_near(out[2], 80 * (1 - 1.26), 1e-14);
    ck_assert(status[1] == SKPI_OK && status[2] == SKPI_WHORIZON);
    ck_fails(skpi_carbon_target_contraction(3, base, 4.2, years, out, NULL), SKPI_ERANGE, "rate");
    /* no emission is left when rate times years is 1, but for rounding; nor is there any of a base of 0 */
    const double some[] = {0, 7, 7}, until[] = {20, 10 * (1 + 4e-16), 10 * (1 + 1e-12)};
    ck_assert_int_eq(skpi_carbon_target_contraction(2, some, .1, until, out, NULL), SKPI_OK);
    ck_assert(out[0] == 0 && !signbit(out[0]) && out[1] == 0);
    ck_assert_int_eq(skpi_carbon_target_contraction(3, some, .1, until, out, status), SKPI_WHORIZON);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_OK && status[2] == SKPI_WHORIZON && out[2] < 0);
}
END_TEST

START_TEST(intensity)
{
    double base_date[] = {2005, 2005, 2010}, base_f[] = {5880, 120, 50}, base_g[] = {2280, 40, 10};
    double date[] = {2023, 2022, 2025}, f[] = {11900, 130, 55}, g[] = {11500, 95, 16}, end[] = {2030, 2030, 2025};
    double cut[] = {.65, .5, .4}, growth[] = {.045, .05, .03};
    double target[3], done[3], achieved[3], required[3], allowed[3], flat[3], next[3];
    int32_t verdict[3];
    skpi_carbon_target_intensity_in in = {.size = sizeof in,
                                          .n = 3,
                                          .date0 = base_date,
                                          .emission0 = base_f,
                                          .gdp0 = base_g,
                                          .date1 = date,
                                          .emission1 = f,
                                          .gdp1 = g,
                                          .target_date = end,
                                          .cut = cut,
                                          .growth = growth};
    skpi_carbon_target_intensity_out out = {sizeof out, 0,       target, done, achieved,
                                            required,   allowed, flat,   next, verdict};
    ck_assert_int_eq(skpi_carbon_target_intensity(&in, &out, NULL), SKPI_OK);
    ck_near(target[0], 0.90263157894736836, 2e-16);
    ck_near(done[0], 0.59875776397515528, 2e-16);
    ck_near(achieved[0], 0.049467357539072265, 1e-16);
    ck_near(required[0], 0.019329621486265234, 1e-16);
    ck_near(allowed[0], 14126.103921767819, 1e-11);
    ck_near(flat[0], 0.019710620316237596, 1e-16);
    ck_near(next[0], 12195.126492007549, 1e-11);
    ck_near(required[1], -0.011542044914147532, 1e-16);
    ck_assert(verdict[0] == SKPI_CARBON_VERDICT_OPEN && verdict[1] == SKPI_CARBON_VERDICT_ALREADY_MET &&
              verdict[2] == SKPI_CARBON_VERDICT_MISSED);
    ck_near(achieved[2], 0.024670155648103863, 1e-16);
    ck_assert(isnan(required[2]) && isnan(allowed[2]) && isnan(flat[2]) && isnan(next[2]));
    in.growth = NULL, date[0] = 2005;
    in.n = 1;
    ck_assert_int_eq(skpi_carbon_target_intensity(&in, &out, NULL), SKPI_OK);
    ck_assert(isnan(achieved[0]) && isnan(allowed[0]) && !isnan(required[0]));
    cut[0] = 1;
    ck_fails_at(skpi_carbon_target_intensity(&in, &out, NULL), SKPI_EDOM, "in->cut", 0);
    /* a product of which a part is below the range of a double, although the emission is not */
    const double near_f0 = 0x1.4f6272a1df139p-1017, near_g0 = 0x1.ebc7095ed03d6p-936, near_f1 = 0x1.50c2bec84b52ep-1007,
                 near_g1 = 0x1.9ba434d5a4d1ep-952, near_cut = 0x1.8eee8100fce27p-3, near_growth = 0x1.855d45d16f3bbp-3,
                 near_dates[] = {0x1.f4f63d417449ep+10, 0x1.f7274be3c0beap+10, 0x1.013426b3d9b16p+11};
    double small;
    const skpi_carbon_target_intensity_in near = {.size = sizeof near,
                                                  .n = 1,
                                                  .date0 = near_dates,
                                                  .emission0 = &near_f0,
                                                  .gdp0 = &near_g0,
                                                  .date1 = near_dates + 1,
                                                  .emission1 = &near_f1,
                                                  .gdp1 = &near_g1,
                                                  .target_date = near_dates + 2,
                                                  .cut = &near_cut,
                                                  .growth = &near_growth};
    skpi_carbon_target_intensity_out of_near = {.size = sizeof of_near, .emission = &small};
    ck_assert_int_eq(skpi_carbon_target_intensity(&near, &of_near, NULL), SKPI_WUNUSUAL);
    ck_near(small / 2.4251432215765787e-308, 1, 1e-15);
    cut[0] = .65, base_f[0] = 1e308, base_g[0] = 1e-5;
    ck_fails_at(skpi_carbon_target_intensity(&in, &out, NULL), SKPI_EOVERFLOW, "out->target", 0);
}
END_TEST

START_TEST(sda)
{
    const double si[] = {.46, .38, .27, .01}, sa[] = {26000, 30000, 34500, 54000};
    const double own[] = {100, 125, 150, 220, 100, 105, 108, 114, 100, 125, 150, 220}, ci[] = {.62, .62, .005};
    double i[12], e[12];
    int32_t status[3];
    skpi_carbon_target_sda_in in = {.size = sizeof in,
                                    .n = 3,
                                    .n_years = 4,
                                    .intensity = ci,
                                    .activity = own,
                                    .sector_intensity = si,
                                    .sector_activity = sa,
                                    .end_intensity = si + 3};
    ck_assert_int_eq(skpi_carbon_target_sda(&in, i, e, status), SKPI_WADJUSTED);
    ck_assert(status[0] == SKPI_OK && status[2] == SKPI_WADJUSTED);
    ck_near(i[0], .62, 1e-16);
    ck_near(i[2], 0.32177777777777783, 2e-16);
    ck_near(e[2], 48.26666666666667, 1e-14);
    ck_near(i[3], .01, 1e-17);
    ck_near(i[6], .61 * .57777777777777778 + .01, 2e-16); /* limited: the share has shrunk */
    ck_near(i[10], 0.0074444444444444445, 1e-17);         /* below the end intensity: the intensity rises */
    in.flags = SKPI_CARBON_SDA_FLAG_UNCAPPED | SKPI_CARBON_SDA_FLAG_CLAMP;
    ck_assert_int_eq(skpi_carbon_target_sda(&in, i, NULL, NULL), SKPI_WADJUSTED);
    ck_near(i[6], 0.44302469135802475, 2e-16);
    ck_near(i[10], .005, 0);
    in.flags = 4;
    ck_fails(skpi_carbon_target_sda(&in, i, e, NULL), SKPI_ESTRUCT, "in->flags");
    /* the activity is known up to the second year only, so the sector's end is missing */
    const double end = .01, known[] = {100, 125}, start = .62, below = -.02, falling[] = {.46, .38, .27, -.02};
    in = (skpi_carbon_target_sda_in){.size = sizeof in,
                                     .n = 1,
                                     .n_years = 2,
                                     .intensity = &start,
                                     .activity = known,
                                     .sector_intensity = si,
                                     .sector_activity = sa};
    ck_assert_int_eq(skpi_carbon_target_sda(&in, i, e, NULL), SKPI_WUNUSUAL);
    ck_near(i[1], .38, 1e-16);
    /* a last fall of half the steepest, .1, is still an end */
    const double three[] = {.46, .36, .31}, steep[] = {.46, .36, .305}, of_three[] = {100, 125, 150};
    skpi_carbon_target_sda_in longer = in;
    longer.n_years = 3, longer.activity = of_three, longer.sector_intensity = steep;
    ck_assert_int_eq(skpi_carbon_target_sda(&longer, i, e, NULL), SKPI_WUNUSUAL);
    longer.sector_intensity = three;
    ck_assert_int_eq(skpi_carbon_target_sda(&longer, i, e, NULL), SKPI_OK);
    in.end_intensity = &end;
    ck_assert_int_eq(skpi_carbon_target_sda(&in, i, e, NULL), SKPI_OK);
    ck_near(i[1], 0.47297435897435897, 1e-16); /* the same as with all years of the path */
    const double there = .01;                  /* at the end already: nothing is adjusted */
    in.intensity = &there;
    ck_assert_int_eq(skpi_carbon_target_sda(&in, i, e, NULL), SKPI_OK);
    ck_assert(i[0] == .01 && i[1] == .01);
    in.intensity = &start;
    in.sector_intensity = falling, in.end_intensity = &below; /* a power sector that removes more than it emits */
    ck_assert_int_eq(skpi_carbon_target_sda(&in, i, e, NULL), SKPI_OK);
    ck_near(i[1], .64 * (.4 / .48) * ((100 / 26000.) / (125 / 30000.)) - .02, 1e-15);
}
END_TEST

START_TEST(convergence)
{
    enum { N = 3, M = 200 };
    static double e[N] = {10.9, 2.6, 21.5}, p[N * M], s[N * M];
    for (int i = 0; i < N; i++)
        for (int j = 0; j < M; j++)
            p[i * M + j] = (i < 2 ? 1.4e9 : 5e9) * pow(i == 0 ? .997 : i == 1 ? 1.006 : 1.009, j);
    skpi_carbon_budget_converge_options o = {.size = sizeof o};
    static const int32_t form[] = {SKPI_CARBON_BUDGET_CONVERGE_FORM_LINEAR,
                                   SKPI_CARBON_BUDGET_CONVERGE_FORM_EXPONENTIAL};
    for (int f = 0; f < 2; f++) {
        o.form = form[f];
        ck_assert_int_eq(skpi_carbon_budget_converge(N, e, p, 2020, M, 2045, &o, s), SKPI_OK);
        for (int j = 0; j < M; j++) {
            const double sum = s[j] + s[M + j] + s[2 * M + j];
            ck_near(sum, 1, 1e-15);
            if (j >= 25) ck_near(s[j], p[j] / (p[j] + p[M + j] + p[2 * M + j]), 1e-15);
        }
        ck_near(s[0], 10.9 / 35, 1e-16);
    }
    ck_near(s[1], 0.31142857142857144 - (0.31142857142857144 - p[1] / (p[1] + p[M + 1] + p[2 * M + 1])) * exp(-4 * .96),
            1e-15);
    ck_fails(skpi_carbon_budget_converge(N, e, p, 2020, M, 2020, NULL, s), SKPI_ENOTSORTED, "converge_year");
    o.form = SKPI_CARBON_BUDGET_RULE_PER_CAPITA;
    ck_fails(skpi_carbon_budget_converge(N, e, p, 2020, M, 2045, &o, s), SKPI_EINVAL, "options->form");
}
END_TEST

START_TEST(history)
{
    /* two places of equal size; the first emitted 30 of 40 in 2010 and 20 of 40 in 2012 */
    const double people[] = {5, 5}, value[] = {30, 20, 10, 20}, persons[] = {1, 5, 3, 5};
    int32_t year[] = {2010, 2012};
    double out[2];
    skpi_table e = {.size = sizeof e, .n = 2, .m = 2, .year = year, .value = value}, p = e;
    p.value = persons;
    skpi_carbon_budget_share_options o = {
        .size = sizeof o, .rule = SKPI_CARBON_BUDGET_RULE_CUMULATIVE, .history_emission = &e};
    ck_fails_at(skpi_carbon_budget_share(2, people, NULL, 100, &o, out), SKPI_EINCONSISTENT,
                "options->history_emission->year", 1);   /* 2011 is missing in the sum */
    o.flags = SKPI_CARBON_BUDGET_SHARE_FLAG_INTERPOLATE; /* 25 of 40 in 2011 */
    ck_assert_int_eq(skpi_carbon_budget_share(2, people, NULL, 100, &o, out), SKPI_OK);
    ck_assert(out[0] == 35 && out[1] == 65);
    year[1] = 2011, o.flags = 0;
    ck_assert_int_eq(skpi_carbon_budget_share(2, people, NULL, 100, &o, out), SKPI_OK);
    ck_assert(out[0] == 40 && out[1] == 60);
    o.discount = .5; /* 2010 counts half, and such a discount is unusual */
    ck_assert_int_eq(skpi_carbon_budget_share(2, people, NULL, 100, &o, out), SKPI_WUNUSUAL);
    ck_assert(out[0] == 45 && out[1] == 55);
    o.discount = 0, o.history_population = &p; /* its share of 2010 was a quarter, 10 */
    ck_assert_int_eq(skpi_carbon_budget_share(2, people, NULL, 10, &o, out), SKPI_OK);
    ck_assert(out[0] == -15 && out[1] == 25);
    o.rule = SKPI_CARBON_BUDGET_RULE_PER_CAPITA;
    ck_fails(skpi_carbon_budget_share(2, people, NULL, 10, &o, out), SKPI_EINVAL, "options->history_emission");
    o.rule = SKPI_CARBON_BUDGET_RULE_CUMULATIVE, o.history_emission = NULL;
    ck_fails(skpi_carbon_budget_share(2, people, NULL, 10, &o, out), SKPI_EINVAL, "options->history_emission");
}
END_TEST

/* Emissions given for every year and for every fifth year have the same sum. */
START_TEST(history_steps)
{
    enum { M = 31, K = 7 };
    double annual[2 * M], fifth[2 * K], all[2], few[2];
    int32_t year[M], five[K];
    const double people[] = {1, 3};
    for (int j = 0; j < M; j++) year[j] = 1990 + j, annual[j] = 20 + j, annual[M + j] = 5;
    for (int k = 0; k < K; k++) five[k] = 1990 + 5 * k, fifth[k] = 20 + 5 * k, fifth[K + k] = 5;
    const skpi_table e = {.size = sizeof e, .n = 2, .m = M, .year = year, .value = annual};
    const skpi_table f = {.size = sizeof f, .n = 2, .m = K, .year = five, .value = fifth};
    skpi_carbon_budget_share_options o = {
        .size = sizeof o, .rule = SKPI_CARBON_BUDGET_RULE_CUMULATIVE, .discount = .02, .history_emission = &e};
    ck_assert_int_eq(skpi_carbon_budget_share(2, people, NULL, 100, &o, all), SKPI_OK);
    o.history_emission = &f;
    ck_fails_at(skpi_carbon_budget_share(2, people, NULL, 100, &o, few), SKPI_EINCONSISTENT,
                "options->history_emission->year", 1);
    o.flags = SKPI_CARBON_BUDGET_SHARE_FLAG_INTERPOLATE;
    ck_assert_int_eq(skpi_carbon_budget_share(2, people, NULL, 100, &o, few), SKPI_OK);
    for (int i = 0; i < 2; i++) ck_near(few[i], all[i], 1e-11);
}
END_TEST

/* All cells of both tables. */
START_TEST(remaining)
{
    static const double limit[] = {1.5, 1.7, 2}, prob[] = {.17, .33, .5, .67, .83};
    static const double ar6[3][5] = {
        {900, 650, 500, 400, 300}, {1450, 1050, 850, 700, 550}, {2300, 1700, 1350, 1150, 900}};
    static const double igcc[3][5] = {{0, 0, 130, 80, 30}, {0, 0, 490, 390, 290}, {0, 0, 1050, 870, 690}};
    enum { AR6 = SKPI_CARBON_BUDGET_EDITION_AR6, IGCC = SKPI_CARBON_BUDGET_EDITION_IGCC_2024 };
    double budget = -7, from = -7;
    ck_fails(skpi_carbon_budget_remaining(1.5, .4, AR6, &budget, &from), SKPI_ENOTFOUND, "probability");
    ck_fails(skpi_carbon_budget_remaining(1.5, .66, AR6, &budget, &from), SKPI_ENOTFOUND, "probability");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "the table's column is 0.67"));
    ck_fails(skpi_carbon_budget_remaining(3, .5, AR6, &budget, &from), SKPI_ENOTFOUND, "warming");
    ck_fails(skpi_carbon_budget_remaining(1.5, 50, AR6, &budget, &from), SKPI_ERANGE, "probability");
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "(percent?)"));
    ck_fails(skpi_carbon_budget_remaining(1.5, .5, AR6, NULL, &from), SKPI_EINVAL, "budget");
    ck_fails(skpi_carbon_budget_remaining(1.5, .5, 0, &budget, &from), SKPI_EINVAL, "edition");
    ck_fails(skpi_carbon_budget_remaining(1.5, .5, SKPI_CARBON_GWP_AR6_100, &budget, &from), SKPI_EINVAL, "edition");
    ck_assert(budget == -7 && from == -7);
    for (int k = 0; k < 3; k++)
        for (int p = 0; p < 5; p++) {
            ck_assert_int_eq(skpi_carbon_budget_remaining(limit[k], prob[p], AR6, &budget, &from), SKPI_OK);
            ck_assert(budget == ar6[k][p] && from == 2020);
            const skpi_status s = skpi_carbon_budget_remaining(limit[k], prob[p], IGCC, &budget, NULL);
            ck_assert_int_eq(s, igcc[k][p] > 0 ? SKPI_OK : SKPI_ENOTFOUND);
            ck_assert_double_eq(budget, igcc[k][p] > 0 ? igcc[k][p] : ar6[k][p]);
        }
}
END_TEST

START_TEST(gwp_star)
{
    int32_t year[41];
    double e[2 * 41], out[2 * 21];
    for (int j = 0; j < 41; j++) {
        year[j] = 1980 + j;
        e[j] = 10;
        e[41 + j] = j < 30 ? 5 : 6;
    }
    skpi_table t = {.size = sizeof t, .n = 2, .m = 41, .year = year, .value = e};
    ck_assert_int_eq(skpi_carbon_gwp_star(&t, 27.9, 2000, 21, out, NULL), SKPI_OK);
    ck_near(out[0], 78.120000000000065, 1e-13); /* constant emission: 0.28 GWP E */
    ck_near(out[20], 78.12, 2e-13);
    ck_near(out[21 + 10], .28 * 27.9 * 5 + 4.53 * 27.9, 1e-12); /* a step */
    ck_fails_at(skpi_carbon_gwp_star(&t, 27.9, 1999, 2, out, NULL), SKPI_ENODATA, "emission->year", 0);
    e[41 + 3] = (double)NAN;
    int32_t status[2];
    ck_assert_int_eq(skpi_carbon_gwp_star(&t, 27.9, 2002, 2, out, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_ENODATA && isnan(out[2]) && !isnan(out[1]));
}
END_TEST

UNIT_MAIN("carbon targets",
          UNIT_CASE("targets", contraction, intensity, sda, convergence, history, history_steps, remaining, gwp_star))
