/* What a change of emissions is due to: decomposition by the logarithmic mean Divisia index (LMDI-I).
 *
 *   additive        effect of factor k, A_k, as in lmdi_row.c; they add to V_T - V_0
 *   multiplicative  D_k = exp(A_k/L(V_T, V_0)); their product is V_T/V_0
 *
 * Between two dates, or from year to year and added up: the two differ, because the weights change with the years.
 * Sources: B. W. Ang, Energy Policy 33 (2005) 867, Energy Policy 86 (2015) 233; zeros: B. W. Ang and N. Liu, Energy
 * Policy 35 (2007) 238.
 */
#include <smartkpi/carbon.h>
#include <stdlib.h>
#include "carbon/lmdi_row.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/log_ratio.h"

enum { STEEPEST = 700 }; /* exp of it is a double, and so is that of its negative */

typedef struct work { /* of one call */
    size_t sectors, factors;
    int quotient; /* 1: the multiplicative form */
    skpi_carbon_lmdi_out out;
    double *room;           /* for the logarithms of a block of sectors */
    skpi__lmdi_sums effect; /* of one case or year; in the multiplicative form not yet divided by L */
    skpi__sum *whole;       /* factors, since the first year; logarithms in the multiplicative form */
    skpi__sum change;       /* of the total, since the first year; its logarithm in the multiplicative form */
    double mean;            /* L of the totals; 1 in the additive form */
} work;

static skpi_status begin(skpi__at at, work *w, size_t sectors, size_t factors, int32_t form)
{
    *w = (work){.sectors = sectors,
                .factors = factors,
                .quotient = form == SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE,
                .out = w->out};
    const size_t block = skpi__lmdi_block(factors) + 1; /* two sums, each of two numbers, stand behind it */
    w->room = skpi__alloc(factors, block + 4, sizeof(double));
    if (!w->room) return skpi__refuse(at, SKPI_ENOMEM, "factors", "of %zu values have no memory", factors);
    w->whole = (skpi__sum *)(void *)(w->room + block * factors);
    w->effect = (skpi__lmdi_sums){w->room + (block + 2) * factors, w->room + (block + 3) * factors};
    return SKPI_OK;
}

static skpi_status shape(skpi__at at, size_t sectors, size_t factors, const char *name, size_t *cells)
{
    skpi_status s;
    if ((s = skpi__some(at, "sectors", sectors)) || (s = skpi__some(at, "factors", factors))) return s;
    return skpi__mul(sectors, factors, cells) ? SKPI_OK : skpi__fits(at, name, sectors, factors);
}

static skpi_status form_check(skpi__at at, int32_t form)
{
    static const int32_t forms[] = {SKPI_CARBON_LMDI_FORM_ADDITIVE, SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE, 0};
    return skpi__choice(at, "form", form, forms, "a form of decomposition (enum skpi_carbon_lmdi_form)");
}

static double effect_of(const work *w, size_t k) { return w->effect.sum[k] + w->effect.rest[k]; }

/* Effects of one case; only w is written. */
static skpi_status one(skpi__at at, work *w, const double *base, const double *end, skpi__lmdi_case *c)
{
    *c = skpi__lmdi_additive(w->sectors, w->factors, base, end, w->room, w->effect, NULL);
    w->mean = 1;
    if (!w->quotient) return SKPI_OK;
    const double log = skpi__log_ratio(fabs(c->base), fabs(c->end)); /* of one sign */
    double most = fmax(c->largest, fabs(c->change));
    w->mean = skpi__log_mean(c->base, c->end, log);
    for (size_t k = 0; k < w->factors; k++) most = fmax(most, fabs(effect_of(w, k)));
    c->change = log;
    if (most / fabs(w->mean) <= STEEPEST) return SKPI_OK;
    return skpi__fail(at, SKPI_EOVERFLOW, "out->effect", most / fabs(w->mean),
                      "is the logarithm of an effect: too large, the total is small beside its sectors");
}

/* What stands in the outputs for additive effects or logarithms. */
static double shown(const work *w, double x) { return w->quotient ? exp(x) : x; }

/* sum: of the effects over the factors. */
static void total(const work *w, size_t i, double change, double size, double sum)
{
    /* a difference of nearly equal totals is rounding; the effects were made without it */
    const int near = !w->quotient && fabs(change) < 1e-8 * size;
    skpi__put(w->out.total, i, shown(w, near ? sum : change));
    skpi__put(w->out.residual, i, w->quotient ? expm1(change - sum) : change - sum);
}

static void sectors_of(const work *w, const double *base, const double *end, double *sector_effect)
{
    (void)skpi__lmdi_additive(w->sectors, w->factors, base, end, w->room, w->effect, sector_effect);
    for (size_t c = 0; w->quotient && c < w->sectors * w->factors; c++)
        sector_effect[c] = exp(sector_effect[c] / w->mean);
}

static void failed(const work *w, size_t i)
{
    const size_t m = w->sectors * w->factors;
    if (w->out.effect) skpi__put_nan(w->out.effect + i * w->factors, w->factors);
    if (w->out.sector_effect) skpi__put_nan(w->out.sector_effect + i * m, m);
    skpi__put(w->out.total, i, (double)NAN);
    skpi__put(w->out.residual, i, (double)NAN);
}

/* Decomposition of changes between two dates.
 *
 * Given:    n                 cases
 *           sectors, factors  of each case, at least 1; the value of a sector is the product of its factors
 *           base, end         factors at the two dates (n x sectors x factors); zeros are fine, negative values where
 *                             both dates have them
 *           form              SKPI_CARBON_LMDI_FORM_ADDITIVE or SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE; there is no default
 * Returned: out->effect         of each factor over all sectors (n x factors): the unit of the product, or quotients
 *           out->sector_effect  in each sector (n x sectors x factors): they add, or multiply, to the effects
 *           out->total          change of the total, end - base, or its quotient, end/base (n)
 *           out->residual       what the effects leave of it (n): additive, total less their sum; multiplicative, total
 *                               over their product, less 1.  Rounding, whatever the data
 *           status              each case's own status (n), or NULL: the first bad case fails the call
 *           Members that are NULL are not wanted.
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null; no such form), SKPI_ESTRUCT, SKPI_ENODATA (no sectors or factors),
 *           SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_EDOM (a factor changes its sign; multiplicative: a total is 0 or changes
 *           its sign), SKPI_EOVERFLOW (a product beyond the range of a double; multiplicative: an effect beyond it)
 * Source:   Ang 2005, 2015; Ang and Liu 2007
 */
skpi_status skpi_carbon_lmdi(size_t n, size_t sectors, size_t factors, const double *base, const double *end,
                             int32_t form, skpi_carbon_lmdi_out *out, int32_t *status)
{
    static const skpi__lmdi_names names = {"base", "end"};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi__lmdi_case c;
    size_t m = 0;
    work w;
    skpi_status s;
    if ((s = shape(r.at, sectors, factors, "base", &m)) || (s = skpi__given_matrix(&r, "base", base, m)) ||
        (s = skpi__given_matrix(&r, "end", end, m)) || (s = form_check(r.at, form)) ||
        (s = SKPI__NEED(r.at, out, 0, &w.out)) || (s = begin(r.at, &w, sectors, factors, form)))
        return s;
    for (size_t i = 0; i < n; i++) { /* every row before the first write */
        s = skpi__lmdi_check(skpi__row_at(&r, i), &names, sectors, factors, base + i * m, end + i * m, w.quotient);
        if ((s = skpi__row(&r, i, s))) goto end;
    }
    for (size_t i = 0; i < n; i++) {
        const double *x0 = base + i * m, *xt = end + i * m;
        if (skpi__row_good(&r, i) && (s = one(skpi__row_at(&r, i), &w, x0, xt, &c)) && (s = skpi__row(&r, i, s)))
            goto end;
        if (!skpi__row_good(&r, i)) {
            failed(&w, i);
            continue;
        }
        skpi__sum all = {0, 0};
        for (size_t k = 0; k < factors; k++) {
            skpi__sum_add(&all, w.effect.sum[k]);
            skpi__sum_add(&all, w.effect.rest[k]);
        }
        total(&w, i, c.change, c.size, skpi__sum_value(&all) / w.mean);
        for (size_t k = 0; w.out.effect && k < factors; k++)
            w.out.effect[i * factors + k] = shown(&w, effect_of(&w, k) / w.mean);
        if (w.out.sector_effect) sectors_of(&w, x0, xt, w.out.sector_effect + i * m);
    }
    s = skpi__rows_end(&r);
end:
    free(w.room);
    return s;
}

/* Year i + 1: its effects join those since the first year. */
static skpi_status chain_year(skpi__at at, work *w, size_t i, const double *x)
{
    const size_t m = w->sectors * w->factors;
    const double *base = x + i * m, *end = base + m;
    skpi__lmdi_case c;
    skpi_status s = one(at, w, base, end, &c);
    if (s) return s;
    skpi__sum all = {0, 0};
    double most = 0;
    for (size_t k = 0; k < w->factors; k++) {
        skpi__sum_add(w->whole + k, w->effect.sum[k] / w->mean);
        skpi__sum_add(w->whole + k, w->effect.rest[k] / w->mean);
        skpi__sum_add(&all, w->whole[k].sum);
        skpi__sum_add(&all, w->whole[k].rest);
        most = fmax(most, fabs(skpi__sum_value(w->whole + k)));
    }
    skpi__sum_add(&w->change, c.change);
    const double change = skpi__sum_value(&w->change);
    if (w->quotient && !(fmax(most, fabs(change)) <= STEEPEST))
        return skpi__fail(at, SKPI_EOVERFLOW, "out->effect", fmax(most, fabs(change)),
                          "is the logarithm of an effect since the first year: too large");
    if ((s = skpi__result(at, "out->effect", most))) return s;
    total(w, i, change, c.size, skpi__sum_value(&all));
    for (size_t k = 0; w->out.effect && k < w->factors; k++)
        w->out.effect[i * w->factors + k] = shown(w, skpi__sum_value(w->whole + k));
    if (!w->out.sector_effect) return SKPI_OK;
    double *here = w->out.sector_effect + i * m;
    sectors_of(w, base, end, here);
    for (size_t j = 0; i && j < m; j++) here[j] = w->quotient ? here[j] * here[j - m] : here[j] + here[j - m];
    return SKPI_OK;
}

/* Decomposition year by year, added up from the first year on.
 *
 * Given:    years             at least 2, of any distance
 *           sectors, factors  at least 1
 *           x                 factors of each year (years x sectors x factors); as for skpi_carbon_lmdi
 *           form              as for skpi_carbon_lmdi
 * Returned: out->effect, sector_effect, total, residual  as for skpi_carbon_lmdi, in row j from the first year to year
 *                             j + 1: sums, or products, of the effects from year to year (years - 1 rows)
 * Status:   SKPI_OK, SKPI_EINVAL (null; no such form), SKPI_ESTRUCT, SKPI_ENODATA (fewer than two years, no sectors or
 *           factors), SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_EDOM, SKPI_EOVERFLOW (as for skpi_carbon_lmdi)
 * Source:   Ang 2015
 */
skpi_status skpi_carbon_lmdi_chain(size_t years, size_t sectors, size_t factors, const double *x, int32_t form,
                                   skpi_carbon_lmdi_out *out)
{
    static const skpi__lmdi_names names = {"x", "x"};
    const skpi__at at = skpi__here(__func__);
    size_t m = 0;
    work w;
    skpi_status s;
    if (years < 2) return skpi__fail(at, SKPI_ENODATA, "years", (double)years, "have no change: two are needed");
    if ((s = shape(at, sectors, factors, "x", &m)) || (s = skpi__array(at, "x", x, years, m)) ||
        (s = form_check(at, form)) || (s = SKPI__NEED(at, out, 0, &w.out)))
        return s;
    for (size_t c = 0; c < years * m; c++)
        if ((s = skpi__finite(skpi__cell(at, c / m, c % m), "x", x[c]))) return s;
    for (size_t i = 0; i + 1 < years; i++)
        if ((s = skpi__lmdi_check(skpi__element(at, i + 1), &names, sectors, factors, x + i * m, x + (i + 1) * m,
                                  form == SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE)))
            return s;
    if ((s = begin(at, &w, sectors, factors, form))) return s;
    for (size_t i = 0; i + 1 < years && !s; i++) s = chain_year(skpi__element(at, i + 1), &w, i, x);
    free(w.room);
    return s;
}
