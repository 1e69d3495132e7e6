/* Exact quantiles of a year's draws (quantile_exact.h): order statistics by selection, and values between them. */
#include "ensemble/quantile_exact.h"
#include "ensemble/tally.h"

/* Distance of the ends of the bins from the middle, in standard deviations: far enough for the usual quantiles. */
#define EXACT_REACH 2.6

void skpi__quantile_bins(const skpi__run *run, skpi__worker *w, size_t cell, const double *x)
{
    const skpi__model_range *r = w->range + cell;
    double low = r->centre - EXACT_REACH * r->spread, high = r->centre + EXACT_REACH * r->spread;
    if (!(low <= high)) { /* no closed form: the range of the first block */
        const uint64_t draws = run->plan->sizes.n_draws;
        run->kernel->range(x, draws < SKPI__BLOCK ? (size_t)draws : SKPI__BLOCK, &low, &high);
    }
    w->bins[cell] = skpi__bins_over(low, high);
}

void skpi__quantile_select(const skpi__run *run, skpi__worker *w, size_t variables, size_t k)
{
    const skpi__sizes *s = &run->plan->sizes;
    for (size_t v = 0; v < variables; v++)
        skpi__order(run->kernel, (size_t)s->n_draws, w->column + v * run->room, w->id + v * run->room,
                    w->count + v * SKPI__BINS, run->n_wanted, run->wanted, &w->order,
                    w->stat + (v * s->n_years + k) * run->n_wanted);
}

void skpi__quantile_take(const skpi__run *run, size_t series, double *statistic, skpi__record *record)
{
    const skpi__sizes *s = &run->plan->sizes;
    if (s->quantiles) skpi__tally_values(run->kernel, s->form[series], s->n_years * run->n_wanted, statistic);
    for (size_t k = 0; k < s->n_years; k++) {
        const double *x = statistic + k * run->n_wanted;
        for (size_t q = 0; q < s->n_prob; q++)
            record->quantile[(series * s->n_years + k) * s->n_prob + q] =
                skpi__rank_between(run->rank + q, x[run->place_low[q]], x[run->place_high[q]]);
    }
}
