/* Factors of an uncertainty analysis (factors.h). */
#include "index/factors.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "index/methods.h"
#include "index/tree_methods.h"
#include "numeric/decimal.h"
#include "numeric/weighted.h"

#define RUNS_MOST (UINT64_C(1) << 31) /* their numbers fit 32 bits */
#define DRAWS_MOST INT32_MAX          /* and so do the counts of two runs each */
enum { USUAL_DRAWS = 1000, USUAL_RESAMPLES = 1000, USUAL_TOP = 10, THREADS_MOST = 1024 };

/* ---- alternatives ---- */

static skpi_status factors_treatments(skpi__at at, const skpi_index_tree_uncertainty_in *in)
{
    skpi_status s = skpi__array(at, "alternatives->treatment", in->treatment, in->n_treatments, 1);
    for (size_t i = 0; !s && i < in->n_treatments; i++)
        if (in->treatment[i] < 0)
            s = skpi__fail(skpi__element(at, i), SKPI_ERANGE, "alternatives->treatment", in->treatment[i],
                           "is negative");
    return s;
}

static skpi_status factors_range(skpi__at at, const skpi_index_tree_uncertainty_in *in, const skpi_index_options *o,
                                 size_t i)
{
    const int z = in->normalisation[i] == SKPI_INDEX_NORMALISE_ZSCORE;
    const double low = in->range_low ? in->range_low[i] : z ? o->score_mean : o->score_low;
    const double high = in->range_high ? in->range_high[i] : z ? o->score_sd : o->score_high;
    skpi_status s;
    if ((s = skpi__finite(at, "alternatives->range_low", low)) ||
        (s = skpi__finite(at, "alternatives->range_high", high)))
        return s;
    if (z) return skpi__positive(at, "alternatives->range_high", high);
    if (skpi__varies(low, high) && isfinite(high - low)) return SKPI_OK;
    return skpi__fail(at, SKPI_EINCONSISTENT, "alternatives->range_low", low, "is not below range_high, %g", high);
}

static skpi_status factors_normalisations(skpi__at at, const skpi_index_tree_uncertainty_in *in,
                                          const skpi_index_tree *t, const skpi_index_options *o)
{
    static const char name[] = "alternatives->normalisation";
    skpi_status s = skpi__array(at, name, in->normalisation, in->n_normalisations, 1);
    for (size_t i = 0; !s && i < in->n_normalisations; i++) {
        const skpi__at here = skpi__element(at, i);
        if ((s = skpi__index_normalise_check(here, name, in->normalisation[i])) ||
            (s = skpi__index_normalise_suits(here, name, t, in->normalisation[i])))
            return s;
        s = factors_range(here, in, o, i);
    }
    return s;
}

/* Every parent keeps a child of some weight: so it is where all are above 0. */
static skpi_status factors_weight_set(skpi__at at, const skpi_index_tree *t, size_t set, const double *weight)
{
    static const char name[] = "alternatives->weight_set";
    const double least = SKPI__INDEX_WEIGHT_LEAST, most = SKPI__INDEX_WEIGHT_MOST;
    if (!skpi__weighted_kernel_at(0)->seen(t->n_nodes, weight, least, most)) return SKPI_OK;
    for (size_t k = 0; k < t->n_nodes; k++) {
        const skpi_status s = skpi__index_weight_check(skpi__cell(at, set, k), name, weight[k]);
        if (s) return skpi__called(at, s, t->code[k]);
    }
    for (size_t k = 0; k < t->n_nodes; k++) {
        double sum;
        skpi_status s;
        if (!skpi__index_is_indicator(t, k) &&
            (s = skpi__index_sibling_weight(skpi__element(at, set), name, t, k, weight, &sum)))
            return s;
    }
    return SKPI_OK;
}

static skpi_status factors_weights(skpi__at at, const skpi_index_tree_uncertainty_in *in, const skpi_index_tree *t)
{
    skpi_status s = skpi__array(at, "alternatives->weight_set", in->weight_set, in->n_weight_sets, t->n_nodes);
    for (size_t i = 0; !s && i < in->n_weight_sets; i++)
        s = factors_weight_set(at, t, i, in->weight_set + i * t->n_nodes);
    if (s || !in->weight_noise) return s;
    if (in->n_weight_sets)
        return skpi__refuse(at, SKPI_EINVAL, "alternatives->weight_noise",
                            "is given with sets of weights: one of them is the factor");
    for (size_t k = 0; k < t->n_nodes; k++) {
        const double x = in->weight_noise[k];
        const skpi__at here = skpi__element(at, k);
        s = skpi__finite(here, "alternatives->weight_noise", x);
        if (!s && (x < 0 || x >= 1))
            s = skpi__fail(here, SKPI_ERANGE, "alternatives->weight_noise", x, "is not in [0,1)%s",
                           x > 1 ? " (percent?)" : "");
        if (s) return skpi__called(here, s, t->code[k]);
    }
    return SKPI_OK;
}

static skpi_status factors_aggregations(skpi__at at, const skpi_index_tree_uncertainty_in *in, const skpi_index_tree *t,
                                        const skpi_index_options *o)
{
    static const char name[] = "alternatives->aggregation";
    skpi_status s = skpi__array(at, name, in->aggregation, in->n_aggregations, 1);
    for (size_t i = 0; !s && i < in->n_aggregations; i++) {
        const skpi__at here = skpi__element(at, i);
        if ((s = skpi__index_aggregate_check(here, name, in->aggregation[i])) ||
            (s = skpi__index_aggregate_suits(here, name, t, in->aggregation[i])))
            return s;
        if (o->power == 0 && skpi__index_aggregates(t, in->aggregation[i], SKPI_INDEX_AGGREGATE_POWER))
            return skpi__fail(at, SKPI_EDOM, "options->power", 0, "is the exponent of a power mean and must not be 0");
    }
    return s;
}

static skpi_status factors_errors(skpi__at at, const skpi_index_tree_uncertainty_in *in, const skpi_index_data *d)
{
    skpi_status s = SKPI_OK;
    for (size_t i = 0; in->error && !s && i < d->n_units; i++)
        for (size_t j = 0; !s && j < d->n_indicators; j++)
            s = skpi__quantity(skpi__cell(at, i, j), "alternatives->error", in->error[i * d->n_indicators + j]);
    return s;
}

/* ---- the list of factors ---- */

static skpi_status factors_list(skpi__at at, skpi__index_factors *f)
{
    static const int32_t kinds[] = {SKPI_INDEX_FACTOR_TREATMENT, SKPI_INDEX_FACTOR_NORMALISATION,
                                    SKPI_INDEX_FACTOR_WEIGHTS,   SKPI_INDEX_FACTOR_AGGREGATION,
                                    SKPI_INDEX_FACTOR_ERRORS,    0};
    const size_t alternatives[] = {f->in.n_treatments, f->in.n_normalisations, f->in.n_weight_sets,
                                   f->in.n_aggregations, 0};
    const int endless[] = {0, 0, f->in.weight_noise != NULL, 0, f->in.error != NULL};
    skpi_status s;
    if ((s = skpi__count(at, "alternatives->n_factors", f->in.n_factors)) ||
        (s = skpi__array(at, "alternatives->factor", f->in.factor, f->in.n_factors, 1)))
        return s;
    for (size_t i = 0; i < SKPI__INDEX_FACTORS; i++) f->place[i] = SKPI__INDEX_FACTORS;
    for (size_t i = 0; i < f->in.n_factors; i++) {
        const skpi__at here = skpi__element(at, i);
        if ((s = skpi__choice(here, "alternatives->factor", f->in.factor[i], kinds,
                              "a factor (enum skpi_index_factor)")))
            return s;
        const size_t kind = (size_t)(f->in.factor[i] - SKPI_INDEX_FACTOR_TREATMENT);
        if (f->place[kind] != SKPI__INDEX_FACTORS)
            return skpi__fail(here, SKPI_EDUPLICATE, "alternatives->factor", f->in.factor[i], "is listed twice");
        if (!alternatives[kind] && !endless[kind])
            return skpi__fail(here, SKPI_EINVAL, "alternatives->factor", f->in.factor[i],
                              "is %s, which has no alternatives", skpi_constant_name(f->in.factor[i]));
        f->place[kind] = i;
        f->levels[i] = alternatives[kind];
    }
    f->k = f->in.n_factors;
    return SKPI_OK;
}

skpi_status skpi__index_factors_read(skpi__at at, const skpi_index_tree_uncertainty_in *alternatives,
                                     const skpi_index_tree *t, const skpi_index_data *d, const skpi_index_options *o,
                                     skpi__index_factors *f)
{
    skpi_status s;
    if ((s = SKPI__STRUCT(at, alternatives, 0, &f->in)) || (s = factors_list(at, f)) ||
        (s = factors_treatments(at, &f->in)) || (s = factors_normalisations(at, &f->in, t, o)) ||
        (s = factors_weights(at, &f->in, t)) || (s = factors_aggregations(at, &f->in, t, o)))
        return s;
    return factors_errors(at, &f->in, d);
}

/* ---- draws ---- */

static skpi_status draw_runs(skpi__at at, size_t n_units, skpi__index_factors *f)
{
    skpi_index_tree_uncertainty_options *o = &f->draw;
    f->runs = o->n_draws * (o->mode == SKPI_INDEX_MODE_SALTELLI ? 2 + f->k : 1);
    if (o->mode == SKPI_INDEX_MODE_EXACT) {
        f->runs = 1;
        for (size_t i = 0; i < f->k; i++) {
            const int noise = f->in.factor[i] == SKPI_INDEX_FACTOR_WEIGHTS;
            if (!f->levels[i])
                return skpi__refuse(at, SKPI_EINVAL, noise ? "alternatives->weight_noise" : "alternatives->error",
                                    "is varied by SKPI_INDEX_MODE_EXACT, and has no list of alternatives");
            if (f->levels[i] > RUNS_MOST / f->runs)
                return skpi__refuse(at, SKPI_ERANGE, "alternatives->factor", "makes more than 2^31 combinations");
            f->runs *= f->levels[i];
        }
        if (o->choice)
            return skpi__refuse(at, SKPI_EINVAL, "draw->choice",
                                "is given to SKPI_INDEX_MODE_EXACT, which makes every combination");
    }
    if (o->n_runs > SIZE_MAX || skpi__array_size(at, "draw->n_runs", (size_t)o->n_runs, n_units))
        return skpi__no_memory(at, "draw->n_runs", (size_t)o->n_runs);
    if (o->n_runs && o->n_runs != f->runs)
        return skpi__fail(at, SKPI_EINVAL, "draw->n_runs", (double)o->n_runs, "is not the number of runs, %zu",
                          (size_t)f->runs);
    if (!o->n_runs && o->choice) return skpi__refuse(at, SKPI_EINVAL, "draw->n_runs", "is 0 although choice is given");
    return SKPI_OK;
}

static skpi_status draw_choices(skpi__at at, const skpi__index_factors *f)
{
    for (uint64_t r = 0; f->draw.choice && r < f->runs; r++)
        for (size_t i = 0; i < f->k; i++) {
            const int32_t choice = f->draw.choice[r * f->k + i];
            if (choice < 0 || (f->levels[i] && (size_t)choice >= f->levels[i]))
                return skpi__fail(skpi__cell(at, (size_t)r, i), SKPI_ERANGE, "draw->choice", choice,
                                  f->levels[i] ? "is not below %zu, the number of alternatives" : "is negative",
                                  f->levels[i]);
        }
    return SKPI_OK;
}

static skpi_status draw_numbers(skpi__at at, const skpi_index_data *d, skpi_index_tree_uncertainty_options *o)
{
    static const int32_t modes[] = {SKPI_INDEX_MODE_SAMPLED, SKPI_INDEX_MODE_SALTELLI, SKPI_INDEX_MODE_EXACT, 0};
    skpi_status s;
    if (o->n_draws > DRAWS_MOST)
        return skpi__fail(at, SKPI_ERANGE, "draw->n_draws", (double)o->n_draws, "is more than %d draws", DRAWS_MOST);
    if (o->n_resamples > RUNS_MOST)
        return skpi__fail(at, SKPI_ERANGE, "draw->n_resamples", (double)o->n_resamples, "is more than 2^31 resamples");
    if ((s = skpi__choice(at, "draw->mode", o->mode, modes, "a mode (enum skpi_index_mode)"))) return s;
    if (o->threads < 0 || o->threads > THREADS_MOST)
        return skpi__fail(at, SKPI_ERANGE, "draw->threads", o->threads, "is not in 0..%d", THREADS_MOST);
    if (o->top < 0) return skpi__fail(at, SKPI_ERANGE, "draw->top", o->top, "is negative");
    if ((size_t)o->top > d->n_units)
        return skpi__fail(at, SKPI_ERANGE, "draw->top", o->top, "is above the number of units, %zu", d->n_units);
    if ((s = skpi__reserved(at, "draw->zero", o->zero))) return s;
    if (o->n_prob > SIZE_MAX || skpi__array_size(at, "draw->n_prob", (size_t)o->n_prob, d->n_units))
        return skpi__no_memory(at, "draw->n_prob", (size_t)o->n_prob);
    return skpi__probabilities(at, "draw->prob", (size_t)o->n_prob, o->prob);
}

skpi_status skpi__index_draw_read(skpi__at at, const skpi_index_tree_uncertainty_options *draw,
                                  const skpi_index_data *d, skpi__index_factors *f)
{
    skpi_index_tree_uncertainty_options *o = &f->draw;
    skpi_status s = SKPI__STRUCT_OR_NULL(at, draw, 0, o);
    if (s) return s;
    if (!o->mode) o->mode = SKPI_INDEX_MODE_SAMPLED;
    if (!o->n_draws) o->n_draws = USUAL_DRAWS;
    if (!o->n_resamples) o->n_resamples = USUAL_RESAMPLES;
    if (!o->top) o->top = d->n_units < USUAL_TOP ? (int32_t)d->n_units : USUAL_TOP;
    if ((s = draw_numbers(at, d, o)) || (s = draw_runs(at, d->n_units, f))) return s;
    /* never taken: that there are more runs than a size of 64 bits counts */
    if (o->choice && (f->runs > SIZE_MAX || skpi__array_size(at, "draw->choice", (size_t)f->runs, f->k)))
        return skpi__no_memory(at, "draw->n_runs", (size_t)f->runs);
    return draw_choices(at, f);
}
