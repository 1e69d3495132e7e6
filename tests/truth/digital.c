/* Closed formulas of the digital economy and of the catalogue beside __float128 (truth.h). */
#include "truth/economy_table.h"

static skpi_table truth_one(const double *value)
{
    static const int32_t year[] = {2020, 2021};
    return (skpi_table){.size = sizeof(skpi_table), .n = 1, .m = 2, .year = year, .value = value};
}
/* Two years of a quantity and of a part of it. */
static void truth_parts(truth *t, double *part, double *whole)
{
    for (size_t k = 0; k < 2; k++) {
        whole[k] = truth_quantity(t, "gdp");
        part[k] = whole[k] * truth_closed_share(t, "part");
    }
}

static void truth_digital_share(truth *t)
{
    double part[2], whole[2], share[2];
    truth_parts(t, part, whole);
    const skpi_table digital = truth_one(part), gdp = truth_one(whole);
    if (!truth_given(t, skpi_digital_share(&digital, &gdp, share, NULL, NULL))) return;
    for (size_t k = 0; k < 2; k++) truth_is(t, "share", share[k], (quad)part[k] / whole[k], 0);
}
static void truth_digital_share_check(truth *t)
{
    double part[2], whole[2], share[2], difference[2];
    truth_parts(t, part, whole);
    const double *told = truth_many(t, 2, truth_closed_share, "published");
    const skpi_table digital = truth_one(part), gdp = truth_one(whole), published = truth_one(told);
    skpi_digital_share_check_out out = {.size = sizeof out, .share = share, .difference = difference};
    if (!truth_given(t, skpi_digital_share_check(&digital, &gdp, &published, &out, NULL))) return;
    for (size_t k = 0; k < 2; k++) {
        const quad x = (quad)part[k] / whole[k];
        truth_is(t, "share", share[k], x, 0);
        truth_is(t, "difference", difference[k], x - told[k], truth_larger(x, told[k]));
    }
}
static void truth_digital_compare(truth *t)
{
    double part[2][2], whole[2][2], share[4], low[2], high[2];
    truth_parts(t, part[0], whole[0]);
    truth_parts(t, part[1], whole[1]);
    const skpi_table digital[] = {truth_one(part[0]), truth_one(part[1])},
                     gdp[] = {truth_one(whole[0]), truth_one(whole[1])};
    const skpi_table *const a[] = {&digital[0], &digital[1]}, *const b[] = {&gdp[0], &gdp[1]};
    skpi_digital_compare_out out = {.size = sizeof out, .share = share, .low = low, .high = high};
    if (!truth_given(t, skpi_digital_compare(2, a, b, &out, NULL))) return;
    for (size_t k = 0; k < 2; k++) {
        const quad x = (quad)part[0][k] / whole[0][k], y = (quad)part[1][k] / whole[1][k];
        truth_is(t, "share", share[k], x, 0);
        truth_is(t, "share", share[2 + k], y, 0);
        truth_is(t, "low", low[k], x < y ? x : y, 0);
        truth_is(t, "high", high[k], truth_larger(x, y), 0);
    }
}

/* sum k c, its error sqrt(sum (k e)^2 + 2 rho sum k e k' e'), and a normal interval. */
static void truth_digital_coefficient(truth *t)
{
    const size_t n = truth_count(t, "n_sectors", 1, 5);
    const double *added = truth_many(t, n, truth_quantity, "value_added"),
                 coverage = truth_between(t, "coverage", 0.2, 0.99);
    double c[5], e[5], gdp = 0;
    for (size_t i = 0; i < n; i++) {
        c[i] = truth_between(t, "coefficient", 0.05, 0.95);
        e[i] = truth_between(t, "error", 0, 0.2);
        gdp += added[i];
    }
    gdp *= 1.5;
    const double rho = truth_between(t, "correlation", 0, 1);
    const skpi_digital_coefficient_in in = {.size = sizeof in,
                                            .n = 1,
                                            .n_sectors = n,
                                            .value_added = added,
                                            .coefficient = c,
                                            .coefficient_error = e,
                                            .gdp = &gdp};
    const skpi_digital_coefficient_options o = {.size = sizeof o, .coverage = coverage, .correlation = rho};
    double share, error, low, high;
    skpi_digital_coefficient_out out = {
        .size = sizeof out, .share = &share, .error = &error, .low = &low, .high = &high};
    if (!(gdp < DBL_MAX) || !truth_given(t, skpi_digital_coefficient(&in, &o, &out, NULL))) return;
    quad sum = 0, variance = 0;
    for (size_t i = 0; i < n; i++) {
        sum += (quad)added[i] * c[i] / gdp;
        for (size_t j = 0; j < n; j++)
            variance += (i == j ? 1 : (quad)rho) * added[i] / gdp * e[i] * (added[j] / (quad)gdp) * e[j];
    }
    const quad z = truth_normal_quantile((1 + (quad)coverage) / 2), away = z * sqrtq(variance);
    truth_is(t, "share", share, sum, 0);
    truth_is(t, "error", error, sqrtq(variance), 0);
    truth_is(t, "low", low, sum - away, sum);
    truth_is(t, "high", high, sum + away, 0);
}

static void truth_digital_satellite(truth *t)
{
    const size_t n = truth_count(t, "n_industries", 2, 4), m = truth_count(t, "n_commodities", 2, 4);
    const double *make = truth_many(t, n * m, truth_quantity, "make"),
                 *digital = truth_many(t, m, truth_closed_share, "commodity_share");
    const double *added = truth_many(t, n, truth_quantity, "value_added");
    double ratio[4], one[4], share;
    skpi_digital_satellite_out out = {.size = sizeof out, .ratio = ratio, .digital = one, .share = &share};
    if (!truth_given(t, skpi_digital_satellite(n, m, make, digital, added, &out))) return;
    quad part = 0, all = 0;
    for (size_t i = 0; i < n; i++) {
        quad sum = 0, made = 0;
        for (size_t c = 0; c < m; c++) {
            sum += (quad)make[i * m + c] * digital[c];
            made += make[i * m + c];
        }
        truth_is(t, "ratio", ratio[i], sum / made, 0);
        truth_is(t, "digital", one[i], sum / made * added[i], 0);
        part += sum / made * added[i];
        all += added[i];
    }
    truth_is(t, "share", share, part / all, 0);
}

/* M = diag(v) L diag(y): digital sectors, and all sectors in the demand for digital products. */
static void truth_digital_adb(truth *t)
{
    truth_input_output e;
    if (!truth_input_output_draw(t, &e)) return;
    int32_t digital[TRUTH_SECTORS];
    double got[6];
    for (size_t i = 0; i < e.n; i++) digital[i] = truth_integer(t, "digital", 0, 1);
    skpi_digital_adb_out out = {.size = sizeof out,
                                .backward = &got[0],
                                .forward = &got[1],
                                .double_count = &got[2],
                                .double_count_exact = &got[3],
                                .published = &got[4],
                                .exact = &got[5]};
    if (truth_given(t, skpi_digital_adb(e.table, digital, NULL, &out))) {
        quad backward = 0, forward = 0, twice = 0, twice_exact = 0;
        for (size_t i = 0; i < e.n * e.n; i++) {
            const size_t r = i / e.n, c = i % e.n;
            const quad m = (quad)e.added[r] / e.output[r] * e.l[i] * e.demand[c];
            if (digital[c]) backward += m;
            if (digital[r]) forward += m;
            if (digital[r] && r == c) twice += m;
            if (digital[r] && digital[c]) twice_exact += m;
        }
        const quad want[] = {
            backward, forward, twice, twice_exact, backward + forward - twice, backward + forward - twice_exact};
        for (size_t k = 0; k < 6; k++) truth_is(t, "term", got[k], want[k], k < 4 ? 0 : backward + forward);
    }
    truth_input_output_free(&e);
}
static void truth_digital_adb_region(truth *t)
{
    truth_input_output e;
    if (!truth_input_output_draw(t, &e)) return;
    int32_t digital[TRUTH_SECTORS], region[TRUTH_SECTORS] = {0, 1};
    double gdp[2], direct[2], own[2], any[2];
    for (size_t i = 0; i < e.n; i++) {
        digital[i] = truth_integer(t, "digital", 0, 1);
        if (i > 1) region[i] = truth_integer(t, "region", 0, 1);
    }
    skpi_digital_adb_region_out out = {
        .size = sizeof out, .gdp = gdp, .share_direct = direct, .share_own_product = own, .share_any_product = any};
    if (truth_given(t, skpi_digital_adb_region(e.table, 2, region, digital, &out)))
        for (int32_t r = 0; r < 2; r++) {
            quad all = 0, sectors = 0, of_own = 0, of_any = 0, size = 0;
            for (size_t i = 0; i < e.n; i++) {
                if (region[i] != r) continue;
                all += e.added[i];
                size += fabs(e.added[i]);
                if (digital[i]) sectors += e.added[i];
                for (size_t j = 0; j < e.n; j++) {
                    const quad m = (quad)e.added[i] / e.output[i] * e.l[i * e.n + j] * e.demand[j];
                    if (digital[i] || (digital[j] && region[j] == r)) of_own += m;
                    if (digital[i] || digital[j]) of_any += m;
                }
            }
            truth_is(t, "gdp", gdp[r], all, size);
            truth_is(t, "share_direct", direct[r], sectors / all, size / all);
            truth_is(t, "share_own_product", own[r], of_own / all, size / all);
            truth_is(t, "share_any_product", any[r], of_any / all, size / all);
        }
    truth_input_output_free(&e);
}

/* DIRECT, NBS_CORE, CAICT and OECD are sums over GDP. */
static void truth_digital_definitions(truth *t)
{
    const size_t n = truth_count(t, "n_parts", 1, 5);
    const double *part = truth_many(t, n, truth_quantity, "part");
    double all = 0, value[4], share[4];
    for (size_t i = 0; i < n; i++) all += part[i];
    const double gdp = all * truth_between(t, "times", 1.01, 20);
    int32_t digital[5] = {1}, count;
    for (size_t i = 1; i < n; i++) digital[i] = truth_integer(t, "digital", 0, 1);
    const skpi_digital_definitions_in in = {.size = sizeof in,
                                            .gdp = gdp,
                                            .n_sectors = n,
                                            .value_added = part,
                                            .digital = digital,
                                            .n_core_parts = n,
                                            .core_part = part,
                                            .n_broad_parts = n,
                                            .broad_part = part,
                                            .n_oecd_parts = n,
                                            .oecd_part = part};
    skpi_digital_definitions_out out = {
        .size = sizeof out, .n_definitions = 4, .count = &count, .value = value, .share = share};
    if (!(gdp < DBL_MAX) || !truth_given(t, skpi_digital_definitions(&in, &out))) return;
    quad sum = 0, direct = 0;
    for (size_t i = 0; i < n; i++) {
        sum += part[i];
        if (digital[i]) direct += part[i];
    }
    truth_same(t, "count", count, 4);
    for (size_t k = 0; k < 4; k++) {
        truth_is(t, "value", value[k], k ? sum : direct, 0);
        truth_is(t, "share", share[k], (k ? sum : direct) / gdp, 0);
    }
}

static void truth_digital_sum_of_parts(truth *t)
{
    const size_t n = truth_count(t, "n_parts", 1, 5);
    const double *value = truth_many(t, 2 * n, truth_quantity, "part");
    skpi_table part[5];
    const skpi_table *of[5];
    for (size_t i = 0; i < n; i++) {
        part[i] = truth_one(value + 2 * i);
        of[i] = &part[i];
    }
    double total[2], mix[10];
    skpi_digital_sum_of_parts_out out = {.size = sizeof out, .total = total, .mix = mix};
    if (!truth_given(t, skpi_digital_sum_of_parts(n, of, NULL, 0, &out, NULL))) return;
    for (size_t k = 0; k < 2; k++) {
        quad sum = 0;
        for (size_t i = 0; i < n; i++) sum += value[2 * i + k];
        truth_is(t, "total", total[k], sum, 0);
        for (size_t i = 0; i < n; i++) truth_is(t, "mix", mix[2 * i + k], value[2 * i + k] / sum, 0);
    }
}
static void truth_digital_oecd_check(truth *t)
{
    const size_t n = truth_count(t, "n_parts", 1, 5);
    const double ordinary = truth_quantity(t, "ordinary"), *part = truth_many(t, n, truth_quantity, "part");
    const int32_t cell[5] = {0};
    double residual;
    skpi_digital_oecd_check_out out = {.size = sizeof out, .residual = &residual};
    if (!truth_given(t, skpi_digital_oecd_check(1, n, &ordinary, part, cell, 0, &out))) return;
    quad sum = 0;
    for (size_t i = 0; i < n; i++) sum += part[i];
    truth_is(t, "residual", residual, sum - ordinary, truth_larger(sum, ordinary));
}

/* Newer over older in the first common year, or less it. */
static void truth_digital_splice(truth *t)
{
    const double *value0 = truth_many(t, 2, truth_quantity, "older"), new = truth_quantity(t, "newer");
    const double value1[] = {(double)NAN, new};
    const bool factor = truth_count(t, "factor", 0, 1);
    const skpi_table table0 = truth_one(value0), table1 = truth_one(value1);
    const skpi_digital_splice_options o = {
        .size = sizeof o, .method = factor ? SKPI_DIGITAL_SPLICE_METHOD_FIRST : SKPI_DIGITAL_SPLICE_METHOD_DIFFERENCE};
    double value[2], by;
    skpi_digital_splice_out out = {.size = sizeof out, .value = value, .factor = &by};
    if (!truth_given(t, skpi_digital_splice(&table0, &table1, &o, &out, NULL))) return;
    const quad ratio = (quad) new / value0[1], more = (quad) new - value0[1];
    truth_is(t, "factor", by, factor ? ratio : more, 0);
    truth_is(t, "value", value[0], factor ? value0[0] * ratio : value0[0] + more,
             factor ? 0 : truth_larger(value0[0], truth_larger(new, value0[1])));
}
static void truth_digital_growth_contribution(truth *t)
{
    double part[2], whole[2], contribution, rate, change;
    truth_parts(t, part, whole);
    const skpi_table digital = truth_one(part), gdp = truth_one(whole);
    skpi_digital_growth_contribution_out out = {
        .size = sizeof out, .contribution = &contribution, .rate = &rate, .share_change = &change};
    if (!truth_given(t, skpi_digital_growth_contribution(&digital, &gdp, &out, NULL))) return;
    const quad grown = (quad)part[1] - part[0], s0 = (quad)part[0] / whole[0], s1 = (quad)part[1] / whole[1];
    truth_is(t, "contribution", contribution, grown / whole[0], 0);
    truth_is(t, "rate", rate, grown / ((quad)whole[1] - whole[0]), 0);
    truth_is(t, "share_change", change, s1 - s0, truth_larger(s0, s1));
}

/* ---- the catalogue */

static void truth_catalogue_score(truth *t)
{
    const size_t m = truth_count(t, "m", 1, 5);
    const double *value = truth_many(t, m, truth_quantity, "value"),
                 *target = truth_many(t, m, truth_quantity, "target");
    int32_t direction[5];
    for (size_t j = 0; j < m; j++) direction[j] = truth_count(t, "up", 0, 1) ? 1 : -1;
    double reached[5], score;
    skpi_catalogue_score_out out = {.size = sizeof out, .reached = reached, .score = &score};
    if (!truth_given(t, skpi_catalogue_score(1, m, value, target, direction, &out, NULL))) return;
    quad points = 0;
    for (size_t j = 0; j < m; j++) {
        const quad x = direction[j] > 0 ? (quad)value[j] / target[j] : (quad)target[j] / value[j];
        truth_is(t, "reached", reached[j], x, 0);
        points += 1 + (x >= 0.33Q) + (x >= 0.66Q) + (x >= 0.95Q);
    }
    truth_is(t, "score", score, 100 * points / (4 * m), 0);
}
/* NO2 1900, SO2 2620, O3 1960 micrograms per cubic metre and part per million. */
static void truth_catalogue_concentration(truth *t)
{
    static const quad factor[] = {1900, 2620, 1960};
    const double ppm = truth_quantity(t, "ppm");
    const int32_t gas = truth_integer(t, "gas", SKPI_CATALOGUE_GAS_NO2, SKPI_CATALOGUE_GAS_O3);
    double got;
    if (!truth_given(t, skpi_catalogue_concentration(1, &ppm, gas, &got, NULL))) return;
    truth_is(t, "concentration", got, ppm * factor[gas - SKPI_CATALOGUE_GAS_NO2], 0);
}

const truth_formula truth_digital[] = {
    TRUTH(digital_share, 1, 1, 1),
    TRUTH(digital_share_check, 2, 2, 2),
    TRUTH(digital_compare, 1, 1, 1),
    TRUTH(digital_coefficient, 8, 8, 16),
    TRUTH(digital_satellite, 4, 4, 8),
    TRUTH(digital_adb, 8, 8, 16),
    TRUTH(digital_adb_region, 8, 8, 8),
    TRUTH(digital_definitions, 2, 2, 2),
    TRUTH(digital_sum_of_parts, 2, 2, 2),
    TRUTH(digital_oecd_check, 2, 2, 2),
    TRUTH(digital_splice, 2, 8, 8),
    TRUTH(digital_growth_contribution, 4, 4, 4),
    TRUTH(catalogue_score, 1, 1, 1),
    TRUTH(catalogue_concentration, 1, 1, 1),
    {0},
};
