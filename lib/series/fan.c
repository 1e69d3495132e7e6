/* Fans: quantiles of the years after a history, in closed form.
 *
 * The history gives a walk (walk_history.c) whose quantiles are those of a normal (walk.h), turned back from the scale:
 *   ln      E_0 exp(change + z deviation)
 *   logit   logistic(logit p_0 + change + z deviation)
 * Source: this library's own; skpi_series_fan(3).
 */
#include <smartkpi/series.h>
#include <gsl/gsl_cdf.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/table.h"
#include "core/usual.h"
#include "numeric/exps.h"
#include "numeric/logistic.h"
#include "series/walk_history.h"

#define FAR 1e50 /* below it no year of the window is beyond the range of a double */

typedef struct fan_call {
    skpi_table y;
    skpi__walk_form form;
    int32_t first_year;
    size_t n_years, n_prob;
    skpi_series_fan_out out;
    const skpi__walk_lead *lead; /* from the year after the table's first on */
    const double *score;         /* z of each probability */
    skpi__walk_rows *rows;       /* that are being checked */
} fan_call;

/* What is kept of a history: it is read again for each row, and should be small. */
typedef struct fan_kept {
    double from; /* the last value on the logarithmic scale, its logit on the other */
    double excess, sigma, drift_sigma, slope;
    int32_t year, used;
} fan_kept;

/* The first lead of the forecasts after a year. */
static const skpi__walk_lead *fan_lead(const fan_call *c, int32_t year) { return c->lead + (c->first_year - year - 1); }

/* Emissions so large that a quantile may be beyond the range of a double. */
static skpi_status fan_overflow(skpi__at at, const fan_call *c, const skpi__walk_history *h)
{
    const skpi__walk_lead *lead = fan_lead(c, h->year);
    skpi_status s = SKPI_OK;
    for (size_t k = 0; k < c->n_years && !s; k++) {
        const double change = skpi__walk_change(&h->walk, lead + k);
        const double wide = skpi__walk_deviation(&h->walk, lead + k);
        s = skpi__result(at, "out->median", h->last * exp(change));
        for (size_t q = 0; q < c->n_prob && !s; q++)
            s = skpi__result(at, "out->quantile", h->last * exp(change + c->score[q] * wide));
    }
    return s;
}

static skpi_status fan_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const fan_call *c = call;
    const double end = (double)c->first_year + (double)c->n_years - 1;
    skpi__walk_history h;
    skpi_status s = skpi__walk_history_of(at, "y->value", &c->form, &c->y, i, c->rows, &h);
    if (s) return s;
    if (c->n_years > 0 && h.year >= c->first_year)
        return skpi__fail(at, SKPI_ENOTSORTED, "first_year", c->first_year, "is not after the last value, of %d",
                          (int)h.year);
    if (h.last > FAR && (s = fan_overflow(at, c, &h))) return s;
    *(fan_kept *)kept = (fan_kept){c->form.scale == SKPI_SERIES_SCALE_LOG ? h.last : h.walk.start,
                                   h.walk.excess,
                                   h.walk.sigma,
                                   h.walk.drift_sigma,
                                   h.slope,
                                   h.year,
                                   h.used};
    const int32_t far = c->n_years > 0 && end - h.year > c->form.horizon ? SKPI_WHORIZON : 0;
    return (skpi_status)(h.warnings | far | (int32_t)skpi__walk_history_break(at, "y->value", &c->form, &c->y, i, &h));
}

/* n changes of x from the last value, turned into values in their place. */
static void fan_values(const fan_call *c, double from, size_t n, double *change)
{
    if (c->form.scale == SKPI_SERIES_SCALE_LOG) {
        skpi__exps(n, change, change);
        for (size_t k = 0; k < n; k++) change[k] *= from;
    } else {
        for (size_t k = 0; k < n; k++) change[k] += from;
        skpi__logistics(n, change, change);
    }
}

static skpi_status fan_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const fan_call *c = call;
    const fan_kept *h = kept;
    const skpi__walk walk = {h->from, c->form.growth, h->excess, h->sigma, h->drift_sigma};
    const size_t years = c->n_years, n_prob = c->n_prob;
    double *const median = c->out.median ? c->out.median + i * years : NULL;
    double *const quantile = c->out.quantile ? c->out.quantile + i * years * n_prob : NULL;
    const skpi__walk_lead *lead = years > 0 ? fan_lead(c, h->year) : NULL;
    (void)at;
    skpi__set(c->out.slope, i, h->slope);
    skpi__set(c->out.sigma, i, h->sigma);
    skpi__set(c->out.drift_sigma, i, h->drift_sigma);
    skpi__set_int(c->out.used, i, h->used);
    for (size_t k = 0; k < years; k++) {
        const double change = skpi__walk_change(&walk, lead + k);
        const double wide = skpi__walk_deviation(&walk, lead + k);
        if (median) median[k] = change;
        for (size_t q = 0; quantile && q < n_prob; q++) quantile[k * n_prob + q] = change + c->score[q] * wide;
    }
    if (median) fan_values(c, h->from, years, median);
    if (quantile) fan_values(c, h->from, years * n_prob, quantile);
    return SKPI_OK;
}

static void fan_fail(const void *call, size_t i)
{
    const fan_call *c = call;
    skpi__set_nan_row(c->out.median, i, c->n_years);
    skpi__set_nan_row(c->out.quantile, i, c->n_years * c->n_prob);
    skpi__set(c->out.slope, i, (double)NAN);
    skpi__set(c->out.sigma, i, (double)NAN);
    skpi__set(c->out.drift_sigma, i, (double)NAN);
    skpi__set_int(c->out.used, i, SKPI_NONE);
}

static skpi_status fan_options(skpi__at at, const skpi_series_fan_options *options, skpi__walk_form *form)
{
    static const int32_t forms[] = {SKPI_SERIES_FAN_FORM_URBAN, SKPI_SERIES_FAN_FORM_CARBON,
                                    SKPI_SERIES_FAN_FORM_DIGITAL, 0};
    skpi_series_fan_options o;
    skpi_status s;
    if ((s = SKPI__STRUCT(at, options, 0, &o)) ||
        (s = skpi__choice(at, "options->form", o.form, forms, "a form of fan (enum skpi_series_fan_form)")) ||
        (s = skpi__reserved(at, "options->zero", o.zero)) ||
        (s = skpi__rate(at, "options->growth", o.growth, &skpi__growth)))
        return s;
    *form = *skpi__walk_form_of(o.form);
    if (o.growth == 0) return SKPI_OK;
    if (o.form != SKPI_SERIES_FAN_FORM_DIGITAL)
        return skpi__fail(at, SKPI_EINVAL, "options->growth", o.growth, "is given although form is not DIGITAL");
    form->growth = o.growth;
    return skpi__unusual(at, "options->growth", o.growth, &skpi__growth);
}

skpi_status skpi_series_fan(const skpi_table *y, int32_t first_year, size_t n_years, size_t n_prob, const double *prob,
                            const skpi_series_fan_options *options, skpi_series_fan_out *out, int32_t *status)
{
    static const skpi__rows_steps steps = {sizeof(fan_kept), fan_check, fan_compute, fan_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi__walk_rows rows = {.end = 0};
    fan_call c = {.first_year = first_year, .n_years = n_years, .n_prob = n_prob, .rows = &rows};
    skpi_status s;
    if ((s = SKPI__TABLE(r.at, y, &c.y)) || (s = skpi__axis(r.at, "first_year", first_year, n_years)) ||
        (s = skpi__probabilities(r.at, "prob", n_prob, prob)) || (s = fan_options(r.at, options, &c.form)) < 0)
        return s;
    r.whole = s;
    if ((s = SKPI__STRUCT(r.at, out, 0, &c.out)) || (s = skpi__array_size(r.at, "out->median", c.y.n, n_years)) ||
        (s = skpi__array_size(r.at, "out->quantile", c.y.n, skpi__width(n_years, n_prob))))
        return s;
    r.n = c.y.n;
    r.count = "y->n";
    const double leads = n_years > 0 ? (double)first_year + (double)n_years - 1 - c.y.year[0] : 0;
    skpi__walk_lead *lead = skpi__alloc(leads > 0 ? (size_t)leads : 0, 1, sizeof *lead);
    double *score = skpi__alloc(n_prob, 1, sizeof *score);
    if (!lead || !score) {
        s = lead ? skpi__no_memory(r.at, "n_prob", n_prob) : skpi__no_memory(r.at, "n_years", n_years);
    } else {
        skpi__walk_leads(leads > 0 ? (size_t)leads : 0, lead);
        for (size_t q = 0; q < n_prob; q++) score[q] = gsl_cdf_ugaussian_Pinv(prob[q]);
        c.lead = lead;
        c.score = score;
        s = skpi__rows_run(&r, &steps, &c);
    }
    free(lead);
    free(score);
    return s;
}
