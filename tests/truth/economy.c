/* Closed formulas of the economy, but for input-output tables, beside __float128 (truth.h). */
#include "truth/truth.h"

static quad truth_sum(size_t n, const double *x)
{
    quad sum = 0;
    for (size_t i = 0; i < n; i++) sum += x[i];
    return sum;
}

/* Flegg and Webber (1997, 2000), Flegg and Tohmo (2013). */
static void truth_economy_location_quotient(truth *t)
{
    const size_t n = truth_count(t, "n_sectors", 1, 4);
    const double *a = truth_many(t, n * n, truth_share, "coefficient"),
                 *nation = truth_many(t, n, truth_quantity, "nation");
    double *city = truth_room(t, n), *got = truth_room(t, n * n), *quotient = truth_room(t, n * n),
           *slq = truth_room(t, n), factor;
    for (size_t i = 0; i < n; i++) city[i] = nation[i] * truth_between(t, "part", 1e-4, 0.9);
    const int32_t method = truth_integer(t, "quotient", SKPI_ECONOMY_QUOTIENT_SLQ, SKPI_ECONOMY_QUOTIENT_AFLQ);
    const double delta = method >= SKPI_ECONOMY_QUOTIENT_FLQ ? truth_between(t, "delta", 0.05, 0.5) : 0;
    skpi_economy_location_quotient_out out = {
        .size = sizeof out, .coefficient = got, .quotient = quotient, .slq = slq, .factor = &factor};
    if (!truth_given(t, skpi_economy_location_quotient(n, a, city, nation, method, delta, &out))) return;
    const quad r = truth_sum(n, city), all = truth_sum(n, nation);
    const quad lambda = method >= SKPI_ECONOMY_QUOTIENT_FLQ ? powq(log1pq(r / all) / logq(2), delta) : 1;
    truth_is(t, "factor", factor, lambda, 0);
    for (size_t i = 0; i < n; i++) {
        const quad si = city[i] / r / (nation[i] / all);
        truth_is(t, "slq", slq[i], si, 0);
        for (size_t j = 0; j < n; j++) {
            const quad sj = city[j] / r / (nation[j] / all);
            quad q = i == j || method == SKPI_ECONOMY_QUOTIENT_SLQ ? si : si / sj;
            q *= lambda;
            if (method == SKPI_ECONOMY_QUOTIENT_AFLQ && sj > 1) q *= log1pq(sj) / logq(2);
            truth_is(t, "quotient", quotient[i * n + j], q, 0);
            truth_is(t, "coefficient", got[i * n + j], (q < 1 ? q : 1) * a[i * n + j], 0);
        }
    }
}

/* Model D: T = V diag(q)^-1, B = T U, F = T Y. */
static void truth_economy_supply_use(truth *t)
{
    const size_t n = truth_count(t, "n_industries", 2, 3), m = truth_count(t, "n_commodities", 2, 3);
    const double *make = truth_many(t, n * m, truth_quantity, "make");
    double *use = truth_room(t, m * n), *final = truth_room(t, m);
    quad q[3] = {0};
    for (size_t i = 0; i < n * m; i++) q[i % m] += make[i];
    for (size_t c = 0; c < m; c++) {
        quad used = 0;
        for (size_t j = 0; j < n; j++) {
            use[c * n + j] = (double)(q[c] * truth_between(t, "use", 0.01, 0.25));
            used += use[c * n + j];
        }
        final[c] = (double)(q[c] - used);
    }
    const skpi_economy_supply_use_in in = {.size = sizeof in,
                                           .n_industries = n,
                                           .n_commodities = m,
                                           .n_categories = 1,
                                           .make = make,
                                           .use = use,
                                           .final_use = final};
    double *flow = truth_room(t, n * n), *demand = truth_room(t, n), *output = truth_room(t, n),
           *added = truth_room(t, n);
    skpi_economy_supply_use_out out = {
        .size = sizeof out, .flow = flow, .final_demand = demand, .output = output, .value_added = added};
    if (!truth_given(t, skpi_economy_supply_use(&in, NULL, &out))) return;
    for (size_t i = 0; i < n; i++) {
        const quad made = truth_sum(m, make + i * m);
        quad sold = 0, inputs = 0;
        for (size_t c = 0; c < m; c++) {
            sold += make[i * m + c] / q[c] * final[c];
            inputs += use[c * n + i];
        }
        truth_is(t, "final_demand", demand[i], sold, 0);
        truth_is(t, "output", output[i], made, 0);
        truth_is(t, "value_added", added[i], made - inputs, truth_larger(made, inputs));
        for (size_t j = 0; j < n; j++) {
            quad bought = 0;
            for (size_t c = 0; c < m; c++) bought += make[i * m + c] / q[c] * use[c * n + j];
            truth_is(t, "flow", flow[i * n + j], bought, 0);
        }
    }
}

/* (T - a)/(T - beta a) of assets that are not retired, with normal lives about T, sd T/4, in [0, 2T];
 * or (1 - 2/T)^a. */
static quad truth_efficiency(int32_t profile, quad life, quad beta, size_t age, quad *term)
{
    *term = 0;
    if (profile == SKPI_ECONOMY_PROFILE_GEOMETRIC) {
        const quad left = powq(1 - 2 / life, (quad)age);
        *term = left * (1 + age * (2 / life) / (1 - 2 / life)); /* 1 - 2/T is rounded */
        return left;
    }
    if (age == 0) return 1;
    if (age >= life) return 0;
    const quad end = truth_normal(-4), gone = (truth_normal((age - life) / (life / 4)) - end) / (1 - 2 * end);
    const quad h = (life - age) / (life - beta * age);
    *term = h * truth_larger(1, beta * age / (life - beta * age));
    return h * (1 - gone);
}
static void truth_economy_capital_efficiency(truth *t)
{
    const int32_t profile =
        truth_count(t, "geometric", 0, 1) ? SKPI_ECONOMY_PROFILE_GEOMETRIC : SKPI_ECONOMY_PROFILE_SURVIVAL;
    const double life = truth_between(t, "life", 2.5, t->regime == TRUTH_REALISTIC ? 50 : 1000);
    const double beta = truth_between(t, "beta", t->regime == TRUTH_REALISTIC ? 0 : -10, 1);
    double got[60];
    if (!truth_given(t, skpi_economy_capital_efficiency(1, 60, &life, &beta, profile, got, NULL))) return;
    for (size_t age = 0; age < 60; age += 7) {
        quad term;
        const quad want = truth_efficiency(profile, life, beta, age, &term);
        truth_is(t, "efficiency", got[age], want, term);
    }
}
static void truth_economy_capital_stock(truth *t)
{
    const size_t m = truth_count(t, "m", 2, 20);
    const bool geometric = truth_count(t, "geometric", 0, 1);
    const int32_t profile = geometric ? SKPI_ECONOMY_PROFILE_GEOMETRIC : SKPI_ECONOMY_PROFILE_SURVIVAL;
    const double life = truth_between(t, "life", 2.5, 50), beta = truth_between(t, "beta", 0, 1);
    const double *investment = truth_many(t, m, truth_quantity, "investment"), opening = truth_quantity(t, "opening");
    int32_t year[20];
    for (size_t k = 0; k < m; k++) year[k] = 2000 + (int32_t)k;
    const skpi_table table = {.size = sizeof table, .n = 1, .m = m, .year = year, .value = investment};
    const skpi_economy_capital_stock_options o = {
        .size = sizeof o, .profile = profile, .opening = geometric ? &opening : NULL};
    double *stock = truth_room(t, m);
    skpi_economy_capital_stock_out out = {.size = sizeof out, .stock = stock};
    if (!truth_given(t, skpi_economy_capital_stock(&table, &life, &beta, &o, &out, NULL))) return;
    for (size_t k = 0; k < m; k++) {
        quad term = 0, sum = 0, size = 0;
        if (geometric) sum = opening * truth_efficiency(profile, life, beta, k + 1, &term);
        size = opening * term;
        for (size_t a = 0; a <= k; a++) {
            sum += investment[k - a] * truth_efficiency(profile, life, beta, a, &term);
            size += investment[k - a] * term;
        }
        truth_is(t, "stock", stock[k], sum, size);
    }
}

/* q0 r + delta q1 - (q1 - q0). */
static void truth_economy_capital_user_cost(truth *t)
{
    const double *q = truth_many(t, 2, truth_quantity, "price"), r = truth_between(t, "rate", -0.5, 5);
    const double delta = truth_closed_share(t, "depreciation");
    double got;
    if (!truth_given(t, skpi_economy_capital_user_cost(1, 1, q, &r, &delta, &got, NULL))) return;
    const quad gain = (quad)q[1] - q[0], pay = q[0] * (quad)r, wear = delta * (quad)q[1];
    truth_is(t, "cost", got, pay + wear - gain, truth_larger(truth_larger(q[0], q[1]), fabsq(pay)));
}
static void truth_economy_capital_contribution(truth *t)
{
    const double *s = truth_many(t, 2, truth_closed_share, "share"), *k = truth_many(t, 2, truth_quantity, "quantity");
    double got;
    if (!truth_given(t, skpi_economy_capital_contribution(1, 1, s, k, &got, NULL))) return;
    truth_is(t, "contribution", got, ((quad)s[0] + s[1]) / 2 * logq((quad)k[1] / k[0]), 0);
}

/* Laspeyres, Paasche, Fisher and Tornqvist from one year to the next. */
static void truth_economy_chain_index(truth *t)
{
    const size_t n = truth_count(t, "n_goods", 1, 4), m = truth_count(t, "m", 2, 4);
    const double *v = truth_many(t, n * m, truth_quantity, "value"), *p = truth_many(t, n * m, truth_quantity, "price");
    const int32_t form = truth_integer(t, "form", SKPI_ECONOMY_INDEX_LASPEYRES, SKPI_ECONOMY_INDEX_TORNQVIST);
    double *quantity = truth_room(t, m), *price = truth_room(t, m);
    skpi_economy_chain_index_out out = {.size = sizeof out, .quantity = quantity, .price = price};
    if (!truth_given(t, skpi_economy_chain_index(1, n, m, v, p, form, &out, NULL))) return;
    quad q = 1, c = 1, size = 0;
    for (size_t k = 0; k < m; k++) {
        quad v0 = 0, v1 = 0, old = 0, new = 0, lnq = 0, lnp = 0;
        for (size_t i = 0; i < n && k; i++) {
            v0 += v[i * m + k - 1];
            v1 += v[i * m + k];
            old += (quad)v[i * m + k] / p[i * m + k] * p[i * m + k - 1]; /* of this year at the prices before */
            new += (quad)v[i * m + k - 1] / p[i * m + k - 1] * p[i * m + k];
        }
        for (size_t i = 0; i < n && k; i++) {
            const quad w = (v[i * m + k - 1] / v0 + v[i * m + k] / v1) / 2,
                       dp = logq((quad)p[i * m + k] / p[i * m + k - 1]);
            const quad dv = logq((quad)v[i * m + k] / v[i * m + k - 1]);
            lnp += w * dp;
            lnq += w * (dv - dp);
            size += w * (fabsq(dp) + fabsq(dv));
        }
        const quad lq = old / v0, pq = v1 / new, lp = new / v0, pp = v1 / old;
        if (k && form == SKPI_ECONOMY_INDEX_LASPEYRES) q *= lq, c *= lp;
        if (k && form == SKPI_ECONOMY_INDEX_PAASCHE) q *= pq, c *= pp;
        if (k && form == SKPI_ECONOMY_INDEX_FISHER) q *= sqrtq(lq * pq), c *= sqrtq(lp * pp);
        if (k && form == SKPI_ECONOMY_INDEX_TORNQVIST) q *= expq(lnq), c *= expq(lnp);
        const quad term = form == SKPI_ECONOMY_INDEX_TORNQVIST ? 1 + size : 1;
        truth_is(t, "quantity", quantity[k], q, q * term);
        truth_is(t, "price", price[k], c, c * term);
    }
}

/* O/pO - M/pM; (O - M)/pO; or ln(V1/V0) = sO ln(qO1/qO0) - sM ln(qM1/qM0). */
static void truth_economy_double_deflation(truth *t)
{
    const double *o = truth_many(t, 2, truth_quantity, "output"),
                 *po = truth_many(t, 2, truth_quantity, "output_price");
    const double *pm = truth_many(t, 2, truth_quantity, "input_price"), part = truth_between(t, "part", 0.1, 0.9);
    const double input[] = {o[0] * part, o[1] * truth_between(t, "part1", 0.1, 0.9)};
    const int32_t form = truth_integer(t, "form", SKPI_ECONOMY_DEFLATION_DOUBLE, SKPI_ECONOMY_DEFLATION_TORNQVIST);
    const skpi_economy_double_deflation_in in = {
        .size = sizeof in, .n = 1, .m = 2, .output = o, .output_price = po, .input = input, .input_price = pm};
    double real[2];
    skpi_economy_double_deflation_out out = {.size = sizeof out, .real = real};
    if (!truth_given(t, skpi_economy_double_deflation(&in, form, &out, NULL))) return;
    quad s[2], q[2], z[2];
    for (size_t k = 0; k < 2; k++) {
        q[k] = (quad)o[k] / po[k];
        z[k] = (quad)input[k] / pm[k];
        s[k] = o[k] / ((quad)o[k] - input[k]);
        if (form == SKPI_ECONOMY_DEFLATION_DOUBLE) truth_is(t, "real", real[k], q[k] - z[k], truth_larger(q[k], z[k]));
        if (form == SKPI_ECONOMY_DEFLATION_SINGLE) truth_is(t, "real", real[k], ((quad)o[k] - input[k]) / po[k], q[k]);
    }
    if (form != SKPI_ECONOMY_DEFLATION_TORNQVIST) return;
    const quad made = (s[0] + s[1]) / 2 * logq(q[1] / q[0]), used = ((s[0] + s[1]) / 2 - 1) * logq(z[1] / z[0]);
    const quad away = truth_larger(s[0], s[1]) * (s[0] + s[1]); /* O - M is rounded */
    truth_is_exp(t, "index", real[1], made - used, (fabsq(made) + fabsq(used)) * (1 + away / (s[0] + s[1])));
}

/* Dunn (1960), Esteban-Marquillas (1972). */
static void truth_economy_shift_share(truth *t)
{
    const size_t n = truth_count(t, "n_sectors", 1, 4);
    const double *nation0 = truth_many(t, n, truth_quantity, "nation0"),
                 *nation1 = truth_many(t, n, truth_quantity, "nation1");
    double *city0 = truth_room(t, n), *city1 = truth_room(t, n); /* parts of the nation */
    for (size_t i = 0; i < n; i++) {
        city0[i] = nation0[i] * truth_between(t, "part0", .001, 1);
        city1[i] = nation1[i] * truth_between(t, "part1", .001, 1);
    }
    double *national = truth_room(t, n), *mix = truth_room(t, n), *local = truth_room(t, n),
           *competitive = truth_room(t, n);
    skpi_economy_shift_share_out out = {
        .size = sizeof out, .national = national, .mix = mix, .local = local, .competitive = competitive};
    if (!truth_given(t, skpi_economy_shift_share(1, n, city0, city1, nation0, nation1, &out, NULL))) return;
    const quad all0 = truth_sum(n, nation0), grown = truth_sum(n, nation1) / all0, own = truth_sum(n, city0);
    for (size_t i = 0; i < n; i++) {
        const quad g = (quad)nation1[i] / nation0[i], e = (quad)city1[i] / city0[i], x = city0[i];
        const quad like = own * (nation0[i] / all0);
        truth_is(t, "national", national[i], x * (grown - 1), x * truth_larger(grown, 1));
        truth_is(t, "mix", mix[i], x * (g - grown), x * truth_larger(g, grown));
        truth_is(t, "local", local[i], x * (e - g), x * truth_larger(e, g));
        truth_is(t, "competitive", competitive[i], like * (e - g), like * truth_larger(e, g));
    }
}
static void truth_economy_within_between(truth *t)
{
    const size_t n = truth_count(t, "n_sectors", 1, 4);
    const double *v0 = truth_many(t, n, truth_quantity, "value_added0"),
                 *v1 = truth_many(t, n, truth_quantity, "value_added1");
    const double *d0 = truth_many(t, n, truth_closed_share, "share0"),
                 *d1 = truth_many(t, n, truth_closed_share, "share1");
    const bool middle = truth_count(t, "midpoint", 0, 1);
    const skpi_economy_within_between_in in = {
        .size = sizeof in, .n = 1, .n_sectors = n, .value_added0 = v0, .value_added1 = v1, .share0 = d0, .share1 = d1};
    double *change = truth_room(t, n), *within = truth_room(t, n), *between = truth_room(t, n),
           *both = truth_room(t, n);
    skpi_economy_within_between_out out = {
        .size = sizeof out, .change = change, .within = within, .between = between, .interaction = both};
    const int32_t form = middle ? SKPI_ECONOMY_SPLIT_MIDPOINT : SKPI_ECONOMY_SPLIT_BASE_YEAR;
    if (!truth_given(t, skpi_economy_within_between(&in, form, &out, NULL))) return;
    const quad all0 = truth_sum(n, v0), all1 = truth_sum(n, v1);
    for (size_t i = 0; i < n; i++) {
        const quad w0 = v0[i] / all0, w1 = v1[i] / all1, dd = (quad)d1[i] - d0[i], dw = w1 - w0;
        const quad w = truth_larger(w0, w1), d = truth_larger(d0[i], d1[i]);
        truth_is(t, "change", change[i], w1 * d1[i] - w0 * d0[i], w * d);
        truth_is(t, "within", within[i], (middle ? (w0 + w1) / 2 : w0) * dd, w * fabsq(dd));
        truth_is(t, "between", between[i], (middle ? ((quad)d0[i] + d1[i]) / 2 : d0[i]) * dw, d * w);
        truth_is(t, "interaction", both[i], middle ? 0 : dd * dw, fabsq(dd) * w);
    }
}

const truth_formula truth_economy[] = {
    TRUTH(economy_location_quotient, 8, 8, 8),
    TRUTH(economy_supply_use, 4, 4, 4),
    TRUTH(economy_capital_efficiency, 4, 4, 4),
    TRUTH(economy_capital_stock, 8, 8, 8),
    TRUTH(economy_capital_user_cost, 4, 8, 8),
    TRUTH(economy_capital_contribution, 4, 4, 4),
    TRUTH(economy_chain_index, 8, 8, 16),
    TRUTH(economy_double_deflation, 8, 8, 8),
    TRUTH(economy_shift_share, 4, 4, 4),
    TRUTH(economy_within_between, 4, 4, 4),
    {0},
};
