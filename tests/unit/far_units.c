/* Units far from usual: figures times powers of two near the ends of the range of a double give the same results, or are
 * refused.  Multiplication by a power of two is exact, so that results must agree to the last bits.
 */
#include "unit/unit.h"

START_TEST(decompositions)
{
    static const double before[] = {3, 5, 7}, after[] = {4, 4, 8};
    static const int far[][3] = {{-1000, -40, 1020}, {-1020, -30, 1010}, {600, 600, -1050}, {-500, -500, 1000}};
    double plain[3], effect[3], total, x0[3], x1[3];
    skpi_carbon_lmdi_out out = {.size = sizeof out, .effect = plain};
    ck_assert_int_eq(skpi_carbon_lmdi(1, 1, 3, before, after, SKPI_CARBON_LMDI_FORM_ADDITIVE, &out, NULL), SKPI_OK);
    out.effect = effect;
    out.total = &total;
    for (size_t t = 0; t < sizeof far / sizeof *far; t++) {
        const int unit = far[t][0] + far[t][1] + far[t][2];
        for (int k = 0; k < 3; k++) x0[k] = ldexp(before[k], far[t][k]), x1[k] = ldexp(after[k], far[t][k]);
        const skpi_status s = skpi_carbon_lmdi(1, 1, 3, x0, x1, SKPI_CARBON_LMDI_FORM_ADDITIVE, &out, NULL);
        ck_assert(s == SKPI_OK || s == SKPI_EOVERFLOW);
        if (s) continue;
        ck_near(ldexp(total, -unit), 4 * 4 * 8 - 3 * 5 * 7, 1e-12); /* 23 */
        for (int k = 0; k < 3; k++) ck_near(ldexp(effect[k], -unit), plain[k], 1e-12);
    }
}
END_TEST

/* The activities of a place and its sector may be in units that are as far apart as doubles are. */
START_TEST(sectoral_targets)
{
    enum { T = 3 };
    static const double own[T] = {10, 12, 15}, sector[T] = {1000, 1100, 1500}, si[T] = {.9, .6, .2}, start = 1.3;
    static const int far[][2] = {{-540, 540}, {540, -540}, {-1000, 15}, {-15, 1000}, {-1020, 0}};
    double plain[T], intensity[T], emission[T], x[T], y[T];
    skpi_carbon_target_sda_in in = {.size = sizeof in,
                                    .n = 1,
                                    .n_years = T,
                                    .intensity = &start,
                                    .activity = own,
                                    .sector_intensity = si,
                                    .sector_activity = sector};
    ck_assert_int_ge(skpi_carbon_target_sda(&in, plain, NULL, NULL), 0);
    in.activity = x;
    in.sector_activity = y;
    for (size_t t = 0; t < sizeof far / sizeof *far; t++) {
        for (int j = 0; j < T; j++) x[j] = ldexp(own[j], far[t][0]), y[j] = ldexp(sector[j], far[t][1]);
        ck_assert_int_ge(skpi_carbon_target_sda(&in, intensity, emission, NULL), 0);
        for (int j = 0; j < T; j++) ck_assert(intensity[j] == plain[j] && emission[j] == plain[j] * x[j]);
    }
    /* the difference of two intensities of the sector is too large for a double, their quotient is not */
    const double wide[T] = {1.5e308, 1e308, -1.5e308}, zero = 0;
    static const double small[T] = {.1, .12, .15};
    in.activity = small, in.sector_activity = own, in.sector_intensity = wide, in.intensity = &zero;
    ck_assert_int_ge(skpi_carbon_target_sda(&in, intensity, NULL, NULL), 0);
    ck_near(intensity[1] / 1e308, 1.5 * (2.5 / 3) - 1.5, 1e-14);
    /* some of the factors have a product of few digits, all of them have not: 1e-5 1e-115/1e200 1e300 = 1e-20 */
    const double path[T] = {1e200, 1e-115, 0}, mine[T] = {1e300, 1, 1}, ones[T] = {1, 1, 1}, first = 1e-5;
    in.flags = SKPI_CARBON_SDA_FLAG_UNCAPPED;
    in.activity = mine, in.sector_activity = ones, in.sector_intensity = path, in.intensity = &first;
    ck_assert_int_ge(skpi_carbon_target_sda(&in, intensity, NULL, NULL), 0);
    ck_near(intensity[1] * 1e20, 1, 1e-14);
}
END_TEST

/* A competitive part beside a nation that has all but vanished: its factors leave the range, it does not. */
START_TEST(shift_and_share)
{
    const double nation0 = 1e305, nation1 = 1e-141, city0 = 1e302, city1 = 1e-141;
    double competitive, allocation;
    skpi_economy_shift_share_out out = {.size = sizeof out, .competitive = &competitive, .allocation = &allocation};
    ck_assert_int_eq(skpi_economy_shift_share(1, 1, &city0, &city1, &nation0, &nation1, &out, NULL), SKPI_OK);
    ck_near(competitive / 1e-141, .999, 1e-14);
    ck_assert_double_eq(allocation, 0);
}
END_TEST

/* Of two regions nearly all people leave, and their rates are nearly equal: differences of the rates are exact. */
START_TEST(regions_that_nearly_cancel)
{
    const double urban = 1, rural = 0, fall = -.5 + 0x1p-54, leave = .5, rise = .25, none = 0, few = 0x1p-60,
                 more = 0x1p-58;
    double people[2], stable;
    skpi_urban_two_region_in in = {.size = sizeof in,
                                   .n = 1,
                                   .urban = &urban,
                                   .rural = &rural,
                                   .natural_urban = &fall,
                                   .natural_rural = &none,
                                   .to_rural = &leave,
                                   .to_urban = &none};
    skpi_urban_two_region_out out = {.size = sizeof out, .urban = people, .stable = &stable};
    ck_assert_int_ge(skpi_urban_two_region(&in, 2, &out, NULL), 0);
    ck_assert(people[0] == 0x1p-54 && people[1] == 0x1p-108);
    /* where the natural increase is the same, m_ru/(m_ru + m_ur) */
    in.natural_urban = in.natural_rural = &rise, in.to_rural = &few, in.to_urban = &more;
    ck_assert_int_ge(skpi_urban_two_region(&in, 2, &out, NULL), 0);
    ck_near(stable, .8, 1e-15);
}
END_TEST

START_TEST(uncertainties)
{
    enum { N = 3 };
    static const double emission[N] = {70, 20, -30}, u[N * 2] = {.05, .1, .3, .4, .2, .2};
    static const int far[] = {-1010, -600, 600, 1010};
    double total, share[N], contribution[N], sum, t, s[N], c[N], x[N];
    skpi_carbon_inventory_uncertainty_out out = {
        .size = sizeof out, .contribution = contribution, .share = share, .total = &total, .sum = &sum};
    ck_assert_int_eq(skpi_carbon_inventory_uncertainty(N, 2, emission, u, &out), SKPI_OK);
    out.contribution = c, out.share = s, out.total = &t;
    for (size_t k = 0; k < sizeof far / sizeof *far; k++) {
        for (int i = 0; i < N; i++) x[i] = ldexp(emission[i], far[k]);
        ck_assert_int_eq(skpi_carbon_inventory_uncertainty(N, 2, x, u, &out), SKPI_OK);
        ck_assert(t == total && sum == ldexp(60, far[k]));
        for (int i = 0; i < N; i++) ck_assert(s[i] == share[i] && c[i] == contribution[i]);
    }
}
END_TEST

START_TEST(partly_digital_sectors)
{
    enum { N = 3 };
    static const double va[N] = {.01, .02, .04}, w[N] = {.5, .25, .75}, c[N] = {.3, .5, .9}, error[N] = {.1, .2, .05};
    static const double gdp = 1;
    static const int far[][3] = {{-900, -120, -1020}, {600, 440, 1000}, {-900, -900, -1022}, {1000, 0, 1000}};
    double share, se, x[N], y[N], z, one, other;
    skpi_digital_coefficient_in in = {.size = sizeof in,
                                      .n = 1,
                                      .n_sectors = N,
                                      .value_added = va,
                                      .weight = w,
                                      .coefficient = c,
                                      .coefficient_error = error,
                                      .gdp = &gdp};
    skpi_digital_coefficient_out out = {.size = sizeof out, .share = &share, .error = &se};
    ck_assert_int_eq(skpi_digital_coefficient(&in, NULL, &out, NULL), SKPI_OK);
    in.value_added = x, in.weight = y, in.gdp = &z, out.share = &one, out.error = &other;
    for (size_t k = 0; k < sizeof far / sizeof *far; k++) {
        for (int i = 0; i < N; i++) x[i] = ldexp(va[i], far[k][0]), y[i] = ldexp(w[i], far[k][1]);
        z = ldexp(gdp, far[k][2]);
        const int unit = far[k][0] + far[k][1] - far[k][2];
        const skpi_status s = skpi_digital_coefficient(&in, NULL, &out, NULL);
        if (unit > 0) {
            ck_assert_int_eq(s, SKPI_ERANGE); /* more than all */
            continue;
        }
        ck_assert_int_eq(s, SKPI_OK);
        ck_near(one / ldexp(share, unit), 1, 1e-14);
        ck_near(other / ldexp(se, unit), 1, 1e-14);
    }
}
END_TEST

START_TEST(satellite_accounts)
{
    enum { N = 2, M = 2 };
    static const double make[N * M] = {90, 10, 20, 80}, d[M] = {.1, .8}, va[N] = {50, 40};
    static const int far[][2] = {{-1000, 1000}, {1000, -1000}, {1010, 1010}, {-1010, -1010}};
    double plain[N], total, ratio[N], t, share, same, x[N * M], v[N];
    skpi_digital_satellite_out out = {.size = sizeof out, .ratio = plain, .total = &total, .share = &share};
    ck_assert_int_eq(skpi_digital_satellite(N, M, make, d, va, &out), SKPI_OK);
    out.ratio = ratio, out.total = &t, out.share = &same;
    for (size_t k = 0; k < sizeof far / sizeof *far; k++) {
        for (int i = 0; i < N * M; i++) x[i] = ldexp(make[i], far[k][0]);
        for (int i = 0; i < N; i++) v[i] = ldexp(va[i], far[k][1]);
        ck_assert_int_eq(skpi_digital_satellite(N, M, x, d, v, &out), SKPI_OK);
        ck_assert(t == ldexp(total, far[k][1]) && same == share);
        for (int i = 0; i < N; i++) ck_assert(ratio[i] == plain[i]);
    }
}
END_TEST

START_TEST(harmonised_paths)
{
    enum { T = 3 };
    static const int32_t year[T] = {2010, 2020, 2030},
                         methods[] = {SKPI_CARBON_HARMONISE_METHOD_RATIO, SKPI_CARBON_HARMONISE_METHOD_REDUCE_RATIO};
    static const double model[T] = {2, 3, 4}, history = 6;
    static const int far[][2] = {{-500, 500}, {500, -500}, {-1000, 1000}, {60, -60}};
    double x[T], y, plain[T], out[T];
    skpi_table t = {.size = sizeof t, .n = 1, .m = T, .year = year, .value = model};
    for (int m = 0; m < 2; m++) {
        const skpi_carbon_harmonise_options o = {
            .size = sizeof o, .flags = SKPI_CARBON_HARMONISE_FLAG_PAST, .method = methods[m], .end_year = m ? 2040 : 0};
        t.value = model;
        ck_assert_int_eq(skpi_carbon_harmonise(&t, &history, 2020, &o, plain, NULL, NULL), SKPI_OK);
        t.value = x;
        for (size_t k = 0; k < sizeof far / sizeof *far; k++) {
            for (int j = 0; j < T; j++) x[j] = ldexp(model[j], far[k][0]);
            y = ldexp(history, far[k][1]);
            ck_assert_int_eq(skpi_carbon_harmonise(&t, &y, 2020, &o, out, NULL, NULL), SKPI_OK);
            for (int j = 0; j < (m ? 2 : T); j++) ck_near(out[j] / ldexp(plain[j], far[k][1]), 1, 1e-15);
            /* half of the model's value, and half of the inventory's at its ratio */
            if (m) ck_near(out[2] / (.5 * x[2] + .5 * ldexp(8, far[k][1])), 1, 1e-15);
        }
    }
    /* before the base year the sum is too large */
    const double large[T] = {1.7e308, 1, 1}, more = 1e308;
    const skpi_carbon_harmonise_options o = {
        .size = sizeof o, .flags = SKPI_CARBON_HARMONISE_FLAG_PAST, .method = SKPI_CARBON_HARMONISE_METHOD_OFFSET};
    t.value = large;
    ck_fails(skpi_carbon_harmonise(&t, &more, 2020, &o, out, NULL, NULL), SKPI_EOVERFLOW, "emission");
}
END_TEST

/* A sum of annual values, where rate times years is above 1490 and exp of it no double; the sum of the path is the
 * budget. */
START_TEST(steep_logistic_declines)
{
    static const double rates[] = {3.7, 3.73, 4, 40, 4000}, targets[] = {.5, 25, 100.25, 399.5};
    const double t0 = 2000, e0 = 1, t_end = 2400;
    for (size_t r = 0; r < sizeof rates / sizeof *rates; r++)
        for (size_t k = 0; k < sizeof targets / sizeof *targets; k++) {
            double t_mid = -1, e, c;
            skpi_carbon_path path = {.size = sizeof path,
                                     .n = 1,
                                     .shape = SKPI_CARBON_SHAPE_LOGISTIC,
                                     .convention = SKPI_CARBON_CONVENTION_ANNUAL_AFTER_BASE,
                                     .t0 = &t0,
                                     .e0 = &e0,
                                     .rate = rates + r,
                                     .t_end = &t_end};
            const skpi_status s = skpi_carbon_path_solve(&path, SKPI_CARBON_TARGET_BUDGET, targets + k, &t_mid, NULL);
            ck_assert(s == SKPI_OK || s == SKPI_WUNUSUAL);
            path.t_end = NULL;
            path.t_mid = &t_mid;
            ck_assert_int_ge(skpi_carbon_path_value(&path, 2400, 1, &e, &c, NULL), 0);
            ck_near(c, targets[k], 4e-13 * fmax(1, rates[r]));
        }
}
END_TEST

UNIT_MAIN("far_units", UNIT_CASE("units", decompositions, sectoral_targets, shift_and_share, regions_that_nearly_cancel,
                                 uncertainties, partly_digital_sectors, satellite_accounts, harmonised_paths,
                                 steep_logistic_declines))
