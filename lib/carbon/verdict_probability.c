/* Probabilities by draws of emission paths: the fraction of a place's draws in which an event occurs.
 *
 * If the event occurs in h of k draws, p = h/k; its interval of coverage c, z the normal quantile of (1 + c)/2, is
 * Wilson's:
 *   (p + z^2/2k -+ z sqrt(p (1 - p)/k + z^2/4k^2))/(1 + z^2/k)
 * Between its years a draw is a straight line.
 * Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209-212.
 */
#include "carbon/path_members.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/decimal.h"
#include "numeric/sum.h"
#include <gsl/gsl_cdf.h>

enum { PEAKED, NET_ZERO, WITHIN, ALL, EVENTS };

typedef struct draws_call {
    size_t k, m; /* numbers of draws and years */
    const double *emission;
    const int32_t *year;
    skpi_carbon_verdict_probability_in events;
    skpi_carbon_verdict_probability_out out;
    double z; /* normal quantile of the coverage */
} draws_call;

typedef struct draws_held { /* numbers of draws in which each event holds */
    size_t n[EVENTS];
} draws_held;

static double draws_threshold(const draws_call *d, size_t i)
{
    return d->events.threshold ? d->events.threshold[i] : 0;
}

/* Whether the emission has its first maximum in this year or an earlier one. */
static int draws_peaked(const draws_call *d, const double *e, int32_t year)
{
    size_t most = 0;
    for (size_t j = 1; j < d->m; j++)
        if (skpi__varies(e[most], e[j])) most = j;
    return d->year[most] <= year;
}

/* Whether the emission is at or below the threshold at this date and at all later ones. */
static int draws_net_zero(const draws_call *d, const double *e, double date, double threshold)
{
    size_t j = d->m - 1; /* at the end of the loop year[j] <= date */
    for (; d->year[j] > date; j--)
        if (!skpi__reaches(threshold, e[j], 0)) return 0;
    if (j + 1 == d->m || date == d->year[j]) return skpi__reaches(threshold, e[j], 0);
    const double w = (date - d->year[j]) / (d->year[j + 1] - d->year[j]);
    const double slope = (e[j + 1] - e[j]) / (d->year[j + 1] - d->year[j]); /* a date has the rounding of its years */
    return skpi__reaches(threshold, e[j] * (1 - w) + e[j + 1] * w,
                         fmax(fmax(fabs(e[j]), fabs(e[j + 1])), fabs(slope * date)));
}

/* The integral, or the sum of the values of all whole years; the first year counts only if the convention includes
 * it. *size is the sum of the sizes of its terms, whose rounding it has. */
static double draws_cumulative(const draws_call *d, const double *e, double *size)
{
    const int32_t convention = d->events.convention;
    skpi__sum sum = {convention == SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE ? e[0] : 0, 0};
    *size = fabs(e[0]);
    for (size_t j = 0; j + 1 < d->m; j++) {
        const double years = d->year[j + 1] - d->year[j];
        skpi__sum_add(&sum, years * (.5 * e[j] + .5 * e[j + 1]));
        *size += years * (.5 * fabs(e[j]) + .5 * fabs(e[j + 1]));
        if (convention != SKPI_CARBON_CONVENTION_INTEGRAL) skpi__sum_add(&sum, .5 * e[j + 1] - .5 * e[j]);
    }
    return skpi__sum_value(&sum);
}

static skpi_status draws_events(skpi__at at, const skpi_carbon_verdict_probability_in *in,
                                skpi_carbon_verdict_probability_in *own, size_t n)
{
    skpi_status s;
    if ((s = SKPI__STRUCT(at, in, 0, own))) return s;
    if (n && !own->peak_year && !own->net_zero_date && !own->budget)
        return skpi__refuse(at, SKPI_EINVAL, "in", "asks for no event: peak_year, net_zero_date and budget are NULL");
    if (own->budget || own->convention) s = skpi__carbon_convention(at, "in->convention", own->convention);
    if (s || (s = skpi__reserved(at, "in->zero", own->zero))) return s;
    return skpi__coverage(at, "in->coverage", &own->coverage);
}

/* Checks one place, and counts the draws in which each event holds. */
static skpi_status draws_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const draws_call *d = call;
    const double first = d->year[0], last = d->year[d->m - 1];
    const skpi_carbon_verdict_probability_in *v = &d->events;
    const double *e = d->emission + i * d->k * d->m;
    draws_held *held = kept;
    skpi_status s;
    for (size_t c = 0; c < d->k * d->m; c++)
        if ((s = skpi__finite(skpi__cell(at, i, c), "emission", e[c]))) return s;
    if (v->peak_year && (v->peak_year[i] < d->year[0] || v->peak_year[i] >= d->year[d->m - 1]))
        return skpi__fail(at, SKPI_ERANGE, "in->peak_year", v->peak_year[i],
                          "is not in [%g, %g): emissions after the peak must be known", first, last);
    if (v->net_zero_date && (s = skpi__finite(at, "in->net_zero_date", v->net_zero_date[i]))) return s;
    if (v->net_zero_date && !(v->net_zero_date[i] >= first && v->net_zero_date[i] <= last))
        return skpi__fail(at, SKPI_ERANGE, "in->net_zero_date", v->net_zero_date[i],
                          "is not within the years of the draws, %g to %g", first, last);
    if ((s = skpi__finite(at, "in->threshold", draws_threshold(d, i)))) return s;
    if (v->budget && (s = skpi__finite(at, "in->budget", v->budget[i]))) return s;
    for (size_t j = 0; j < d->k; j++, e += d->m) {
        int holds[EVENTS] = {1, 1, 1, 1};
        if (v->budget) {
            double size;
            const double sum = draws_cumulative(d, e, &size);
            if ((s = skpi__result(skpi__cell(at, i, j * d->m), "emission", sum))) return s;
            holds[WITHIN] = skpi__rounded(sum - v->budget[i], fmax(size, fabs(v->budget[i]))) <= 0;
        }
        if (v->peak_year) holds[PEAKED] = draws_peaked(d, e, v->peak_year[i]);
        if (v->net_zero_date) holds[NET_ZERO] = draws_net_zero(d, e, v->net_zero_date[i], draws_threshold(d, i));
        holds[ALL] = holds[PEAKED] && holds[NET_ZERO] && holds[WITHIN];
        for (int c = 0; c < EVENTS; c++) held->n[c] += (size_t)holds[c];
    }
    return SKPI_OK;
}

/* Writes the probability of each event and its interval; NaN if held is NULL or the event was not asked for. */
static void draws_write(const draws_call *d, size_t i, const draws_held *held)
{
    const skpi_carbon_verdict_probability_out *o = &d->out;
    const int asked[EVENTS] = {d->events.peak_year != NULL, d->events.net_zero_date != NULL, d->events.budget != NULL,
                               1};
    double *const part[EVENTS] = {o->peaked, o->net_zero, o->within, o->all};
    double *const low[EVENTS] = {o->peaked_low, o->net_zero_low, o->within_low, o->all_low};
    double *const high[EVENTS] = {o->peaked_high, o->net_zero_high, o->within_high, o->all_high};
    const double k = (double)d->k, share = d->z * d->z / k;
    for (size_t c = 0; c < EVENTS; c++) {
        const double p = held && asked[c] ? (double)held->n[c] / k : (double)NAN;
        const double middle = p + share / 2, half = sqrt(share * (p * (1 - p) + share / 4));
        skpi__set(part[c], i, p);
        skpi__set(low[c], i, p == 0 ? 0 : (middle - half) / (1 + share));
        skpi__set(high[c], i, p == 1 ? 1 : (middle + half) / (1 + share));
    }
}

static skpi_status draws_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    (void)at;
    draws_write(call, i, kept);
    return SKPI_OK;
}

static void draws_fail(const void *call, size_t i) { draws_write(call, i, NULL); }

skpi_status skpi_carbon_verdict_probability(size_t n, size_t n_draws, size_t m, const int32_t *year,
                                            const double *emission, const skpi_carbon_verdict_probability_in *in,
                                            skpi_carbon_verdict_probability_out *out, int32_t *status)
{
    static const skpi__rows_steps steps = {sizeof(draws_held), draws_check, draws_compute, draws_fail};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    draws_call d = {.k = n_draws, .m = m, .emission = emission, .year = year};
    skpi_status s;
    if ((s = skpi__count(r.at, "n_draws", n_draws)) || (s = skpi__count(r.at, "m", m))) return s;
    if (m < 2) return skpi__fail(r.at, SKPI_ENODATA, "m", (double)m, "years are too few: a path needs two");
    if ((s = skpi__array(r.at, "year", year, m, 1)) || (s = skpi__years(r.at, "year", m, year)) ||
        (s = skpi__rows_matrix(&r, "emission", emission, skpi__width(n_draws, m))) ||
        (s = draws_events(r.at, in, &d.events, n)) || (s = SKPI__STRUCT(r.at, out, 0, &d.out)))
        return s;
    d.z = gsl_cdf_ugaussian_Qinv((1 - d.events.coverage) / 2);
    return skpi__rows_run(&r, &steps, &d);
}
