/* Closed formulas of carbon, but for paths, beside __float128 (truth.h). */
#include "truth/truth.h"

static skpi_table truth_table(size_t m, const int32_t *year, const double *value)
{
    return (skpi_table){.size = sizeof(skpi_table), .n = 1, .m = m, .year = year, .value = value};
}

/* The dates at which straight lines between the values cross a threshold: first, and for the last time. */
static void truth_carbon_net_zero(truth *t)
{
    const size_t m = truth_count(t, "m", 2, 8);
    const int32_t *year = truth_years(t, m);
    t->exact = true;
    const double *value = truth_many(t, m, truth_number, "emission"), threshold = truth_number(t, "threshold");
    const skpi_table table = truth_table(m, year, value);
    double first, permanent;
    skpi_carbon_net_zero_out out = {.size = sizeof out, .first = &first, .permanent = &permanent};
    if (!truth_given(t, skpi_carbon_net_zero(&table, &threshold, &out, NULL))) return;
    quad want[2] = {nanq(""), nanq("")};
    for (size_t i = 0; i < m; i++) {
        const quad x = (quad)value[i] - threshold, before = i ? (quad)value[i - 1] - threshold : 0;
        const quad date = i && before > 0 ? year[i - 1] + before * (year[i] - year[i - 1]) / (before - x) : year[i];
        if (x > 0)
            want[1] = nanq("");
        else {
            if (isnanq(want[0])) want[0] = date;
            if (isnanq(want[1])) want[1] = date;
        }
    }
    truth_is(t, "first", first, want[0], 0);
    truth_is(t, "permanent", permanent, want[1], 0);
}

/* budget ((1 - w) E_i/E + w P_i/P), or budget P_i/P - sum (1 - d)^(T - t) (E_it - E_t P_it/P_t). */
static void truth_carbon_budget_share(truth *t)
{
    const size_t n = truth_count(t, "n", 1, 6), m = truth_count(t, "m", 1, 5);
    const double *p = truth_many(t, n, truth_quantity, "population"), *e = truth_many(t, n, truth_quantity, "emission");
    const double budget = truth_number(t, "budget"), weight = truth_share(t, "weight");
    const double discount = truth_between(t, "discount", 0, 0.5), *past = truth_many(t, n * m, truth_quantity, "past");
    const int32_t rule =
        truth_integer(t, "rule", SKPI_CARBON_BUDGET_RULE_PER_CAPITA, SKPI_CARBON_BUDGET_RULE_CUMULATIVE);
    const bool blend = rule == SKPI_CARBON_BUDGET_RULE_BLEND, cumulative = rule == SKPI_CARBON_BUDGET_RULE_CUMULATIVE;
    const int32_t year[] = {2001, 2002, 2003, 2004, 2005};
    const skpi_table history = {.size = sizeof history, .n = n, .m = m, .year = year, .value = past};
    const skpi_carbon_budget_share_options o = {.size = sizeof o,
                                                .rule = rule,
                                                .weight = blend ? weight : 0,
                                                .discount = cumulative ? discount : 0,
                                                .history_emission = cumulative ? &history : NULL};
    double *got = truth_room(t, n);
    if (!truth_given(t, skpi_carbon_budget_share(n, p, e, budget, &o, got))) return;
    quad people = 0, all = 0;
    for (size_t i = 0; i < n; i++) {
        people += p[i];
        all += e[i];
    }
    const quad w = rule == SKPI_CARBON_BUDGET_RULE_GRANDFATHER ? 0 : blend ? (quad)weight : 1;
    for (size_t i = 0; i < n; i++) {
        quad want = budget * ((1 - w) * e[i] / all + w * p[i] / people), term = want;
        for (size_t k = 0; cumulative && k < m; k++) {
            quad sum = 0;
            for (size_t j = 0; j < n; j++) sum += past[j * m + k];
            const quad fades = powq(1 - (quad)discount, (quad)(m - 1 - k));
            want -= fades * (past[i * m + k] - sum * p[i] / people);
            term = truth_larger(fabsq(term), fades * truth_larger(past[i * m + k], sum * p[i] / people));
        }
        truth_is(t, "allowance", got[i], want, term);
    }
}

/* (1 - x) E_i0/E0 + x P_i/P, x rising to 1; or s -= (s - P_i/P) exp(-a (1 - x)) in annual steps. */
static void truth_carbon_budget_converge(truth *t)
{
    const size_t n = truth_count(t, "n", 1, 5), m = truth_count(t, "n_years", 1, 12);
    const double *e = truth_many(t, n, truth_quantity, "emission"),
                 *p = truth_many(t, n * m, truth_quantity, "population");
    const int32_t years = truth_integer(t, "years to converge", 1, 20);
    const bool linear = truth_count(t, "linear", 0, 1);
    const double speed = truth_between(t, "speed", 0.5, 10);
    const skpi_carbon_budget_converge_options o = {.size = sizeof o,
                                                   .form = linear ? SKPI_CARBON_BUDGET_CONVERGE_FORM_LINEAR
                                                                  : SKPI_CARBON_BUDGET_CONVERGE_FORM_EXPONENTIAL,
                                                   .speed = linear ? 0 : speed};
    double *got = truth_room(t, n * m);
    if (!truth_given(t, skpi_carbon_budget_converge(n, e, p, 2020, m, 2020 + years, &o, got))) return;
    quad all = 0, share[5];
    for (size_t i = 0; i < n; i++) all += e[i];
    for (size_t i = 0; i < n; i++) share[i] = e[i] / all;
    for (size_t k = 0; k < m; k++) {
        quad people = 0;
        const quad x = truth_within((quad)k / years, 0, 1);
        for (size_t i = 0; i < n; i++) people += p[i * m + k];
        for (size_t i = 0; i < n; i++) {
            const quad head = p[i * m + k] / people;
            if (linear)
                share[i] = (1 - x) * (e[i] / all) + x * head;
            else if (k)
                share[i] = share[i] * -expm1q(-speed * (1 - x)) + head * expq(-speed * (1 - x));
            truth_is(t, "share", got[i * m + k], share[i], 0);
        }
    }
}

/* The date at which the area under straight lines reaches a budget: the root of a quadratic within its step. */
static void truth_carbon_budget_date(truth *t)
{
    const size_t m = truth_count(t, "m", 2, 6);
    const int32_t *year = truth_years(t, m);
    const double *value = truth_many(t, m, truth_quantity, "emission"), begin = year[0];
    quad all = 0, sum = 0;
    for (size_t i = 1; i < m; i++) all += ((quad)value[i] + value[i - 1]) / 2 * (year[i] - year[i - 1]);
    const double budget = (double)(all * truth_between(t, "part", 0.001, 0.999));
    const skpi_table table = truth_table(m, year, value);
    double date;
    if (!truth_given(t, skpi_carbon_budget_date(&table, &begin, &budget, &date, NULL))) return;
    for (size_t i = 1; i < m; i++) {
        const quad h = year[i] - year[i - 1], x = value[i - 1], slope = (value[i] - x) / h, rest = budget - sum;
        sum += (x + value[i]) / 2 * h;
        if (sum < budget) continue;
        const quad root = sqrtq(truth_larger(x * x + 2 * slope * rest, 0)), years = 2 * rest / (x + root);
        /* the date moves by the rounding of the sum over the emission */
        truth_is(t, "date", date, year[i - 1] + years, year[i - 1] + budget / truth_larger(root, x / 1024));
        break;
    }
}

/* 0.45 degrees for 1000 Gt, sd 0.18 over the quantile of 0.83. */
static void truth_carbon_warming(truth *t)
{
    const double cumulative = truth_number(t, "cumulative"), prob = truth_probability(t, "prob");
    double best, quantile;
    if (!truth_given(t, skpi_carbon_warming(1, 1, &cumulative, &prob, &best, &quantile))) return;
    const quad unit = (quad)cumulative / 1000, z = truth_normal_quantile(prob),
               sd = 0.18Q / truth_normal_quantile(0.83Q);
    truth_is(t, "best", best, 0.45Q * unit, 0);
    /* of an amount below 0 the quantiles are those of its size, in the other order */
    truth_is(t, "quantile", quantile, 0.45Q * unit + z * sd * fabsq(unit),
             truth_larger(0.45Q, fabsq(z) * sd) * fabsq(unit));
}
static void truth_carbon_gwp_star(truth *t)
{
    const int32_t year[] = {2000, 2020};
    const double *value = truth_many(t, 2, truth_number, "emission"), gwp = truth_quantity(t, "gwp100");
    const skpi_table table = truth_table(2, year, value);
    double got;
    if (!truth_given(t, skpi_carbon_gwp_star(&table, gwp, 2020, 1, &got, NULL))) return;
    const quad now = gwp * (4.53Q * value[1]), then = gwp * (4.25Q * value[0]);
    truth_is(t, "equivalent", got, now - then, truth_larger(fabsq(now), fabsq(then)));
}

/* The methods of Gidden et al. (2018) that are formulas. */
static void truth_carbon_harmonise(truth *t)
{
    const size_t m = truth_count(t, "m", 2, 6);
    const int32_t *year = truth_years(t, m), base = year[0];
    const double *model = truth_many(t, m, truth_quantity, "model"), history = truth_quantity(t, "history");
    const int32_t method =
        truth_integer(t, "method", SKPI_CARBON_HARMONISE_METHOD_OFFSET, SKPI_CARBON_HARMONISE_METHOD_INTERPOLATE);
    const int32_t end = method < SKPI_CARBON_HARMONISE_METHOD_REDUCE_OFFSET
                            ? 0
                            : year[1 + (size_t)truth_integer(t, "end", 0, (int32_t)m - 2)];
    const skpi_carbon_harmonise_options o = {.size = sizeof o, .method = method, .end_year = end};
    const skpi_table table = truth_table(m, year, model);
    double *got = truth_room(t, m);
    if (!truth_given(t, skpi_carbon_harmonise(&table, &history, base, &o, got, NULL, NULL))) return;
    const quad d = (quad)history - model[0], q = (quad)history / model[0];
    quad at_end = 0;
    for (size_t i = 0; i < m; i++)
        if (year[i] == end) at_end = model[i];
    for (size_t i = 0; i < m; i++) {
        const quad x = model[i], f = year[i] < end ? 1 - (quad)(year[i] - base) / (end - base) : 0;
        quad want = x, term = truth_larger(x, 0);
        if (method == SKPI_CARBON_HARMONISE_METHOD_OFFSET) want = x + d;
        if (method == SKPI_CARBON_HARMONISE_METHOD_RATIO) want = x * q;
        if (method == SKPI_CARBON_HARMONISE_METHOD_REDUCE_OFFSET) want = x + d * f;
        if (method == SKPI_CARBON_HARMONISE_METHOD_REDUCE_RATIO) want = x * (1 + (q - 1) * f);
        if (method == SKPI_CARBON_HARMONISE_METHOD_INTERPOLATE && year[i] < end) want = history * f + at_end * (1 - f);
        if (method == SKPI_CARBON_HARMONISE_METHOD_OFFSET || method == SKPI_CARBON_HARMONISE_METHOD_REDUCE_OFFSET)
            term = truth_larger(x, truth_larger(history, model[0]));
        if (method == SKPI_CARBON_HARMONISE_METHOD_RATIO) term = want;
        truth_is(t, "emission", got[i], want, term);
    }
}

/* Amounts times potentials, of which the caller gives one; BASIC is scope 1 and 2 of energy here. */
static void truth_carbon_inventory_total(truth *t)
{
    const char *const reference[] = {"I.1.1", "I.1.2", "I.1.3", "IV.1"};
    const char *const gas[] = {"CH4", "CH4", "CO2", "CH4"}, *const own[] = {"CH4"};
    const int32_t scope[] = {1, 2, 3, 1};
    const double *amount = truth_many(t, 4, truth_number, "amount"), gwp = truth_quantity(t, "own_gwp");
    const skpi_carbon_inventory_total_in in = {.size = sizeof in,
                                               .n = 4,
                                               .reference = reference,
                                               .gas = gas,
                                               .amount = amount,
                                               .scope = scope,
                                               .n_own = 1,
                                               .own_gas = own,
                                               .own_gwp = &gwp};
    double basic, territorial, row[4];
    skpi_carbon_inventory_total_out out = {
        .size = sizeof out, .basic = &basic, .territorial = &territorial, .row = row};
    if (!truth_given(t, skpi_carbon_inventory_total(&in, SKPI_CARBON_GWP_AR6_100, &out))) return;
    quad e[4];
    for (size_t i = 0; i < 4; i++) {
        e[i] = (i == 2 ? 1 : (quad)gwp) * amount[i];
        truth_is(t, "row", row[i], e[i], 0);
    }
    truth_is(t, "basic", basic, e[0] + e[1], truth_larger(fabsq(e[0]), fabsq(e[1])));
    truth_is(t, "territorial", territorial, e[0] + e[3], truth_larger(fabsq(e[0]), fabsq(e[3])));
}

/* IPCC 2006, equations 3.1 and 3.2. */
static void truth_carbon_inventory_uncertainty(truth *t)
{
    const size_t n = truth_count(t, "n", 1, 6), m = truth_count(t, "n_factors", 1, 4);
    const double *e = truth_many(t, n, truth_quantity, "emission"),
                 *u = truth_many(t, n * m, truth_quantity, "uncertainty");
    double *combined = truth_room(t, n), *part = truth_room(t, n), *share = truth_room(t, n), total, sum;
    skpi_carbon_inventory_uncertainty_out out = {
        .size = sizeof out, .combined = combined, .contribution = part, .share = share, .total = &total, .sum = &sum};
    if (!truth_given(t, skpi_carbon_inventory_uncertainty(n, m, e, u, &out))) return;
    quad all = 0, variance = 0, square[6];
    for (size_t i = 0; i < n; i++) {
        square[i] = 0;
        for (size_t k = 0; k < m; k++) square[i] += (quad)u[i * m + k] * u[i * m + k];
        all += e[i];
        variance += square[i] * e[i] * e[i];
    }
    for (size_t i = 0; i < n; i++) {
        truth_is(t, "combined", combined[i], sqrtq(square[i]), 0);
        truth_is(t, "contribution", part[i], square[i] * e[i] * e[i] / (all * all), 0);
        truth_is(t, "share", share[i], square[i] * e[i] * e[i] / variance, 0);
    }
    truth_is(t, "total", total, sqrtq(variance) / all, 0);
    truth_is(t, "sum", sum, all, 0);
}

static void truth_carbon_kaya(truth *t)
{
    const double p = truth_quantity(t, "population"), g = truth_quantity(t, "gdp"), e = truth_quantity(t, "energy");
    const double f = truth_quantity(t, "emission");
    double got[4];
    if (!truth_given(t, skpi_carbon_kaya(1, &p, &g, &e, &f, got, NULL))) return;
    const quad want[] = {p, (quad)g / p, (quad)e / g, (quad)f / e};
    for (size_t k = 0; k < 4; k++) truth_is(t, "factor", got[k], want[k], 0);
}

/* exp(sum mu + z sqrt(s'Rs)). */
static void truth_carbon_product_quantile(truth *t)
{
    const size_t n = truth_count(t, "n_factors", 1, 4);
    const double limit = t->regime == TRUTH_REALISTIC ? 10 : 100, prob = truth_probability(t, "prob");
    double mu[4], sigma[4], correlation[16];
    const double r = truth_between(t, "correlation", 0, 1);
    for (size_t k = 0; k < n; k++) {
        mu[k] = truth_between(t, "mu", -limit, limit);
        sigma[k] = truth_between(t, "sigma", 0, limit / 10);
    }
    for (size_t i = 0; i < n * n; i++) correlation[i] = i % (n + 1) ? r : 1;
    const bool given = truth_count(t, "correlated", 0, 1);
    const skpi_carbon_product_quantile_in in = {
        .size = sizeof in, .n = 1, .n_factors = n, .mu = mu, .sigma = sigma, .correlation = given ? correlation : NULL};
    double got;
    if (!truth_given(t, skpi_carbon_product_quantile(&in, 1, &prob, &got, NULL))) return;
    quad sum = 0, size = 0, variance = 0;
    for (size_t i = 0; i < n; i++) {
        sum += mu[i];
        size += fabsq(mu[i]);
        for (size_t j = 0; j < n; j++) variance += (quad)sigma[i] * sigma[j] * (i == j ? 1 : given ? (quad)r : 0);
    }
    const quad spread = truth_normal_quantile(prob) * sqrtq(variance);
    truth_is_exp(t, "quantile", got, sum + spread, size + fabsq(spread));
}

/* LMDI-I and LMDI-II of positive factors: Ang (2005, 2015), Ang and Choi (1997). */
static quad truth_mean(quad a, quad b) { return a == b ? a : (a - b) / logq(a / b); }
static void truth_effects(truth *t, size_t n, size_t m, const double *x0, const double *x1, int32_t form, quad *sum,
                          quad *size)
{
    const bool two = form >= SKPI_CARBON_LMDI_FORM_ADDITIVE_II;
    const bool additive = form == SKPI_CARBON_LMDI_FORM_ADDITIVE || form == SKPI_CARBON_LMDI_FORM_ADDITIVE_II;
    quad v0[4], v1[4], all0 = 0, all1 = 0, shares = 0;
    (void)t;
    for (size_t i = 0; i < n; i++) {
        v0[i] = v1[i] = 1;
        for (size_t k = 0; k < m; k++) {
            v0[i] *= x0[i * m + k];
            v1[i] *= x1[i * m + k];
        }
        all0 += v0[i];
        all1 += v1[i];
    }
    for (size_t i = 0; i < n; i++) shares += truth_mean(v0[i] / all0, v1[i] / all1);
    quad apart = 1; /* the logarithm of a product is a sum: its largest term, where the mean is divided by it */
    for (size_t i = 0; i < n; i++) {
        const quad all = fabsq(logq(two ? v1[i] / all1 * (all0 / v0[i]) : v1[i] / v0[i]));
        for (size_t k = 0; k < m && all >= 0.5Q; k++)
            apart = truth_larger(apart, fabsq(logq((quad)x1[i * m + k] / x0[i * m + k])) / all);
    }
    for (size_t k = 0; k < m; k++) {
        sum[k] = size[k] = 0;
        for (size_t i = 0; i < n; i++) {
            quad w = truth_mean(v0[i], v1[i]);
            if (two) w = truth_mean(v0[i] / all0, v1[i] / all1) / shares * (additive ? truth_mean(all0, all1) : 1);
            if (form == SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE) w /= truth_mean(all0, all1);
            const quad one = w * logq((quad)x1[i * m + k] / x0[i * m + k]);
            sum[k] += one;
            size[k] += fabsq(one) * apart;
        }
    }
}
static void truth_carbon_lmdi(truth *t)
{
    const size_t n = truth_count(t, "n_sectors", 1, 4), m = truth_count(t, "n_factors", 1, 4);
    const int32_t form =
        truth_integer(t, "form", SKPI_CARBON_LMDI_FORM_ADDITIVE, SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE_II);
    const double *x0 = truth_many(t, n * m, truth_quantity, "factor0");
    double *x1 = truth_many(t, n * m, truth_quantity, "factor1");
    const double near = truth_between(t, "near", -1e-6, 1e-6);
    const bool close = truth_count(t, "close", 0, 1);
    for (size_t i = 0; i < n * m && close; i++) x1[i] = fmin(x0[i] * (1 + near), DBL_MAX);
    double effect[4];
    skpi_carbon_lmdi_out out = {.size = sizeof out, .effect = effect};
    if (!truth_given(t, skpi_carbon_lmdi(1, n, m, x0, x1, form, &out, NULL))) return;
    quad sum[4], size[4];
    truth_effects(t, n, m, x0, x1, form, sum, size);
    for (size_t k = 0; k < m; k++) {
        if (form == SKPI_CARBON_LMDI_FORM_ADDITIVE || form == SKPI_CARBON_LMDI_FORM_ADDITIVE_II)
            truth_is(t, "effect", effect[k], sum[k], size[k]);
        else
            truth_is_exp(t, "quotient", effect[k], sum[k], size[k]);
    }
}
static void truth_carbon_lmdi_chain(truth *t)
{
    const size_t n = truth_count(t, "n_sectors", 1, 3), m = truth_count(t, "n_factors", 1, 3),
                 years = truth_count(t, "n_years", 2, 5);
    const int32_t form =
        truth_integer(t, "form", SKPI_CARBON_LMDI_FORM_ADDITIVE, SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE_II);
    const double *x = truth_many(t, years * n * m, truth_quantity, "factor");
    double *effect = truth_room(t, (years - 1) * m);
    skpi_carbon_lmdi_chain_out out = {.size = sizeof out, .effect = effect};
    if (!truth_given(t, skpi_carbon_lmdi_chain(years, n, m, x, form, &out))) return;
    quad sum[3] = {0}, size[3] = {0}, step[3], one[3];
    for (size_t y = 1; y < years; y++) {
        truth_effects(t, n, m, x + (y - 1) * n * m, x + y * n * m, form, step, one);
        for (size_t k = 0; k < m; k++) {
            sum[k] += step[k];
            size[k] += one[k];
            if (form == SKPI_CARBON_LMDI_FORM_ADDITIVE || form == SKPI_CARBON_LMDI_FORM_ADDITIVE_II)
                truth_is(t, "effect", effect[(y - 1) * m + k], sum[k], size[k]);
            else
                truth_is_exp(t, "quotient", effect[(y - 1) * m + k], sum[k], size[k]);
        }
    }
}

static void truth_carbon_target_contraction(truth *t)
{
    const double base = truth_quantity(t, "base"), rate = truth_closed_share(t, "rate"),
                 years = truth_quantity(t, "years");
    double got;
    if (!truth_given(t, skpi_carbon_target_contraction(1, &base, rate, &years, &got, NULL))) return;
    truth_is(t, "emission", got, base * (1 - (quad)rate * years), base * truth_larger(1, (quad)rate * years));
}

/* Intensity I = F/G; annual cuts 1 - (I1/I0)^(1/n). */
static void truth_carbon_target_intensity(truth *t)
{
    const double date0 = truth_between(t, "date0", 1990, 2010), date1 = truth_between(t, "date1", 2011, 2025);
    const double due = truth_between(t, "target_date", 2026, 2060), cut = truth_between(t, "cut", 0, 0.99);
    const double f0 = truth_quantity(t, "emission0"), g0 = truth_quantity(t, "gdp0"),
                 f1 = truth_quantity(t, "emission1");
    const double g1 = truth_quantity(t, "gdp1"), growth = truth_between(t, "growth", -0.1, 0.2);
    const skpi_carbon_target_intensity_in in = {.size = sizeof in,
                                                .n = 1,
                                                .date0 = &date0,
                                                .emission0 = &f0,
                                                .gdp0 = &g0,
                                                .date1 = &date1,
                                                .emission1 = &f1,
                                                .gdp1 = &g1,
                                                .target_date = &due,
                                                .cut = &cut,
                                                .growth = &growth};
    double got[7];
    skpi_carbon_target_intensity_out out = {.size = sizeof out,
                                            .target = &got[0],
                                            .done = &got[1],
                                            .achieved = &got[2],
                                            .required = &got[3],
                                            .emission = &got[4],
                                            .flat_growth = &got[5],
                                            .next = &got[6]};
    if (!truth_given(t, skpi_carbon_target_intensity(&in, &out, NULL))) return;
    const quad i0 = (quad)f0 / g0, i1 = (quad)f1 / g1, n0 = (quad)date1 - date0, n1 = (quad)due - date1;
    const quad target = i0 * (1 - (quad)cut), gone = logq(i1 / i0), left = logq(target / i1),
               g = logq(1 + (quad)growth);
    truth_is(t, "target", got[0], target, 0);
    truth_is(t, "done", got[1], 1 - i1 / i0, truth_larger(1, i1 / i0));
    truth_is(t, "achieved", got[2], -expm1q(gone / n0), (1 + fabsq(gone / n0)) * expq(gone / n0) + 1);
    truth_is(t, "required", got[3], -expm1q(left / n1), (1 + fabsq(left / n1)) * expq(left / n1) + 1);
    truth_is(t, "emission", got[4], target * g1 * expq(g * n1), target * g1 * expq(g * n1) * (1 + fabsq(g * n1)));
    truth_is(t, "flat_growth", got[5], expm1q(-left / n1), (1 + fabsq(left / n1)) * expq(-left / n1) + 1);
    truth_is(t, "next", got[6], f1 * expq(left / n1 + g), f1 * expq(left / n1 + g) * (1 + fabsq(left / n1) + fabsq(g)));
}

/* CI_y = d p_y m_y + SI_end. */
static void truth_carbon_target_sda(truth *t)
{
    const size_t m = truth_count(t, "n_years", 2, 6);
    const double ci = truth_quantity(t, "intensity"), *own = truth_many(t, m, truth_quantity, "activity");
    const double *si = truth_many(t, m, truth_quantity, "sector_intensity"),
                 *all = truth_many(t, m, truth_quantity, "sector_activity");
    const bool uncapped = truth_count(t, "uncapped", 0, 1);
    const skpi_carbon_target_sda_in in = {.size = sizeof in,
                                          .flags = uncapped ? SKPI_CARBON_SDA_FLAG_UNCAPPED : 0,
                                          .n = 1,
                                          .n_years = m,
                                          .intensity = &ci,
                                          .activity = own,
                                          .sector_intensity = si,
                                          .sector_activity = all};
    double *intensity = truth_room(t, m), *emission = truth_room(t, m);
    if (!truth_given(t, skpi_carbon_target_sda(&in, intensity, emission, NULL))) return;
    const quad end = si[m - 1], d = ci - end, span = si[0] - end;
    for (size_t k = 0; k < m; k++) {
        quad share = (quad)own[0] / all[0] / ((quad)own[k] / all[k]);
        if (!uncapped && share > 1) share = 1;
        const quad one = d * ((si[k] - end) / span) * share, term = truth_larger(fabsq(one), end);
        truth_is(t, "intensity", intensity[k], one + end, term);
        truth_is(t, "emission", emission[k], (one + end) * own[k], term * own[k]);
    }
}

/* The trend of the years after the maximum. */
static void truth_carbon_peaked(truth *t)
{
    const size_t m = truth_count(t, "m", 4, 9);
    const int32_t *year = truth_years(t, m);
    t->exact = true;
    const double *value = truth_many(t, m, truth_quantity, "emission");
    const skpi_table table = truth_table(m, year, value);
    double change, got[5];
    skpi_carbon_peaked_out out = {.size = sizeof out,
                                  .change = &change,
                                  .s = &got[0],
                                  .variance = &got[1],
                                  .z = &got[2],
                                  .p = &got[3],
                                  .slope = &got[4]};
    if (!truth_given(t, skpi_carbon_peaked(&table, NULL, &out, NULL))) return;
    size_t peak = 0;
    for (size_t i = 1; i < m; i++)
        if (value[i] > value[peak]) peak = i;
    truth_is(t, "change", change, (quad)value[m - 1] / value[peak] - 1, 1);
    const size_t first = peak + 1;
    if (m - first < 3) return;
    const truth_trend x = truth_trend_of(m - first, year + first, value + first);
    const quad want[] = {x.s, x.variance, x.z, x.p, x.slope};
    for (size_t k = 0; k < 5; k++)
        truth_is(t, "trend", got[k], want[k], k == 4 ? x.steep : k == 3 ? x.p * (1 + x.z * x.z) : 0);
}

/* Progress of a series to its target, from its last value; the cuts achieved are Sen's. */
static void truth_carbon_progress(truth *t)
{
    const size_t m = truth_count(t, "m", 2, 8);
    const int32_t *year = truth_years(t, m), last = year[m - 1], due = last + truth_integer(t, "years left", 1, 40);
    const double *value = truth_many(t, m, truth_quantity, "emission"), target = truth_quantity(t, "target");
    const skpi_table table = truth_table(m, year, value);
    const skpi_carbon_progress_options o = {.size = sizeof o, .window = 1000};
    double got[7];
    skpi_carbon_progress_out out = {.size = sizeof out,
                                    .required = &got[0],
                                    .required_share = &got[1],
                                    .required_compound = &got[2],
                                    .achieved = &got[3],
                                    .achieved_compound = &got[4],
                                    .overshoot = &got[5],
                                    .gap = &got[6]};
    if (!truth_given(t, skpi_carbon_progress(&table, &due, &target, NULL, &o, &out, NULL))) return;
    quad slope[28], speed[28], steep = 0, logs = 0;
    size_t pairs = 0;
    for (size_t i = 0; i < m; i++)
        for (size_t j = i + 1; j < m; j++) {
            slope[pairs] = truth_apart(m, value, i, j) / (year[j] - year[i]);
            speed[pairs] = logq((quad)value[j] / value[i]) / (year[j] - year[i]);
            steep = truth_larger(steep, truth_larger(value[i], value[j]) / (year[j] - year[i]));
            logs = truth_larger(logs, truth_larger(fabsq(logq(value[i])), fabsq(logq(value[j]))) / (year[j] - year[i]));
            pairs++;
        }
    const quad n = due - last, now = value[m - 1], required = (now - target) / n, size = truth_larger(now, target) / n;
    const quad mean = truth_median(slope, pairs), compound = truth_median(speed, pairs), left = logq(target / now) / n;
    const quad line = value[0] + (target - value[0]) * ((quad)last - year[0]) / (due - year[0]);
    truth_is(t, "required", got[0], required, size);
    truth_is(t, "required_share", got[1], required / now, size / now);
    truth_is(t, "required_compound", got[2], -expm1q(left), (1 + fabsq(left)) * expq(left) + 1);
    truth_is(t, "achieved", got[3], -mean, steep);
    truth_is(t, "achieved_compound", got[4], -expm1q(compound), (1 + logs) * expq(compound) + 1);
    truth_is(t, "overshoot", got[5], (mean + required) * n * n / 2, (steep + size) * n * n / 2);
    truth_is(t, "gap", got[6], now - line, truth_larger(now, truth_larger(value[0], target)));
}

/* Wilson (1927). */
static void truth_carbon_verdict_probability(truth *t)
{
    const size_t k = truth_count(t, "n_draws", 1, 60);
    const int32_t year[] = {2020, 2021}, peak = 2020;
    const double coverage = truth_between(t, "coverage", 0.2, 0.999);
    double *draw = truth_room(t, 2 * k), p, low, high;
    size_t hits = 0;
    t->exact = true;
    for (size_t i = 0; i < 2 * k; i++) draw[i] = truth_number(t, "emission");
    for (size_t i = 0; i < k; i++) hits += draw[2 * i] >= draw[2 * i + 1];
    const skpi_carbon_verdict_probability_in in = {.size = sizeof in, .peak_year = &peak, .coverage = coverage};
    skpi_carbon_verdict_probability_out out = {
        .size = sizeof out, .peaked = &p, .peaked_low = &low, .peaked_high = &high};
    if (!truth_given(t, skpi_carbon_verdict_probability(1, k, 2, year, draw, &in, &out, NULL))) return;
    const quad q = (quad)hits / k, z = truth_normal_quantile((1 + (quad)coverage) / 2), z2 = z * z;
    const quad middle = q + z2 / (2 * k), away = z * sqrtq(q * (1 - q) / k + z2 / (4 * k * k)), over = 1 + z2 / k;
    truth_is(t, "peaked", p, q, 0);
    truth_is(t, "low", low, hits ? (middle - away) / over : 0, middle / over);
    truth_is(t, "high", high, hits < k ? (middle + away) / over : 1, 0);
}

/* Cheapest first until the target is met. */
static void truth_carbon_abatement(truth *t)
{
    const size_t n = truth_count(t, "n", 1, 6);
    const double *cost = truth_many(t, n, truth_number, "cost"), *most = truth_many(t, n, truth_quantity, "potential");
    quad all = 0;
    for (size_t i = 0; i < n; i++) all += most[i];
    const double target = (double)(all * truth_between(t, "part", 0, 0.999));
    double *use = truth_room(t, n), total, sum, marginal;
    skpi_carbon_abatement_out out = {
        .size = sizeof out, .use = use, .total = &total, .cost = &sum, .marginal = &marginal};
    if (!truth_given(t, skpi_carbon_abatement(n, cost, most, target, SKPI_CARBON_ABATEMENT_MODE_EXACT, &out))) return;
    quad left = target, paid = 0, size = 0, last = nanq("");
    bool used[6] = {false};
    for (size_t step = 0; step < n; step++) {
        size_t best = n;
        for (size_t i = 0; i < n; i++)
            if (!used[i] && (best == n || cost[i] < cost[best])) best = i;
        used[best] = true;
        const quad x = left < most[best] ? left : most[best];
        truth_is(t, "use", use[best], x, target);
        left -= x;
        paid += cost[best] * x;
        size += fabsq(cost[best]) * target;
        if (x > target * 1e-12Q)
            last = cost[best];
        else if (x > 0)
            return; /* which is the last one is a matter of rounding */
    }
    truth_is(t, "total", total, target, 0);
    truth_is(t, "cost", sum, paid, size);
    truth_is(t, "marginal", marginal, last, 0);
}

const truth_formula truth_carbon[] = {
    TRUTH(carbon_net_zero, 1, 1, 1),
    TRUTH(carbon_budget_share, 8, 8, 8),
    TRUTH(carbon_budget_converge, 16, 32, 32),
    TRUTH(carbon_budget_date, 1, 1, 1),
    TRUTH(carbon_warming, 4, 8, 8),
    TRUTH(carbon_gwp_star, 4, 4, 4),
    TRUTH(carbon_harmonise, 8, 8, 8),
    TRUTH(carbon_inventory_total, 2, 2, 2),
    TRUTH(carbon_inventory_uncertainty, 8, 8, 8),
    TRUTH(carbon_kaya, 1, 1, 1),
    TRUTH(carbon_product_quantile, 2, 4, 8),
    TRUTH(carbon_lmdi, 4, 4, 4),
    TRUTH(carbon_lmdi_chain, 4, 4, 4),
    TRUTH(carbon_target_contraction, 2, 8, 8),
    TRUTH(carbon_target_intensity, 4, 4, 4),
    TRUTH(carbon_target_sda, 4, 4, 4),
    TRUTH(carbon_peaked, 2, 2, 2),
    TRUTH(carbon_progress, 4, 4, 8),
    TRUTH(carbon_verdict_probability, 8, 8, 8),
    TRUTH(carbon_abatement, 2, 2, 2),
    {0},
};
