/* Chained indices of quantity and price of an aggregate of goods.
 *
 * From one year to the next, v values, p prices, q = v/p:
 *   Laspeyres  quantity sum p0 q1 / sum p0 q0,  price sum p1 q0 / sum p0 q0
 *   Paasche    quantity sum p1 q1 / sum p1 q0,  price sum p1 q1 / sum p0 q1
 *   Fisher     the geometric mean of both
 *   Tornqvist  ln = sum (s0 + s1)/2 ln(q1/q0), the same with p; s the shares in value
 * An index is the product of its steps, from 1 in the first year on.  Source: ILO, IMF, OECD and others, Consumer Price
 * Index Manual (2004), chapters 1 and 15; L. Tornqvist, Bank of Finland Monthly Bulletin 10 (1936) 1.
 */
#include <float.h>
#include <smartkpi/economy.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "numeric/log_ratio.h"
#include "numeric/product.h"

typedef struct chain_pair {
    double quantity, price;
} chain_pair;

typedef struct chain_goods { /* goods and years of one aggregate, k x m */
    size_t k, m;
    const double *value, *price;
} chain_goods;

static double chain_total(const chain_goods *g, size_t t)
{
    double sum = 0;
    for (size_t i = 0; i < g->k; i++) sum += g->value[i * g->m + t];
    return sum;
}

static chain_pair chain_tornqvist(const chain_goods *g, size_t t, double total0, double total1)
{
    chain_pair log = {0, 0};
    for (size_t i = 0; i < g->k; i++) {
        const double *v = g->value + i * g->m + t, *p = g->price + i * g->m + t;
        if (v[0] == 0) continue; /* it is 0 in both years, as was checked */
        const double share = (v[0] / total0 + v[1] / total1) / 2, rise = skpi__log_ratio(p[0], p[1]);
        log.price += share * rise;
        log.quantity += share * (skpi__log_ratio(v[0], v[1]) - rise);
    }
    return (chain_pair){exp(log.quantity), exp(log.price)};
}

/* A value at the prices of another year, in a unit. */
static double chain_part(double price, double own, double value, double unit)
{
    return skpi__ordinary(value * unit) ? skpi__part_of(price, own, value * unit)
                                        : skpi__quotient_far(price, value, own, 1 / unit);
}

/* The geometric mean; the smaller one if it has lost digits, so that it is refused. */
static double chain_mean(double a, double b) { return fmin(a, b) < DBL_MIN ? fmin(a, b) : sqrt(a) * sqrt(b); }

/* The step from year t to t + 1. */
static chain_pair chain_step(const chain_goods *g, size_t t, int32_t form)
{
    const double total0 = chain_total(g, t), total1 = chain_total(g, t + 1);
    /* sum p0 q1 and sum p1 q0, in units of the total with which they are compared */
    const double unit0 = skpi__unit(total0), unit1 = skpi__unit(total1);
    double back0 = 0, back1 = 0, on0 = 0, on1 = 0;
    if (form == SKPI_ECONOMY_INDEX_TORNQVIST) return chain_tornqvist(g, t, total0, total1);
    for (size_t i = 0; i < g->k; i++) {
        const double *v = g->value + i * g->m + t, *p = g->price + i * g->m + t;
        back0 += chain_part(p[0], p[1], v[1], unit0);
        back1 += chain_part(p[0], p[1], v[1], unit1);
        on0 += chain_part(p[1], p[0], v[0], unit0);
        on1 += chain_part(p[1], p[0], v[0], unit1);
    }
    const chain_pair laspeyres = {back0 / (total0 * unit0), on0 / (total0 * unit0)},
                     paasche = {total1 * unit1 / on1, total1 * unit1 / back1};
    if (form == SKPI_ECONOMY_INDEX_LASPEYRES) return laspeyres;
    if (form == SKPI_ECONOMY_INDEX_PAASCHE) return paasche;
    return (chain_pair){chain_mean(laspeyres.quantity, paasche.quantity), chain_mean(laspeyres.price, paasche.price)};
}

typedef struct chain_call {
    size_t n_goods, m;
    const double *value, *price;
    int32_t form;
    skpi_economy_chain_index_out out;
} chain_call;

static skpi_status chain_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const chain_call *c = call;
    const size_t n_cells = c->n_goods * c->m;
    const chain_goods g = {c->n_goods, c->m, c->value + i * n_cells, c->price + i * n_cells};
    chain_pair *index = kept; /* m */
    skpi_status s;
    for (size_t k = 0; k < n_cells; k++)
        if ((s = skpi__quantity(skpi__column(at, k), "value", g.value[k])) ||
            (s = skpi__divisor(skpi__column(at, k), "price", g.price[k])))
            return s;
    for (size_t t = 0; t < c->m; t++) {
        const double sum = chain_total(&g, t);
        if ((s = skpi__result(skpi__column(at, t), "value", sum))) return s;
        if (!(sum > 0))
            return skpi__fail(skpi__column(at, t), SKPI_EZERODIV, "value", 0,
                              "is the sum of all goods in this year and must be above 0");
    }
    for (size_t k = 0; c->form == SKPI_ECONOMY_INDEX_TORNQVIST && k < n_cells; k++)
        if (k % c->m && (g.value[k] > 0) != (g.value[k - 1] > 0))
            return skpi__fail(skpi__column(at, k), SKPI_EDOM, "value", g.value[k],
                              "after %g a year before: a good that appears or vanishes has no logarithm (use "
                              "Fisher's index)",
                              g.value[k - 1]);
    for (size_t t = 0; t < c->m; t++) {
        const chain_pair by = t ? chain_step(&g, t - 1, c->form) : (chain_pair){1, 1};
        index[t] = t ? (chain_pair){index[t - 1].quantity * by.quantity, index[t - 1].price * by.price} : by;
        if ((s = skpi__result(skpi__column(at, t), "out->quantity", index[t].quantity)) ||
            (s = skpi__result_normal(skpi__column(at, t), "out->quantity", fmin(index[t].quantity, by.quantity))) ||
            (s = skpi__result(skpi__column(at, t), "out->price", index[t].price)) ||
            (s = skpi__result_normal(skpi__column(at, t), "out->price", fmin(index[t].price, by.price))))
            return s;
    }
    return SKPI_OK;
}

static skpi_status chain_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const chain_call *c = call;
    const chain_pair *index = kept;
    (void)at;
    for (size_t t = 0; t < c->m; t++) {
        skpi__set(c->out.quantity, i * c->m + t, index[t].quantity);
        skpi__set(c->out.price, i * c->m + t, index[t].price);
    }
    return SKPI_OK;
}

static void chain_fail(const void *call, size_t i)
{
    const chain_call *c = call;
    skpi__set_nan_row(c->out.quantity, i, c->m);
    skpi__set_nan_row(c->out.price, i, c->m);
}

skpi_status skpi_economy_chain_index(size_t n, size_t n_goods, size_t m, const double *value, const double *price,
                                     int32_t form, skpi_economy_chain_index_out *out, int32_t *status)
{
    static const int32_t forms[] = {SKPI_ECONOMY_INDEX_LASPEYRES, SKPI_ECONOMY_INDEX_PAASCHE, SKPI_ECONOMY_INDEX_FISHER,
                                    SKPI_ECONOMY_INDEX_TORNQVIST, 0};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    chain_call c = {.n_goods = n_goods, .m = m, .value = value, .price = price, .form = form};
    skpi_status s;
    if ((s = skpi__count(r.at, "n_goods", n_goods)) || (s = skpi__count(r.at, "m", m)) ||
        (s = skpi__array_size(r.at, "value", n_goods, m)) || (s = skpi__rows_matrix(&r, "value", value, n_goods * m)) ||
        (s = skpi__rows_matrix(&r, "price", price, n_goods * m)) ||
        (s = skpi__choice(r.at, "form", form, forms, "an index (enum skpi_economy_index)")) ||
        (s = SKPI__STRUCT(r.at, out, 0, &c.out)))
        return s;
    const skpi__rows_steps steps = {m * sizeof(chain_pair), chain_check, chain_compute, chain_fail};
    return skpi__rows_run(&r, &steps, &c);
}
