/* Verdicts: has it peaked, is it on track.
 *
 * Known answers: fossil CO2 of Japan, Mt (Global Carbon Budget 2023), figures of a made-up city; made with 50-digit
 * arithmetic, the tests beside scipy.stats.kendalltau, the slopes beside scipy.stats.theilslopes.
 */
#include "unit/unit.h"

#define NONE ((double)NAN)

typedef struct peaked {
    int32_t verdict, year, since, used;
    double peak, change, s, variance, z, p, slope;
} peaked;

static skpi_status peak_of(size_t m, const int32_t *year, const double *value, int32_t window, peaked *k)
{
    skpi_table t = {.size = sizeof t, .n = 1, .m = m, .year = year, .value = value};
    skpi_carbon_peaked_options o = {.size = sizeof o, .window = window};
    skpi_carbon_peaked_out out = {.size = sizeof out,
                                  .verdict = &k->verdict,
                                  .peak_year = &k->year,
                                  .since = &k->since,
                                  .used = &k->used,
                                  .peak = &k->peak,
                                  .change = &k->change,
                                  .s = &k->s,
                                  .variance = &k->variance,
                                  .z = &k->z,
                                  .p = &k->p,
                                  .slope = &k->slope};
    return skpi_carbon_peaked(&t, &o, &out, NULL);
}

static const int32_t japan_years[] = {2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022};
static const double japan[] = {1315.192,  1264.072,  1223.1686, 1202.4545, 1186.8023,
                               1141.6689, 1104.5398, 1039.7959, 1062.1293, 1053.7978};

START_TEST(classes)
{
    enum { N = 20 };
    int32_t year[N];
    double falling[N], rising[N], level[N];
    peaked k;
    for (int i = 0; i < N; i++) {
        year[i] = 2000 + i;
        falling[i] = i < 8 ? 90 + i : 110 - i;    /* the maximum is in 2008, and all later years fall */
        rising[i] = i == 3 ? 200 : 100 + i;       /* a single year lies above all others */
        level[i] = i == 5 ? 50 : i % 2 ? 30 : 31; /* no trend since 2005 */
    }
    ck_assert_int_eq(peak_of(N, year, falling, 0, &k), SKPI_OK);
    ck_assert(k.verdict == SKPI_CARBON_PEAKED_VERDICT_PEAKED && k.year == 2008 && k.since == 11 && k.used == 11);
    ck_assert(k.s == -55 && k.slope == -1 && k.peak == 102);
    ck_near(k.variance, 11 * 10 * 27 / 18., 1e-12);
    ck_near(k.z, -54 / sqrt(11 * 10 * 27 / 18.), 1e-14);
    ck_near(k.p, erfc(54 / sqrt(11 * 10 * 27 / 18.) / sqrt(2)), 1e-16);
    ck_near(k.change, 91 / 102. - 1, 1e-15);
    ck_assert_int_eq(peak_of(N, year, rising, 0, &k), SKPI_WUNUSUAL); /* the maximum of 200 is followed by 104 */
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "between 2003 and 2004 the series changes by a factor 0.52, "));
    ck_assert(k.verdict == SKPI_CARBON_PEAKED_VERDICT_REBOUNDING && k.year == 2003 && k.used == 16 && k.slope == 1);
    ck_assert_int_eq(peak_of(N, year, level, 0, &k), SKPI_OK);
    ck_assert(k.verdict == SKPI_CARBON_PEAKED_VERDICT_PLATEAU && k.year == 2005);
    /* until 2011: three years after the maximum are too few */
    ck_assert_int_eq(peak_of(12, year, falling, 0, &k), SKPI_OK);
    ck_assert(k.verdict == SKPI_CARBON_PEAKED_VERDICT_NOT_YET && k.since == 3 && k.used == 3 && k.s == -3);
    ck_assert_int_eq(peak_of(8, year, falling, 0, &k), SKPI_OK); /* still rising */
    ck_assert(k.verdict == SKPI_CARBON_PEAKED_VERDICT_NOT_YET && k.year == 2007 && k.used == 0 && isnan(k.s) &&
              k.change == 0);
    /* the fifth year after the maximum: S = -10, p = .027 */
    ck_assert_int_eq(peak_of(14, year, falling, 0, &k), SKPI_OK);
    ck_assert(k.verdict == SKPI_CARBON_PEAKED_VERDICT_PEAKED && k.since == 5);
    /* Japan, from the year after the maximum, and from the maximum itself: one value more, and a smaller p */
    ck_assert_int_eq(peak_of(10, japan_years, japan, 0, &k), SKPI_OK);
    ck_assert(k.verdict == SKPI_CARBON_PEAKED_VERDICT_PEAKED && k.used == 9 && k.s == -32);
    ck_near(k.p, .001229384918944859, 1e-15);
    ck_assert_int_eq(peak_of(10, japan_years, japan, SKPI_CARBON_PEAKED_WINDOW_FROM, &k), SKPI_OK);
    ck_assert(k.used == 10 && k.s == -41);
    ck_near(k.slope, -30.600775, 1e-12);
    ck_near(k.variance, 125, 1e-12);
    ck_near(k.z, -3.5777087639996635, 1e-14);
    ck_near(k.p, .00034661935113466698, 1e-16);
}
END_TEST

START_TEST(peak_edges)
{
    static const int32_t year[] = {2000, 2005, 2006, 2007, 2010, 2011, 2012, 2013, 2014, 2015};
    static const double tied[] = {5, 9, 9, 8, 7, 7, 6, 6, 5, 4};
    static const double gaps[] = {NONE, 9, NONE, 8, 7, NONE, 6, 5, 4, NONE};
    static const double sinks[] = {-1, -2, -3, -4, -5, -6, -7, -8, -9, -10};
    static const double thin[] = {9, 1, NONE, NONE, NONE, NONE, NONE, NONE, NONE, 2};
    static const double two[] = {5,    9,    9,    8,    7,    7,    6,    6,    5,    4,
                                 NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE, NONE};
    peaked k;
    ck_assert_int_eq(peak_of(10, year, tied, 0, &k), SKPI_OK);
    ck_assert(k.year == 2005 && k.used == 8); /* the first of two equal maxima */
    ck_assert_int_eq(peak_of(10, year, gaps, 0, &k), SKPI_WMISSING);
    ck_assert(k.year == 2005 && k.since == 9 && k.used == 5 && k.verdict == SKPI_CARBON_PEAKED_VERDICT_PEAKED);
    ck_assert_int_eq(peak_of(10, year, sinks, 0, &k), SKPI_OK);
    ck_assert(k.year == 2000 && isnan(k.change) && k.verdict == SKPI_CARBON_PEAKED_VERDICT_PEAKED);
    ck_assert_int_eq(peak_of(1, year, tied, 0, &k), SKPI_OK);
    ck_assert(k.verdict == SKPI_CARBON_PEAKED_VERDICT_NOT_YET && k.since == 0);
    /* an old maximum with hardly any later value */
    ck_assert_int_eq(peak_of(10, year, thin, 0, &k), SKPI_WMISSING);
    ck_assert(k.verdict == SKPI_CARBON_PEAKED_VERDICT_PLATEAU && k.used < 3 && isnan(k.p));
    ck_assert_int_eq(peak_of(3, (int32_t[]){1990, 2008, 2015}, (double[]){12130, 10250, 10000}, 0, &k), SKPI_OK);
    ck_assert(k.year == 1990 && k.since == 25 && k.verdict == SKPI_CARBON_PEAKED_VERDICT_PLATEAU && isnan(k.slope));
    ck_near(k.change, -.1756, 5e-5);
    ck_assert_int_eq(peak_of(10, year, thin, SKPI_CARBON_PEAKED_WINDOW_FROM, &k), SKPI_WMISSING);
    ck_assert(k.verdict == SKPI_CARBON_PEAKED_VERDICT_PLATEAU && k.used == 3);
    ck_fails(peak_of(10, year, tied, SKPI_CARBON_SHAPE_PEAK, &k), SKPI_EINVAL, "options->window");
    /* values every fifth year: four falls prove nothing, S = -6 and p = .089 */
    static const int32_t fifth[] = {2000, 2005, 2010, 2015, 2020};
    ck_assert_int_eq(peak_of(5, fifth, sinks, 0, &k), SKPI_OK);
    ck_assert(k.verdict == SKPI_CARBON_PEAKED_VERDICT_PLATEAU && k.s == -6 && k.p > .05 && k.p < .1 && k.slope == -.2);
    /* each row has its own verdict */
    skpi_table t = {.size = sizeof t, .n = 2, .m = 10, .year = year, .value = two};
    int32_t verdict[2], status[2];
    double p[2];
    skpi_carbon_peaked_options o = {.size = sizeof o, .min_years = 11};
    skpi_carbon_peaked_out out = {.size = sizeof out, .verdict = verdict, .p = p};
    ck_assert_int_eq(skpi_carbon_peaked(&t, NULL, &out, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_ENODATA && verdict[1] == SKPI_NONE && isnan(p[1]));
    ck_assert(verdict[0] == SKPI_CARBON_PEAKED_VERDICT_PEAKED);
    t.n = 1;
    ck_assert_int_eq(skpi_carbon_peaked(&t, &o, &out, NULL), SKPI_OK);
    /* ten years are fewer than the eleven that are required */
    ck_assert(verdict[0] == SKPI_CARBON_PEAKED_VERDICT_NOT_YET);
    o.min_years = 0;
    o.significance = p[0] / 2;
    ck_assert_int_eq(skpi_carbon_peaked(&t, &o, &out, NULL), SKPI_OK);
    ck_assert(verdict[0] == SKPI_CARBON_PEAKED_VERDICT_PLATEAU); /* a significance that the test does not reach */
}
END_TEST

typedef struct state {
    int32_t verdict, last_year, used;
    double last, required, share, required_c, achieved, achieved_c, ratio, ratio_c, crossing, crossing_c, overshoot,
        so_far, gap;
} state;

static skpi_status progress_of(skpi_table t, int32_t year, double target, const int32_t *base,
                               const skpi_carbon_progress_options *o, state *k)
{
    skpi_carbon_progress_out out = {.size = sizeof out,
                                    .verdict = &k->verdict,
                                    .last_year = &k->last_year,
                                    .used = &k->used,
                                    .last = &k->last,
                                    .required = &k->required,
                                    .required_share = &k->share,
                                    .required_compound = &k->required_c,
                                    .achieved = &k->achieved,
                                    .achieved_compound = &k->achieved_c,
                                    .ratio = &k->ratio,
                                    .ratio_compound = &k->ratio_c,
                                    .crossing = &k->crossing,
                                    .crossing_compound = &k->crossing_c,
                                    .overshoot = &k->overshoot,
                                    .overshoot_to_date = &k->so_far,
                                    .gap = &k->gap};
    return skpi_carbon_progress(&t, &year, &target, base, o, &out, NULL);
}

static const int32_t city_years[] = {2010, 2011, 2012, 2013, 2014, 2015, 2016, 2017,
                                     2018, 2019, 2020, 2021, 2022, 2023, 2024};
static const double city[] = {100, 102.5, 104, 105.5, 104.2, 103.9, 101, 99.5, 98.7, 97, 90.2, 93.1, 91.5, 90, 88.4};
static const skpi_table city_table = {.size = sizeof city_table, .n = 1, .m = 15, .year = city_years, .value = city};

START_TEST(progress_of_a_city)
{
    skpi_carbon_progress_options o = {.size = sizeof o, .window = 8};
    state k;
    ck_assert_int_eq(progress_of(city_table, 2030, 70, NULL, &o, &k), SKPI_OK);
    ck_assert(k.verdict == SKPI_CARBON_VERDICT_OFF_TRACK && k.last_year == 2024 && k.used == 8 && k.last == 88.4);
    ck_near(k.required, 3.0666666666666676, 1e-14);
    ck_near(k.share, .034690799396681758, 1e-16);
    ck_near(k.required_c, .038149380218055908, 1e-16);
    ck_near(k.achieved, 1.6, 1e-14);
    ck_near(k.achieved_c, .017152500231927924, 1e-15);
    ck_near(k.ratio, .52173913043478152, 1e-14);
    ck_near(k.ratio_c, .44961412567876353, 1e-14);
    ck_near(k.crossing, 2035.5, 1e-11);
    ck_near(k.crossing_c, 2037.4889640511553, 1e-11);
    ck_near(k.overshoot, 26.4, 1e-12);
    ck_near(k.so_far, 122.3, 1e-12); /* base_year NULL: the line begins in 2010 */
    ck_near(k.gap, 9.4, 1e-13);
    ck_assert_int_eq(progress_of(city_table, 2025, 70, NULL, &o, &k), SKPI_OK); /* in the year after the last */
    ck_near(k.required, 18.4, 1e-13);
    /* default window 10 and tolerance .05 */
    ck_assert_int_eq(progress_of(city_table, 2035, 70, NULL, NULL, &k), SKPI_OK);
    ck_assert(k.verdict == SKPI_CARBON_VERDICT_ON_TRACK && k.used == 10);
    ck_near(k.ratio, .95652173913043534, 1e-14);
    o = (skpi_carbon_progress_options){.size = sizeof o, .flags = SKPI_CARBON_PROGRESS_FLAG_NO_TOLERANCE};
    ck_assert_int_eq(progress_of(city_table, 2035, 70, NULL, &o, &k), SKPI_OK);
    ck_assert_int_eq(k.verdict, SKPI_CARBON_VERDICT_OFF_TRACK);
    int32_t base = 2015;
    o = (skpi_carbon_progress_options){.size = sizeof o, .tolerance = .1};
    ck_assert_int_eq(progress_of(city_table, 2060, 0, &base, &o, &k),
                     SKPI_OK); /* the target is net zero, so there is no compound rate */
    ck_assert(k.verdict == SKPI_CARBON_VERDICT_OFF_TRACK && isnan(k.required_c) && isnan(k.ratio_c) &&
              isnan(k.crossing_c));
    ck_near(k.crossing, 2079.25, 1e-10);
    ck_near(k.overshoot, 554.4, 1e-11);
    ck_near(k.so_far, 15.56, 1e-12);
    ck_near(k.gap, 5.28, 1e-13);
}
END_TEST

/* The line to the target has a kink in its year: an interval that holds it is two trapezoids. */
START_TEST(progress_over_the_target_year)
{
    static const int32_t two[] = {1957, 1967}, five[] = {2000, 2005, 2010, 2015, 2020, 2025};
    static const double fall[] = {6.8, 4.6}, slow[] = {100, 98, 96, 94, 92, 90};
    const skpi_table a = {.size = sizeof a, .n = 1, .m = 2, .year = two, .value = fall},
                     b = {.size = sizeof b, .n = 1, .m = 6, .year = five, .value = slow};
    state k;
    ck_assert_int_eq(progress_of(a, 1963, -1.739, NULL, NULL, &k), SKPI_OK);
    ck_near(k.so_far, 6 * (5.48 + 1.739) / 2 + 4 * (5.48 + 4.6 + 2 * 1.739) / 2, 1e-12);
    ck_near(k.gap, 4.6 + 1.739, 1e-14);
    ck_assert_int_eq(progress_of(b, 2022, 50, NULL, NULL, &k), SKPI_OK);
    ck_near(k.so_far, 575, 1e-11);
    ck_assert_int_eq(progress_of(b, 2020, 50, NULL, NULL, &k), SKPI_OK); /* the target's year has a value */
    ck_near(k.so_far, 20 * 42. / 2 + 5 * (42 + 40) / 2., 1e-11);
}
END_TEST

START_TEST(progress_verdicts)
{
    static const double flat[] = {40, 40, 40, 40, 40}, rise[] = {50, 51, 52, 53, 54},
                        one[] = {NONE, NONE, NONE, NONE, 10};
    skpi_table t = city_table;
    state k;
    ck_assert_int_eq(progress_of(city_table, 2030, 90, NULL, NULL, &k), SKPI_OK);
    ck_assert(k.verdict == SKPI_CARBON_VERDICT_ALREADY_MET && isnan(k.ratio) && isnan(k.crossing) && k.required < 0);
    ck_near(k.overshoot, -33.6, 1e-12);
    ck_assert_int_eq(progress_of(city_table, 2024, 80, NULL, NULL, &k), SKPI_OK);
    ck_assert(k.verdict == SKPI_CARBON_VERDICT_MISSED && isnan(k.required) && isnan(k.ratio) && isnan(k.overshoot));
    ck_near(k.crossing, 2029.25, 1e-11);
    ck_near(k.so_far, 115.3, 1e-12);
    /* the target year is before the first value, so there is no line */
    ck_assert_int_eq(progress_of(city_table, 2005, 80, NULL, NULL, &k), SKPI_OK);
    ck_assert(k.verdict == SKPI_CARBON_VERDICT_MISSED && isnan(k.so_far) && isnan(k.gap));
    t.m = 5;
    t.value = flat;
    ck_assert_int_eq(progress_of(t, 2030, 36, NULL, NULL, &k), SKPI_OK);
    ck_assert(k.verdict == SKPI_CARBON_VERDICT_OFF_TRACK && k.achieved == 0 && k.ratio == 0 && !signbit(k.ratio) &&
              isnan(k.crossing));
    t.value = rise;
    ck_assert_int_eq(progress_of(t, 2030, 36, NULL, NULL, &k), SKPI_OK);
    ck_assert(k.verdict == SKPI_CARBON_VERDICT_MOVING_AWAY && k.achieved == -1 && k.ratio < 0 && isnan(k.crossing));
    t.value = one; /* a single value has no rate, but the target may be met or missed */
    ck_fails_at(progress_of(t, 2030, 5, NULL, NULL, &k), SKPI_ENODATA, "emission->value", 0);
    ck_assert_int_eq(progress_of(t, 2030, 10, NULL, NULL, &k), SKPI_WMISSING);
    ck_assert(k.verdict == SKPI_CARBON_VERDICT_ALREADY_MET && isnan(k.achieved) && k.used == 1);
    ck_assert_int_eq(progress_of(t, 2014, 5, NULL, NULL, &k), SKPI_WMISSING);
    ck_assert_int_eq(k.verdict, SKPI_CARBON_VERDICT_MISSED);
    /* exactly on the line the overshoot is 0, to date and ahead */
    double line[5];
    for (int i = 0; i < 5; i++) line[i] = 100 - 2 * i;
    t.value = line;
    ck_assert_int_eq(progress_of(t, 2030, 60, NULL, NULL, &k), SKPI_OK);
    ck_assert(k.verdict == SKPI_CARBON_VERDICT_ON_TRACK && k.ratio == 1 && k.overshoot == 0 && k.crossing == 2030);
    ck_near(k.so_far, 0, 1e-13);
}
END_TEST

/* A fall by 2 % a year, where a fall by as many tonnes each year is needed for half of it: the verdicts differ. */
START_TEST(progress_by_compound_rates)
{
    const skpi_carbon_progress_options o = {.size = sizeof o, .flags = SKPI_CARBON_PROGRESS_FLAG_COMPOUND, .window = 5};
    double fall[15];
    skpi_table t = city_table;
    state k;
    for (int i = 0; i < 15; i++) fall[i] = 200 * pow(.98, i);
    t.value = fall;
    const double half = 200 * pow(.98, 14 + 35); /* of the last value, or nearly so, in 2059 */
    ck_assert_int_eq(progress_of(t, 2059, half, NULL, &o, &k), SKPI_OK);
    ck_assert_int_eq(k.verdict, SKPI_CARBON_VERDICT_ON_TRACK);
    ck_near(k.ratio_c, 1, 1e-12);
    ck_assert(k.ratio > 1.3); /* a line falls more slowly at first */
    ck_assert_int_eq(progress_of(t, 2059, .9 * half, NULL, &o, &k), SKPI_OK);
    ck_assert_int_eq(k.verdict, SKPI_CARBON_VERDICT_OFF_TRACK);
    ck_assert(k.ratio > 1.2 && k.ratio_c < .95);
    ck_assert_int_eq(progress_of(t, 2059, .9 * half, NULL, NULL, &k), SKPI_OK);
    ck_assert_int_eq(k.verdict, SKPI_CARBON_VERDICT_ON_TRACK);
    for (int i = 0; i < 15; i++) fall[i] = 200 * pow(1.02, i);
    ck_assert_int_eq(progress_of(t, 2059, 150, NULL, &o, &k), SKPI_OK);
    ck_assert_int_eq(k.verdict, SKPI_CARBON_VERDICT_MOVING_AWAY);
    /* verdicts that need no rate have none */
    fall[12] = 0;
    ck_assert_int_eq(progress_of(t, 2059, 300, NULL, &o, &k), SKPI_OK);
    ck_assert_int_eq(k.verdict, SKPI_CARBON_VERDICT_ALREADY_MET);
    ck_assert_int_eq(progress_of(t, 2024, 1, NULL, &o, &k), SKPI_OK);
    ck_assert_int_eq(k.verdict, SKPI_CARBON_VERDICT_MISSED);
    ck_fails_at(progress_of(t, 2059, 1, NULL, &o, &k), SKPI_EDOM, "emission->value", 0);
    skpi_error error = {.size = sizeof error};
    ck_assert_int_eq(skpi_last_error_get(&error), SKPI_OK);
    ck_assert_int_eq(error.column, 12);
    ck_fails_at(progress_of(t, 2059, 0, NULL, &o, &k), SKPI_EDOM, "target", 0);
    fall[12] = 250, fall[9] = -1; /* outside the window */
    ck_assert_int_eq(progress_of(t, 2059, 1, NULL, &o, &k), SKPI_OK);
}
END_TEST

START_TEST(progress_refuses)
{
    int32_t base = 2009, year = 2030, status;
    double target = 70, gap = -7;
    skpi_carbon_progress_options o = {.size = sizeof o};
    skpi_carbon_progress_out out = {.size = sizeof out, .gap = &gap};
    ck_fails_at(skpi_carbon_progress(&city_table, &year, &target, &base, &o, &out, NULL), SKPI_ENODATA, "base_year", 0);
    base = 2024, year = 2024;
    ck_fails(skpi_carbon_progress(&city_table, &year, &target, &base, &o, &out, NULL), SKPI_ENOTSORTED, "base_year");
    base = 2010, year = 2030, o.tolerance = 1.5;
    ck_fails(skpi_carbon_progress(&city_table, &year, &target, &base, &o, &out, NULL), SKPI_ERANGE,
             "options->tolerance");
    o.tolerance = 0, o.window = -1;
    ck_fails(skpi_carbon_progress(&city_table, &year, &target, &base, &o, &out, NULL), SKPI_ERANGE, "options->window");
    o.window = 1; /* a window with the last value alone */
    ck_fails(skpi_carbon_progress(&city_table, &year, &target, &base, &o, &out, NULL), SKPI_ENODATA, "emission->value");
    o.window = 0, target = NONE;
    ck_fails(skpi_carbon_progress(&city_table, &year, &target, &base, &o, &out, NULL), SKPI_ENOTFINITE, "target");
    ck_assert(gap == -7);
    ck_assert_int_eq(skpi_carbon_progress(&city_table, &year, &target, &base, &o, &out, &status), SKPI_WROWS);
    ck_assert(status == SKPI_ENOTFINITE && isnan(gap));
    /* a target just below the last value gives a ratio beyond the range of a double */
    static const double steep[] = {1e10, 0x1p-1040};
    static const skpi_table two = {.size = sizeof two, .n = 1, .m = 2, .year = city_years, .value = steep};
    target = 0, year = 2400;
    ck_fails_at(skpi_carbon_progress(&two, &year, &target, NULL, NULL, &out, NULL), SKPI_EOVERFLOW, "out->ratio", 0);
    /* the same behind a good place: nothing is written, because all rows are computed first */
    static const double places[] = {2, 1, 1e10, 0x1p-1040};
    static const skpi_table both = {.size = sizeof both, .n = 2, .m = 2, .year = city_years, .value = places};
    const int32_t years[] = {2400, 2400};
    const double targets[] = {0, 0};
    double gaps[] = {-7, -7};
    out.gap = gaps;
    ck_fails_at(skpi_carbon_progress(&both, years, targets, NULL, NULL, &out, NULL), SKPI_EOVERFLOW, "out->ratio", 1);
    ck_assert(gaps[0] == -7 && gaps[1] == -7);
}
END_TEST

UNIT_MAIN("carbon verdicts", UNIT_CASE("peak", classes, peak_edges),
          UNIT_CASE("progress", progress_of_a_city, progress_over_the_target_year, progress_verdicts,
                    progress_by_compound_rates, progress_refuses))
