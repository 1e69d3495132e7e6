/* Chained indices of quantity and price of an aggregate of goods.
 *
 * From one year to the next, v values, p prices, q = v/p:
 *   Laspeyres  quantity sum p0 q1 / sum p0 q0,  price sum p1 q0 / sum p0 q0
 *   Paasche    quantity sum p1 q1 / sum p1 q0,  price sum p1 q1 / sum p0 q1
 *   Fisher     the geometric mean of both
 *   Tornqvist  ln = sum (s0 + s1)/2 ln(q1/q0), the same with p; s the shares in value
 * Steps are multiplied up from 1 in the first year.
 * Source: ILO, IMF, OECD and others, Consumer Price Index Manual (2004), chapters 1 and 15; L. Tornqvist, Bank of
 * Finland Monthly Bulletin 10 (1936) 1.
 */
#include <smartkpi/economy.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "numeric/log_ratio.h"

typedef struct pair {
    double quantity, price;
} pair;

typedef struct goods { /* k x m, of one aggregate */
    size_t k, m;
    const double *value, *price;
} goods;

static double total(const goods *g, size_t t)
{
    double sum = 0;
    for (size_t i = 0; i < g->k; i++) sum += g->value[i * g->m + t];
    return sum;
}

static pair tornqvist(const goods *g, size_t t, double total0, double total1)
{
    pair log = {0, 0};
    for (size_t i = 0; i < g->k; i++) {
        const double *v = g->value + i * g->m + t, *p = g->price + i * g->m + t;
        if (v[0] == 0) continue; /* in both years, as was checked */
        const double share = (v[0] / total0 + v[1] / total1) / 2, rise = skpi__log_ratio(p[0], p[1]);
        log.price += share * rise;
        log.quantity += share * (skpi__log_ratio(v[0], v[1]) - rise);
    }
    return (pair){exp(log.quantity), exp(log.price)};
}

/* From year t to t + 1. */
static pair step(const goods *g, size_t t, int32_t form)
{
    const double total0 = total(g, t), total1 = total(g, t + 1);
    double back = 0, on = 0; /* sum p0 q1, sum p1 q0 */
    if (form == SKPI_ECONOMY_INDEX_TORNQVIST) return tornqvist(g, t, total0, total1);
    for (size_t i = 0; i < g->k; i++) {
        const double *v = g->value + i * g->m + t, *p = g->price + i * g->m + t;
        back += v[1] > 0 ? v[1] * (p[0] / p[1]) : 0;
        on += v[0] > 0 ? v[0] * (p[1] / p[0]) : 0;
    }
    const pair laspeyres = {back / total0, on / total0}, paasche = {total1 / on, total1 / back};
    if (form == SKPI_ECONOMY_INDEX_LASPEYRES) return laspeyres;
    if (form == SKPI_ECONOMY_INDEX_PAASCHE) return paasche;
    return (pair){sqrt(laspeyres.quantity) * sqrt(paasche.quantity), sqrt(laspeyres.price) * sqrt(paasche.price)};
}

/* The whole chain; outputs that are NULL are only tested. */
static skpi_status chain(skpi__at at, const goods *g, int32_t form, double *quantity, double *price)
{
    pair index = {1, 1};
    skpi_status s;
    for (size_t t = 0; t < g->m; t++) {
        const pair by = t ? step(g, t - 1, form) : (pair){1, 1};
        index = (pair){index.quantity * by.quantity, index.price * by.price};
        if ((s = skpi__result(skpi__column(at, t), "out->quantity", index.quantity)) ||
            (s = skpi__result(skpi__column(at, t), "out->price", index.price)))
            return s;
        skpi__set(quantity, t, index.quantity);
        skpi__set(price, t, index.price);
    }
    return SKPI_OK;
}

static skpi_status goods_check(skpi__at at, const goods *g, int32_t form)
{
    skpi_status s;
    for (size_t c = 0; c < g->k * g->m; c++)
        if ((s = skpi__quantity(skpi__column(at, c), "value", g->value[c])) ||
            (s = skpi__divisor(skpi__column(at, c), "price", g->price[c])))
            return s;
    for (size_t t = 0; t < g->m; t++) {
        const double sum = total(g, t);
        if ((s = skpi__result(skpi__column(at, t), "value", sum))) return s;
        if (!(sum > 0))
            return skpi__fail(skpi__column(at, t), SKPI_EZERODIV, "value", 0, "in all goods together of this year");
    }
    for (size_t c = 0; form == SKPI_ECONOMY_INDEX_TORNQVIST && c < g->k * g->m; c++)
        if (c % g->m && (g->value[c] > 0) != (g->value[c - 1] > 0))
            return skpi__fail(skpi__column(at, c), SKPI_EDOM, "value", g->value[c],
                              "beside %g a year before: a good that appears or vanishes has no logarithm (Fisher's "
                              "index has room for it)",
                              g->value[c - 1]);
    return chain(at, g, form, NULL, NULL);
}

skpi_status skpi_economy_chain_index(size_t n, size_t n_goods, size_t m, const double *value, const double *price,
                                     int32_t form, skpi_economy_chain_index_out *out, int32_t *status)
{
    static const int32_t forms[] = {SKPI_ECONOMY_INDEX_LASPEYRES, SKPI_ECONOMY_INDEX_PAASCHE, SKPI_ECONOMY_INDEX_FISHER,
                                    SKPI_ECONOMY_INDEX_TORNQVIST, 0};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_economy_chain_index_out o;
    skpi_status s;
    if ((s = skpi__count(r.at, "n_goods", n_goods)) || (s = skpi__count(r.at, "m", m)) ||
        (s = skpi__array_size(r.at, "value", n_goods, m)) || (s = skpi__rows_matrix(&r, "value", value, n_goods * m)) ||
        (s = skpi__rows_matrix(&r, "price", price, n_goods * m)) ||
        (s = skpi__choice(r.at, "form", form, forms, "an index (enum skpi_economy_index)")) ||
        (s = SKPI__STRUCT(r.at, out, 0, &o)))
        return s;
    for (size_t i = 0; i < n; i++) {
        const goods g = {n_goods, m, value + i * n_goods * m, price + i * n_goods * m};
        if ((s = skpi__row(&r, i, goods_check(skpi__row_at(&r, i), &g, form)))) return s;
    }
    for (size_t i = 0; i < n; i++) {
        const goods g = {n_goods, m, value + i * n_goods * m, price + i * n_goods * m};
        double *q = o.quantity ? o.quantity + i * m : NULL, *p = o.price ? o.price + i * m : NULL;
        if (skpi__row_good(&r, i)) {
            (void)chain(r.at, &g, form, q, p); /* was tested */
            continue;
        }
        skpi__set_nan(q, m);
        skpi__set_nan(p, m);
    }
    return skpi__rows_end(&r);
}
