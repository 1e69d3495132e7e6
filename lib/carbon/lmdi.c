/* Decomposition of a change of emissions by the logarithmic mean Divisia index, LMDI-I and LMDI-II.
 *
 *   additive        effect of factor k, A_k, as in lmdi_row.c; they add to V_1 - V_0
 *   multiplicative  D_k = exp(A_k/L(V_1, V_0)); their product is V_1/V_0
 *   II              D_k as in lmdi_row.c; additive: A_k = L(V_1, V_0) ln D_k
 *
 * A change is decomposed between two dates, or from year to year with the effects added up.  The two differ, because
 * the weights change from year to year.
 * Sources: B. W. Ang, Energy Policy 33 (2005) 867, Energy Policy 86 (2015) 233; LMDI-II: B. W. Ang and K.-H. Choi, The
 * Energy Journal 18(3) (1997) 59; zeros: B. W. Ang and N. Liu, Energy Policy 35 (2007) 238.
 */
#include <smartkpi/carbon.h>
#include <stdlib.h>
#include "carbon/lmdi_row.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/log_ratio.h"

enum { STEEPEST = 700 }; /* exp(STEEPEST) and exp(-STEEPEST) are doubles */
#define WIDEST 1e150     /* products of shares up to this with logarithms are doubles */

typedef struct outputs { /* outputs of both functions; NULL: not wanted */
    double *effect, *sector_effect, *total, *residual;
} outputs;

typedef struct work { /* state of one call */
    size_t n_sectors, n_factors;
    int quotient, second; /* 1: a multiplicative form; 1: LMDI-II */
    const char *name;     /* name of the factors in errors */
    outputs out;
    double *room;           /* room for the logarithms of a block of sectors */
    skpi__lmdi_sums effect; /* effects of one case or year, before the division by mean */
    skpi__sum *whole;       /* [n_factors] effects since the first year; logarithms in the multiplicative form */
    skpi__sum change;       /* change of the total since the first year; its logarithm in the multiplicative form */
    double unit[2];         /* the totals of which LMDI-II takes shares */
    /* logarithmic mean of the totals (multiplicative); sum of those of the shares, or it over that of the totals (II);
     * 1 (additive) */
    double mean;
} work;

static int lmdi_second(int32_t form)
{
    return form == SKPI_CARBON_LMDI_FORM_ADDITIVE_II || form == SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE_II;
}

static int lmdi_quotient(int32_t form)
{
    return form == SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE || form == SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE_II;
}

/* The words for a form that needs totals which have one sign and are not 0; NULL for the other forms. */
static const char *lmdi_need(int32_t form)
{
    return lmdi_second(form) ? "share of it (LMDI-II)" : lmdi_quotient(form) ? "multiplicative form" : NULL;
}

static skpi_status lmdi_begin(skpi__at at, work *w, size_t n_sectors, size_t n_factors, int32_t form)
{
    *w = (work){.n_sectors = n_sectors,
                .n_factors = n_factors,
                .quotient = lmdi_quotient(form),
                .second = lmdi_second(form),
                .name = w->name,
                .out = w->out};
    /* whole and effect, which have two numbers for each factor, stand behind the room */
    const size_t block = skpi__lmdi_block(n_factors) + 1;
    w->room = skpi__alloc(n_factors, block + 4, sizeof(double));
    if (!w->room) return skpi__no_memory(at, "n_factors", n_factors);
    w->whole = (skpi__sum *)(void *)(w->room + block * n_factors);
    w->effect = (skpi__lmdi_sums){w->room + (block + 2) * n_factors, w->room + (block + 3) * n_factors};
    return SKPI_OK;
}

static skpi_status lmdi_form_check(skpi__at at, int32_t form)
{
    static const int32_t forms[] = {SKPI_CARBON_LMDI_FORM_ADDITIVE, SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE,
                                    SKPI_CARBON_LMDI_FORM_ADDITIVE_II, SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE_II, 0};
    return skpi__choice(at, "form", form, forms, "a form of decomposition (enum skpi_carbon_lmdi_form)");
}

static double effect_of(const work *w, size_t k) { return w->effect.sum[k] + w->effect.rest[k]; }

/* Sets the mean of LMDI-II, and checks that it can be a divisor. */
static skpi_status lmdi_second_mean(skpi__at at, work *w, const skpi__lmdi_case *c, double log)
{
    if (c->mean == 0)
        return skpi__refuse(at, SKPI_EDOM, w->name, "has no sector with a value at both dates: LMDI-II has no weights");
    w->mean = w->quotient ? c->mean : c->mean / skpi__log_mean(c->total0, c->total1, log);
    return SKPI_OK;
}

/* Computes the effects of one case into w; nothing else is written. */
static skpi_status lmdi_effects(skpi__at at, work *w, const double *x0, const double *x1, skpi__lmdi_case *c)
{
    skpi_status s;
    w->mean = 1;
    if (w->second) {
        *c = skpi__lmdi_totals(w->n_sectors, w->n_factors, x0, x1);
        w->unit[0] = c->total0;
        w->unit[1] = c->total1;
        if (!(c->size / fmin(fabs(c->total0), fabs(c->total1)) <= WIDEST))
            return skpi__fail(at, SKPI_EOVERFLOW, "out->effect", c->size,
                              "is the sum of the sectors' magnitudes: the total is too small beside it");
    }
    *c = skpi__lmdi_additive(w->n_sectors, w->n_factors, x0, x1, w->second ? w->unit : NULL, w->room, w->effect, NULL);
    if (!w->quotient && !w->second) return SKPI_OK;
    if (c->lost) return skpi__too_small(at, w->name, 0);
    const double log = skpi__log_ratio(fabs(c->total0), fabs(c->total1)); /* the totals have the same sign */
    double most = c->largest;
    if (!w->second) {
        most = fmax(most, fabs(c->change));
        w->mean = skpi__log_mean(c->total0, c->total1, log);
    } else if ((s = lmdi_second_mean(at, w, c, log))) {
        return s;
    }
    for (size_t k = 0; k < w->n_factors; k++) most = fmax(most, fabs(effect_of(w, k)));
    most /= fabs(w->mean);
    if (!w->quotient) return skpi__result(at, "out->effect", most);
    c->change = log;
    if (most <= STEEPEST) return SKPI_OK;
    return skpi__fail(at, SKPI_EOVERFLOW, "out->effect", most,
                      "is the logarithm of an effect: it is too large, because the total is small beside its sectors");
}

/* An additive effect, or a logarithm of the multiplicative form, as the outputs give it. */
static double shown(const work *w, double x) { return w->quotient ? exp(x) : x; }

/* Writes the total and the residual; sum is the sum of the effects over the factors. */
static void lmdi_total(const work *w, size_t i, double change, double size, double sum)
{
    /* a difference of nearly equal totals is mostly rounding, so the sum of the effects is more accurate */
    const int near = !w->quotient && fabs(change) < 1e-8 * size;
    skpi__set(w->out.total, i, shown(w, near ? sum : change));
    skpi__set(w->out.residual, i, w->quotient ? expm1(change - sum) : change - sum);
}

static void sectors_of(const work *w, const double *x0, const double *x1, double *sector_effect)
{
    (void)skpi__lmdi_additive(w->n_sectors, w->n_factors, x0, x1, w->second ? w->unit : NULL, w->room, w->effect,
                              sector_effect);
    for (size_t c = 0; (w->quotient || w->second) && c < w->n_sectors * w->n_factors; c++)
        sector_effect[c] = shown(w, sector_effect[c] / w->mean);
}

static void lmdi_failed(const work *w, size_t i)
{
    const size_t m = w->n_sectors * w->n_factors;
    if (w->out.effect) skpi__set_nan(w->out.effect + i * w->n_factors, w->n_factors);
    if (w->out.sector_effect) skpi__set_nan(w->out.sector_effect + i * m, m);
    skpi__set(w->out.total, i, (double)NAN);
    skpi__set(w->out.residual, i, (double)NAN);
}

skpi_status skpi_carbon_lmdi(size_t n, size_t n_sectors, size_t n_factors, const double *factor0, const double *factor1,
                             int32_t form, skpi_carbon_lmdi_out *out, int32_t *status)
{
    static const skpi__lmdi_names names = {"factor0", "factor1"};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_carbon_lmdi_out o;
    skpi__lmdi_case c;
    const size_t m = skpi__width(n_sectors, n_factors);
    work w;
    skpi_status s;
    if ((s = skpi__count(r.at, "n_sectors", n_sectors)) || (s = skpi__count(r.at, "n_factors", n_factors)) ||
        (s = skpi__rows_matrix(&r, "factor0", factor0, m)) || (s = skpi__rows_matrix(&r, "factor1", factor1, m)) ||
        (s = lmdi_form_check(r.at, form)) || (s = SKPI__STRUCT(r.at, out, 0, &o)))
        return s;
    w.name = names.x1;
    w.out = (outputs){o.effect, o.sector_effect, o.total, o.residual};
    if ((s = lmdi_begin(r.at, &w, n_sectors, n_factors, form))) return s;
    for (size_t i = 0; i < n; i++) { /* every row is checked before the first write */
        s = skpi__lmdi_check(skpi__row_at(&r, i), &names, n_sectors, n_factors, factor0 + i * m, factor1 + i * m,
                             lmdi_need(form));
        if ((s = skpi__row(&r, i, s))) goto done;
    }
    for (size_t i = 0; i < n; i++) {
        const double *x0 = factor0 + i * m, *x1 = factor1 + i * m;
        if (skpi__row_good(&r, i) && (s = lmdi_effects(skpi__row_at(&r, i), &w, x0, x1, &c)) &&
            (s = skpi__row(&r, i, s)))
            goto done;
        if (!skpi__row_good(&r, i)) {
            lmdi_failed(&w, i);
            continue;
        }
        skpi__sum all = {0, 0};
        for (size_t k = 0; k < n_factors; k++) {
            skpi__sum_add(&all, w.effect.sum[k]);
            skpi__sum_add(&all, w.effect.rest[k]);
        }
        lmdi_total(&w, i, c.change, c.size, skpi__sum_value(&all) / w.mean);
        for (size_t k = 0; w.out.effect && k < n_factors; k++)
            w.out.effect[i * n_factors + k] = shown(&w, effect_of(&w, k) / w.mean);
        if (w.out.sector_effect) sectors_of(&w, x0, x1, w.out.sector_effect + i * m);
    }
    s = skpi__rows_end(&r);
done:
    free(w.room);
    return s;
}

/* Computes the effects of year i + 1 and adds them to those since the first year. */
static skpi_status chain_year(skpi__at at, work *w, size_t i, const double *factor)
{
    const size_t m = w->n_sectors * w->n_factors;
    const double *x0 = factor + i * m, *x1 = x0 + m;
    skpi__lmdi_case c;
    skpi_status s = lmdi_effects(at, w, x0, x1, &c);
    if (s) return s;
    skpi__sum all = {0, 0};
    double most = 0;
    for (size_t k = 0; k < w->n_factors; k++) {
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
                          "is the logarithm of an effect since the first year: it is too large");
    if ((s = skpi__result(at, "out->effect", most))) return s;
    lmdi_total(w, i, change, c.size, skpi__sum_value(&all));
    for (size_t k = 0; w->out.effect && k < w->n_factors; k++)
        w->out.effect[i * w->n_factors + k] = shown(w, skpi__sum_value(w->whole + k));
    if (!w->out.sector_effect) return SKPI_OK;
    double *here = w->out.sector_effect + i * m;
    sectors_of(w, x0, x1, here);
    if (!i) return SKPI_OK;
    const double *before = here - m;
    for (size_t j = 0; j < m; j++) here[j] = w->quotient ? here[j] * before[j] : here[j] + before[j];
    return SKPI_OK;
}

skpi_status skpi_carbon_lmdi_chain(size_t n_years, size_t n_sectors, size_t n_factors, const double *factor,
                                   int32_t form, skpi_carbon_lmdi_chain_out *out)
{
    static const skpi__lmdi_names names = {"factor", "factor"};
    const skpi__at at = skpi__here(__func__);
    const size_t m = skpi__width(n_sectors, n_factors);
    skpi_carbon_lmdi_chain_out o;
    work w;
    skpi_status s;
    if (n_years < 2)
        return skpi__fail(at, SKPI_ENODATA, "n_years", (double)n_years, "years are too few: a change needs two");
    if ((s = skpi__count(at, "n_sectors", n_sectors)) || (s = skpi__count(at, "n_factors", n_factors)) ||
        (s = skpi__array(at, "factor", factor, n_years, m)) || (s = lmdi_form_check(at, form)) ||
        (s = SKPI__STRUCT(at, out, 0, &o)))
        return s;
    w.name = names.x1;
    w.out = (outputs){o.effect, o.sector_effect, o.total, o.residual};
    for (size_t c = 0; c < n_years * m; c++)
        if ((s = skpi__finite(skpi__cell(at, c / m, c % m), "factor", factor[c]))) return s;
    for (size_t i = 0; i + 1 < n_years; i++)
        if ((s = skpi__lmdi_check(skpi__element(at, i + 1), &names, n_sectors, n_factors, factor + i * m,
                                  factor + (i + 1) * m, lmdi_need(form))))
            return s;
    if ((s = lmdi_begin(at, &w, n_sectors, n_factors, form))) return s;
    for (size_t i = 0; i + 1 < n_years && !s; i++) s = chain_year(skpi__element(at, i + 1), &w, i, factor);
    free(w.room);
    return s;
}
