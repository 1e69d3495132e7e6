/* Fits of models to series: known answers with their sources, exact curves recovered, bounds, and the lowest minimum. */
#include "series/model.h"
#include "unit/unit.h"

#define COUNT(a) (sizeof(a) / sizeof *(a))

/* Share of the digital economy in China's GDP, China Academy of Information and Communications Technology, 2012 and
 * 2016-2023. */
static const int32_t years[] = {2012, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023};
static const double shares[] = {.216, .303, .329, .348, .362, .386, .398, .415, .428};

typedef struct fitted {
    double parameter[4], covariance[4][4], sse, sigma, inflection;
    int32_t used, at_bound;
} fitted;

static skpi_status fit(size_t m, const int32_t *year, const double *y, const skpi_series_fit_options *options,
                       fitted *f)
{
    const skpi_table table = {.size = sizeof table, .n = 1, .m = m, .year = year, .value = y};
    skpi_series_fit_out out = {.size = sizeof out,
                               .n_parameters = 4,
                               .parameter = f->parameter,
                               .covariance = f->covariance[0],
                               .sse = &f->sse,
                               .sigma = &f->sigma,
                               .inflection = &f->inflection,
                               .used = &f->used,
                               .at_bound = &f->at_bound};
    return skpi_series_fit(&table, options, &out, NULL);
}

#define OPTIONS(...) (&(const skpi_series_fit_options){.size = sizeof(skpi_series_fit_options), __VA_ARGS__})
#define ck_relative(value, expected, tolerance) ck_near(value, expected, (tolerance)*fabs(expected))

START_TEST(digital_shares)
{
    /* least squares of the table above in 40-digit arithmetic (Gauss-Newton to 1e-35) */
    fitted f;
    ck_assert_int_eq(fit(9, years, shares, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC), &f), SKPI_OK);
    ck_relative(f.parameter[0], .51367164166054353332, 1e-12);
    ck_relative(f.parameter[1], .17515476932927694249, 1e-12);
    ck_relative(f.parameter[2], 2013.8337588142401437, 1e-14);
    ck_assert(isnan(f.parameter[3]));
    ck_relative(f.sse, 3.6831552254737302037e-5, 1e-12);
    ck_relative(f.covariance[0][0], .00013638868230077, 1e-9);
    ck_relative(f.covariance[0][1], -9.21292719789852e-5, 1e-9);
    ck_relative(f.covariance[2][1], -.00183272848585648, 1e-9);
    ck_relative(f.covariance[2][2], .0673634557478032, 1e-9);
    ck_assert(isnan(f.covariance[3][0]) && isnan(f.covariance[2][3]));
    ck_assert_double_eq(f.inflection, f.parameter[2]);
    ck_relative(f.sigma, sqrt(f.sse / 6), 1e-14);
    ck_assert_int_eq(f.used, 9);
    ck_assert_int_eq(f.at_bound, 0);
    ck_assert_int_eq(fit(9, years, shares, OPTIONS(.model = SKPI_SERIES_MODEL_GOMPERTZ), &f), SKPI_OK);
    ck_relative(f.parameter[0], .56932830865397393937, 1e-12);
    ck_relative(f.parameter[1], .11182673954057702623, 1e-12);
    ck_relative(f.parameter[2], 2011.7396593241123656, 1e-14);
    ck_relative(f.sse, 3.9098791193327214285e-5, 1e-12);
    ck_relative(f.covariance[0][0], .000432287761830688, 1e-9);
    ck_relative(f.covariance[2][2], .0785698432980555, 1e-9);
    ck_assert_int_eq(fit(9, years, shares, OPTIONS(.model = SKPI_SERIES_MODEL_LOGIT_LINE), &f), SKPI_OK);
    ck_relative(f.parameter[0], -1.2132896240011823, 1e-13); /* NumPy */
    ck_relative(f.parameter[1], .08964772894516472, 1e-13);
    ck_assert_double_eq(f.parameter[2], 2012);
    ck_assert_double_eq(f.parameter[3], 1);
    ck_relative(f.sigma * f.sigma, .0024733790100628654, 1e-12);
    ck_near(f.inflection, 2012 + 1.2132896240011823 / .08964772894516472, 1e-9);
}
END_TEST

START_TEST(line_by_hand)
{
    /* 1, 3, 4 in 2000, 2001, 2003: mean x 4/3, Sxx 14/3, Sxy 13/3, b 13/14, a 8/3 - 52/42 = 10/7, SSE 14/3 - b 13/3 */
    const int32_t year[] = {2000, 2001, 2003};
    const double y[] = {1, 3, 4};
    fitted f;
    ck_assert_int_eq(fit(3, year, y, OPTIONS(.model = SKPI_SERIES_MODEL_LINE), &f), SKPI_OK);
    ck_near(f.parameter[0], 10 / 7., 1e-14);
    ck_near(f.parameter[1], 13 / 14., 1e-15);
    ck_assert_double_eq(f.parameter[2], 2000);
    const double sse = 14 / 3. - 13 / 14. * 13 / 3;
    ck_near(f.sse, sse, 1e-14);
    ck_near(f.covariance[1][1], sse / (14 / 3.), 1e-14);
    ck_near(f.covariance[0][1], -4 / 3. * sse / (14 / 3.), 1e-14);
    ck_near(f.covariance[0][0], sse / 3 + 16 / 9. * sse / (14 / 3.), 1e-14);
    ck_assert(isnan(f.inflection));
}
END_TEST

START_TEST(persistence_by_hand)
{
    const int32_t year[] = {2000, 2001, 2005};
    const double y[] = {1, 3, 7}; /* dy^2/dt is 4 and 4 */
    fitted f;
    ck_assert_int_eq(fit(3, year, y, OPTIONS(.model = SKPI_SERIES_MODEL_PERSISTENCE), &f), SKPI_OK);
    ck_assert_double_eq(f.parameter[0], 7);
    ck_assert(isnan(f.parameter[1]) && isnan(f.covariance[0][0]));
    ck_near(f.sse, 8, 1e-15);
    ck_near(f.sigma, 2, 1e-15);
}
END_TEST

START_TEST(holt_digital_shares)
{
    /* NumPy and SciPy, percent, 2016-2023: SSE, level and trend with the weights .8 and .2, and at the minimum */
    fitted f;
    ck_assert_int_eq(fit(9, years, shares, OPTIONS(.model = SKPI_SERIES_MODEL_HOLT), &f),
                     SKPI_WADJUSTED | SKPI_WWEAKFIT); /* 2012 is left out, beta is 1 */
    ck_assert_int_eq(f.used, 8);
    ck_relative(f.parameter[0], .6120413065393555, 1e-7);
    ck_assert_double_eq(f.parameter[1], 1);
    ck_assert_int_eq(f.at_bound, 2);
    ck_relative(f.sse, 2.0426414152499923e-4, 1e-12);
    ck_relative(f.parameter[2], .4289491760430882, 1e-8);
    ck_relative(f.parameter[3], .013878789968244334, 1e-7);
    ck_assert_int_eq(
        fit(8, years + 1, shares + 1, OPTIONS(.model = SKPI_SERIES_MODEL_HOLT, .alpha = .8, .beta = .2), &f), SKPI_OK);
    ck_relative(f.sse, 4.266643272165495e-4, 1e-12);
    ck_relative(f.parameter[2], .43963719694336 - .01, 1e-12);
    ck_relative(f.parameter[3], .018649305178112001, 1e-12);
    ck_relative(f.sigma, sqrt(f.sse / 6), 1e-13);
}
END_TEST

/* Either weight alone is held, and the other is 0.  By hand: 1, 2, 4, 5 and weights of a half. */
START_TEST(holt_with_one_weight)
{
    const int32_t year[] = {2000, 2001, 2002, 2003};
    const double y[] = {1, 2, 4, 5};
    fitted f;
    /* alpha alone: the trend stays 1; e is 0, 1, .5 */
    ck_assert_int_eq(fit(4, year, y, OPTIONS(.model = SKPI_SERIES_MODEL_HOLT, .alpha = .5), &f), SKPI_OK);
    ck_assert(f.parameter[0] == .5 && f.parameter[1] == 0 && f.parameter[2] == 4.75 && f.parameter[3] == 1);
    ck_assert_double_eq(f.sse, 1.25);
    ck_assert_int_eq(f.at_bound, 0); /* a weight that is held is at no bound of a search */
    /* beta alone: nothing is learnt, so the line goes on from the first two values; e is 0, 1, 1 */
    ck_assert_int_eq(fit(4, year, y, OPTIONS(.model = SKPI_SERIES_MODEL_HOLT, .beta = .5), &f), SKPI_OK);
    ck_assert(f.parameter[0] == 0 && f.parameter[1] == .5 && f.parameter[2] == 4 && f.parameter[3] == 1);
    ck_assert_double_eq(f.sse, 2);
    ck_assert_int_eq(f.at_bound, 0);
    /* a line needs no correction: both fitted weights end at 0, which is a bound */
    const int32_t six[] = {2000, 2001, 2002, 2003, 2004, 2005};
    const double line[] = {1, 2, 3, 4, 5, 6};
    ck_assert_int_eq(fit(6, six, line, OPTIONS(.model = SKPI_SERIES_MODEL_HOLT), &f), SKPI_WWEAKFIT);
    ck_assert(f.parameter[0] == 0 && f.parameter[1] == 0 && f.sse == 0);
    ck_assert_int_eq(f.at_bound, 3);
}
END_TEST

/* A curve is found again from exact values, wherever it lies. */
START_TEST(exact_curves)
{
    static const double cases[][4] = {
        {SKPI_SERIES_MODEL_LOGISTIC, .85, .045, 2003}, {SKPI_SERIES_MODEL_LOGISTIC, .6, .2, 1990},
        {SKPI_SERIES_MODEL_LOGISTIC, 120, -.08, 1980}, {SKPI_SERIES_MODEL_LOGISTIC, 3e9, .9, 1999.3},
        {SKPI_SERIES_MODEL_LOGISTIC, .3, .06, 2040},   {SKPI_SERIES_MODEL_GOMPERTZ, .9, .03, 1990},
        {SKPI_SERIES_MODEL_GOMPERTZ, 2e-7, .3, 2005},  {SKPI_SERIES_MODEL_GOMPERTZ, .5, -.1, 2001},
        {SKPI_SERIES_MODEL_BASS, 100, .03, .38},       {SKPI_SERIES_MODEL_BASS, 1, .2, .05},
        {SKPI_SERIES_MODEL_BASS, 5e4, .0005, .6}};
    int32_t year[45];
    double y[45];
    for (size_t c = 0; c < COUNT(cases); c++) {
        const int32_t model = (int32_t)cases[c][0];
        const int bass = model == SKPI_SERIES_MODEL_BASS;
        for (size_t step = 1; step <= 3; step++) {
            const size_t n = 45 / step;
            const double truth[4] = {cases[c][1], cases[c][2], cases[c][3], 1974};
            for (size_t i = 0; i < n; i++) {
                year[i] = 1975 + (int32_t)(i * step);
                y[i] = skpi__curve_value(model, truth, year[i]);
            }
            fitted f;
            const skpi_status s = fit(n, year, y, OPTIONS(.model = model), &f);
            /* without residuals an interval would have no width; a steep curve that ends within a step is a jump */
            ck_assert_msg((s & ~SKPI_WUNUSUAL) == SKPI_WWEAKFIT, "case %zu step %zu: %s %s", c, step,
                          skpi_status_name(s), skpi_last_error());
            for (int j = 0; j < (bass ? 4 : 3); j++) ck_relative(f.parameter[j], truth[j], 1e-8);
            ck_assert_msg(f.sse <= 1e-24 * truth[0] * truth[0], "SSE %g", f.sse);
        }
    }
}
END_TEST

/* Gradients of the curves compared with differences. */
START_TEST(gradients)
{
    static const double p[][4] = {{.85, .045, 2003, 0}, {.5, -.2, 1990, 0}, {70, .03, .38, 1980}, {1, .3, .0, 1985}};
    static const int32_t model[] = {SKPI_SERIES_MODEL_LOGISTIC, SKPI_SERIES_MODEL_GOMPERTZ, SKPI_SERIES_MODEL_BASS,
                                    SKPI_SERIES_MODEL_BASS};
    for (size_t c = 0; c < COUNT(p); c++)
        for (double t = 1986; t < 2050; t += 7) {
            double g[4];
            ck_assert_uint_eq(skpi__curve_gradient(model[c], p[c], t, g), 3);
            for (size_t j = 0; j < 3; j++) {
                double up[4], down[4];
                memcpy(up, p[c], sizeof up);
                memcpy(down, p[c], sizeof down);
                const double h = 1e-6 * fmin(fmax(fabs(p[c][j]), .01), 10);
                up[j] += h;
                down[j] -= h;
                const double slope =
                    (skpi__curve_value(model[c], up, t) - skpi__curve_value(model[c], down, t)) / (2 * h);
                ck_near(g[j], slope, 1e-6 * fabs(slope) + 3e-8 * p[c][0]);
            }
        }
}
END_TEST

START_TEST(moved_in_time_and_scaled)
{
    /* the same curve eighteen years earlier and a million times as large */
    int32_t year[9];
    double y[9];
    for (size_t i = 0; i < 9; i++) year[i] = years[i] - 418, y[i] = 1e6 * shares[i];
    for (int32_t model = SKPI_SERIES_MODEL_LOGISTIC; model <= SKPI_SERIES_MODEL_BASS; model++) {
        fitted a, b;
        const skpi_status s = fit(9, years, shares, OPTIONS(.model = model), &a);
        ck_assert_int_eq(fit(9, year, y, OPTIONS(.model = model), &b), s);
        ck_relative(b.parameter[0], 1e6 * a.parameter[0], 1e-9);
        ck_near(b.parameter[1], a.parameter[1], 1e-9);
        ck_near(b.parameter[2], model == SKPI_SERIES_MODEL_BASS ? a.parameter[2] : a.parameter[2] - 418, 1e-6);
        ck_relative(b.sse, 1e12 * a.sse, 1e-9);
        ck_relative(b.covariance[0][0], 1e12 * a.covariance[0][0], 1e-6);
        ck_relative(b.covariance[1][1], a.covariance[1][1], 1e-6);
    }
}
END_TEST

START_TEST(bounds_act)
{
    fitted f, free;
    ck_assert_int_eq(fit(9, years, shares, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC), &free), SKPI_OK);
    /* a fit with the ceiling at its bound has the values of one with that ceiling held, but counts it as a parameter */
    ck_assert_int_eq(fit(9, years, shares, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC, .ceiling_max = .5), &f),
                     SKPI_WWEAKFIT);
    ck_assert_double_eq(f.parameter[0], .5);
    ck_assert_int_eq(f.at_bound, 1);
    ck_assert_double_eq(f.covariance[0][0], 0);
    ck_assert(f.sse > free.sse);
    fitted held;
    ck_assert_int_eq(fit(9, years, shares, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC, .ceiling = .5), &held),
                     SKPI_OK);
    ck_assert_int_eq(held.at_bound, 0);
    ck_relative(f.parameter[1], held.parameter[1], 1e-9);
    ck_relative(f.sse, held.sse, 1e-12);
    ck_relative(6 * f.covariance[1][1], 7 * held.covariance[1][1], 1e-9);
    ck_assert_int_eq(
        fit(9, years, shares, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC, .ceiling_min = .6, .ceiling_max = 1), &f),
        SKPI_WWEAKFIT);
    ck_assert_double_eq(f.parameter[0], .6);
    ck_assert_int_eq(
        fit(9, years, shares, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC, .speed_min = .01, .speed_max = .1), &f),
        SKPI_WWEAKFIT);
    ck_assert_double_eq(f.parameter[1], .1);
    ck_assert_int_eq(f.at_bound, 2);
    ck_assert_int_eq(fit(9, years, shares,
                         OPTIONS(.model = SKPI_SERIES_MODEL_GOMPERTZ, .midpoint_min = 2013, .midpoint_max = 2020), &f),
                     SKPI_WWEAKFIT);
    ck_assert_double_eq(f.parameter[2], 2013);
    ck_assert_int_eq(f.at_bound, 4);
    /* bounds that are not reached change nothing */
    ck_assert_int_eq(fit(9, years, shares,
                         OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC, .ceiling_min = .43, .ceiling_max = 1.0001,
                                 .speed_min = 1e-4, .speed_max = .3, .midpoint_min = 1700, .midpoint_max = 2200),
                         &f),
                     SKPI_OK);
    for (int j = 0; j < 3; j++) ck_relative(f.parameter[j], free.parameter[j], 1e-10);
    ck_relative(f.covariance[2][2], free.covariance[2][2], 1e-8);
    ck_relative(f.covariance[0][2], free.covariance[0][2], 1e-8);
}
END_TEST

START_TEST(weak_fits)
{
    /* a series that only accelerates has no ceiling; a ceiling above 1 is impossible for shares */
    const int32_t year[] = {2000, 2001, 2002, 2003, 2004, 2005};
    const double bending[] = {.30, .31, .33, .36, .40, .45}, rising[] = {.2, .25, .312, .389, .483, .597};
    double large[6];
    fitted f;
    ck_assert_int_eq(fit(6, year, bending, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC), &f), SKPI_WWEAKFIT);
    const skpi_status s = fit(6, year, rising, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC), &f);
    ck_assert_int_eq(s, SKPI_WWEAKFIT);
    ck_assert_msg(f.parameter[0] > 1, "%g", f.parameter[0]);
    ck_assert(sqrt(f.covariance[0][0]) < f.parameter[0]);
    for (int i = 0; i < 6; i++) large[i] = 100 * rising[i];
    ck_assert_int_eq(fit(6, year, large, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC), &f), SKPI_WWEAKFIT);
    ck_assert(f.at_bound == 0 && f.inflection > 2005); /* the inflection is still ahead */
    ck_assert_int_eq(fit(6, year, large, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC, .ceiling = 150), &f), SKPI_OK);
    /* a ceiling whose standard error is larger than itself, at no bound and below 1 */
    const double wild[] = {.2, .23, .23, .3, .23, .31};
    ck_assert_int_eq(fit(6, year, wild, OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC), &f), SKPI_WWEAKFIT);
    ck_assert(f.at_bound == 0 && f.parameter[0] < 1 && sqrt(f.covariance[0][0]) > f.parameter[0]);
    const double flat[] = {1, 2, 1, 2.1, 1, 2};
    ck_assert_int_eq(fit(6, year, flat, OPTIONS(.model = SKPI_SERIES_MODEL_LINE), &f), SKPI_WWEAKFIT);
}
END_TEST

/* Values that hardly bend leave the ceiling almost free: the minimum lies far along a bent valley.  The known values are
 * those of mpmath 1.3.0 with 40 digits, where the gradient of the sum of squares is 0. */
START_TEST(hardly_bent)
{
    static const int32_t year[] = {2000, 2001, 2002, 2003, 2004, 2005};
    static const struct {
        double y[6], parameter[3], sse;
    } known[] = {{{.3004, .3100, .3196, .3301, .3397, .3502},
                  {2.657486909945591, .01459213710717466, 2053.411218577304},
                  1.90613279498782e-7},
                 {{.2997, .3096, .3194, .3293, .3407, .3506},
                  {9.437070525566015, .00934267979991072, 2132.537436249721},
                  5.348673111013676e-7}};
    for (size_t k = 0; k < COUNT(known); k++) {
        fitted f;
        ck_assert_int_eq(fit(6, year, known[k].y, OPTIONS(.model = SKPI_SERIES_MODEL_GOMPERTZ), &f), SKPI_WWEAKFIT);
        ck_relative(f.parameter[0], known[k].parameter[0], 1e-9);
        ck_relative(f.parameter[1], known[k].parameter[1], 1e-9);
        ck_relative(f.parameter[2], known[k].parameter[2], 1e-9);
        ck_relative(f.sse, known[k].sse, 1e-11);
        ck_assert_int_eq(f.at_bound, 0);
    }
}
END_TEST

/* Noise that bends the wrong way, or not: a ceiling that is no better than its bound is given as the bound. */
START_TEST(ceilings_that_are_bounds)
{
    static const int32_t year[] = {1950, 1951, 1952, 1953, 1954, 1955, 1956, 1957},
                         some[] = {1950, 1951, 1955, 1956, 1959, 1960};
    static const double flat[] = {.5021, .5110, .4916, .4977, .4925, .5057, .4965, .5072},
                        late[] = {0, .0077, .0026, 0, .0055, .0148};
    fitted f;
    for (int32_t model = SKPI_SERIES_MODEL_LOGISTIC; model <= SKPI_SERIES_MODEL_GOMPERTZ; model++) {
        ck_assert_int_eq(fit(8, year, flat, OPTIONS(.model = model), &f), SKPI_WWEAKFIT);
        ck_assert_int_eq(f.at_bound, 1);
        ck_relative(f.parameter[0], 511., 1e-14); /* a thousand times the largest */
        ck_assert(f.covariance[0][0] == 0 && f.covariance[1][0] == 0 && f.covariance[1][1] > 0);
    }
    /* a curve so steep that only its end counts: no bound and no ceiling between is better than the others */
    ck_assert_int_eq(
        fit(6, some, late, OPTIONS(.model = SKPI_SERIES_MODEL_GOMPERTZ, .ceiling_min = .02, .ceiling_max = .03), &f),
        SKPI_WWEAKFIT);
    ck_assert(f.at_bound == 1 && f.parameter[0] == .02);
}
END_TEST

/* The steep part lies in a gap of the dates: two minima, of which a grid of speeds 1.75 times apart shows the higher.
 * Known values: by searches between narrow bounds of the speed. */
START_TEST(minima_in_a_gap)
{
    static const int32_t first[] = {1985, 1986, 1991, 1992, 2010, 2012, 2016, 2019, 2020},
                         second[] = {1986, 1987, 1989, 1991, 1996, 2014, 2015, 2016, 2017, 2020};
    static const double y[] = {.0018, .0019, .0046, .0061, .5895, .6222, .6519, .6639, .6619},
                        z[] = {.0203, .0017, .0051, .0107, .0097, .3989, .4193, .4479, .4857, .5307};
    int32_t past[9];
    double fall[9];
    fitted f;
    ck_assert_int_ge(fit(9, first, y, OPTIONS(.model = SKPI_SERIES_MODEL_GOMPERTZ), &f), SKPI_OK);
    ck_relative(f.sse, 4.62543132e-5, 1e-8);
    ck_assert_int_ge(fit(10, second, z, OPTIONS(.model = SKPI_SERIES_MODEL_GOMPERTZ), &f), SKPI_OK);
    ck_relative(f.sse, 7.58105746e-4, 1e-8);
    for (int k = 0; k < 9; k++) past[k] = 4005 - first[8 - k], fall[k] = y[8 - k]; /* the first, back in time */
    ck_assert_int_ge(fit(9, past, fall, OPTIONS(.model = SKPI_SERIES_MODEL_GOMPERTZ), &f), SKPI_OK);
    ck_relative(f.sse, 4.62543132e-5, 1e-8);
    ck_assert(f.parameter[1] < 0);
}
END_TEST

/* Pseudo-random series of every kind, many of them hard for a search: no point of a dense grid has a lower sum of
 * squares. */
static uint64_t seed = 1;
static double uniform(void)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (double)(seed >> 11) / 9007199254740992. + 1e-17;
}

static double lowest_on_grid(int32_t model, size_t n, const double *t, const double *y, double ceiling_most)
{
    const double centre = .5 * (t[0] + t[n - 1]), span = t[n - 1] - t[0], fastest = 10. * (double)n;
    double lowest = INFINITY;
    for (int i = 0; i < 160; i++) {
        const double s = (i % 2 ? -1 : 1) * .004 * pow(fastest / .004, (i / 2) / 79.);
        for (int k = 0; k < 160; k++) {
            const double u = -fabs(s) / 2 - 12 + (fabs(s) + 32) * k / 159.;
            double yg = 0, gg = 0, sse = 0, g[32];
            for (size_t j = 0; j < n; j++) {
                const double x = u + s * (t[j] - centre) / span;
                g[j] = model == SKPI_SERIES_MODEL_LOGISTIC ? 1 / (1 + exp(-x)) : exp(-exp(-x));
                yg += y[j] * g[j];
                gg += g[j] * g[j];
            }
            const double ceiling = gg > 0 ? fmin(yg / gg, ceiling_most) : 0;
            for (size_t j = 0; j < n; j++) sse += (ceiling * g[j] - y[j]) * (ceiling * g[j] - y[j]);
            lowest = fmin(lowest, sse);
        }
    }
    return lowest;
}

/* No point of a grid is lower than the fit, unless it says that noise does not determine it, once in fifty at most. */
START_TEST(lowest_minimum)
{
    int told = 0;
    for (int c = 0; c < unit_trials(70); c++) {
        const size_t n = 4 + (size_t)(12 * uniform());
        double t[32], y[32], most = 0;
        const double ceiling = .2 + uniform(), speed = .02 + .3 * uniform(), middle = 1940 + 60 * uniform();
        const double noise = pow(10, -4 + 3 * uniform());
        for (size_t i = 0; i < n; i++) {
            t[i] = i ? t[i - 1] + 1 + (c & 1 ? floor(4 * uniform()) : 0) : 1950;
            const double x = speed * (t[i] - middle);
            const double shapes[] = {ceiling / (1 + exp(-x)),
                                     ceiling * exp(-exp(-x)),
                                     .3 + .002 * (t[i] - 1950),
                                     .01 * exp(.05 * (t[i] - 1950)),
                                     .5,
                                     ceiling / (1 + exp(x)),
                                     t[i] > 1955 ? .6 : .2};
            y[i] = fmax(shapes[c % 7] + noise * (uniform() + uniform() - uniform() - uniform()), 0);
            most = fmax(most, y[i]);
        }
        for (int32_t model = SKPI_SERIES_MODEL_LOGISTIC; model <= SKPI_SERIES_MODEL_GOMPERTZ; model++) {
            const skpi__fit_rules rules = skpi__fit_free(model);
            skpi__fit f;
            const skpi_status s = skpi__fit_series(&rules, n, t, y, &f);
            if (s == SKPI_ESINGULAR || (s >= 0 && s & SKPI_WNOTCONVERGED)) {
                told++;
                continue;
            }
            ck_assert_msg(s >= 0, "case %d: %s", c, skpi_status_name(s));
            const double grid = lowest_on_grid(model, n, t, y, 1000 * most);
            ck_assert_msg(f.sse <= grid * (1 + 1e-9), "case %d model %d: SSE %.17g, on the grid %.17g", c, (int)model,
                          f.sse, grid);
        }
    }
    ck_assert_int_le(50 * told, 2 * unit_trials(70));
}
END_TEST

START_TEST(holt_lowest_minimum)
{
    for (int c = 0; c < unit_trials(60); c++) {
        const size_t n = 5 + (size_t)(20 * uniform());
        double t[32], y[32], b = uniform() - .5, lowest = INFINITY;
        for (size_t i = 0; i < n; i++) {
            t[i] = 1990 + 5 * (double)i;
            b += c % 3 == 0 ? 0 : .3 * (uniform() - .5);
            y[i] = (i ? y[i - 1] : 10) + b + (c % 2 ? 2 : .1) * (uniform() - .5);
        }
        for (int i = 0; i <= 200; i++)
            for (int j = 0; j <= 200; j++) {
                double l = y[0], trend = y[1] - y[0], sse = 0;
                for (size_t k = 1; k < n; k++) {
                    const double last = l, e = y[k] - l - trend;
                    sse += e * e;
                    l = i / 200. * y[k] + (1 - i / 200.) * (l + trend);
                    trend = j / 200. * (l - last) + (1 - j / 200.) * trend;
                }
                lowest = fmin(lowest, sse);
            }
        const skpi__fit_rules rules = skpi__fit_free(SKPI_SERIES_MODEL_HOLT);
        skpi__fit f;
        ck_assert_int_eq(skpi__fit_series(&rules, n, t, y, &f), f.at_bound ? SKPI_WWEAKFIT : SKPI_OK);
        ck_assert_msg(f.sse <= lowest * (1 + 1e-12), "case %d: %.17g, on the grid %.17g", c, f.sse, lowest);
    }
}
END_TEST

START_TEST(missing_values)
{
    int32_t year[12];
    double y[12];
    for (int i = 0; i < 12; i++) year[i] = 2012 + i, y[i] = (double)NAN;
    for (int i = 0; i < 9; i++) y[years[i] - 2012] = shares[i];
    for (int32_t model = SKPI_SERIES_MODEL_PERSISTENCE; model <= SKPI_SERIES_MODEL_HOLT; model++) {
        fitted a, b;
        const skpi_status s = fit(9, years, shares, OPTIONS(.model = model), &a);
        ck_assert_int_eq(fit(12, year, y, OPTIONS(.model = model), &b), (int)(s | SKPI_WMISSING));
        ck_assert_mem_eq(&a, &b, sizeof a);
    }
}
END_TEST

/* The caller states the width of a row of parameters.  Parameters that the model lacks are NaN, and all that it has
 * must fit. */
START_TEST(columns)
{
    static const size_t needed[] = {1, 3, 4, 3, 3, 4, 4}; /* from persistence to Holt */
    const skpi_table t = {.size = sizeof t, .n = 1, .m = 9, .year = years, .value = shares};
    for (int32_t model = SKPI_SERIES_MODEL_PERSISTENCE; model <= SKPI_SERIES_MODEL_HOLT; model++) {
        fitted f;
        const skpi_status s = fit(9, years, shares, OPTIONS(.model = model), &f);
        const size_t least = needed[model - SKPI_SERIES_MODEL_PERSISTENCE];
        for (size_t n = 0; n < 8; n++) {
            double p[8], c[64], sse;
            skpi_series_fit_out out = {.size = sizeof out, .n_parameters = n, .sse = &sse};
            ck_assert_int_eq(skpi_series_fit(&t, OPTIONS(.model = model), &out, NULL), s);
            out.parameter = p;
            out.covariance = c;
            if (n < least) {
                ck_fails(skpi_series_fit(&t, OPTIONS(.model = model), &out, NULL), SKPI_EBUFFER, "out->n_parameters");
                continue;
            }
            ck_assert_int_eq(skpi_series_fit(&t, OPTIONS(.model = model), &out, NULL), s);
            for (size_t j = 0; j < n; j++) {
                ck_assert(j < least ? p[j] == f.parameter[j] : isnan(p[j]));
                for (size_t k = 0; k < n; k++) {
                    const double expected = j < least && k < least ? f.covariance[j][k] : (double)NAN;
                    ck_assert(isnan(expected) ? isnan(c[j * n + k]) : c[j * n + k] == expected);
                }
            }
        }
        skpi_series_fit_out wide = {.size = sizeof wide, .n_parameters = SIZE_MAX / 4, .covariance = &f.sse};
        ck_fails(skpi_series_fit(&t, OPTIONS(.model = model), &wide, NULL), SKPI_ENOMEM, "out->covariance");
    }
}
END_TEST

START_TEST(rows_and_refusals)
{
    const int32_t year[] = {2010, 2011, 2012, 2013, 2014};
    double y[] = {.1, .2, .3, .37,         .42,         .5, .5, .5, .5,  .5, .1,  .2,      -.1,
                  .3, .4, .1, (double)NAN, (double)NAN, .2, .3, .2, .25, .3, .35, INFINITY};
    const skpi_table t = {.size = sizeof t, .n = 5, .m = 5, .year = year, .value = y};
    const skpi_series_fit_options *logistic = OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC);
    double parameter[5][4];
    int32_t status[5], used[5];
    skpi_series_fit_out out = {.size = sizeof out, .n_parameters = 4, .parameter = parameter[0], .used = used};
    ck_assert_int_eq(skpi_series_fit(&t, logistic, &out, status) & SKPI_WROWS, SKPI_WROWS);
    const int32_t expected[] = {SKPI_OK, SKPI_ESINGULAR, SKPI_ERANGE, SKPI_ENODATA, SKPI_ENOTFINITE};
    for (int i = 1; i < 5; i++) {
        ck_assert_int_eq(status[i], expected[i]);
        ck_assert(isnan(parameter[i][0]));
        ck_assert_int_eq(used[i], SKPI_NONE);
    }
    ck_assert_int_ge(status[0], 0);
    ck_assert_int_eq(used[0], 5);
    ck_fails_at(skpi_series_fit(&t, logistic, &out, NULL), SKPI_ERANGE, "y->value",
                2); /* checked before the first fit */
    y[12] = .25;
    ck_fails_at(skpi_series_fit(&t, logistic, &out, NULL), SKPI_ENODATA, "y->value", 3);
    fitted f;
    const double *ok = shares;
#define ck_option(expected_status, name, ...) \
    ck_fails(fit(9, years, ok, OPTIONS(__VA_ARGS__), &f), expected_status, name)
    ck_fails(fit(9, years, ok, NULL, &f), SKPI_EINVAL, "options");
    ck_option(SKPI_EINVAL, "options->model", .model = 0);
    ck_option(SKPI_EINVAL, "options->anchor", .model = SKPI_SERIES_MODEL_LINE, .anchor = 2);
    ck_option(SKPI_EINVAL, "options->anchor", .model = SKPI_SERIES_MODEL_HOLT, .anchor = 1);
    ck_option(SKPI_EINVAL, "options->ceiling", .model = SKPI_SERIES_MODEL_LINE, .ceiling = 1);
    ck_option(SKPI_EINVAL, "options->ceiling_max", .model = SKPI_SERIES_MODEL_LOGIT_LINE, .ceiling_max = 1);
    ck_option(SKPI_EINCONSISTENT, "options->ceiling_min", .model = SKPI_SERIES_MODEL_LOGISTIC, .ceiling_min = 1);
    ck_option(SKPI_EINCONSISTENT, "options->ceiling", .model = SKPI_SERIES_MODEL_LOGISTIC, .ceiling = 1,
              .ceiling_max = 1);
    ck_option(SKPI_ERANGE, "options->ceiling", .model = SKPI_SERIES_MODEL_LOGISTIC, .ceiling = -1);
    ck_option(SKPI_ENOTFINITE, "options->speed_min", .model = SKPI_SERIES_MODEL_LOGISTIC, .speed_min = (double)NAN);
    ck_option(SKPI_EINCONSISTENT, "options->speed_min", .model = SKPI_SERIES_MODEL_LOGISTIC, .speed_min = 1,
              .speed_max = .5);
    ck_option(SKPI_EINVAL, "options->speed_min", .model = SKPI_SERIES_MODEL_BASS, .speed_min = .1, .speed_max = .5);
    ck_option(SKPI_EINVAL, "options->midpoint_min", .model = SKPI_SERIES_MODEL_BASS, .midpoint_min = 1900,
              .midpoint_max = 2000);
    ck_option(SKPI_EINVAL, "options->launch", .model = SKPI_SERIES_MODEL_LOGISTIC, .launch = 2000);
    ck_option(SKPI_ERANGE, "options->launch", .model = SKPI_SERIES_MODEL_BASS, .launch = 20000);
    ck_option(SKPI_EDOM, "options->launch", .model = SKPI_SERIES_MODEL_BASS, .launch = 2012.5);
    ck_option(SKPI_ERANGE, "options->alpha", .model = SKPI_SERIES_MODEL_HOLT, .alpha = 1.5);
    ck_option(SKPI_EINVAL, "options->beta", .model = SKPI_SERIES_MODEL_LINE, .beta = .5);
    ck_option(SKPI_ERANGE, "y->value", .model = SKPI_SERIES_MODEL_LOGIT_LINE, .ceiling = .4);
    ck_option(SKPI_ERANGE, "y->value", .model = SKPI_SERIES_MODEL_LOGISTIC, .ceiling = .3);
    ck_option(SKPI_ERANGE, "y->value", .model = SKPI_SERIES_MODEL_GOMPERTZ, .ceiling_min = .3, .ceiling_max = .3);
    ck_option(SKPI_ERANGE, "y->value", .model = SKPI_SERIES_MODEL_BASS, .ceiling = .3);
    ck_fails(fit(4, years, ok, OPTIONS(.model = SKPI_SERIES_MODEL_HOLT), &f), SKPI_ENODATA, "y->value");
    const double ends[] = {.5, 1, .2}, huge[] = {1e308, -1e308, 1e308};
    ck_fails(fit(3, years, ends, OPTIONS(.model = SKPI_SERIES_MODEL_LOGIT_LINE), &f), SKPI_EDOM, "y->value");
    ck_fails(fit(3, years, huge, OPTIONS(.model = SKPI_SERIES_MODEL_LINE), &f), SKPI_EOVERFLOW, "y->value");
}
END_TEST

/* Values that noise lifts above a ceiling that is given are told; those at 1.1 times it are fitted too, those further
 * above it are not; a ceiling that is only bounded has its own warning. */
START_TEST(above_the_ceiling)
{
    enum { M = 9 };
    static const int32_t year[M] = {2012, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023};
    static const int32_t model[] = {SKPI_SERIES_MODEL_LOGISTIC, SKPI_SERIES_MODEL_GOMPERTZ, SKPI_SERIES_MODEL_BASS};
    static const double share[M] = {.216, .303, .329, .348, .362, .386, .398, .4, .44};
    double y[M], sse;
    const skpi_table t = {.size = sizeof t, .n = 1, .m = M, .year = year, .value = y};
    for (size_t k = 0; k < 3; k++) {
        skpi_series_fit_options o = {.size = sizeof o, .model = model[k], .ceiling = .4};
        skpi_series_fit_out out = {.size = sizeof out, .sse = &sse};
        skpi_error e = {.size = sizeof e};
        memcpy(y, share, sizeof y);
        y[7] = nextafter(.4, 1);
        ck_assert_int_eq(skpi_series_fit(&t, &o, &out, NULL) & ~SKPI_WWEAKFIT, SKPI_WUNUSUAL);
        ck_assert_int_eq(skpi_last_error_get(&e), SKPI_OK);
        ck_assert_str_eq(e.name, "y->value");
        ck_assert_int_eq(e.column, 8); /* not .4 itself, nor what is .4 but for rounding */
        y[8] = .441;
        sse = 7;
        ck_fails_at(skpi_series_fit(&t, &o, &out, NULL), SKPI_ERANGE, "y->value", 0);
        ck_assert(sse == 7);
        o.ceiling = 0;
        o.ceiling_max = .4;
        ck_assert_int_eq(skpi_series_fit(&t, &o, &out, NULL), SKPI_WWEAKFIT);
        y[8] = .4;
        o.ceiling = .4;
        o.ceiling_max = 0;
        ck_assert_int_eq(skpi_series_fit(&t, &o, &out, NULL) & SKPI_WUNUSUAL, 0);
    }
}
END_TEST

/* Values that are equal except for noise determine no curve well.  Of many such rows some fits do not converge, and say
 * so. */
START_TEST(fits_without_an_end)
{
    enum { ROWS = 300, M = 6 };
    static const int32_t year[M] = {2000, 2001, 2002, 2003, 2004, 2005};
    if (unit_slow()) return; /* one of the rows may have no end: all of them have to be tried */
    static double noise[ROWS * M], forecast[ROWS * 2];
    int32_t used[ROWS], status[ROWS];
    uint32_t state = 1;
    int ended = 0;
    for (int i = 0; i < ROWS * M; i++) {
        state = state * 1664525u + 1013904223u;
        noise[i] = .05 * (1 + (state >> 24) % 6 * 1e-6);
    }
    const skpi_table y = {.size = sizeof y, .n = ROWS, .m = M, .year = year, .value = noise};
    skpi_series_fit_out found = {.size = sizeof found, .used = used};
    skpi_series_forecast_out carried = {.size = sizeof carried, .mean = forecast};
    const skpi_series_fit_options *o = OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC);
    ck_assert_int_gt(skpi_series_fit(&y, o, &found, status) & SKPI_WNOTCONVERGED, 0);
    unit_record("skpi_series_fit", SKPI_WNOTCONVERGED);
    for (int i = 0; i < ROWS; i++) ended += status[i] >= 0 && !(status[i] & SKPI_WNOTCONVERGED);
    ck_assert_int_gt(ended, 0);
    ck_assert_int_gt(skpi_series_forecast(&y, 2006, 2, 0, NULL, o, &carried, status) & SKPI_WNOTCONVERGED, 0);
    unit_record("skpi_series_forecast", SKPI_WNOTCONVERGED);
}
END_TEST

/* Narrow bounds of the speed hold several starts; what they leave is not above the minimum between wider ones. */
START_TEST(narrow_bounds)
{
    static const int32_t steps[] = {1997, 2003, 2004, 2005, 2007, 2010, 2014, 2016,
                                    2017, 2018, 2020, 2028, 2029, 2030, 2031, 2035},
                         level[] = {1957, 1962, 1966, 1970, 1973, 1975, 1979, 1985, 1986};
    static const double high[] = {.2, .2, .2, .2, .2, .2, .2, .2, .2, .6, .6, .6, .6, .6, .6, .6},
                        flat[] = {.41, .4, .41, .41, .41, .41, .4, .41, .4};
    fitted f;
    for (int k = 0; k < 2; k++) {
        ck_assert_int_ge(fit(16, steps, high,
                             OPTIONS(.model = SKPI_SERIES_MODEL_GOMPERTZ, .ceiling_min = .58, .ceiling_max = 1.17,
                                     .speed_min = k ? .27 : .25, .speed_max = .5),
                             &f),
                         0);
        ck_near(f.sse, .31621588711, 1e-9);
    }
    for (int later = 0; later <= 100; later += 50) {
        int32_t year[9];
        for (int i = 0; i < 9; i++) year[i] = level[i] + later;
        ck_assert_int_ge(
            fit(9, year, flat,
                OPTIONS(.model = SKPI_SERIES_MODEL_LOGISTIC, .ceiling = .45072, .speed_min = -.2869,
                        .speed_max = -.1388, .midpoint_min = 1934.47 + later, .midpoint_max = 1995.48 + later),
                &f),
            0);
        ck_near(f.sse, .0100661025, 1e-9);
    }
}
END_TEST

/* Next to alpha = 0 the sum of squares falls by one in a hundred, and rises again before alpha = .05. */
START_TEST(holt_next_to_no_weight)
{
    static const double y[] = {6, 6, 6, 4, 6, 7, 5, 7, 6, 1, 7};
    int32_t year[11];
    fitted f;
    for (int i = 0; i < 11; i++) year[i] = 2000 + i;
    ck_assert_int_ge(fit(11, year, y, OPTIONS(.model = SKPI_SERIES_MODEL_HOLT), &f), 0);
    ck_near(f.sse, 32.7155723590, 1e-9);
    ck_near(f.parameter[0], .0153126473, 1e-8);
    ck_assert(f.parameter[1] == 1);
}
END_TEST

UNIT_MAIN("series_fit",
          UNIT_CASE("known answers", digital_shares, line_by_hand, persistence_by_hand, holt_digital_shares,
                    holt_with_one_weight),
          UNIT_CASE("curves", exact_curves, gradients, moved_in_time_and_scaled),
          UNIT_CASE("bounds", bounds_act, weak_fits, ceilings_that_are_bounds),
          UNIT_CASE("minimum", hardly_bent, minima_in_a_gap, lowest_minimum, holt_lowest_minimum,
                    holt_next_to_no_weight, narrow_bounds, fits_without_an_end),
          UNIT_CASE("input", missing_values, columns, rows_and_refusals, above_the_ceiling))
