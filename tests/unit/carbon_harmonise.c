/* Harmonisation.
 *
 * Known answers: aneris (Gidden et al. 2018) at c5dbeb6, its own output for the path 2, 3, 4.5, 6 in 2010, 2015, 2040,
 * 2060 and a history of 0.01 in 2015; the budget method as aneris formulates it, solved as a linear system; keep zero
 * with 50-digit arithmetic.
 */
#include "unit/unit.h"

static const int32_t years[] = {2010, 2015, 2040, 2060};
static const double bar[] = {2, 3, 4.5, 6};

static skpi_status run(const double *model, double history, int32_t base, int32_t method, int32_t end, uint32_t flags,
                       double *out)
{
    const skpi_table t = {.size = sizeof t, .n = 1, .m = 4, .year = years, .value = model};
    const skpi_carbon_harmonise_options o = {.size = sizeof o, .flags = flags, .method = method, .end_year = end};
    return skpi_carbon_harmonise(&t, &history, base, &o, out, NULL, NULL);
}

START_TEST(methods)
{
    static const struct {
        int32_t method, end;
        double out[4];
    } known[] = {
        {SKPI_CARBON_HARMONISE_METHOD_OFFSET, 0, {-0.99, 0.01, 1.51, 3.01}},
        {SKPI_CARBON_HARMONISE_METHOD_RATIO, 0, {0.0066666666666666, 0.01, 0.015, 0.02}},
        {SKPI_CARBON_HARMONISE_METHOD_REDUCE_OFFSET, 2050, {-1.4171428571428573, 0.01, 3.6457142857142855, 6}},
        {SKPI_CARBON_HARMONISE_METHOD_REDUCE_RATIO, 2050, {0.0066666666666665, 0.01, 3.2185714285714284, 6}},
        {SKPI_CARBON_HARMONISE_METHOD_REDUCE_RATIO,
         2100,
         {0.0066666666666665, 0.01, 1.3341176470588236, 3.1858823529411766}},
        {SKPI_CARBON_HARMONISE_METHOD_INTERPOLATE, 2060, {-0.65555555555556, 0.01, 3.3377777777777773, 6}},
    };
    double out[4];
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
        ck_assert_int_eq(run(bar, .01, 2015, known[k].method, known[k].end, SKPI_CARBON_HARMONISE_FLAG_PAST, out),
                         SKPI_OK);
        for (int j = 0; j < 4; j++) ck_near(out[j], known[k].out[j], 1e-13);
        ck_assert(out[1] == .01);
    }
    ck_fails(run(bar, .01, 2015, SKPI_CARBON_HARMONISE_METHOD_OFFSET, 0, 0, out), SKPI_EDOM, "model->year");
    ck_assert_int_eq(run(bar, 7, 2060, SKPI_CARBON_HARMONISE_METHOD_OFFSET, 0, SKPI_CARBON_HARMONISE_FLAG_PAST, out),
                     SKPI_OK); /* the last year is one of the model's */
    ck_assert(out[0] == 3 && out[3] == 7);
    ck_fails(run(bar, 7, 2061, SKPI_CARBON_HARMONISE_METHOD_OFFSET, 0, SKPI_CARBON_HARMONISE_FLAG_PAST, out), SKPI_EDOM,
             "base_year");
}
END_TEST

START_TEST(budget)
{
    const int32_t year[] = {2015, 2040, 2060};
    const double model[] = {2, 1.5, 1}, history = 1;
    double out[4];
    skpi_table t = {.size = sizeof t, .n = 1, .m = 3, .year = year, .value = model};
    skpi_carbon_harmonise_options o = {.size = sizeof o, .method = SKPI_CARBON_HARMONISE_METHOD_BUDGET};
    ck_assert_int_eq(skpi_carbon_harmonise(&t, &history, 2015, &o, out, NULL, NULL), SKPI_OK);
    ck_near(out[0], 1, 0);
    ck_near(out[1], 1.80551216246374, 1e-14);
    ck_near(out[2], 1.56259763445659, 1e-14);
    ck_near(12.5 * (out[0] + out[1]) + 10 * (out[1] + out[2]), 68.75, 1e-13);
    /* another budget, and a base year between two years of the model */
    const double given = 100;
    o.budget = &given, o.flags = SKPI_CARBON_HARMONISE_FLAG_PAST;
    ck_assert_int_eq(skpi_carbon_harmonise(&t, &history, 2020, &o, out, NULL, NULL), SKPI_OK);
    ck_assert(isnan(out[0]));
    ck_near(10 * (1 + out[1]) + 10 * (out[1] + out[2]), 100, 1e-12);
    /* no other path with that budget changes the slopes less */
    const double best = pow((out[1] - 1 - (1.5 - 1.9)) / 20, 2) + pow((out[2] - out[1] + .5) / 20, 2);
    for (double step = -.01; step < .015; step += .02) {
        const double a = out[1] + step, b = out[2] - 2 * step;
        ck_near(10 * (1 + a) + 10 * (a + b), 100, 1e-12);
        ck_assert(pow((a - 1 - (1.5 - 1.9)) / 20, 2) + pow((b - a + .5) / 20, 2) > best);
    }
}
END_TEST

START_TEST(keep_zero)
{
    const int32_t year[] = {2023, 2025, 2030, 2040, 2050, 2060, 2070};
    const double model[] = {10.9, 11.2, 10.8, 7, 3, .2, -.4}, history = 11.902503, given = 2060;
    double out[7], z;
    skpi_table t = {.size = sizeof t, .n = 1, .m = 7, .year = year, .value = model};
    skpi_carbon_harmonise_options o = {.size = sizeof o, .method = SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO};
    ck_assert_int_eq(skpi_carbon_harmonise(&t, &history, 2023, &o, out, &z, NULL), SKPI_OK);
    ck_near(z, 2063.3333333333333, 1e-12);
    ck_near(out[0], history, 0);
    ck_near(out[5], 0.28285148760330572, 1e-14);
    ck_near(out[6], -.4, 0);
    o.zero_date = &given;
    ck_assert_int_eq(skpi_carbon_harmonise(&t, &history, 2023, &o, out, &z, NULL), SKPI_OK);
    ck_near(z, 2060, 0);
    ck_near(out[3], 7.541893513513513, 2e-15);
    ck_near(out[5], .2, 0);
    const double early = 2023, never[] = {3, 2, 1, 1, 1, 1, 1}, gone[] = {-1, 2, 1, 1, 1, 1, 1};
    o.zero_date = &early;
    ck_fails_at(skpi_carbon_harmonise(&t, &history, 2023, &o, out, &z, NULL), SKPI_EDOM, "options->zero_date", 0);
    o.zero_date = NULL, t.value = never;
    ck_fails_at(skpi_carbon_harmonise(&t, &history, 2023, &o, out, &z, NULL), SKPI_ENOTFOUND, "model->value", 0);
    t.value = gone;
    ck_fails_at(skpi_carbon_harmonise(&t, &history, 2023, &o, out, &z, NULL), SKPI_EDOM, "model->value", 0);
    o.zero_date = &given; /* nor does a model below 0 reach 0 at a date that is given */
    ck_fails_at(skpi_carbon_harmonise(&t, &history, 2023, &o, out, &z, NULL), SKPI_EDOM, "model->value", 0);
}
END_TEST

START_TEST(refusals)
{
    const double zero[] = {1, 0, 4, 6}, negative[] = {1, -2, 4, 6};
    double out[4] = {-7, -7, -7, -7};
    const uint32_t past = SKPI_CARBON_HARMONISE_FLAG_PAST;
    /* another program returns 0 here without a warning */
    ck_fails_at(run(zero, 1.5, 2015, SKPI_CARBON_HARMONISE_METHOD_RATIO, 0, past, out), SKPI_EZERODIV, "model->value",
                0);
    ck_fails_at(run(zero, 1.5, 2015, SKPI_CARBON_HARMONISE_METHOD_REDUCE_RATIO, 2050, past, out), SKPI_EZERODIV,
                "model->value", 0);
    /* in the base year 2015 the model is 0 between its years, but for rounding, also in tenths */
    const int32_t between[] = {2014, 2017, 2040, 2060};
    const double third[] = {1, -2, 4, 6}, tenths[] = {.1, -.2, .4, .6}, history = 1, date = 2020;
    for (int k = 0; k < 2; k++) {
        const skpi_table t = {.size = sizeof t, .n = 1, .m = 4, .year = between, .value = k ? tenths : third};
        skpi_carbon_harmonise_options o = {
            .size = sizeof o, .flags = past, .method = SKPI_CARBON_HARMONISE_METHOD_RATIO};
        ck_fails_at(skpi_carbon_harmonise(&t, &history, 2015, &o, out, NULL, NULL), SKPI_EZERODIV, "model->value", 0);
        o.method = SKPI_CARBON_HARMONISE_METHOD_REDUCE_RATIO, o.end_year = 2050;
        ck_fails_at(skpi_carbon_harmonise(&t, &history, 2015, &o, out, NULL, NULL), SKPI_EZERODIV, "model->value", 0);
        o.method = SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO, o.end_year = 0, o.zero_date = &date;
        ck_fails_at(skpi_carbon_harmonise(&t, &history, 2015, &o, out, NULL, NULL), SKPI_EDOM, "model->value", 0);
    }
    ck_fails_at(run(negative, 1.5, 2015, SKPI_CARBON_HARMONISE_METHOD_RATIO, 0, past, out), SKPI_EDOM, "history", 0);
    ck_fails(run(bar, 1, 2061, SKPI_CARBON_HARMONISE_METHOD_OFFSET, 0, past, out), SKPI_EDOM, "base_year");
    ck_fails(run(bar, 1, 2060, SKPI_CARBON_HARMONISE_METHOD_BUDGET, 0, past, out), SKPI_EDOM, "base_year");
    ck_fails(run(bar, 1, 2015, SKPI_CARBON_HARMONISE_METHOD_INTERPOLATE, 2061, past, out), SKPI_EDOM,
             "options->end_year");
    ck_fails(run(bar, 1, 2015, SKPI_CARBON_HARMONISE_METHOD_REDUCE_OFFSET, 2015, past, out), SKPI_ENOTSORTED,
             "options->end_year");
    ck_fails(run(bar, 1, 2015, SKPI_CARBON_HARMONISE_METHOD_REDUCE_OFFSET, 0, past, out), SKPI_EINVAL,
             "options->end_year");
    ck_fails(run(bar, 1, 2015, SKPI_CARBON_HARMONISE_METHOD_OFFSET, 2050, past, out), SKPI_EINVAL, "options->end_year");
    ck_fails(run(bar, 1, 2015, 8, 0, past, out), SKPI_EINVAL, "options->method");
    ck_assert(out[0] == -7 && out[3] == -7);
    /* a history of 0 has a ratio, but the path stays at 0 */
    ck_assert_int_eq(run(bar, 0, 2015, SKPI_CARBON_HARMONISE_METHOD_RATIO, 0, past, out), SKPI_WADJUSTED);
    ck_assert(out[1] == 0 && out[3] == 0);
    ck_assert_int_eq(run(bar, 0, 2015, SKPI_CARBON_HARMONISE_METHOD_OFFSET, 0, past, out), SKPI_OK);
}
END_TEST

UNIT_MAIN("carbon harmonisation", UNIT_CASE("harmonise", methods, budget, keep_zero, refusals))
