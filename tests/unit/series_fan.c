/* Fans from a history: the closed form, the estimator and its edges. */
#include "core/dispatch.h"
#include "series/jump.h"
#include "series/walk_history.h"
#include "unit/unit.h"

enum { N = 21 };
static const double prob[] = {.1, .5, .9};
/* cases/carbon/carbon_fan.csv "turning", 50-digit arithmetic */
static const double turning[N] = {100, 104, 101, 107, 112, 110, 118, 121, 119, 127, 131,
                                  128, 125, 130, 134, 129, 126, 122, 124, 119, 117};

#define FORM(form_, growth_) \
    (&(const skpi_series_fan_options){.size = sizeof(skpi_series_fan_options), .form = (form_), .growth = (growth_)})

static void annual(size_t n, int32_t *year)
{
    for (size_t k = 0; k < n; k++) year[k] = 2000 + (int32_t)k;
}

/* One history from 2000 on, the year 2000 + n - 1 + lead. */
static skpi_status fan(size_t n, const double *v, int32_t form, int32_t lead, skpi_series_fan_out *out)
{
    int32_t year[30];
    annual(n, year);
    const skpi_table y = {.size = sizeof y, .n = 1, .m = n, .year = year, .value = v};
    return skpi_series_fan(&y, 2000 + (int32_t)n - 1 + lead, 1, 3, prob, FORM(form, 0), out, NULL);
}

/* sums of ((1 - .9^k)/.1)^2, summed in 50 digits */
START_TEST(closed_form)
{
    static const int years[] = {1, 5, 10, 20, 40, 41};
    static const double known[] = {1, 40.5506650100, 202.106934170, 838.852443956, 2652.82823964, 2750.18537714};
    skpi__walk_lead lead[41];
    skpi__walk_leads(41, lead);
    for (int k = 0; k < 6; k++) {
        const skpi__walk_lead *l = &lead[years[k] - 1];
        ck_near(l->drift_variance / known[k], 1, 1e-11);
        ck_near(l->excess_years, .9 * (1 - pow(.9, years[k])) / .1, 1e-13);
    }
    const skpi__walk walk = {0, .01, .02, .04, 0};
    ck_near(skpi__walk_deviation(&walk, &lead[8]), .12, 1e-15); /* a random walk */
    ck_near(skpi__walk_change(&walk, &lead[1]), .02 + .02 * (.9 + .81), 1e-15);
}
END_TEST

START_TEST(carbon)
{
    static const double median[] = {116.91552385463722, 117.07745561712889, 118.08641805108577},
                        low[] = {109.15232240806945, 95.503028294443879, 80.815145153251137},
                        high[] = {125.23086469109978, 143.52561231378493, 172.54689206698561};
    double m, q[3], slope, sigma, drift_sigma;
    int32_t used;
    skpi_series_fan_out out = {.size = sizeof out,
                               .median = &m,
                               .quantile = q,
                               .slope = &slope,
                               .sigma = &sigma,
                               .drift_sigma = &drift_sigma,
                               .used = &used};
    for (int k = 0; k < 3; k++) {
        ck_assert_int_eq(fan(N, turning, SKPI_SERIES_FAN_FORM_CARBON, k ? 5 * k : 1, &out), SKPI_OK);
        ck_near(m / median[k], 1, 1e-14);
        ck_near(q[0] / low[k], 1, 1e-14);
        ck_near(q[2] / high[k], 1, 1e-14);
        ck_assert(q[1] == m);
    }
    ck_near(slope, -0.0076599484375465014, 1e-16);
    ck_near(sigma, 0.050676025490616984, 1e-16);
    ck_assert(drift_sigma == .0175 && used == N);
    /* another unit: the same fan in it */
    double grams[N], in_grams[3];
    for (int k = 0; k < N; k++) grams[k] = 1024 * turning[k];
    skpi_series_fan_out other = {.size = sizeof other, .quantile = in_grams};
    ck_assert_int_eq(fan(N, grams, SKPI_SERIES_FAN_FORM_CARBON, 10, &other), SKPI_OK);
    for (int k = 0; k < 3; k++) ck_near(in_grams[k] / q[k], 1024, 1e-11);
}
END_TEST

/* The deviation that no output gives: carbon_fan_edges.csv "six_values", "jump_limited" */
START_TEST(estimator)
{
    static const double jump[N] = {100, 104, 101, 107, 112, 110, 118, 121, 119, 127, 131,
                                   128, 375, 390, 402, 387, 378, 366, 372, 357, 351};
    int32_t year[N];
    skpi__walk_history h;
    skpi__walk_rows rows = {.end = 0};
    annual(N, year);
    const skpi__walk_form *const form = skpi__walk_form_of(SKPI_SERIES_FAN_FORM_CARBON);
    const skpi_table six = {.size = sizeof six, .n = 1, .m = 6, .year = year, .value = turning + 15},
                     far = {.size = sizeof far, .n = 1, .m = N, .year = year, .value = jump};
    ck_assert_int_eq(skpi__walk_history_of(skpi__here("here"), "y", form, &six, 0, &rows, &h), SKPI_OK);
    ck_assert(h.used == 6 && h.warnings == SKPI_WWEAKFIT && h.year == 2005 && h.column == 0 && h.last == 117);
    ck_near(h.deviation, 0.021985633883924532, 1e-15);
    ck_near(h.s, 0.074572935432988402, 1e-15);
    ck_near(h.walk.excess, .45 * (h.slope - .004), 1e-17);
    rows.end = 0;
    ck_assert_int_eq(skpi__walk_history_of(skpi__here("here"), "y", form, &far, 0, &rows, &h), SKPI_OK);
    ck_assert_int_eq(h.warnings, SKPI_WADJUSTED);
    ck_near(h.deviation, 0.1156851275587483, 1e-15);
    ck_near(h.slope, 0.047270665995858933, 1e-16);
    /* six years whose growth is limited have both warnings */
    double steep[6];
    skpi_table limited = six;
    for (int k = 0; k < 6; k++) steep[k] = 1 / (1 + exp(.12 * (5 - k)));
    limited.value = steep;
    rows.end = 0;
    ck_assert_int_eq(skpi__walk_history_of(skpi__here("here"), "y", skpi__walk_form_of(SKPI_SERIES_FAN_FORM_URBAN),
                                           &limited, 0, &rows, &h),
                     SKPI_OK);
    ck_assert_int_eq(h.warnings, SKPI_WWEAKFIT | SKPI_WADJUSTED);
}
END_TEST

/* cases/urban/urban_fan.csv, first row: a straight line of the logit to 1/2 */
START_TEST(urban)
{
    double v[N], m, q[3], sigma, drift_sigma;
    skpi_series_fan_out out = {
        .size = sizeof out, .median = &m, .quantile = q, .sigma = &sigma, .drift_sigma = &drift_sigma};
    for (int k = 0; k < N; k++) v[k] = 1 / (1 + exp(.03 * (N - 1 - k)));
    ck_assert_int_eq(fan(N, v, SKPI_SERIES_FAN_FORM_URBAN, 10, &out), SKPI_OK);
    ck_near(drift_sigma, 0.0098543087022885577, 1e-16);
    ck_near(m, 0.55920307564496389, 1e-15);
    ck_near(q[0], 0.51459382082012581, 1e-15);
    ck_near(q[2], 0.60287647639142418, 1e-15);
    ck_assert(sigma == 0);
    ck_assert_int_eq(fan(N, v, SKPI_SERIES_FAN_FORM_URBAN, 41, &out), SKPI_WHORIZON);
    /* no growth difference beyond 0.1 */
    for (int k = 0; k < N; k++) v[k] = 1 / (1 + exp(.12 * (N - 1 - k)));
    ck_assert_int_eq(fan(N, v, SKPI_SERIES_FAN_FORM_URBAN, 10, &out), SKPI_WADJUSTED);
    ck_near(log(m / (1 - m)), .15 + (.1 - .015) * 9 * (1 - pow(.9, 10)), 1e-12);
}
END_TEST

/* A constant share: s^2 = 10 .05^2/30, and towards the caller's growth by hand. */
START_TEST(digital)
{
    double v[N], m, sigma, drift_sigma;
    int32_t year[N];
    skpi_series_fan_out out = {.size = sizeof out, .median = &m, .sigma = &sigma, .drift_sigma = &drift_sigma};
    for (int k = 0; k < N; k++) v[k] = .2;
    annual(N, year);
    const skpi_table y = {.size = sizeof y, .n = 1, .m = N, .year = year, .value = v};
    ck_assert_int_eq(fan(N, v, SKPI_SERIES_FAN_FORM_DIGITAL, 10, &out), SKPI_OK);
    ck_near(m, .2, 1e-15);
    ck_near(sigma, .84 * .05 / sqrt(3), 1e-16);
    ck_near(drift_sigma, .12 * .05 / sqrt(3), 1e-16);
    ck_assert_int_eq(fan(N, v, SKPI_SERIES_FAN_FORM_DIGITAL, 11, &out), SKPI_WHORIZON);
    ck_assert_int_eq(skpi_series_fan(&y, 2021, 1, 0, NULL, FORM(SKPI_SERIES_FAN_FORM_DIGITAL, .05), &out, NULL),
                     SKPI_OK);
    ck_near(log(m / (1 - m)), log(.25) + .05 - .05 * .9, 1e-15);
}
END_TEST

/* Rows end in other years, and fail alone. */
START_TEST(rows)
{
    enum { M = 12, ROWS = 6, YEARS = 3 };
    int32_t year[M], status[ROWS], used[ROWS];
    double v[ROWS][M], q[ROWS][YEARS][3], slope[ROWS], one[YEARS][3];
    annual(M, year);
    for (int i = 0; i < ROWS; i++)
        for (int j = 0; j < M; j++) v[i][j] = turning[j];
    v[1][11] = v[1][10] = (double)NAN; /* ends in 2009 */
    v[2][11] = 0;
    v[3][8] = (double)NAN; /* three years are left */
    v[4][2] = -1;
    v[5][3] = 0; /* eight years are left */
    const skpi_table y = {.size = sizeof y, .n = ROWS, .m = M, .year = year, .value = v[0]};
    skpi_series_fan_out out = {.size = sizeof out, .quantile = q[0][0], .slope = slope, .used = used};
    ck_assert_int_eq(skpi_series_fan(&y, 2014, YEARS, 3, prob, FORM(SKPI_SERIES_FAN_FORM_CARBON, 0), &out, status),
                     SKPI_WROWS | SKPI_WWEAKFIT);
    const int32_t want[ROWS] = {SKPI_WWEAKFIT, SKPI_WWEAKFIT, SKPI_EDOM, SKPI_ENODATA, SKPI_ERANGE, SKPI_WWEAKFIT},
                  values[ROWS] = {12, 10, SKPI_NONE, SKPI_NONE, SKPI_NONE, 8};
    for (int i = 0; i < ROWS; i++) {
        ck_assert_int_eq(status[i], want[i]);
        ck_assert_int_eq(used[i], values[i]);
        ck_assert(isnan(slope[i]) == (want[i] < 0) && isnan(q[i][2][2]) == (want[i] < 0));
    }
    const skpi_table ends = {.size = sizeof ends, .n = 1, .m = 10, .year = year, .value = v[1]};
    skpi_series_fan_out alone = {.size = sizeof alone, .quantile = one[0]};
    ck_assert_int_eq(skpi_series_fan(&ends, 2014, YEARS, 3, prob, FORM(SKPI_SERIES_FAN_FORM_CARBON, 0), &alone, NULL),
                     SKPI_WWEAKFIT);
    ck_assert_mem_eq(one, q[1], sizeof one);
    /* a year that the table has not ends the run as a missing value does */
    int32_t gap[M];
    for (int j = 0; j < M; j++) gap[j] = year[j] - (j < 4);
    const skpi_table apart = {.size = sizeof apart, .n = 1, .m = M, .year = gap, .value = v[0]};
    ck_assert_int_eq(skpi_series_fan(&apart, 2014, 0, 0, NULL, FORM(SKPI_SERIES_FAN_FORM_CARBON, 0), &out, NULL),
                     SKPI_WWEAKFIT);
    ck_assert_int_eq(used[0], 8);
}
END_TEST

/* Rows that are taken four at a time give the bits and the warnings that each gives alone. */
START_TEST(together)
{
    enum { ROWS = 403, M = 23, YEARS = 2 };
    static const int32_t form[] = {SKPI_SERIES_FAN_FORM_CARBON, SKPI_SERIES_FAN_FORM_URBAN,
                                   SKPI_SERIES_FAN_FORM_DIGITAL};
    static double v[ROWS][M], q[ROWS][YEARS][3], slope[ROWS], sigma[ROWS], one[YEARS][3];
    static int32_t status[ROWS];
    int32_t year[M];
    uint64_t state = 11;
    annual(M, year);
    for (int f = 0; f < 3; f++) {
        int breaks = 0, limits = 0;
        for (int i = 0; i < ROWS; i++) {
            double x = 0;
            for (int k = 0; k < M; k++) {
                state = state * 6364136223846793005u + 1442695040888963407u;
                const double u = (double)(state >> 11) * 0x1p-53 - .4;
                /* every other place: a step in some year, half of the others far enough from it */
                x += i % 2 ? (i % 8 == 1 ? 1.2 : .12) * u
                           : .001 * u + (k == M - N + 1 + i / 2 % (N - 1) ? .2
                                         : u > .15                        ? .1
                                                                          : 0);
                v[i][k] = f ? 1 / (1 + exp(2 - x)) : 100 * exp(x);
            }
        }
        v[9][20] = (double)NAN; /* too few after it */
        v[30][3] = (double)NAN;
        v[31][1] = 0;
        v[50][M - 1] = 0;
        const skpi_table all = {.size = sizeof all, .n = ROWS, .m = M, .year = year, .value = v[0]};
        skpi_series_fan_out out = {.size = sizeof out, .quantile = q[0][0], .slope = slope, .sigma = sigma};
        ck_assert_int_ge(skpi_series_fan(&all, 2024, YEARS, 3, prob, FORM(form[f], 0), &out, status), SKPI_OK);
        for (int i = 0; i < ROWS; i++) {
            const skpi_table alone = {.size = sizeof alone, .n = 1, .m = M, .year = year, .value = v[i]};
            double s, d;
            skpi_series_fan_out own = {.size = sizeof own, .quantile = one[0], .slope = &s, .sigma = &d};
            ck_assert_int_eq(skpi_series_fan(&alone, 2024, YEARS, 3, prob, FORM(form[f], 0), &own, NULL), status[i]);
            breaks += status[i] > 0 && status[i] & SKPI_WUNUSUAL;
            limits += status[i] > 0 && status[i] & SKPI_WADJUSTED;
            if (status[i] < 0) continue;
            ck_assert_mem_eq(one, q[i], sizeof one);
            ck_assert(s == slope[i] && d == sigma[i]);
            const skpi__jump jump = skpi__jump_of(N, NULL, v[i] + M - N, f ? 1 : 0, 0);
            if (i != 30) ck_assert_int_eq(jump.to > 0, (status[i] & SKPI_WUNUSUAL) != 0);
        }
        ck_assert(status[9] == SKPI_ENODATA && status[50] == SKPI_EDOM && status[30] & SKPI_WWEAKFIT);
        ck_assert_int_gt(breaks, ROWS / 8);
        ck_assert_int_gt(limits, 0);
    }
}
END_TEST

START_TEST(refused)
{
    double v[N], q[3];
    int32_t year[N];
    annual(N, year);
    memcpy(v, turning, sizeof v);
    const skpi_table y = {.size = sizeof y, .n = 1, .m = N, .year = year, .value = v};
    skpi_series_fan_out out = {.size = sizeof out, .quantile = q};
    q[0] = 7;
    ck_fails_at(fan(N, v, SKPI_SERIES_FAN_FORM_URBAN, 1, &out), SKPI_ERANGE, "y->value", 0);
    ck_assert(strstr(skpi_last_error(), "percent?"));
    ck_fails(skpi_series_fan(&y, 2020, 1, 3, prob, FORM(SKPI_SERIES_FAN_FORM_CARBON, 0), &out, NULL), SKPI_ENOTSORTED,
             "first_year");
    ck_fails(skpi_series_fan(&y, 2021, 1, 3, prob, FORM(SKPI_SERIES_FAN_FORM_CARBON, .01), &out, NULL), SKPI_EINVAL,
             "options->growth");
    ck_fails(skpi_series_fan(&y, 2021, 1, 3, prob, FORM(SKPI_SERIES_FAN_FORM_DIGITAL, 3), &out, NULL), SKPI_ERANGE,
             "options->growth");
    ck_fails(skpi_series_fan(&y, 2021, 1, 3, prob, FORM(0, 0), &out, NULL), SKPI_EINVAL, "options->form");
    ck_fails(skpi_series_fan(&y, 2021, 1, 3, prob, NULL, &out, NULL), SKPI_EINVAL, "options");
    for (int k = 0; k < N; k++) v[k] *= 1.3e306;
    ck_fails_at(fan(N, v, SKPI_SERIES_FAN_FORM_CARBON, 10, &out), SKPI_EOVERFLOW, "out->quantile", 0);
    for (int k = 0; k < N; k++) v[k] = k < 20 ? .9 : 1;
    ck_fails_at(fan(N, v, SKPI_SERIES_FAN_FORM_DIGITAL, 1, &out), SKPI_EDOM, "y->value", 0);
    ck_assert(q[0] == 7);
    /* a new boundary is told */
    for (int k = 0; k < N; k++) v[k] = k < 15 ? .2 + .002 * k : .3 + .002 * k;
    ck_assert_int_eq(fan(N, v, SKPI_SERIES_FAN_FORM_URBAN, 1, &out) & SKPI_WUNUSUAL, SKPI_WUNUSUAL);
    char words[60];
    snprintf(words, sizeof words, "between %d and %d the series changes", (int)year[14], (int)year[15]);
    ck_assert_msg(strstr(skpi_last_error(), words) != NULL, "%s", skpi_last_error());
}
END_TEST

/* Sums of four histories beside the definition, by every variant.  A change in one of them that is far from the others,
 * wherever it stands, may be a step; in the others none may be. */
START_TEST(moments)
{
    enum { L = SKPI__WALK_TOGETHER, M = SKPI__WALK_CHANGES };
    const size_t years[] = {3, 5, 7};
    const double limit = .021;
    double change[M][L];
    for (int32_t v = SKPI__PLAIN; v <= skpi__dispatch(SKPI__BEST); v++)
        for (size_t at = 0; at < 2 * M; at++) {
            const size_t n = at % 3 ? M : 7 + at % 4, far = at % L, k0 = at / 2;
            for (size_t k = 0; k < M; k++)
                for (size_t l = 0; l < L; l++) change[k][l] = .004 * (double)((7 * k + 3 * l * l + k * l) % 13) - .02;
            if (n == M) change[k0][far] = (at % 2 ? 1 : -1) * .18;
            skpi__walk_moments m;
            memset(&m, 0x5a, sizeof m);
            skpi__walk_moments_of(v, n, (const double(*)[L])change, years, limit, .14, &m);
            for (size_t l = 0; l < L; l++) {
                double mean = 0, squares = 0;
                int adjusted = 0;
                for (size_t w = 0; w < SKPI__WALK_WINDOWS; w++) {
                    double slope = 0;
                    for (size_t k = n - years[w]; k < n; k++) slope += change[k][l] / (double)years[w];
                    ck_near(m.slope[w][l], slope, 1e-16);
                }
                for (size_t k = 0; k < n; k++) {
                    adjusted |= fabs(change[k][l]) > limit;
                    mean += fmax(-limit, fmin(change[k][l], limit)) / (double)n;
                }
                for (size_t k = 0; k < n; k++) {
                    const double off = fmax(-limit, fmin(change[k][l], limit)) - mean;
                    squares += off * off;
                }
                ck_near(m.squares[l], squares, 1e-16);
                ck_assert_int_eq(m.adjusted[l] != 0, adjusted);
                ck_assert_int_eq(m.may_break[l] != 0, n < M || l == far);
            }
        }
}
END_TEST

UNIT_MAIN("series_fan", UNIT_CASE("known", closed_form, carbon, estimator, urban, digital),
          UNIT_CASE("rows", rows, together, moments, refused))
