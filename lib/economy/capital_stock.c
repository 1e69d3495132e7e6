/* Stocks of capital from investment by the perpetual inventory method, also with other lives and forms.
 *
 *   profiles    K_t = sum_{a=0..t} efficiency(a) I_{t-a}, nothing before the first year: a lower bound as long as
 *               assets from before it would still serve
 *   geometric   K_0 = I_0/(g + delta), K_t = (1 - delta) K_{t-1} + I_t, delta = 2/life, g = (I_last/I_0)^(1/years) - 1
 *
 * Lives are the least certain input; the stocks with shorter and longer lives are therefore part of the result.
 * Source: OECD, Measuring Capital (2nd ed. 2009).
 */
#include <smartkpi/economy.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/table.h"
#include "economy/capital_profile.h"
#include "numeric/log_ratio.h"

#define LIFE_SPREAD (2. / 7)
#define BETA_SPREAD .25

typedef struct work {
    skpi_table t;
    const double *life, *beta;
    double life_spread, beta_spread;
    int32_t profile;
    double *room; /* efficiency by age, m */
} work;

typedef struct place {
    const double *i;    /* investment, m */
    size_t first, last; /* with a value */
    double growth;      /* geometric: of investment, compound, a year */
} place;

static int geometric(const work *w) { return w->profile == SKPI_ECONOMY_PROFILE_GEOMETRIC; }

static skpi_status options_of(skpi__at at, const skpi_economy_capital_stock_options *options, work *w)
{
    skpi_economy_capital_stock_options o;
    skpi_status s;
    if ((s = SKPI__STRUCT_OR_NULL(at, options, 0, &o)) ||
        (o.life_spread != 0 && (s = skpi__probability(at, "options->life_spread", o.life_spread))) ||
        (s = skpi__quantity(at, "options->beta_spread", o.beta_spread)) ||
        (o.profile && (s = skpi__capital_profile(at, "options->profile", o.profile))) ||
        (s = skpi__reserved(at, "options->zero", o.zero)))
        return s;
    w->life_spread = o.life_spread != 0 ? o.life_spread : LIFE_SPREAD;
    w->beta_spread = o.beta_spread != 0 ? o.beta_spread : BETA_SPREAD;
    w->profile = o.profile ? o.profile : SKPI_ECONOMY_PROFILE_COHORT;
    return SKPI_OK;
}

static skpi_status investment_frame(skpi__at at, const skpi_table *investment, skpi_table *t)
{
    skpi_status s = SKPI__TABLE(at, investment, t);
    if (s) return s;
    for (size_t j = 1; j < t->m; j++)
        if (t->year[j] != t->year[j - 1] + 1)
            return skpi__fail(skpi__element(at, j), SKPI_ENODATA, "investment->year", t->year[j],
                              "does not follow %d: an inventory needs every year (missing values are NaN)",
                              (int)t->year[j - 1]);
    skpi_basis stated;
    if ((s = skpi__join(at, "investment->basis", t->basis, "investment->basis", NULL, &stated))) return s;
    if (stated.prices == SKPI_BASIS_PRICES_CURRENT)
        return skpi__fail(at, SKPI_EDEFMIX, "investment->basis", stated.prices,
                          "states current prices: only investment at constant prices adds up to a stock");
    return SKPI_OK;
}

/* The values of a row; SKPI_WMISSING if some are missing. */
static skpi_status investment_row(skpi__at at, const work *w, size_t i, place *p)
{
    const size_t m = w->t.m;
    size_t known = 0;
    skpi_status s;
    *p = (place){.i = w->t.value + i * m};
    for (size_t j = 0; j < m; j++) {
        if (isnan(p->i[j])) continue;
        if ((s = skpi__quantity(skpi__column(at, j), "investment->value", p->i[j]))) return s;
        if (!known++) p->first = j;
        p->last = j;
    }
    if (!known) return skpi__refuse(at, SKPI_ENODATA, "investment->value", "has no value in this row");
    if (!geometric(w)) return known < m ? SKPI_WMISSING : SKPI_OK;
    if (known == 1)
        return skpi__fail(at, SKPI_ENODATA, "investment->value", 1,
                          "value in this row: the geometric start needs growth from a first to a last one");
    if ((s = skpi__positive(skpi__column(at, p->first), "investment->value", p->i[p->first]))) return s;
    p->growth =
        p->i[p->last] > 0 ? expm1(skpi__log_ratio(p->i[p->first], p->i[p->last]) / (double)(p->last - p->first)) : -1;
    return known < m ? SKPI_WMISSING : SKPI_OK;
}

/* Stock of the first year by the geometric profile; not above 0, or NaN, where there is none. */
static double start(const place *p, double life) { return life >= 2 ? p->i[p->first] / (p->growth + 2 / life) : 0; }

/* No stock is above the sum of its investment, and of the start. */
static skpi_status stock_check(skpi__at at, const work *w, size_t i)
{
    place p;
    const skpi_status missing = investment_row(at, w, i, &p);
    skpi_status s = missing < 0 ? missing : skpi__capital_life(at, w->profile, w->life[i]);
    if (s || (w->beta && (s = skpi__capital_beta(at, w->beta[i])))) return s;
    double most = 0;
    for (size_t j = p.first; j <= p.last; j++) most += isnan(p.i[j]) ? 0 : p.i[j];
    if (!geometric(w)) return (s = skpi__result(at, "out->stock", most)) ? s : missing;
    if (!(p.growth + 2 / w->life[i] > 0))
        return skpi__fail(at, SKPI_EDOM, "life", w->life[i],
                          "gives no start I/(g + 2/life): investment falls by %g a year (g = %g)", -p.growth, p.growth);
    const double longest = start(&p, w->life[i] * (1 + w->life_spread));
    most += fmax(start(&p, w->life[i]), longest > 0 ? longest : 0);
    return (s = skpi__result(at, "out->stock", most)) ? s : missing;
}

/* Stock of one row, if it is wanted. */
static void stock(const work *w, const place *p, double life, double beta, double *out)
{
    const size_t m = w->t.m;
    if (!out) return;
    skpi__set_nan(out, m);
    if (geometric(w)) {
        double k = start(p, life);
        if (!(k > 0)) return;
        for (size_t t = p->first; t < m; t++) out[t] = k = t == p->first ? k : (1 - 2 / life) * k + p->i[t];
        return;
    }
    for (size_t a = 0; a < m; a++) w->room[a] = skpi__capital_efficiency(w->profile, life, beta, (double)a);
    for (size_t t = p->first; t < m; t++) {
        double k = 0;
        for (size_t a = 0; a <= t - p->first; a++)
            if (w->room[a] > 0) k += w->room[a] * p->i[t - a]; /* NaN as long as a missing one would serve */
        out[t] = k;
    }
}

/* First year for which no age is lacking that still serves. */
static int32_t complete_from(const work *w, const place *p, double life)
{
    const double gone = skpi__capital_oldest(w->profile, life);
    const double late = geometric(w) ? 0 : fmax(ceil(gone) - 1, 0), room = (double)(w->t.m - 1 - p->first);
    return late <= room ? w->t.year[p->first] + (int32_t)late : (int32_t)SKPI_NONE;
}

static void stock_put(const work *w, const skpi_economy_capital_stock_out *o, size_t i, int good)
{
    const size_t m = w->t.m;
    double *out[] = {o->stock, o->life_low, o->life_high, o->beta_low, o->beta_high};
    place p;
    for (size_t v = 0; v < sizeof out / sizeof *out; v++)
        if (out[v]) out[v] += i * m;
    if (!good) {
        for (size_t v = 0; v < sizeof out / sizeof *out; v++) skpi__set_nan(out[v], m);
        if (o->complete) o->complete[i] = SKPI_NONE;
        return;
    }
    const double life = w->life[i], beta = w->beta ? w->beta[i] : SKPI__CAPITAL_BETA;
    (void)investment_row(skpi__here(""), w, i, &p); /* was checked */
    stock(w, &p, life, beta, out[0]);
    stock(w, &p, life * (1 - w->life_spread), beta, out[1]);
    stock(w, &p, life * (1 + w->life_spread), beta, out[2]);
    stock(w, &p, life, beta - w->beta_spread, out[3]);
    stock(w, &p, life, fmin(beta + w->beta_spread, 1), out[4]);
    if (o->complete) o->complete[i] = complete_from(w, &p, life);
}

skpi_status skpi_economy_capital_stock(const skpi_table *investment, const double *life, const double *beta,
                                       const skpi_economy_capital_stock_options *options,
                                       skpi_economy_capital_stock_out *out, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi_economy_capital_stock_out o;
    work w = {.life = life, .beta = beta};
    skpi_status s;
    if ((s = investment_frame(r.at, investment, &w.t))) return s;
    r.n = w.t.n;
    if ((s = skpi__rows_array(&r, "life", life)) || (s = options_of(r.at, options, &w)) ||
        (s = SKPI__STRUCT(r.at, out, 0, &o)))
        return s;
    w.room = skpi__alloc(w.t.m, 1, sizeof(double));
    if (!w.room) return skpi__refuse(r.at, SKPI_ENOMEM, "investment->m", "ages of %zu years have no memory", w.t.m);
    for (size_t i = 0; i < w.t.n && !s; i++) s = skpi__row(&r, i, stock_check(skpi__row_at(&r, i), &w, i));
    for (size_t i = 0; i < w.t.n && !s; i++) stock_put(&w, &o, i, skpi__row_good(&r, i));
    free(w.room);
    return s ? s : skpi__rows_end(&r);
}
