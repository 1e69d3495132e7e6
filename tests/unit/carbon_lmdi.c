/* Decomposition.
 *
 * Known answers, made with 50-digit arithmetic: China 1990 to 2023 by the Kaya factors (World Bank WDI and Energy
 * Institute Statistical Review 2024, as compiled in the R package kayadata); the others are synthetic.
 */
#include "numeric/log_ratios.h"
#include "unit/unit.h"

static uint64_t state = 20261122;
static double uniform(double a, double b)
{
    state = state * 6364136223846793005u + 1442695040888963407u;
    return a + (b - a) * ((double)(state >> 11) * 0x1p-53);
}

static skpi_status decompose(size_t n_sectors, size_t n_factors, const double *x0, const double *x1, int32_t form,
                             double *effect, double *total, double *residual)
{
    skpi_carbon_lmdi_out o = {.size = sizeof o, .effect = effect, .total = total, .residual = residual};
    return skpi_carbon_lmdi(1, n_sectors, n_factors, x0, x1, form, &o, NULL);
}

START_TEST(lmdi_china)
{
    const double base[] = {1.135185, 0.9050324572646747, 26.364587802126863, 85.23798227817979};
    const double end[] = {1.41071, 12.174004104316268, 9.422945571377037, 69.32215829754182};
    static const double sum[] = {1224.6933147585974213, 14648.511958520039589, -5798.7559513194266394,
                                 -1164.8672049592088258};
    static const double product[] = {1.2427137426939219343, 13.451455808679364431, 0.35740917484083996855,
                                     0.81327779523574802602};
    double e[4], t, r;
    ck_assert_int_eq(decompose(1, 4, base, end, SKPI_CARBON_LMDI_FORM_ADDITIVE, e, &t, &r), SKPI_OK);
    for (int k = 0; k < 4; k++) ck_near(e[k], sum[k], 1e-12 * fabs(sum[k]));
    ck_near(t, 8909.5821170000015453, 1e-11);
    ck_near(r, 0, 1e-11);
    ck_assert_int_eq(decompose(1, 4, base, end, SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE, e, &t, &r), SKPI_OK);
    for (int k = 0; k < 4; k++) ck_near(e[k], product[k], 1e-12 * product[k]);
    ck_near(t, 4.8589787763290701414, 1e-14);
    ck_near(r, 0, 1e-14);
}
END_TEST

START_TEST(lmdi_zeros)
{
    const double base[] = {10, 0, 2, 10, .5, 2}, end[] = {12, .25, 2, 12, .5, 1.5};
    double e[3], t, r, se[6];
    skpi_carbon_lmdi_out o = {.size = sizeof o, .effect = e, .total = &t, .residual = &r, .sector_effect = se};
    ck_assert_int_eq(skpi_carbon_lmdi(1, 2, 3, base, end, SKPI_CARBON_LMDI_FORM_ADDITIVE, &o, NULL), SKPI_OK);
    ck_near(e[0], 1.7304542945297512849, 4e-15); /* a sector appears: the factor that was zero has the whole effect */
    ck_near(e[1], 6, 0);
    ck_near(e[2], -2.7304542945297512849, 4e-15);
    ck_assert(se[0] == 0 && se[1] == 6 && se[2] == 0 && se[4] == 0);
    ck_near(se[3], e[0], 0);
    ck_near(t, 5, 0);
    ck_assert_int_eq(skpi_carbon_lmdi(1, 2, 3, base, end, SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE, &o, NULL), SKPI_OK);
    ck_near(e[0], 1.1506508830439797377, 3e-15);
    ck_near(e[1], 1.6267076567965479206, 3e-15);
    ck_near(e[2], 0.80137939758264915005, 3e-15);
    for (int k = 0; k < 3; k++) ck_near(se[k] * se[3 + k], e[k], 4e-16);
    ck_near(t, 1.5, 0);
    /* two factors that appear together have equal parts; a sector that is zero at both dates has no effect */
    const double none[] = {10, 0, 0}, some[] = {12, .25, 2}, other[] = {3, 0, 5};
    ck_assert_int_eq(decompose(1, 3, none, some, SKPI_CARBON_LMDI_FORM_ADDITIVE, e, &t, &r), SKPI_OK);
    ck_assert(e[0] == 0 && e[1] == 3 && e[2] == 3 && t == 6 && r == 0);
    ck_assert_int_eq(decompose(1, 3, some, none, SKPI_CARBON_LMDI_FORM_ADDITIVE, e, &t, &r), SKPI_OK);
    ck_assert(e[0] == 0 && e[1] == -3 && e[2] == -3 && t == -6 && r == 0);
    ck_assert_int_eq(decompose(1, 3, none, other, SKPI_CARBON_LMDI_FORM_ADDITIVE, e, &t, &r), SKPI_OK);
    ck_assert(e[0] == 0 && e[1] == 0 && e[2] == 0 && t == 0 && r == 0);
}
END_TEST

/* LMDI-II by 40-digit arithmetic (mpmath 1.2.1): a sector that appears, in the limit; a sink; both forms and a
 * chain. */
START_TEST(lmdi_second)
{
    const double base[] = {10, .25, 2, 10, .5, 2, 3, 7, 1}, end[] = {12, .5, 1.5, 3, 4, 5, 4, 6, 1.25};
    static const double product[] = {0.68578580892988756992, 2.5157455586477902163, 1.5939602442084113745};
    static const double sum[] = {-23.490455015239390217, 57.455325718771324694, 29.035129296468065524};
    double e[3], t, r, se[9];
    skpi_carbon_lmdi_out o = {.size = sizeof o, .effect = e, .total = &t, .residual = &r, .sector_effect = se};
    ck_assert_int_eq(skpi_carbon_lmdi(1, 3, 3, base, end, SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE_II, &o, NULL), SKPI_OK);
    for (int k = 0; k < 3; k++) ck_near(e[k], product[k], 1e-14);
    for (int k = 0; k < 3; k++) ck_near(se[k] * se[3 + k] * se[6 + k], e[k], 1e-15);
    ck_near(t, 99. / 36, 1e-15);
    ck_near(r, 0, 1e-14);
    ck_assert_int_eq(skpi_carbon_lmdi(1, 3, 3, base, end, SKPI_CARBON_LMDI_FORM_ADDITIVE_II, &o, NULL), SKPI_OK);
    for (int k = 0; k < 3; k++) ck_near(e[k], sum[k], 1e-13);
    for (int k = 0; k < 3; k++) ck_near(se[k] + se[3 + k] + se[6 + k], e[k], 1e-13);
    ck_near(t, 63, 1e-13);
    ck_near(r, 0, 1e-13);
    const double none[] = {10, 0, 2, 10, .5, 2}, some[] = {12, .25, 2, 12, .5, 1.5};
    static const double appears[] = {1.2, 5. / 3, .75},
                        added[] = {2.2483014339339576316, 6.2992550228233162533, -3.5475564567572738849};
    ck_assert_int_eq(decompose(2, 3, none, some, SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE_II, e, &t, &r), SKPI_OK);
    for (int k = 0; k < 3; k++) ck_near(e[k], appears[k], 1e-14);
    ck_assert_int_eq(decompose(2, 3, none, some, SKPI_CARBON_LMDI_FORM_ADDITIVE_II, e, &t, &r), SKPI_OK);
    for (int k = 0; k < 3; k++) ck_near(e[k], added[k], 1e-14);
    const double sink[] = {-4, 3, 20, 2}, less[] = {-2, 3.5, 25, 1.75};
    ck_assert_int_eq(decompose(2, 2, sink, less, SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE_II, e, &t, &r), SKPI_OK);
    ck_near(e[0], 1.6305287866436221187, 1e-14);
    ck_near(e[1], .80495358975030942207, 1e-14);
    /* with one sector both methods agree; shares of totals of 1 are the values themselves */
    const double one[] = {2, .5}, later[] = {4, .25}, parts[] = {.25, 1, .75, 1}, moved[] = {.5, 1, .5, 1};
    double f[3];
    ck_assert_int_eq(decompose(1, 2, one, later, SKPI_CARBON_LMDI_FORM_ADDITIVE, e, &t, &r), SKPI_OK);
    ck_assert_int_eq(decompose(1, 2, one, later, SKPI_CARBON_LMDI_FORM_ADDITIVE_II, f, &t, &r), SKPI_OK);
    ck_near(f[0], e[0], 1e-15);
    ck_assert_int_eq(decompose(2, 2, parts, moved, SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE_II, e, &t, &r), SKPI_OK);
    ck_near(e[0], 1, 1e-15);
    ck_assert(e[1] == 1 && t == 1);
    /* the effects of a chain of two steps are products */
    double years[18], chained[6];
    for (int c = 0; c < 6; c++) years[c] = none[c], years[6 + c] = some[c], years[12 + c] = base[c];
    skpi_carbon_lmdi_chain_out chain = {.size = sizeof chain, .effect = chained};
    ck_assert_int_eq(skpi_carbon_lmdi_chain(3, 2, 3, years, SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE_II, &chain), SKPI_OK);
    ck_assert_int_eq(decompose(2, 3, some, base, SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE_II, f, &t, &r), SKPI_OK);
    for (int k = 0; k < 3; k++) ck_near(chained[3 + k], appears[k] * f[k], 1e-14);
    /* no sector has a value at both dates; a total of 0 has no shares */
    const double first[] = {1, 0}, second[] = {0, 1}, zero[] = {-1, 1};
    ck_assert_int_eq(decompose(2, 1, first, second, SKPI_CARBON_LMDI_FORM_ADDITIVE_II, e, &t, &r), SKPI_EDOM);
    ck_assert_str_eq(skpi_last_error(), "skpi_carbon_lmdi: factor1[0] has no sector with a value at both dates: "
                                        "LMDI-II has no weights");
    ck_assert_int_eq(decompose(2, 1, first, zero, SKPI_CARBON_LMDI_FORM_ADDITIVE_II, e, &t, &r), SKPI_EDOM);
    /* the total changes its sign */
    ck_assert_int_eq(decompose(2, 1, first, zero, SKPI_CARBON_LMDI_FORM_ADDITIVE, e, &t, &r), SKPI_EDOM);
}
END_TEST

START_TEST(lmdi_near)
{
    /* the factors change, the total does not: 20 ln 2 */
    const double base[] = {10, 2, 5, 4}, end[] = {20, 1, 5, 4};
    double e[2], t, r;
    ck_assert_int_eq(decompose(2, 2, base, end, SKPI_CARBON_LMDI_FORM_ADDITIVE, e, &t, &r), SKPI_OK);
    ck_near(e[0], 13.862943611198906188, 4e-15);
    ck_near(e[1], -13.862943611198906188, 4e-15);
    ck_assert(t == 0);
    ck_assert_int_eq(decompose(2, 2, base, end, SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE, e, &t, &r), SKPI_OK);
    ck_near(e[0], sqrt(2), 1e-15);
    /* changes of 1e-12: the difference of the totals loses 5 digits, the effects lose none */
    const double a[] = {10, 2, 5, 4}, b[] = {10.000000000010001, 1.999999999994, 5, 4.0000000000008};
    ck_assert_int_eq(decompose(2, 2, a, b, SKPI_CARBON_LMDI_FORM_ADDITIVE, e, &t, &r), SKPI_OK);
    ck_near(e[0], 2.0001778011616817119e-11, 1e-12 * 2e-11);
    ck_near(e[1], -5.5999649362122899013e-11, 1e-12 * 6e-11);
    ck_near(t, -3.5997871350506081894e-11, 1e-12 * 4e-11);
    /* negative at both ends */
    const double sink[] = {-4, 3}, less[] = {-2, 3.5}, up[] = {4, 3}, down[] = {2, 3.5};
    double f[2];
    ck_assert_int_eq(decompose(1, 2, sink, less, SKPI_CARBON_LMDI_FORM_ADDITIVE, e, &t, &r), SKPI_OK);
    ck_assert_int_eq(decompose(1, 2, up, down, SKPI_CARBON_LMDI_FORM_ADDITIVE, f, &t, &r), SKPI_OK);
    ck_assert(e[0] == -f[0] && e[1] == -f[1]);
    /* a sector goes from 0 to below 0, and in a chain through 0 to above 0; not from below to above within a step */
    const double signs[] = {-1, 2, 0, 2, 1, 2};
    double chained[4], changed[2];
    skpi_carbon_lmdi_chain_out chain = {.size = sizeof chain, .effect = chained, .total = changed};
    ck_assert_int_eq(decompose(1, 2, signs + 2, signs, SKPI_CARBON_LMDI_FORM_ADDITIVE, e, &t, &r), SKPI_OK);
    ck_assert(e[0] == -2 && e[1] == 0 && t == -2);
    ck_assert_int_eq(skpi_carbon_lmdi_chain(3, 1, 2, signs, SKPI_CARBON_LMDI_FORM_ADDITIVE, &chain), SKPI_OK);
    ck_assert(chained[0] == 2 && chained[2] == 4 && changed[0] == 2 && changed[1] == 4);
    ck_assert_int_eq(decompose(1, 2, signs, signs + 4, SKPI_CARBON_LMDI_FORM_ADDITIVE, e, &t, &r), SKPI_EDOM);
    /* the products are inside the range of a double, partial products are not */
    const double wide[] = {1e200, 1e200, 1e-300}, wider[] = {2e200, 1e200, 1e-300};
    double g[3];
    ck_assert_int_eq(decompose(1, 3, wide, wider, SKPI_CARBON_LMDI_FORM_ADDITIVE, g, &t, &r), SKPI_OK);
    ck_near(g[0] / 1e100, 1, 1e-14);
    ck_assert(g[1] == 0 && g[2] == 0);
}
END_TEST

/* The effects add up to the change for all cells: zeros, negative sectors, seven orders of magnitude. */
START_TEST(lmdi_property)
{
    double base[24], end[24], e[6], t, r, worst = 0;
    for (int trial = 0; trial < unit_trials(1000000); trial++) {
        const size_t sectors = 1 + (size_t)uniform(0, 4), factors = 1 + (size_t)uniform(0, 6);
        double v0 = 0, vt = 0, size = 0;
        for (size_t i = 0; i < sectors; i++) {
            double a = 1, b = 1;
            for (size_t c = i * factors; c < (i + 1) * factors; c++) {
                const uint64_t kind = state >> 60;
                base[c] = kind == 0 ? 0 : uniform(0, 1) * (kind < 8 ? 1 : kind < 12 ? 1e4 : 1e-3);
                end[c] = kind == 1 || kind == 0 ? uniform(-.1, .1) > 0 ? 0 : uniform(0, 2)
                         : kind == 2 ? base[c]
                         : kind == 3            ? base[c] * (1 + uniform(-1, 1) * 1e-12)
                                                : uniform(0, 2);
                if (kind == 5) base[c] = -base[c], end[c] = -end[c];
                a *= base[c];
                b *= end[c];
            }
            v0 += a;
            vt += b;
            size += fabs(a) + fabs(b);
        }
        ck_assert_int_eq(decompose(sectors, factors, base, end, SKPI_CARBON_LMDI_FORM_ADDITIVE, e, &t, &r), SKPI_OK);
        double sum = 0;
        for (size_t k = 0; k < factors; k++) sum += e[k];
        const double off = fmax(fmax(fabs(sum - (vt - v0)), fabs(t - sum)), fabs(r)) / (size > 0 ? size : 1);
        if (off > worst) worst = off;
    }
    ck_assert_msg(worst < 2e-14, "the worst residual is %g of the size", worst);
}
END_TEST

/* The logarithms in vectors against libm, near the limits between series and libm, at every position of a vector. */
START_TEST(log_ratios)
{
    enum { N = 61 };
    double a[N], b[N], logs[N], one;
    for (int trial = 0; trial < unit_trials(3000); trial++) {
        for (int i = 0; i < N; i++) {
            const int kind = i % 6;
            a[i] = pow(10, uniform(-290, 290)) * (kind == 5 ? -1 : 1);
            b[i] = a[i] * (kind == 0   ? 1 + uniform(-1, 1) * 1e-9
                           : kind == 1 ? 1.5 * (1 + uniform(-1, 1) * 1e-15)
                           : kind == 2 ? (1 + uniform(-1, 1) * 1e-15) / 1.5
                           : kind == 3 ? uniform(.01, 100)
                                       : uniform(.7, 1.4));
        }
        a[7] = 1.5e308, b[7] = 1.6e308, a[8] = b[8] = 1.7e308, a[9] = 1e-300, b[9] = 1e300;
        skpi__log_ratios(N, a, b, logs);
        for (int i = 0; i < N; i++) {
            const double q = b[i] / a[i], u = (b[i] - a[i]) / a[i];
            const double want = fabs(u) < .6              ? log1p(u)
                                : q > 1e-100 && q < 1e100 ? log(q)
                                                          : log(fabs(b[i])) - log(fabs(a[i]));
            ck_near(logs[i], want, 9e-16 * fabs(want));
            skpi__log_ratios(1, a + i, b + i, &one);
            ck_assert(one == logs[i]);
        }
    }
}
END_TEST

/* Where they count most, a hundredth of the ninth and the tenth term is more than a thousand logarithms are off on
 * average: rounding cancels out. */
START_TEST(terms_of_the_logarithm)
{
    enum { N = 4000 };
    static double a[N], b[N], logs[N];
    for (int falling = 0; falling < 2; falling++) {
        double off = 0;
        for (int i = 0; i < N; i++) {
            a[i] = uniform(1, 2);
            b[i] = falling ? a[i] / uniform(1.47, 1.4999) : a[i] * uniform(1.47, 1.4999);
        }
        skpi__log_ratios(N, a, b, logs);
        for (int i = 0; i < N; i++) {
            const double want = log1p((b[i] - a[i]) / a[i]);
            off += (logs[i] - want) / want;
        }
        ck_near(off / N, 0, 2e-17); /* what is left of the series is 1.2e-17 */
    }
}
END_TEST

START_TEST(lmdi_chains)
{
    enum { YEARS = 40, SECTORS = 3, FACTORS = 4, M = SECTORS * FACTORS };
    static const int32_t forms[] = {SKPI_CARBON_LMDI_FORM_ADDITIVE, SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE};
    static double x[YEARS * M], e[YEARS * FACTORS], se[YEARS * M], t[YEARS], r[YEARS], step[FACTORS], sum[FACTORS];
    for (int c = 0; c < YEARS * M; c++) x[c] = c < M ? uniform(1, 2) : x[c - M] * uniform(.9, 1.15);
    skpi_carbon_lmdi_chain_out o = {.size = sizeof o, .effect = e, .sector_effect = se, .total = t, .residual = r};
    for (int adds = 1; adds >= 0; adds--) {
        const int32_t form = forms[!adds];
        ck_assert_int_eq(skpi_carbon_lmdi_chain(YEARS, SECTORS, FACTORS, x, form, &o), SKPI_OK);
        for (int k = 0; k < FACTORS; k++) sum[k] = !adds;
        for (int y = 0; y + 1 < YEARS; y++) {
            double total, residual;
            ck_assert_int_eq(decompose(SECTORS, FACTORS, x + y * M, x + (y + 1) * M, form, step, &total, &residual),
                             SKPI_OK);
            for (int k = 0; k < FACTORS; k++) {
                double parts = !adds;
                sum[k] = adds ? sum[k] + step[k] : sum[k] * step[k];
                for (int i = 0; i < SECTORS; i++) {
                    const double part = se[y * M + i * FACTORS + k];
                    parts = adds ? parts + part : parts * part;
                }
                ck_near(e[y * FACTORS + k], sum[k], 1e-12 * (1 + fabs(sum[k])));
                ck_near(parts, sum[k], 1e-12 * (1 + fabs(sum[k])));
            }
            ck_near(r[y], 0, 1e-12 * (1 + fabs(t[y])));
        }
    }
    ck_fails(skpi_carbon_lmdi_chain(1, SECTORS, FACTORS, x, forms[0], &o), SKPI_ENODATA, "n_years");
    x[2 * M] = -1;
    ck_fails_at(skpi_carbon_lmdi_chain(YEARS, SECTORS, FACTORS, x, forms[0], &o), SKPI_EDOM, "factor", 2);
    /* effects that cancel in the total, each within a double for a year and beyond it for two */
    const double far[] = {1e-300, 1e300, 1, 1, 1e300, 1e-300};
    ck_assert_int_eq(skpi_carbon_lmdi_chain(2, 1, 2, far, forms[1], &o), SKPI_OK);
    ck_near(e[0] / 1e300, 1, 1e-12);
    ck_fails_at(skpi_carbon_lmdi_chain(3, 1, 2, far, forms[1], &o), SKPI_EOVERFLOW, "out->effect", 2);
}
END_TEST

START_TEST(lmdi_bad_input)
{
    const double base[] = {1, 2, 3, 4}, turned[] = {1, -2, 3, 4}, gone[] = {0, 2, 3, 4}, large[] = {1e200, 1e200, 3, 4};
    const double small[] = {1e-200, 1e-200, 3, 4}, lone[] = {1, 2, -3, 4}, nan[] = {1, 2, (double)NAN, 4};
    const int32_t sum = SKPI_CARBON_LMDI_FORM_ADDITIVE, product = SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE;
    double e[4] = {-7, -7, -7, -7}, t[2] = {-7, -7}, r[2] = {-7, -7};
    skpi_carbon_lmdi_out o = {.size = sizeof o, .effect = e, .total = t, .residual = r};
    ck_fails_at(skpi_carbon_lmdi(1, 2, 2, base, turned, sum, &o, NULL), SKPI_EDOM, "factor1", 0);
    ck_fails_at(skpi_carbon_lmdi(2, 1, 2, base, lone, sum, &o, NULL), SKPI_EDOM, "factor1", 1);
    ck_fails_at(skpi_carbon_lmdi(1, 1, 2, base, (const double[]){-1, -2}, sum, &o, NULL), SKPI_EDOM, "factor1", 0);
    ck_fails_at(skpi_carbon_lmdi(1, 2, 2, base, nan, sum, &o, NULL), SKPI_ENOTFINITE, "factor1", 0);
    ck_fails_at(skpi_carbon_lmdi(1, 2, 2, large, base, sum, &o, NULL), SKPI_EOVERFLOW, "factor0", 0);
    ck_fails_at(skpi_carbon_lmdi(1, 2, 2, base, small, sum, &o, NULL), SKPI_EOVERFLOW, "factor1", 0);
    /* 1e-320 keeps four digits, which the product with 1e320 would not show */
    const double lossy[] = {1e-160, 1e-160, 1e160, 1e160};
    ck_fails_at(skpi_carbon_lmdi(1, 1, 4, lossy, base, sum, &o, NULL), SKPI_EOVERFLOW, "factor0", 0);
    ck_fails_at(skpi_carbon_lmdi(1, 1, 4, base, lossy, product, &o, NULL), SKPI_EOVERFLOW, "factor1", 0);
    ck_fails_at(skpi_carbon_lmdi(1, 1, 2, gone, base, product, &o, NULL), SKPI_EDOM, "factor0", 0);
    ck_fails_at(skpi_carbon_lmdi(1, 1, 2, base, gone, product, &o, NULL), SKPI_EDOM, "factor1", 0);
    ck_fails(skpi_carbon_lmdi(1, 2, 2, base, base, SKPI_CARBON_SHAPE_PEAK, &o, NULL), SKPI_EINVAL, "form");
    ck_fails(skpi_carbon_lmdi(1, 0, 2, base, base, sum, &o, NULL), SKPI_ENODATA, "n_sectors");
    /* sectors that nearly cancel have effects beyond the range of a double */
    const double cancel[] = {1e9, 1, -1e9, 1 + 1e-9}, next[] = {1e10, .1, -1e9, 1 + 1e-9};
    ck_fails_at(skpi_carbon_lmdi(1, 2, 2, cancel, next, product, &o, NULL), SKPI_EOVERFLOW, "out->effect", 0);
    ck_assert(e[0] == -7 && t[0] == -7 && r[1] == -7);
    int32_t status[2];
    ck_assert_int_eq(skpi_carbon_lmdi(2, 1, 2, lone, base, sum, &o, status), SKPI_WROWS);
    ck_assert_int_eq(status[0], SKPI_OK);
    ck_assert_int_eq(status[1], SKPI_EDOM);
    ck_assert(e[0] == 0 && isnan(e[2]) && isnan(e[3]));
}
END_TEST

START_TEST(kaya)
{
    const double p[] = {1.41071, 1}, g[] = {17.174, 2}, e[] = {161.83, 0}, f[] = {11218.3, 0};
    double x[8];
    int32_t status[2];
    ck_assert_int_eq(skpi_carbon_kaya(1, p, g, e, f, x, NULL), SKPI_OK);
    ck_near(x[0] * x[1] * x[2] * x[3], f[0], 1e-11);
    ck_near(x[3], f[0] / e[0], 0);
    ck_assert_int_eq(skpi_carbon_kaya(2, p, g, e, f, x, status), SKPI_WROWS);
    ck_assert_int_eq(status[1], SKPI_EZERODIV);
    ck_assert(isnan(x[4]) && !isnan(x[3]));
    ck_fails_at(skpi_carbon_kaya(2, p, g, e, f, x, NULL), SKPI_EZERODIV, "energy", 1);
}
END_TEST

UNIT_MAIN("carbon decomposition", UNIT_CASE("lmdi", lmdi_china, lmdi_zeros, lmdi_second, lmdi_near, lmdi_property,
                                            log_ratios, terms_of_the_logarithm, lmdi_chains, lmdi_bad_input, kaya))
