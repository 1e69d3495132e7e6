/* Series: filling, crossing dates, growth, trends. */
#include "numeric/select.h"
#include "unit/unit.h"

static const int32_t years[] = {2000, 2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008, 2009};

static skpi_table table(size_t n, size_t m, const double *value)
{
    return (skpi_table){.size = sizeof(skpi_table), .n = n, .m = m, .year = years, .value = value};
}

/* Selection compared with a full sort, with ties, around every rank. */
static int ascending(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

START_TEST(selection)
{
    static const size_t sizes[] = {1, 2, 3, 10, 101, 700, 5000};
    uint64_t seed = 1;
    for (size_t c = 0; c < sizeof sizes / sizeof *sizes; c++)
        for (int ties = 0; ties < 2; ties++) {
            const size_t n = sizes[c], step = n > 200 ? n / 37 : 1;
            double *x = malloc(n * sizeof *x), *y = malloc(n * sizeof *y), *z = malloc(n * sizeof *z);
            for (size_t i = 0; i < n; i++) {
                seed = seed * 6364136223846793005u + 1442695040888963407u;
                x[i] = ties ? (double)((seed >> 40) % 5) : (double)(seed >> 11) - 4e15;
            }
            memcpy(y, x, n * sizeof *x);
            qsort(y, n, sizeof *y, ascending);
            for (size_t k = 0; k < n; k += step) {
                memcpy(z, x, n * sizeof *x);
                ck_assert_double_eq(skpi__select(n, z, k), y[k]);
                for (size_t i = 0; i < n; i++) ck_assert(i < k ? z[i] <= y[k] : z[i] >= y[k]);
            }
            memcpy(z, x, n * sizeof *x);
            ck_assert_double_eq(skpi__median(n, z), n % 2 ? y[n / 2] : y[n / 2 - 1] + (y[n / 2] - y[n / 2 - 1]) / 2);
            free(x), free(y), free(z);
        }
}
END_TEST

/* cases/urban/interpolation.csv: 50-digit arithmetic */
START_TEST(interpolation)
{
    static const double t[] = {2000, 2010}, p[] = {.3, .5}, at[] = {2000, 2002.5, 2005, 2010};
    static const double one[] = {.97, 1}, at_one[] = {2003, 2009.5}, zero_one[] = {0, 1};
    double out[4];
    ck_assert_int_eq(skpi_series_interpolate(4, 2, t, p, at, SKPI_SERIES_SCALE_LOGIT, out, NULL), SKPI_OK);
    ck_assert_double_eq(out[0], .3);
    ck_near(out[1], .34627050011756644, 1e-15);
    ck_near(out[2], .39564392373896, 1e-15);
    ck_assert_double_eq(out[3], .5);
    ck_assert_int_eq(skpi_series_interpolate(2, 2, t, one, at_one, SKPI_SERIES_SCALE_LOGIT, out, NULL), SKPI_OK);
    ck_near(out[0], .979, 1e-15);
    ck_near(out[1], .9985, 1e-15);
    ck_assert_int_eq(skpi_series_interpolate(1, 2, t, zero_one, at + 1, SKPI_SERIES_SCALE_LOGIT, out, NULL), SKPI_OK);
    ck_near(out[0], .25, 1e-15);
    /* on the log scale the middle is the geometric mean; also in place */
    double dates[] = {2005, 2000};
    ck_assert_int_eq(
        skpi_series_interpolate(2, 2, t, (const double[]){1, 100}, dates, SKPI_SERIES_SCALE_LOG, dates, NULL), SKPI_OK);
    ck_near(dates[0], 10, 1e-13);
    ck_assert_double_eq(dates[1], 1);
    /* many knots: the interpolated value lies between the ends of its interval, and an observation keeps its bits */
    double tt[50], yy[50], x, y;
    for (int i = 0; i < 50; i++) tt[i] = 1960 + i * 1.25, yy[i] = .1 + .015 * i;
    for (int i = 0; i < 50; i++) {
        ck_assert_int_eq(skpi_series_interpolate(1, 50, tt, yy, tt + i, SKPI_SERIES_SCALE_LOGIT, &y, NULL), SKPI_OK);
        ck_assert_double_eq(y, yy[i]);
        x = tt[i] + .5;
        if (i == 49) break;
        ck_assert_int_eq(skpi_series_interpolate(1, 50, tt, yy, &x, SKPI_SERIES_SCALE_LOGIT, &y, NULL), SKPI_OK);
        ck_assert(y > yy[i] && y < yy[i + 1]);
    }
    /* between neighbouring doubles rounding does not leave the interval */
    static const double close[] = {0x1.ffffffffffff9p-1, 0x1.ffffffffffffap-1, 0x1.999999999999ap-3,
                                   0x1.999999999999cp-3};
    for (int i = 0; i < 4; i += 2)
        for (int32_t scale = SKPI_SERIES_SCALE_LINEAR; scale <= SKPI_SERIES_SCALE_LOGIT; scale++)
            for (x = 2000.5; x < 2010; x += .5) {
                ck_assert_int_eq(skpi_series_interpolate(1, 2, t, close + i, &x, scale, &y, NULL), SKPI_OK);
                ck_assert(y >= close[i] && y <= close[i + 1]);
            }
}
END_TEST

START_TEST(interpolation_refuses)
{
    static const double t[] = {2000, 2010}, p[] = {.3, .5}, same[] = {2000, 2000}, back[] = {2010, 2000};
    static const double percent[] = {30, 50}, at[] = {1999.5, 2005, 2011};
    double out[3] = {7, 7, 7};
    int32_t status[3];
    ck_fails_at(skpi_series_interpolate(3, 2, t, p, at, SKPI_SERIES_SCALE_LOGIT, out, NULL), SKPI_EDOM, "at", 0);
    ck_assert_double_eq(out[1], 7);
    ck_assert_int_eq(skpi_series_interpolate(3, 2, t, p, at, SKPI_SERIES_SCALE_LOGIT, out, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_EDOM && status[1] == SKPI_OK && status[2] == SKPI_EDOM && isnan(out[0]) &&
              isnan(out[2]));
    ck_fails_at(skpi_series_interpolate(1, 2, same, p, at + 1, SKPI_SERIES_SCALE_LOGIT, out, NULL), SKPI_EDOM, "date",
                1);
    ck_fails_at(skpi_series_interpolate(1, 2, back, p, at + 1, SKPI_SERIES_SCALE_LOGIT, out, NULL), SKPI_ENOTSORTED,
                "date", 1);
    ck_fails_at(skpi_series_interpolate(1, 2, t, percent, at + 1, SKPI_SERIES_SCALE_LOGIT, out, NULL), SKPI_ERANGE,
                "value", 0);
    ck_fails(skpi_series_interpolate(1, 2, t, p, at + 1, SKPI_SERIES_MODEL_LINE, out, NULL), SKPI_EINVAL, "scale");
    ck_fails(skpi_series_interpolate(1, 0, NULL, NULL, at + 1, SKPI_SERIES_SCALE_LINEAR, out, NULL), SKPI_ENODATA,
             "n_known");
    ck_assert_int_eq(skpi_series_interpolate(0, 2, t, p, NULL, SKPI_SERIES_SCALE_LOGIT, NULL, NULL), SKPI_OK);
}
END_TEST

START_TEST(crossing)
{
    static const double value[] = {.30, .34, .39, .46, .52, .51, .49, .40, .30, .20, /* rises and falls */
                                   /* at the threshold in a whole year */
                                   .30, .30, .50, .60, .60, .60, .60, .60, .60, .60, .10, .11, .12, .13, .14, .15, .16,
                                   .17, .18, .19, /* never reaches it */
                                   .80, .70, .40, .30, .30, .30, .30, .30, .30, .30 /* begins above it */};
    skpi_table t = table(4, 10, value);
    double date[4];
    ck_assert_int_eq(skpi_series_crossing(&t, .5, SKPI_SERIES_SCALE_LINEAR, date, NULL), SKPI_OK);
    ck_near(date[0], 2003 + 4. / 6, 1e-9);
    ck_assert_double_eq(date[1], 2002);
    ck_assert(isnan(date[2]));
    ck_near(date[3], 2001 + 2. / 3, 1e-9);
    ck_assert_int_eq(skpi_series_crossing(&t, .5, SKPI_SERIES_SCALE_LOGIT, date, NULL), SKPI_OK);
    ck_near(date[0], 2003 + log(.46 / .54) / (log(.46 / .54) - log(.52 / .48)), 1e-9);
    /* at the date that is found the value is the threshold */
    double tt[10], at;
    for (int i = 0; i < 10; i++) tt[i] = years[i];
    ck_assert_int_eq(skpi_series_interpolate(1, 10, tt, value, date, SKPI_SERIES_SCALE_LOGIT, &at, NULL), SKPI_OK);
    ck_near(at, .5, 1e-12);
    /* a step that exceeds a double; a step too small for a difference of logarithms */
    static const double huge[] = {-1.6e308, 1.6e308}, flat[] = {0x1p996, 0x1p996 * (1 + 0x1p-43)};
    skpi_table edge = table(1, 2, huge);
    ck_assert_int_eq(skpi_series_crossing(&edge, 0, SKPI_SERIES_SCALE_LINEAR, date, NULL), SKPI_OK);
    ck_assert_double_eq(date[0], 2000.5);
    edge.value = flat;
    ck_assert_int_eq(skpi_series_crossing(&edge, 0x1p996 * (1 + 0x1p-44), SKPI_SERIES_SCALE_LOG, date, NULL), SKPI_OK);
    ck_near(date[0], 2000.5, 1e-9);
    /* 0 is met but for the rounding of the figures that cancel; figures of .5 leave no such rest on a scale of rates */
    static const double left[] = {.5 - .1, .4 - .15, .35 - .25, (.1 + .2) - .3, .4 - .3}, rates[] = {.5, 1e-18};
    edge = table(1, 5, left);
    ck_assert(left[3] > 0);
    ck_assert_int_eq(skpi_series_crossing(&edge, 0, SKPI_SERIES_SCALE_LINEAR, date, NULL), SKPI_OK);
    ck_assert_double_eq(date[0], 2003);
    ck_assert_int_eq(skpi_series_crossing(&edge, 0, SKPI_SERIES_SCALE_LOGIT, date, NULL), SKPI_OK);
    ck_assert_double_eq(date[0], 2003);
    edge = table(1, 2, rates);
    ck_assert_int_eq(skpi_series_crossing(&edge, 1e-17, SKPI_SERIES_SCALE_LOG, date, NULL), SKPI_OK);
    ck_near(date[0], 2000 + log(.5 / 1e-17) / log(.5 / 1e-18), 1e-12);
    ck_fails(skpi_series_crossing(&t, 50, SKPI_SERIES_SCALE_LOGIT, date, NULL), SKPI_ERANGE, "threshold");
    ck_fails(skpi_series_crossing(&t, .5, 0, date, NULL), SKPI_EINVAL, "scale");
}
END_TEST

START_TEST(growth)
{
    static const double value[] = {100, 110, 99, 99, 1e-300, 1e300};
    skpi_table t = table(2, 3, value);
    double rate[4], points[4];
    int32_t status[2];
    ck_assert_int_eq(skpi_series_growth(&t, rate, points, NULL), SKPI_OK);
    ck_near(rate[0], log(1.1), 1e-15);
    ck_near(rate[1], log(.9), 1e-15);
    ck_assert_double_eq(points[1], -11);
    ck_near(rate[3], 600 * log(10.), 1e-11); /* the quotient overflows */
    static const int32_t far[] = {2000, 2010, 2030};
    t.year = far;
    ck_assert_int_eq(skpi_series_growth(&t, rate, points, NULL), SKPI_OK);
    ck_near(rate[0], log(1.1) / 10, 1e-16);
    ck_near(points[1], -.55, 1e-15);
    static const double tiny[] = {1, 1 + 0x1p-50};
    t = table(1, 2, tiny);
    ck_assert_int_eq(skpi_series_growth(&t, rate, NULL, NULL), SKPI_OK);
    ck_near(rate[0] / 0x1p-50, 1, 1e-14); /* a small change keeps its digits */
    static const double bad[] = {1, 0, 2, 3};
    t = table(2, 2, bad);
    ck_fails_at(skpi_series_growth(&t, rate, NULL, NULL), SKPI_EDOM, "y->value", 0);
    ck_assert_int_eq(skpi_series_growth(&t, rate, NULL, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_EDOM && status[1] == SKPI_OK && isnan(rate[0]) && !isnan(rate[1]));
    ck_assert_int_eq(skpi_series_growth(&t, NULL, points, NULL), SKPI_OK); /* points need no logarithm */
    t.m = 1;
    ck_fails(skpi_series_growth(&t, rate, NULL, NULL), SKPI_ENODATA, "y->m");
}
END_TEST

typedef struct trend {
    double s, variance, z, p, slope, intercept;
    int32_t used;
} trend;

static trend trend_of(size_t m, const double *value, skpi_status expected)
{
    trend t;
    skpi_table y = table(1, m, value);
    skpi_series_trend_out out = {.size = sizeof out,
                                 .s = &t.s,
                                 .variance = &t.variance,
                                 .z = &t.z,
                                 .p = &t.p,
                                 .slope = &t.slope,
                                 .intercept = &t.intercept,
                                 .used = &t.used};
    ck_assert_int_eq(skpi_series_trend(&y, &out, NULL), expected);
    return t;
}

START_TEST(trends)
{
    static const double line[] = {3, 5, 7, 9, 11}, flat[] = {4, 4, 4, 4}, ties[] = {1, 2, 2, 3, 2, 5};
    static const double gaps[] = {3, (double)NAN, 7, 9, (double)NAN, 13}, two[] = {1, 4};
    trend t = trend_of(5, line, SKPI_OK);
    ck_assert_double_eq(t.s, 10);
    ck_near(t.variance, 5 * 4 * 15 / 18., 1e-14);
    ck_near(t.z, 9 / sqrt(5 * 4 * 15 / 18.), 1e-14);
    ck_near(t.p, erfc(9 / sqrt(5 * 4 * 15 / 18.) / sqrt(2)), 1e-15);
    ck_assert_double_eq(t.slope, 2);
    ck_assert_double_eq(t.intercept, 3);
    t = trend_of(4, flat, SKPI_OK);
    ck_assert(t.s == 0 && t.z == 0 && t.p == 1 && t.slope == 0 && t.intercept == 4);
    ck_assert_double_eq(t.variance, 0);
    /* by hand: 11 rising pairs, 1 falling, 3 equal; with a group of three equal values Var = (6 5 17 - 3 2 11)/18 */
    t = trend_of(6, ties, SKPI_OK);
    ck_assert_double_eq(t.s, 10);
    ck_near(t.variance, (510 - 66) / 18., 1e-14);
    t = trend_of(6, gaps, SKPI_WMISSING);
    ck_assert(t.used == 4 && t.slope == 2 && t.intercept == 3);
    t = trend_of(2, two, SKPI_OK);
    ck_assert(t.slope == 3 && t.intercept == 1 && t.z == 0);
    /* reversed in time, S and the slope change their signs; Var and p do not */
    double back[6];
    for (int i = 0; i < 6; i++) back[i] = ties[5 - i];
    trend a = trend_of(6, ties, SKPI_OK), b = trend_of(6, back, SKPI_OK);
    ck_assert(a.s == -b.s && a.variance == b.variance && a.p == b.p && a.slope == -b.slope);
}
END_TEST

START_TEST(trends_refuse)
{
    static const double value[] = {1, 2, 3, (double)NAN, (double)NAN, 3, 1, (double)INFINITY, 2};
    skpi_table y = table(3, 3, value);
    double p[3] = {7, 7, 7};
    int32_t used[3], status[3];
    skpi_series_trend_out out = {.size = sizeof out, .p = p, .used = used};
    ck_fails_at(skpi_series_trend(&y, &out, NULL), SKPI_ENODATA, "y->value", 1);
    ck_assert_double_eq(p[0], 7);
    ck_assert_int_eq(skpi_series_trend(&y, &out, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_ENODATA && status[2] == SKPI_ENOTFINITE);
    ck_assert(!isnan(p[0]) && isnan(p[1]) && isnan(p[2]) && used[0] == 3 && used[1] == SKPI_NONE);
    /* a steep line extended from 2398 back to 1500 leaves the range of a double */
    static const int32_t far[] = {1500, 2398, 2399, 2400};
    static const double steep[] = {0, 0, 2e307, 4e307, 1, 2, 3, 4};
    double intercept[2] = {7, 7};
    out.intercept = intercept;
    y = (skpi_table){.size = sizeof y, .n = 2, .m = 4, .year = far, .value = steep};
    ck_fails_at(skpi_series_trend(&y, &out, NULL), SKPI_EOVERFLOW, "out->intercept", 0);
    ck_assert_double_eq(intercept[0], 7);
    ck_assert_int_eq(skpi_series_trend(&y, &out, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_EOVERFLOW && status[1] == SKPI_OK && isnan(intercept[0]) && isfinite(intercept[1]));
    ck_fails(skpi_series_trend(&y, NULL, NULL), SKPI_EINVAL, "out");
    ck_fails(skpi_series_trend(NULL, &out, NULL), SKPI_EINVAL, "y");
}
END_TEST

/* Hamed and Rao, computed with NumPy 1.24.2 from the paper's formula. */
START_TEST(trends_modified)
{
    static const double drift[] = {10.1, 10.5, 10.8, 9.9, 9.6, 10.4, 10.6, 12.5, 13.5, 14.1, 16.4, 14.5};
    static const double saw[] = {6.8, 3.4, 8.1, 4.6, 8.4, 5.3, 9.8, 6.8, 11.5, 6.9, 11.8, 8.2};
    /* differences by rounding do not count as ranks */
    static const double line[] = {.3, .4, .5, .6, .7, .8, .9, 1, 1.1, 1.2, 1.3, 1.4};
    int32_t annual[12];
    double variance, z, p, plain;
    for (int k = 0; k < 12; k++) annual[k] = 2010 + k;
    skpi_series_trend_out out = {
        .size = sizeof out, .p = &plain, .modified_variance = &variance, .modified_z = &z, .modified_p = &p};
    skpi_table y = (skpi_table){.size = sizeof y, .n = 1, .m = 12, .year = annual, .value = drift};
    ck_assert_int_eq(skpi_series_trend(&y, &out, NULL), SKPI_OK);
    ck_near(plain, .0031919663535487806, 1e-15);
    ck_near(variance, 400.60897435897436, 1e-11);
    ck_near(z, 2.148365247777721, 1e-13);
    ck_near(p, .03168475127001115, 1e-14);
    y = (skpi_table){/* n/n* would be -.125 and is limited to 1/12 */
                     .size = sizeof y,
                     .n = 1,
                     .m = 12,
                     .year = annual,
                     .value = saw};
    ck_assert_int_eq(skpi_series_trend(&y, &out, NULL), SKPI_OK);
    ck_near(variance, 17.638888888888886, 1e-12);
    ck_near(z, 7.143082111192907, 1e-12);
    ck_near(p, 9.126107161251605e-13, 1e-24);
    y = (skpi_table){.size = sizeof y, .n = 1, .m = 12, .year = annual, .value = line};
    ck_assert_int_eq(skpi_series_trend(&y, &out, NULL), SKPI_OK);
    ck_assert(p == plain);
    y = (skpi_table){.size = sizeof y, .n = 1, .m = 3, .year = annual, .value = drift}; /* no lag has a weight */
    ck_assert_int_eq(skpi_series_trend(&y, &out, NULL), SKPI_OK);
    ck_assert(p == plain);
    /* steps of five years are accepted, but not steps of different lengths */
    static const int32_t five[] = {2000, 2005, 2010, 2015, 2020, 2025}, mixed[] = {2000, 2005, 2010, 2015, 2016, 2017};
    static const double gaps[] = {1, 3, 2, NAN, 5, 4};
    y = (skpi_table){.size = sizeof y, .n = 1, .m = 6, .year = five, .value = drift};
    ck_assert_int_eq(skpi_series_trend(&y, &out, NULL), SKPI_OK);
    ck_assert(p > 0 && p < 1 && variance > 0);
    y.year = mixed;
    ck_assert_int_eq(skpi_series_trend(&y, &out, NULL), SKPI_OK);
    ck_assert(isnan(variance) && isnan(z) && isnan(p) && plain > 0);
    y.year = five, y.value = gaps;
    ck_assert_int_eq(skpi_series_trend(&y, &out, NULL), SKPI_WMISSING);
    ck_assert(isnan(p));
}
END_TEST

UNIT_MAIN("series", UNIT_CASE("select", selection), UNIT_CASE("interpolate", interpolation, interpolation_refuses),
          UNIT_CASE("crossing", crossing), UNIT_CASE("growth", growth),
          UNIT_CASE("trend", trends, trends_modified, trends_refuse))
