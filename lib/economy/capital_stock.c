/* Stocks of capital from investment by the perpetual inventory method, with the given life and form of the assets and
 * with others.
 *
 *   profiles    K_t = sum_{a=0..t} efficiency(a) I_{t-a}, nothing before the first year: a lower bound as long as
 *               assets from before it would still serve
 *   geometric   K_0 = I_0/(g + delta), K_t = (1 - delta) K_{t-1} + I_t, delta = 2/life, g = (I_last/I_0)^(1/years) - 1
 *   opening     a stock O of one age u at the beginning of the first year adds O efficiency(u + t)/efficiency(u) to the
 *               t-th year's, t = 1, 2 ...; geometric: K_t = (1 - delta) K_{t-1} + I_t from K = O on
 *
 * Lives are the least certain input; the stocks with shorter and longer lives are therefore part of the result.
 * Source: OECD, Measuring Capital (2nd ed. 2009).
 */
#include <smartkpi/economy.h>
#include <stdlib.h>
#include "core/basis.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/table.h"
#include "economy/capital_profile.h"
#include "numeric/decimal.h"
#include "numeric/log_ratio.h"
#include "series/jump.h"

#define LIFE_SPREAD (2. / 7)
#define BETA_SPREAD .25

typedef struct stock_call {
    skpi_table t;
    const double *life, *beta;
    double life_spread, beta_spread;
    int32_t profile;
    const double *opening, *opening_age; /* NULL: no opening stock; assets of age 0 */
    double *efficiency;                  /* by age, m */
    double *room;                        /* 2 m */
    skpi_economy_capital_stock_out out;
} stock_call;

typedef struct stock_place {
    const double *i;    /* investment, m */
    size_t first, last; /* the first and the last year with a value */
    double growth;      /* geometric without an opening stock: compound growth of investment a year */
    double opening, age;
} stock_place;

static int stock_geometric(const stock_call *c) { return c->profile == SKPI_ECONOMY_PROFILE_GEOMETRIC; }

static skpi_status stock_options(skpi__at at, const skpi_economy_capital_stock_options *options, stock_call *c)
{
    skpi_economy_capital_stock_options o;
    skpi_status s;
    if ((s = SKPI__STRUCT_OR_NULL(at, options, 0, &o)) ||
        (o.life_spread != 0 && (s = skpi__probability(at, "options->life_spread", o.life_spread))) ||
        (s = skpi__quantity(at, "options->beta_spread", o.beta_spread)) ||
        (o.profile && (s = skpi__capital_profile(at, "options->profile", o.profile))) ||
        (s = skpi__reserved(at, "options->zero", o.zero)))
        return s;
    if (o.opening_age && !o.opening)
        return skpi__refuse(at, SKPI_EINVAL, "options->opening",
                            "is NULL although options->opening_age is given: there is no stock to have that age");
    c->opening = o.opening;
    c->opening_age = o.opening_age;
    c->life_spread = o.life_spread != 0 ? o.life_spread : LIFE_SPREAD;
    c->beta_spread = o.beta_spread != 0 ? o.beta_spread : BETA_SPREAD;
    c->profile = o.profile ? o.profile : SKPI_ECONOMY_PROFILE_COHORT;
    return SKPI_OK;
}

static skpi_status stock_frame(skpi__at at, const skpi_table *investment, skpi_table *t)
{
    skpi_status s = SKPI__TABLE(at, investment, t);
    if (s) return s;
    for (size_t j = 1; j < t->m; j++)
        if (t->year[j] != t->year[j - 1] + 1)
            return skpi__fail(skpi__element(at, j), SKPI_ENODATA, "investment->year", t->year[j],
                              "does not follow %d: an inventory needs every year (missing values are NaN)",
                              (int)t->year[j - 1]);
    const int32_t prices = skpi__basis_of(t->basis).prices;
    if (prices == SKPI_BASIS_PRICES_CURRENT)
        return skpi__fail(at, SKPI_EDEFMIX, "investment->basis", prices,
                          "states current prices: only investment at constant prices adds up to a stock");
    return SKPI_OK;
}

/* Reads the values of a row; SKPI_WMISSING if some are missing. */
static skpi_status stock_investment(skpi__at at, const stock_call *c, size_t i, stock_place *p)
{
    const size_t m = c->t.m;
    size_t known = 0;
    skpi_status s;
    *p = (stock_place){.i = c->t.value + i * m};
    for (size_t j = 0; j < m; j++) {
        if (isnan(p->i[j])) continue;
        if ((s = skpi__quantity(skpi__column(at, j), "investment->value", p->i[j]))) return s;
        if (!known++) p->first = j;
        p->last = j;
    }
    if (!known) return skpi__refuse(at, SKPI_ENODATA, "investment->value", "has no value in this row");
    if (!stock_geometric(c) || c->opening) return known < m ? SKPI_WMISSING : SKPI_OK;
    if (known == 1)
        return skpi__fail(at, SKPI_ENODATA, "investment->value", 1,
                          "value in this row is too few: the geometric start needs two");
    if ((s = skpi__positive(skpi__column(at, p->first), "investment->value", p->i[p->first]))) return s;
    p->growth =
        p->i[p->last] > 0 ? expm1(skpi__log_ratio(p->i[p->first], p->i[p->last]) / (double)(p->last - p->first)) : -1;
    return known < m ? SKPI_WMISSING : SKPI_OK;
}

/* Reads the opening stock; assets of its age must have an efficiency above 0. */
static skpi_status stock_opening(skpi__at at, const stock_call *c, size_t i, stock_place *p)
{
    skpi_status s;
    if (!c->opening) return SKPI_OK;
    p->opening = c->opening[i];
    p->age = c->opening_age ? c->opening_age[i] : 0;
    if ((s = skpi__quantity(at, "options->opening", p->opening)) ||
        (s = skpi__quantity(at, "options->opening_age", p->age)))
        return s;
    const double beta = c->beta ? c->beta[i] : SKPI__CAPITAL_BETA;
    if (stock_geometric(c) || skpi__capital_efficiency(c->profile, c->life[i], beta, p->age) > SKPI__DECIMAL)
        return SKPI_OK;
    return skpi__fail(at, SKPI_EDOM, "options->opening_age", p->age,
                      "is an age at which nothing is left of assets that live %g years on average", c->life[i]);
}

/* The stock of the first year by the geometric profile; it is 0 if there is none. */
static double stock_start(const stock_place *p, double life)
{
    const double rate = p->growth + 2 / life;
    return life >= 2 && rate > SKPI__DECIMAL ? p->i[p->first] / rate : 0;
}

/* Checks a row.  The sum of investment and of the first stock bounds every stock. */
static skpi_status stock_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const stock_call *c = call;
    stock_place *p = kept;
    const skpi_status missing = stock_investment(at, c, i, p);
    skpi_status s = missing < 0 ? missing : skpi__capital_life(at, c->profile, c->life[i]);
    if (s || (c->beta && (s = skpi__capital_beta(at, c->beta[i]))) || (s = stock_opening(at, c, i, p))) return s;
    const skpi_status unusual = skpi__jump_warn_values(at, "investment->value", &c->t, i, c->room);
    const skpi_status warnings = (skpi_status)(missing | unusual);
    double most = p->opening;
    for (size_t j = p->first; j <= p->last; j++) most += isnan(p->i[j]) ? 0 : p->i[j];
    if (!stock_geometric(c) || c->opening) return (s = skpi__result(at, "out->stock", most)) ? s : warnings;
    const double start = stock_start(p, c->life[i]);
    if (!(start > 0))
        return skpi__fail(at, SKPI_EDOM, "life", c->life[i],
                          "gives no start I/(g + 2/life): investment falls by %g a year (g = %g)", -p->growth,
                          p->growth);
    most += fmax(start, stock_start(p, c->life[i] * (1 + c->life_spread)));
    return (s = skpi__result(at, "out->stock", most)) ? s : warnings;
}

/* The geometric stock.  Nothing is written if the rate is above 1, or if there is no first stock. */
static void stock_recursion(const stock_call *c, const stock_place *p, double life, double *out)
{
    double k = c->opening ? p->opening : stock_start(p, life);
    if (c->opening ? life < 2 : !(k > 0)) return;
    for (size_t t = p->first; t < c->t.m; t++)
        out[t] = k = t == p->first && !c->opening ? k : (1 - 2 / life) * k + p->i[t];
}

/* The stock of a row, if out is wanted. */
static void stock_of(const stock_call *c, const stock_place *p, double life, double beta, double *out)
{
    const size_t m = c->t.m;
    if (!out) return;
    skpi__set_nan(out, m);
    if (stock_geometric(c)) {
        stock_recursion(c, p, life, out);
        return;
    }
    const double left = p->opening > 0 ? skpi__capital_efficiency(c->profile, life, beta, p->age) : 1;
    if (!(left > SKPI__DECIMAL)) return; /* with this shorter life, nothing is left of the opening stock */
    for (size_t a = 0; a < m; a++) c->efficiency[a] = skpi__capital_efficiency(c->profile, life, beta, (double)a);
    for (size_t t = p->first; t < m; t++) {
        double k = 0;
        for (size_t a = 0; a <= t - p->first; a++)
            if (c->efficiency[a] > 0)
                k += c->efficiency[a] * p->i[t - a]; /* NaN as long as assets of a missing year serve */
        if (p->opening > 0) {
            const double age = p->age + (double)(t - p->first + 1);
            k += p->opening * fmin(skpi__capital_efficiency(c->profile, life, beta, age) / left, 1);
        }
        out[t] = k;
    }
}

/* The first year in which all assets that still serve are known. */
static int32_t stock_complete_from(const stock_call *c, const stock_place *p, double life)
{
    const double gone = skpi__capital_oldest(c->profile, life);
    const double late = stock_geometric(c) || c->opening ? 0 : ceil(gone) - 1, room = (double)(c->t.m - 1 - p->first);
    return late <= room ? c->t.year[p->first] + (int32_t)late : (int32_t)SKPI_NONE;
}

enum { STOCKS = 5 };

/* Row i of each of the outputs; NULL for outputs that are not wanted. */
static void stock_rows(const stock_call *c, size_t i, double *row[STOCKS])
{
    const skpi_economy_capital_stock_out *o = &c->out;
    double *const out[STOCKS] = {o->stock, o->life_low, o->life_high, o->beta_low, o->beta_high};
    for (size_t v = 0; v < STOCKS; v++) row[v] = out[v] ? out[v] + i * c->t.m : NULL;
}

static skpi_status stock_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const stock_call *c = call;
    const double life = c->life[i], beta = c->beta ? c->beta[i] : SKPI__CAPITAL_BETA;
    double *row[STOCKS];
    (void)at;
    stock_rows(c, i, row);
    stock_of(c, kept, life, beta, row[0]);
    stock_of(c, kept, life * (1 - c->life_spread), beta, row[1]);
    stock_of(c, kept, life * (1 + c->life_spread), beta, row[2]);
    stock_of(c, kept, life, beta - c->beta_spread, row[3]);
    stock_of(c, kept, life, fmin(beta + c->beta_spread, 1), row[4]);
    skpi__set_int(c->out.complete, i, stock_complete_from(c, kept, life));
    return SKPI_OK;
}

static void stock_fail(const void *call, size_t i)
{
    const stock_call *c = call;
    double *row[STOCKS];
    stock_rows(c, i, row);
    for (size_t v = 0; v < STOCKS; v++) skpi__set_nan(row[v], c->t.m);
    skpi__set_int(c->out.complete, i, SKPI_NONE);
}

skpi_status skpi_economy_capital_stock(const skpi_table *investment, const double *life, const double *beta,
                                       const skpi_economy_capital_stock_options *options,
                                       skpi_economy_capital_stock_out *out, int32_t *status)
{
    static const skpi__rows_steps steps = {sizeof(stock_place), stock_check, stock_compute, stock_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    stock_call c = {.life = life, .beta = beta};
    skpi_status s;
    if ((s = stock_frame(r.at, investment, &c.t))) return s;
    r.n = c.t.n;
    r.count = "investment->n";
    if ((s = skpi__rows_array(&r, "life", life)) || (s = stock_options(r.at, options, &c)) ||
        (s = SKPI__STRUCT(r.at, out, 0, &c.out)))
        return s;
    c.efficiency = skpi__alloc(c.t.m, 3, sizeof(double));
    if (!c.efficiency) return skpi__no_memory(r.at, "investment->m", c.t.m);
    c.room = c.efficiency + c.t.m;
    s = skpi__rows_run(&r, &steps, &c);
    free(c.efficiency);
    return s;
}
