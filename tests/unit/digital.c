/* Digital shares: quotient, comparison, coefficients. */
#include "unit/unit.h"

static const int32_t years[] = {2022, 2023};

static skpi_table table(size_t n, size_t m, const double *value, const skpi_basis *basis)
{
    return (skpi_table){
        .size = sizeof(skpi_table), .n = n, .m = m, .year = years + 2 - m, .value = value, .basis = basis};
}

static skpi_basis basis(int32_t definition, int32_t revision)
{
    return (skpi_basis){.size = sizeof(skpi_basis),
                        .definition = definition,
                        .revision = revision,
                        .prices = SKPI_BASIS_PRICES_CURRENT,
                        .currency = 156,
                        .scale = SKPI_BASIS_SCALE_ONE + 9};
}

/* China 2023, billion yuan.  The core digital economy was 12,755.5 (National Bureau of Statistics, 31 December 2024);
 * GDP was 129,427.2 after the fifth economic census and 126,058.2 before it.  The share is 9.855 %; 10.119 % would mix
 * two vintages. */
START_TEST(china_2023)
{
    const double core = 12755.5, census = 129427.2, preliminary = 126058.2;
    const skpi_basis after = basis(SKPI_DIGITAL_DEFINITION_NBS_CORE, SKPI_BASIS_REVISION_CENSUS);
    const skpi_basis gdp_after = basis(0, SKPI_BASIS_REVISION_CENSUS),
                     gdp_before = basis(0, SKPI_BASIS_REVISION_PRELIMINARY);
    const skpi_table d = table(1, 1, &core, &after), g = table(1, 1, &census, &gdp_after);
    const skpi_table wrong = table(1, 1, &preliminary, &gdp_before);
    skpi_basis joined = {.size = sizeof joined};
    double share = -1;
    ck_assert_int_eq(skpi_digital_share(&d, &g, &share, &joined, NULL), SKPI_OK);
    ck_near(share, .09855, 5e-6);
    ck_assert_int_eq(joined.definition, SKPI_DIGITAL_DEFINITION_NBS_CORE);
    ck_assert_int_eq(joined.revision, SKPI_BASIS_REVISION_CENSUS);
    ck_assert_int_eq(joined.currency, 156);
    share = -1;
    ck_fails(skpi_digital_share(&d, &wrong, &share, &joined, NULL), SKPI_EDEFMIX, "gdp->basis");
    ck_assert_double_eq(share, -1);
    const skpi_table unstated = table(1, 1, &preliminary, NULL); /* a basis that states nothing refuses nothing */
    ck_assert_int_eq(skpi_digital_share(&d, &unstated, &share, NULL, NULL), SKPI_OK);
    ck_near(share, .10119, 5e-6);
}
END_TEST

START_TEST(units_differ)
{
    const double core = 127555, gdp = 129427.2; /* 100 million yuan over billion yuan would be 98.6 % */
    skpi_basis a = basis(SKPI_DIGITAL_DEFINITION_NBS_CORE, 0), b = basis(0, 0);
    a.scale = SKPI_BASIS_SCALE_ONE + 8;
    const skpi_table d = table(1, 1, &core, &a), g = table(1, 1, &gdp, &b);
    double share = -1;
    ck_fails(skpi_digital_share(&d, &g, &share, NULL, NULL), SKPI_EDEFMIX, "gdp->basis");
}
END_TEST

START_TEST(share_rows)
{
    const double d[] = {1, 2, /**/ NAN, 3, /**/ 5, 1, /**/ -1, 1, /**/ 1, 1, /**/ 1, INFINITY, /**/ 0, 1};
    const double g[] = {4, 4, /**/ 4, NAN, /**/ 4, 4, /**/ 4, 4, /**/ 4, 0, /**/ 4, 4, /**/ 4, 1};
    const skpi_status expected[] = {SKPI_OK,       SKPI_WMISSING,   SKPI_ERANGE, SKPI_ERANGE,
                                    SKPI_EZERODIV, SKPI_ENOTFINITE, SKPI_OK};
    const skpi_table td = table(7, 2, d, NULL), tg = table(7, 2, g, NULL);
    double share[14];
    int32_t status[7];
    ck_assert_int_eq(skpi_digital_share(&td, &tg, share, NULL, status), SKPI_WROWS | SKPI_WMISSING);
    for (int i = 0; i < 7; i++) ck_assert_int_eq(status[i], expected[i]);
    ck_assert_double_eq(share[0], .25);
    ck_assert_double_eq(share[1], .5);
    for (int i = 2; i < 12; i++) ck_assert(isnan(share[i]));
    ck_assert_double_eq(share[12], 0);
    ck_assert_double_eq(share[13], 1);
    skpi_error e = {.size = sizeof e};
    ck_assert_int_eq(skpi_last_error_get(&e), SKPI_OK);
    ck_assert_int_eq(e.row, 2);
    ck_assert_int_eq(e.column, 0);
    ck_assert_msg(strstr(skpi_last_error(), "part larger than the whole"), "%s", skpi_last_error());
    for (int i = 0; i < 14; i++) share[i] = -7;
    ck_fails_at(skpi_digital_share(&td, &tg, share, NULL, NULL), SKPI_ERANGE, "digital->value", 2);
    for (int i = 0; i < 14; i++) ck_assert_double_eq(share[i], -7);
}
END_TEST

START_TEST(share_refuses)
{
    const double v[] = {1, 2}, w[] = {4, 4};
    const int32_t other[] = {2022, 2024};
    skpi_table d = table(1, 2, v, NULL), g = table(1, 2, w, NULL), bad;
    skpi_basis tail = {.size = 7};
    double share[2];
    ck_fails(skpi_digital_share(NULL, &g, share, NULL, NULL), SKPI_EINVAL, "digital");
    ck_fails(skpi_digital_share(&d, NULL, share, NULL, NULL), SKPI_EINVAL, "gdp");
    ck_fails(skpi_digital_share(&d, &g, NULL, NULL, NULL), SKPI_EINVAL, "share");
    ck_fails(skpi_digital_share(&d, &g, share, &tail, NULL), SKPI_ESTRUCT, "basis->size");
    bad = g, bad.year = other;
    ck_fails_at(skpi_digital_share(&d, &bad, share, NULL, NULL), SKPI_EINCONSISTENT, "gdp->year", 1);
    bad = g, bad.n = 2;
    ck_fails(skpi_digital_share(&d, &bad, share, NULL, NULL), SKPI_EINCONSISTENT, "gdp->n");
    bad = g, bad.m = 0;
    ck_fails(skpi_digital_share(&d, &bad, share, NULL, NULL), SKPI_ENODATA, "gdp->m");
    bad = g, bad.size = 4;
    ck_fails(skpi_digital_share(&d, &bad, share, NULL, NULL), SKPI_ESTRUCT, "gdp->size");
}
END_TEST

/* First a made-up city, whose 9000 is misprinted as 900.  Then China, billion yuan: the core of 2024 with the 10.5 %
 * that is quoted with it, over verified and preliminary GDP; and the broad economy of 2024 as published, 59.2 trillion
 * and 43.8 %, whose quotient is 43.88 %. */
START_TEST(published_shares)
{
    const struct {
        double value, gdp, share;
        skpi_status status;
        const char *says;
    } known[] = {{900, 30125, .305, SKPI_WUNUSUAL, "(a tenth?)"},
                 {9000, 30125, .305, SKPI_OK, ""},
                 {8446, 30125, .0275, SKPI_WUNUSUAL, "(ten times?)"},
                 {844.6, 2770, .305, SKPI_OK, ""},
                 {14089.1, 134806.6, .105, SKPI_OK, ""},
                 {14089.1, 134908.4, .105, SKPI_WUNUSUAL, "published->value[0][0] = 0.105 is not digital->value"},
                 {59200, 134908.4, .438, SKPI_OK, ""},
                 {12755.5, 129427.2, .101, SKPI_WUNUSUAL, "rounding explains a difference of"},
                 {12755.5, 129427.2, .099, SKPI_OK, ""},
                 {12755.5, 126058.2, .1, SKPI_OK, ""}, /* 10 % is known to 5 points only, so it contradicts nothing */
                 {12.7555, 129427.2, .0985, SKPI_WUNUSUAL, "(a thousandth?)"},
                 {0, 100, 0, SKPI_OK, ""},
                 {0, 100, .01, SKPI_WUNUSUAL, ""},
                 {30, 100, .3, SKPI_OK, ""},
                 {NAN, 100, .01, SKPI_WMISSING, ""},
                 {1, NAN, .01, SKPI_WMISSING, ""},
                 {1, 100, NAN, SKPI_WMISSING, ""}};
    for (size_t k = 0; k < sizeof known / sizeof *known; k++) {
        const skpi_table d = table(1, 1, &known[k].value, NULL), g = table(1, 1, &known[k].gdp, NULL),
                         p = table(1, 1, &known[k].share, NULL);
        double share, difference, rounding;
        int32_t status;
        skpi_digital_share_check_out out = {
            .size = sizeof out, .share = &share, .difference = &difference, .rounding = &rounding};
        const skpi_status s = skpi_digital_share_check(&d, &g, &p, &out, &status);
        ck_assert_msg(s == known[k].status && status == s, "%zu: %d %s", k, s, skpi_last_error());
        unit_record("skpi_digital_share_check", s);
        if (*known[k].says) ck_assert_msg(strstr(skpi_last_error(), known[k].says), "%s", skpi_last_error());
        if (s == SKPI_WMISSING) {
            ck_assert(isnan(difference) && isnan(rounding));
            continue;
        }
        ck_near(share, known[k].value / known[k].gdp, 1e-16);
        ck_near(difference, share - known[k].share, 1e-16);
        ck_assert((fabs(difference) > rounding + 1e-12) == (s == SKPI_WUNUSUAL));
    }
    /* a row has the digits of its longest figure; the half units were added by hand */
    const double value[] = {9000, 8446.1}, gdp[] = {30125.25, 27125.24}, percent[] = {.3, .305};
    const skpi_table d = table(1, 2, value, NULL), g = table(1, 2, gdp, NULL), p = table(1, 2, percent, NULL);
    double rounding[2];
    skpi_digital_share_check_out out = {.size = sizeof out, .rounding = rounding};
    ck_assert_int_eq(skpi_digital_share_check(&d, &g, &p, &out, NULL), SKPI_WUNUSUAL);
    ck_near(rounding[0], (.05 + 9000 / 30125.25 * .005) / (30125.25 - .005) + .0005, 1e-15);
    ck_near(rounding[1], (.05 + 8446.1 / 27125.24 * .005) / (27125.24 - .005) + .0005, 1e-15);
}
END_TEST

START_TEST(published_refuses)
{
    const double v[] = {1, 2}, w[] = {4, 4}, percent[] = {25, 50}, fraction[] = {.25, .5};
    const int32_t other[] = {2022, 2024};
    const skpi_basis core = basis(SKPI_DIGITAL_DEFINITION_NBS_CORE, 0), broad = basis(SKPI_DIGITAL_DEFINITION_CAICT, 0);
    skpi_table d = table(1, 2, v, NULL), g = table(1, 2, w, NULL), p = table(1, 2, fraction, NULL), bad;
    double share[2] = {-7};
    int32_t status;
    skpi_digital_share_check_out out = {.size = sizeof out, .share = share};
#define CALL(published) skpi_digital_share_check(&d, &g, published, &out, NULL)
    ck_fails(skpi_digital_share_check(NULL, &g, &p, &out, NULL), SKPI_EINVAL, "digital");
    ck_fails(skpi_digital_share_check(&d, NULL, &p, &out, NULL), SKPI_EINVAL, "gdp");
    ck_fails(CALL(NULL), SKPI_EINVAL, "published");
    ck_fails(skpi_digital_share_check(&d, &g, &p, NULL, NULL), SKPI_EINVAL, "out");
    bad = p, bad.value = percent;
    ck_fails_at(CALL(&bad), SKPI_ERANGE, "published->value", 0);
    ck_assert(share[0] == -7);
    ck_assert_int_eq(skpi_digital_share_check(&d, &g, &bad, &out, &status), SKPI_WROWS);
    ck_assert(status == SKPI_ERANGE && isnan(share[0]) && isnan(share[1]));
    bad = p, bad.year = other;
    ck_fails_at(CALL(&bad), SKPI_EINCONSISTENT, "published->year", 1);
    bad = p, bad.n = 2;
    ck_fails(CALL(&bad), SKPI_EINCONSISTENT, "published->n");
    bad = p, bad.basis = &broad, d.basis = &core;
    ck_fails(CALL(&bad), SKPI_EDEFMIX, "published->basis");
#undef CALL
}
END_TEST

/* China: core and broad economy of 2023 are compared, and of 2022 there is only the broad one. */
/* A definition that is refused for its own figures does not stand in the way of a later one. */
START_TEST(compare_after_a_refused_one)
{
    const double core[] = {12000, 12755.5}, percent[] = {1.2e6, 1.3e6}, gdp[] = {126058.2, 129427.2};
    const skpi_basis b = basis(SKPI_DIGITAL_DEFINITION_NBS_CORE, SKPI_BASIS_REVISION_CENSUS);
    const skpi_table d[] = {table(1, 2, percent, &b), table(1, 2, core, &b), table(1, 2, core, &b)};
    const skpi_table g = table(1, 2, gdp, NULL);
    const skpi_table *pd[] = {d, d + 1, d + 2}, *pg[] = {&g, &g, &g};
    double share[6];
    int32_t status[3];
    skpi_digital_compare_out out = {.size = sizeof out, .share = share};
    ck_assert_int_eq(skpi_digital_compare(3, pd, pg, &out, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_ERANGE && status[1] == SKPI_OK && status[2] == SKPI_EDUPLICATE);
    ck_assert(isnan(share[0]) && share[2] > .09 && isnan(share[4]));
}
END_TEST

START_TEST(compare)
{
    const double core[] = {NAN, 12755.5}, broad[] = {50200, 53900};
    const double gdp_core[] = {NAN, 129427.2}, gdp_broad[] = {120472.4, 126058.2};
    skpi_basis b1 = basis(SKPI_DIGITAL_DEFINITION_NBS_CORE, SKPI_BASIS_REVISION_CENSUS),
               b2 = basis(SKPI_DIGITAL_DEFINITION_CAICT, SKPI_BASIS_REVISION_PRELIMINARY);
    const skpi_basis g1 = basis(0, SKPI_BASIS_REVISION_CENSUS), g2 = basis(0, SKPI_BASIS_REVISION_PRELIMINARY);
    const skpi_table d[] = {table(1, 2, core, &b1), table(1, 2, broad, &b2)};
    const skpi_table g[] = {table(1, 2, gdp_core, &g1), table(1, 2, gdp_broad, &g2)};
    const skpi_table *pd[] = {d, d + 1}, *pg[] = {g, g + 1}, *mixed[] = {g, g}, *none[] = {d, NULL};
    double share[4], low[2], high[2];
    int32_t definition[2], status[2];
    skpi_digital_compare_out out = {
        .size = sizeof out, .share = share, .definition = definition, .low = low, .high = high};
    ck_assert_int_eq(skpi_digital_compare(2, pd, pg, &out, NULL), SKPI_WMISSING);
    ck_assert(isnan(share[0]));
    ck_near(share[1], .09855, 5e-6);
    ck_near(share[3], .42758, 5e-6);
    ck_assert_int_eq(definition[0], SKPI_DIGITAL_DEFINITION_NBS_CORE);
    ck_assert_int_eq(definition[1], SKPI_DIGITAL_DEFINITION_CAICT);
    ck_assert(low[0] == share[2] && high[0] == share[2] && low[1] == share[1] && high[1] == share[3]);

    /* the second pair has the GDP of the first pair's vintage: it alone is refused */
    ck_assert_int_eq(skpi_digital_compare(2, pd, mixed, &out, status), SKPI_WROWS | SKPI_WMISSING);
    ck_assert_int_eq(status[0], SKPI_WMISSING);
    ck_assert_int_eq(status[1], SKPI_EDEFMIX);
    ck_assert_int_eq(definition[1], SKPI_NONE);
    ck_assert(isnan(share[2]) && isnan(share[3]) && isnan(low[0]) && low[1] == share[1] && high[1] == share[1]);
    ck_fails_at(skpi_digital_compare(2, pd, mixed, &out, NULL), SKPI_EDEFMIX, "gdp[i]->basis", 1);

    b1.definition = SKPI_DIGITAL_DEFINITION_CAICT; /* the same definition twice is accepted if the revisions differ */
    ck_assert_int_eq(skpi_digital_compare(2, pd, pg, &out, NULL), SKPI_WMISSING);
    const skpi_table *twice[] = {d, d}, *of_twice[] = {g, g};
    ck_fails_at(skpi_digital_compare(2, twice, of_twice, &out, NULL), SKPI_EDUPLICATE, "digital[i]->basis->definition",
                1);
    b1.classification = 2021;
    ck_assert_int_eq(skpi_digital_compare(2, pd, pg, &out, NULL), SKPI_WMISSING);
    b1.classification = 0, b1.vintage = 2025; /* or if the vintages differ; here the revisions differ too */
    b1.revision = SKPI_BASIS_REVISION_PRELIMINARY;
    const skpi_table unstated = table(1, 2, gdp_core, NULL);
    const skpi_table *later[] = {&unstated, g + 1};
    ck_assert_int_eq(skpi_digital_compare(2, pd, later, &out, NULL), SKPI_WMISSING);
    b1.vintage = 0;
    ck_fails_at(skpi_digital_compare(2, pd, later, &out, NULL), SKPI_EDUPLICATE, "digital[i]->basis->definition", 1);
    b1.revision = SKPI_BASIS_REVISION_CENSUS, b1.definition = b2.definition = SKPI_DIGITAL_DEFINITION_OTHER;
    ck_assert_int_eq(skpi_digital_compare(2, pd, pg, &out, NULL), SKPI_WMISSING);
    b1.definition = SKPI_URBAN_DEFINITION_NATIONAL;
    ck_fails_at(skpi_digital_compare(2, pd, pg, &out, NULL), SKPI_EINVAL, "digital[i]->basis->definition", 0);

    b1.definition = SKPI_DIGITAL_DEFINITION_NBS_CORE;
    ck_fails(skpi_digital_compare(0, pd, pg, &out, NULL), SKPI_ENODATA, "n_definitions");
    ck_fails(skpi_digital_compare(2, NULL, pg, &out, NULL), SKPI_EINVAL, "digital");
    ck_fails(skpi_digital_compare(2, pd, NULL, &out, NULL), SKPI_EINVAL, "gdp");
    ck_fails_at(skpi_digital_compare(2, pd, none, &out, status), SKPI_EINVAL, "gdp", 1);
    ck_fails(skpi_digital_compare(2, pd, pg, NULL, NULL), SKPI_EINVAL, "out");
    skpi_table short_axis = d[1];
    short_axis.m = 1;
    const skpi_table *unequal[] = {d, &short_axis};
    ck_fails_at(skpi_digital_compare(2, unequal, pg, &out, status), SKPI_EINCONSISTENT, "digital[i]->m", 1);
    short_axis = g[0];
    short_axis.n = 2;
    const skpi_table *unpaired[] = {&short_axis, g + 1};
    ck_fails_at(skpi_digital_compare(2, pd, unpaired, &out, status), SKPI_EINCONSISTENT, "gdp[i]->n", 0);
    skpi_digital_compare_out nothing = {.size = sizeof nothing};
    ck_assert_int_eq(skpi_digital_compare(2, pd, pg, &nothing, NULL), SKPI_WMISSING);
}
END_TEST

/* China 2023: the core over GDP after the census and over preliminary GDP, each with its vintage: 9.855 and 10.119
 * %. */
START_TEST(vintages)
{
    const double figure = 12755.5, gdp[] = {129427.2, 126058.2};
    skpi_basis b[2];
    skpi_table d[2], g[2];
    for (int i = 0; i < 2; i++) {
        b[i] =
            basis(SKPI_DIGITAL_DEFINITION_NBS_CORE, i ? SKPI_BASIS_REVISION_PRELIMINARY : SKPI_BASIS_REVISION_CENSUS);
        d[i] = table(1, 1, &figure, b + i), g[i] = table(1, 1, gdp + i, b + i);
    }
    const skpi_table *pd[] = {d, d + 1}, *pg[] = {g, g + 1}, *crossed[] = {g + 1, g};
    double share[2], low, high;
    skpi_digital_compare_out out = {.size = sizeof out, .share = share, .low = &low, .high = &high};
    ck_assert_int_eq(skpi_digital_compare(2, pd, pg, &out, NULL), SKPI_OK);
    ck_near(share[0], .09855, 5e-6);
    ck_near(share[1], .10119, 5e-6);
    ck_assert(low == share[0] && high == share[1]);
    ck_fails_at(skpi_digital_compare(2, pd, crossed, &out, NULL), SKPI_EDEFMIX, "gdp[i]->basis", 0);
    b[1].revision = SKPI_BASIS_REVISION_CENSUS;
    ck_fails_at(skpi_digital_compare(2, pd, pg, &out, NULL), SKPI_EDUPLICATE, "digital[i]->basis->definition", 1);
    ck_assert_ptr_nonnull(
        strstr(skpi_last_error(), "(SKPI_DIGITAL_DEFINITION_NBS_CORE) is the definition of digital[0] too"));
    b[1].classification = 2021;
    ck_assert_int_eq(skpi_digital_compare(2, pd, pg, &out, NULL), SKPI_OK);
    b[1].classification = 0, b[1].vintage = 2025;
    ck_assert_int_eq(skpi_digital_compare(2, pd, pg, &out, NULL), SKPI_OK);
}
END_TEST

static skpi_digital_coefficient_in sectors(size_t n, size_t n_sectors, const double *value_added, const double *weight,
                                           const double *coefficient, const double *error, const double *gdp)
{
    return (skpi_digital_coefficient_in){.size = sizeof(skpi_digital_coefficient_in),
                                         .n = n,
                                         .n_sectors = n_sectors,
                                         .value_added = value_added,
                                         .weight = weight,
                                         .coefficient = coefficient,
                                         .coefficient_error = error,
                                         .gdp = gdp};
}

static skpi_digital_coefficient_options with(double correlation, double coverage)
{
    return (skpi_digital_coefficient_options){
        .size = sizeof(skpi_digital_coefficient_options), .correlation = correlation, .coverage = coverage};
}

/* Shares, errors and limits computed with 50 digits (mpmath) from these decimals. */
START_TEST(coefficient)
{
    const double va[] = {43135, 55636, 120000, 80000}, w[] = {1, .8, .5, .3}, c[] = {.9, .85, .2, .12};
    const double e[] = {.03, .05, .04, .06}, gdp = 1260582;
    double share, error, low, high;
    skpi_digital_coefficient_out out = {
        .size = sizeof out, .share = &share, .error = &error, .low = &low, .high = &high};
    const skpi_digital_coefficient_in in = sectors(1, 4, va, w, c, e, &gdp);
    skpi_digital_coefficient_options o = with(0, .95);
    ck_assert_int_eq(skpi_digital_coefficient(&in, &o, &out, NULL), SKPI_OK);
    ck_near(share, 0.072612475824658771, 1e-16);
    ck_near(error, 0.0030166455640625272, 1e-17);
    ck_near(low, 0.066699959164973701, 1e-15);
    ck_near(high, 0.078524992484343841, 1e-15);
    o = with(0, .9);
    ck_assert_int_eq(skpi_digital_coefficient(&in, &o, &out, NULL), SKPI_OK);
    ck_near(low, 0.067650535427383452, 1e-15);
    ck_near(high, 0.07757441622193409, 1e-15);
    o = with(0, .8); /* the default */
    ck_assert_int_eq(skpi_digital_coefficient(&in, &o, &out, NULL), SKPI_OK);
    const double ends[] = {low, high};
    ck_assert_int_eq(skpi_digital_coefficient(&in, NULL, &out, NULL), SKPI_OK);
    ck_assert(low == ends[0] && high == ends[1]);
    ck_near(high - share, 1.2815515655446004 * error, 1e-15);

    /* the squares of these errors are below the smallest double */
    const double tiny[] = {.03e-200, .05e-200, .04e-200, .06e-200};
    const skpi_digital_coefficient_in sure = sectors(1, 4, va, w, c, tiny, &gdp);
    ck_assert_int_eq(skpi_digital_coefficient(&sure, NULL, &out, NULL), SKPI_OK);
    ck_near(error / 0.0030166455640625272e-200, 1, 1e-14);

    const double va3[] = {120, 300, 450}, w3[] = {1, .6, .4}, c3[] = {.8, .35, .1}, e3[] = {.05, .08, .05}, gdp3 = 1000;
    const skpi_digital_coefficient_in three = sectors(1, 3, va3, w3, c3, e3, &gdp3);
    o = with(.3, .95);
    ck_assert_int_eq(skpi_digital_coefficient(&three, &o, &out, NULL), SKPI_OK);
    ck_near(share, .177, 1e-16);
    ck_near(error, 0.022053571139386928, 1e-16);
    ck_near(low, 0.13377579483630965, 1e-15);

    /* full correlation adds the errors; the lowest correlation cancels as much as it can, which is everything with
     * three equal errors */
    o = with(1, 0);
    ck_assert_int_eq(skpi_digital_coefficient(&three, &o, &out, NULL), SKPI_OK);
    ck_near(error, .12 * .05 + .18 * .08 + .18 * .05, 1e-16);
    const double same[] = {1, 1, 1}, c_same[] = {.5, .5, .5}, e_same[] = {.1, .1, .1}, ten = 10;
    skpi_digital_coefficient_in equal = sectors(1, 3, same, NULL, c_same, e_same, &ten);
    o = with(-.5, 0);
    ck_assert_int_eq(skpi_digital_coefficient(&equal, &o, &out, NULL), SKPI_OK);
    ck_near(error, 0, 1e-9);
    equal.coefficient_error = NULL, o = with(-1, 0);
    ck_assert_int_eq(skpi_digital_coefficient(&equal, &o, &out, NULL), SKPI_OK);
    ck_assert(error == 0 && low == share && high == share);
    ck_near(share, .15, 1e-16);
}
END_TEST

START_TEST(coefficient_refuses)
{
    double va[] = {1, 2, 3, 4}, w[] = {1, 1, 1, 1}, c[] = {.5, .25, .5, .25}, e[] = {.1, .1, .1, .1}, gdp[] = {10, 10};
    double share[2] = {-7, -7};
    int32_t status[2];
    skpi_digital_coefficient_out out = {.size = sizeof out, .share = share};
    skpi_digital_coefficient_in in = sectors(2, 2, va, w, c, e, gdp);
    skpi_digital_coefficient_options o = with(0, 0);
#define CALL(rho, coverage) (o = with(rho, coverage), skpi_digital_coefficient(&in, &o, &out, NULL))
    ck_assert_int_eq(CALL(0, 0), SKPI_OK);
    ck_near(share[0], .1, 1e-16);
    ck_near(share[1], .25, 1e-16);
    share[0] = share[1] = -7;
    ck_fails(CALL(1.5, 0), SKPI_ERANGE, "options->correlation");
    ck_fails(CALL(NAN, 0), SKPI_ENOTFINITE, "options->correlation");
    ck_fails(CALL(0, 95), SKPI_ERANGE, "options->coverage");
    ck_fails(CALL(0, 1), SKPI_ERANGE, "options->coverage");
    c[3] = 25;
    ck_assert_int_eq(CALL(0, 0), SKPI_ERANGE);
    c[3] = .25;
    skpi_error at = {.size = sizeof at};
    ck_assert_int_eq(skpi_last_error_get(&at), SKPI_OK);
    ck_assert(at.row == 1 && at.column == 1 && !strcmp(at.name, "in->coefficient") &&
              strstr(skpi_last_error(), "percent?"));
    c[2] = NAN;
    ck_fails_at(CALL(0, 0), SKPI_ENOTFINITE, "in->coefficient", 1);
    c[2] = .5, e[1] = -.1;
    ck_fails_at(CALL(0, 0), SKPI_ERANGE, "in->coefficient_error", 0);
    e[1] = .5; /* its square is 1/4, above c (1 - c) = 3/16 */
    ck_fails_at(CALL(0, 0), SKPI_EDOM, "in->coefficient_error", 0);
    e[1] = .1, w[0] = -1;
    ck_fails_at(CALL(0, 0), SKPI_ERANGE, "in->weight", 0);
    w[0] = 1, va[3] = INFINITY;
    ck_fails_at(CALL(0, 0), SKPI_ENOTFINITE, "in->value_added", 1);
    va[3] = 400; /* 10.15 times the total */
    ck_fails_at(CALL(0, 0), SKPI_ERANGE, "in->value_added", 1);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "is the sum of all digital parts, which is larger than the whole"));
    va[3] = -400;
    ck_fails_at(CALL(0, 0), SKPI_ERANGE, "in->value_added", 1);
    va[3] = 4, gdp[1] = 0;
    ck_fails_at(CALL(0, 0), SKPI_EZERODIV, "in->gdp", 1);
    ck_assert(share[0] == -7 && share[1] == -7);
    ck_assert_int_eq(skpi_digital_coefficient(&in, NULL, &out, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_OK && status[1] == SKPI_EZERODIV && isnan(share[1]));
    ck_near(share[0], .1, 1e-16);
    gdp[1] = 10, va[3] = 1e308, w[3] = 1e308;
    ck_fails_at(CALL(0, 0), SKPI_EOVERFLOW, "out->share", 1);
    va[3] = 4, w[3] = 1;
    const double three[] = {1, 1, 1}, half[] = {.5, .5, .5}, tenth[] = {.1, .1, .1}, sure[] = {.1, .1, 0};
    const skpi_digital_coefficient_in good = in;
    in = sectors(1, 3, three, NULL, half, tenth, gdp);
    ck_fails_at(CALL(-.6, 0), SKPI_EDOM, "options->correlation", 0);
    ck_assert_ptr_nonnull(strstr(skpi_last_error(), "all pairs of 3 uncertain coefficients: it must be at least -1/2"));
    in.coefficient_error = sure;
    ck_assert_int_eq(CALL(-.6, 0), SKPI_OK);
#define BAD(set, status, name)              \
    do {                                    \
        in = good;                          \
        set;                                \
        ck_fails(CALL(0, 0), status, name); \
    } while (0)
    BAD(in.n_sectors = 0, SKPI_ENODATA, "in->n_sectors");
    BAD(in.value_added = NULL, SKPI_EINVAL, "in->value_added");
    BAD(in.coefficient = NULL, SKPI_EINVAL, "in->coefficient");
    BAD(in.gdp = NULL, SKPI_EINVAL, "in->gdp");
    BAD(in.n = SIZE_MAX, SKPI_ENOMEM, "in->value_added");
    in = good;
    ck_fails(skpi_digital_coefficient(NULL, &o, &out, NULL), SKPI_EINVAL, "in");
    ck_fails(skpi_digital_coefficient(&in, &o, NULL, NULL), SKPI_EINVAL, "out");
    in = sectors(0, 2, NULL, NULL, NULL, NULL, NULL);
    ck_assert_int_eq(CALL(0, 0), SKPI_OK);
#undef BAD
#undef CALL
}
END_TEST

/* A total among the sectors that are digital in part. */
START_TEST(coefficient_of_a_total)
{
    const double va[] = {6, 4, 10, 50}, w[] = {1, 1, 0, 1}, gdp = 100;
    double c[] = {.5, .25, .5, 0}, share;
    skpi_digital_coefficient_in in = sectors(1, 4, va, NULL, c, NULL, &gdp);
    skpi_digital_coefficient_out out = {.size = sizeof out, .share = &share};
    ck_assert_int_eq(skpi_digital_coefficient(&in, NULL, &out, NULL), SKPI_WUNUSUAL);
    ck_assert_ptr_nonnull(
        strstr(skpi_last_error(), "in->value_added[0][2] = 10 is the sum of all other digital sectors"));
    ck_near(share, .09, 1e-16);
    in.weight = w; /* a total that does not count */
    ck_assert_int_eq(skpi_digital_coefficient(&in, NULL, &out, NULL), SKPI_OK);
    in.weight = NULL, c[2] = 0;
    ck_assert_int_eq(skpi_digital_coefficient(&in, NULL, &out, NULL), SKPI_OK);
}
END_TEST

/* Quantiles of shares of independent Beta coefficients: by 50-digit arithmetic, and two distributions with a closed
 * form. */
static const double prob[] = {.025, .05, .5, .95, .975};

static skpi_status quantile(const skpi_digital_coefficient_in *in, double *q, int32_t *status)
{
    const skpi_digital_coefficient_options o = {.size = sizeof o, .n_prob = 5, .prob = prob};
    skpi_digital_coefficient_out out = {.size = sizeof out, .quantile = q};
    return skpi_digital_coefficient(in, &o, &out, status);
}

START_TEST(quantiles)
{
    const double va[] = {43135, 55636, 120000, 80000}, w[] = {1, .8, .5, .3}, c[] = {.9, .85, .2, .12};
    const double e[] = {.03, .05, .04, .06}, gdp = 1260582, *p = prob;
    const double x[] = {0.066670882709882648, 0.067646352486057397, 0.072616521296180515, 0.07756459242814244,
                        0.078529786443973113};
    double q[5], r[10];
    skpi_digital_coefficient_in in = sectors(1, 4, va, w, c, e, &gdp);
    ck_assert_int_eq(quantile(&in, q, NULL), SKPI_OK);
    for (int i = 0; i < 5; i++) ck_near(q[i], x[i], 1e-15);
    const double one = 1, half = .5, flat = sqrt(1. / 12), skew = sqrt(1. / 18), third = 1. / 3;
    in = sectors(1, 1, &one, NULL, &half, &flat, &one);
    ck_assert_int_eq(quantile(&in, q, NULL), SKPI_OK);
    for (int i = 0; i < 5; i++) ck_near(q[i], p[i], 1e-14); /* Beta(1, 1) */
    in = sectors(1, 1, &one, NULL, &third, &skew, &one);
    ck_assert_int_eq(quantile(&in, q, NULL), SKPI_OK);
    /* Beta(1, 2), whose density has a corner at 0 */
    for (int i = 0; i < 5; i++) ck_near(q[i], 1 - sqrt(1 - p[i]), 1e-14);
    const double down = -1, whole[] = {1, 1}, back[] = {.8, third}, sure[] = {0, skew};
    in = sectors(1, 1, &down, NULL, &third, &skew, &one);
    ck_assert_int_eq(quantile(&in, q, NULL), SKPI_ERANGE);
    const double from[] = {1, -1};
    in = sectors(1, 2, from, NULL, back, sure, &one);
    ck_assert_int_eq(quantile(&in, q, NULL), SKPI_OK);
    for (int i = 0; i < 5; i++) ck_near(q[i], .8 - (1 - sqrt(p[i])), 1e-14); /* subtracted from a certain part */
    const double halves[] = {.5, .5}, flats[] = {flat, flat};
    in = sectors(1, 2, whole, halves, halves, flats, &one);
    ck_assert_int_eq(quantile(&in, q, NULL), SKPI_WNOTCONVERGED);
    for (int i = 0; i < 5; i++) /* the sum of two uniform parts, whose density has a corner in the middle */
        ck_near(q[i], p[i] > .5 ? 1 - sqrt(2 * (1 - p[i])) / 2 : sqrt(2 * p[i]) / 2, 1e-5);
    const double minus[] = {-.2, 1}, cc[] = {.5, .4}, tiny[] = {.1, 1e-7}, gdps[] = {1, 0};
    in = sectors(1, 2, minus, NULL, cc, tiny, &one);
    ck_assert_int_eq(quantile(&in, q, NULL), SKPI_OK);
    ck_near(q[2], .3, 1e-13); /* a symmetric distribution */
    ck_near(q[0] + q[4], .6, 1e-13);
    in = sectors(1, 1, &one, NULL, &third, tiny + 1, &one);
    ck_assert_int_eq(quantile(&in, q, NULL), SKPI_OK);
    ck_near((q[4] - third) / 1e-7, 1.959963984540054, 1e-6); /* nearly normal */
    in = sectors(1, 1, &one, NULL, &third, NULL, &one);
    ck_assert_int_eq(quantile(&in, q, NULL), SKPI_OK);
    for (int i = 0; i < 5; i++) ck_assert_double_eq(q[i], third);
    int32_t status[2];
    in = sectors(2, 1, va, NULL, cc, tiny, gdps);
    ck_assert_int_eq(quantile(&in, r, status), SKPI_WROWS);
    ck_assert(status[0] == SKPI_ERANGE && status[1] == SKPI_EZERODIV && isnan(r[0]) && isnan(r[9]));
    /* places of several kinds in one call have the results of each alone; out->share may be the array in->gdp */
    double two_va[] = {1, 1, 1, 1}, two_w[] = {.5, .5, .5, .5}, two_c[] = {.5, .5, third, .25};
    double two_e[] = {flat, flat, skew, 0}, two_gdp[] = {1, 1}, error[2];
    in = sectors(2, 2, two_va, two_w, two_c, two_e, two_gdp);
    const skpi_digital_coefficient_options o = {.size = sizeof o, .n_prob = 5, .prob = prob};
    skpi_digital_coefficient_out all = {.size = sizeof all, .share = two_gdp, .error = error, .quantile = r};
    ck_assert_int_eq(skpi_digital_coefficient(&in, &o, &all, status), SKPI_WNOTCONVERGED);
    ck_assert(status[0] == SKPI_WNOTCONVERGED && status[1] == SKPI_OK && two_gdp[0] == .5 && error[0] > 0);
    for (int i = 0; i < 5; i++) ck_near(r[5 + i], .125 + (1 - sqrt(1 - p[i])) / 2, 1e-14);
}
END_TEST

/* Coefficients that are 0 or 1 nearly surely: a share is one of a few numbers, within a thousandth of its range. */
START_TEST(quantiles_at_the_ends)
{
    const double va[] = {.1, .05}, c[][2] = {{.5, .5}, {1e-4, 1e-4}, {1e-5, 1e-5}, {.999, .999}, {.5, 1e-5}};
    const double e[][2] = {{.499, .499}, {.009, .009}, {.003, .003}, {.03, .03}, {.49999, .003}}, gdp = 1;
    const double expected[][5] = {
        {0, 0, .075, .15, .15}, {0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}, {.15, .15, .15, .15, .15}, {0, 0, .05, .1, .1}};
    const double gap[] = {.0251, 0, 0, 0, .0501}; /* any number between two shares is a median: half its length */
    double q[5];
    for (int k = 0; k < 5; k++) {
        const skpi_digital_coefficient_in in = sectors(1, 2, va, NULL, c[k], e[k], &gdp);
        ck_assert_int_eq(quantile(&in, q, NULL), SKPI_WNOTCONVERGED);
        for (int i = 0; i < 5; i++) ck_near(q[i], expected[k][i], i == 2 && gap[k] > 0 ? gap[k] : .15 * .005);
    }
}
END_TEST

/* Few coefficients near 0 or 1: the quantiles are right within a thousandth, grow with the probability, and do not depend
 * on the unit.  The expected figures are by convolution of the two distributions on 65,536 cells. */
START_TEST(quantiles_of_few_parts)
{
    static const double at[] = {.001, .01, .05, .5, .95, .99, .999}, unit[] = {1, .1, 10, 1000};
    static const struct {
        double va[2], c[2], e[2], gdp, expected[7];
    } known[] = {
        {{51, 52}, {.98, .02}, {.133, .133}, 103, {0, .0010, .4951, .4951, .4951, .9991, 1}},
        {{81, 41}, {.01, .98}, {.08, .126}, 122, {0, .0177, .3358, .3361, .3362, .6063, .9900}},
    };
    for (size_t k = 0; k < sizeof known / sizeof *known; k++)
        for (int u = 0; u < 4; u++) {
            const double va[] = {known[k].va[0] * unit[u], known[k].va[1] * unit[u]}, gdp = known[k].gdp * unit[u];
            double q[7];
            const skpi_digital_coefficient_in in = sectors(1, 2, va, NULL, known[k].c, known[k].e, &gdp);
            const skpi_digital_coefficient_options o = {.size = sizeof o, .n_prob = 7, .prob = at};
            skpi_digital_coefficient_out out = {.size = sizeof out, .quantile = q};
            ck_assert_int_eq(skpi_digital_coefficient(&in, &o, &out, NULL), SKPI_WNOTCONVERGED);
            for (int i = 0; i < 7; i++) {
                ck_near(q[i], known[k].expected[i], .001);
                ck_assert(i == 0 || q[i] >= q[i - 1]);
            }
        }
    /* a certain part moves them; of a part that is taken away, b is 1 less what another one has */
    static const double va[] = {51, 52, 10, 51, 52, 0, 51, -52, 0}, c[] = {.98, .02, .5, .98, .98, .5, .98, .02, .5},
                        e[] = {.133, .133, 0, .133, .133, 0, .133, .133, 0}, gdp[] = {113, 103, 103};
    double q[3][7];
    const skpi_digital_coefficient_in in = sectors(3, 3, va, NULL, c, e, gdp);
    const skpi_digital_coefficient_options o = {.size = sizeof o, .n_prob = 7, .prob = at};
    skpi_digital_coefficient_out out = {.size = sizeof out, .quantile = q[0]};
    ck_assert_int_eq(skpi_digital_coefficient(&in, &o, &out, NULL), SKPI_WNOTCONVERGED);
    for (int i = 0; i < 7; i++) {
        ck_near(q[0][i], (known[0].expected[i] * 103 + 5) / 113, .001);
        ck_near(q[2][i], q[1][i] - 52. / 103, .001);
    }
}
END_TEST

START_TEST(quantiles_refuse)
{
    const double va[] = {43135, 55636}, c[] = {.9, .85}, e[] = {.03, .05}, gdp = 1260582, one = 1, half = .5;
    double q[5] = {-7};
    skpi_digital_coefficient_in in = sectors(1, 2, va, NULL, c, e, &gdp);
    skpi_digital_coefficient_options o = {.size = sizeof o, .n_prob = 1, .prob = &one};
    skpi_digital_coefficient_out out = {.size = sizeof out, .quantile = q};
    ck_fails_at(skpi_digital_coefficient(&in, &o, &out, NULL), SKPI_ERANGE, "options->prob", 0);
    o.prob = NULL;
    ck_fails(skpi_digital_coefficient(&in, &o, &out, NULL), SKPI_EINVAL, "options->prob");
    o.prob = prob, o.n_prob = 0;
    ck_fails(skpi_digital_coefficient(&in, &o, &out, NULL), SKPI_ENODATA, "options->n_prob");
    ck_fails(skpi_digital_coefficient(&in, NULL, &out, NULL), SKPI_ENODATA, "options->n_prob");
    o.n_prob = 5, o.correlation = .1; /* quantiles are those of independent coefficients */
    ck_fails(skpi_digital_coefficient(&in, &o, &out, NULL), SKPI_EDOM, "options->correlation");
    out.quantile = NULL, out.error = q + 1;
    ck_assert_int_eq(skpi_digital_coefficient(&in, &o, &out, NULL), SKPI_OK);
    ck_assert_double_eq(q[0], -7);
    in = sectors(1, 1, &one, NULL, &half, &half, &one);
    ck_fails_at(quantile(&in, q, NULL), SKPI_EDOM, "in->coefficient_error", 0);
}
END_TEST

UNIT_MAIN("digital", UNIT_CASE("share", china_2023, units_differ, share_rows, share_refuses),
          UNIT_CASE("published", published_shares, published_refuses),
          UNIT_CASE("compare", compare, compare_after_a_refused_one, vintages),
          UNIT_CASE("coefficient", coefficient, coefficient_of_a_total, coefficient_refuses),
          UNIT_CASE("quantiles", quantiles, quantiles_at_the_ends, quantiles_of_few_parts, quantiles_refuse))
