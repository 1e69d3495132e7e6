/* Checks of a record that was read from bytes (record_check.h).
 *
 * Units and ends of bins follow from the plan, so that they must be those of the plan to the last bit.  Where a model
 * has no closed form of its range, the ends are those of its first block: in order, and not beyond what a run takes. */
#include "ensemble/record_check.h"
#include <math.h>
#include "ensemble/ranges.h"
#include "ensemble/stream_bins.h"

#define CHECK_MOST 0x1p51 /* of the magnitude of a draw in units, but for shares (tally.c) */

static int check_total(skpi__form form, skpi__total total, double draws)
{
    const double sum = skpi__total_value(total);
    if (skpi__form_is_share(form)) return sum >= 0 && sum * SKPI__SHARE_UNIT <= draws;
    return fabs(sum) <= draws * CHECK_MOST && (form != SKPI__FORM_EXP || sum >= 0);
}

static const char *check_streamed(const skpi__sizes *s, const skpi__record *r, size_t cell, skpi__form form,
                                  const skpi__model_range *range)
{
    double low, high;
    if (r->unit[cell] != skpi__stream_unit(form, range)) return "has sums in another unit than the plan";
    if (!check_total(form, r->total[cell], (double)skpi__record_draws(r)))
        return "has a sum that no draws of the plan have";
    if (!s->quantiles) return NULL;
    if (skpi__stream_ends(range, &low, &high))
        return r->low[cell] == low && r->high[cell] == high ? NULL : "has bins over another range than the plan";
    const int share = skpi__form_is_share(form); /* the ends of other first blocks are extended by their width */
    const double most = share ? 1 : 3 * CHECK_MOST * r->unit[cell];
    return r->low[cell] >= (share ? 0 : -most) && r->high[cell] <= most && r->low[cell] <= r->high[cell]
               ? NULL
               : "has bins whose ends are beyond all draws of the plan or not in order";
}

static int check_value(skpi__form form, const skpi__model_range *range, double value)
{
    const double most = skpi__form_is_share(form) ? 1 : CHECK_MOST / range->scale;
    return isfinite(value) && value <= most &&
           value >= (skpi__form_is_share(form) || form == SKPI__FORM_EXP ? 0 : -most);
}

static const char *check_exact(const skpi__sizes *s, const skpi__record *r, size_t cell, skpi__form form,
                               const skpi__model_range *range)
{
    const double *quantile = r->quantile + cell * s->n_prob;
    if (!check_value(form, range, r->mean[cell])) return "has a mean that is no value of its variable";
    for (size_t q = 0; q < s->n_prob; q++)
        if (!check_value(form, range, quantile[q]) || (q && quantile[q] < quantile[q - 1]))
            return "has quantiles that are no values of their variable or fall";
    return NULL;
}

const char *skpi__record_wrong(const skpi_ensemble_plan *plan, size_t place, const skpi__record *record,
                               skpi__model_range *range)
{
    const skpi__sizes *s = &plan->sizes;
    const char *wrong = NULL;
    const size_t cells = skpi__sizes_cells(s);
    skpi__ranges(plan, place, range);
    for (size_t i = 0; i < cells && !wrong; i++)
        wrong = s->mode == SKPI_ENSEMBLE_MODE_EXACT ? check_exact(s, record, i, s->form[i / s->n_years], range + i)
                                                    : check_streamed(s, record, i, s->form[i / s->n_years], range + i);
    return wrong;
}
