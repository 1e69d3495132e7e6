/* Interval of the converging method.
 *
 *   logit low, logit high = logit p -+ c sqrt(0.05^2 + s^2) l^0.879
 *
 * with l the years since the last observation, s the growth difference over the shortest window before it, and c by the
 * coverage.  The interval is wider for a place whose share changed fast.
 * Source: this library's own fit to the errors of the converging method on the annual table of the World Urbanization
 * Prospects 2018, origins 1970 to 2008, leads to 40 years, areas (not sums of them) with 0 < p < 1.
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "numeric/logistic.h"
#include "urban/converging_interval.h"
#include "urban/error_quantile.h"
#include "urban/path.h"
#include <smartkpi/urban.h>

#define CALM 0.05   /* width of a place that does not move */
#define POWER 0.879 /* of the lead */

static const double known[][2] = {{.50, .251}, {.80, .504}, {.90, .690}, {.95, .936}}; /* coverage, c */
static const double usual = .8;

double skpi__urban_converging_width(double coverage)
{
    for (size_t k = 0; k < sizeof known / sizeof *known; k++)
        if (fabs(coverage - known[k][0]) <= 1e-12) return known[k][1];
    return (double)NAN;
}

skpi_status skpi__urban_coverage_take(skpi__at at, const char *name, double given, double *coverage)
{
    const skpi_status s = skpi__finite(at, name, given);
    if (s) return s;
    *coverage = given != 0 ? given : usual;
    return isnan(skpi__urban_converging_width(*coverage))
               ? skpi__fail(at, SKPI_EINVAL, name, given, "is none of 0.5, 0.8, 0.9, 0.95")
               : SKPI_OK;
}

double skpi__urban_converging_half(double width, double urgd, double lead)
{
    return width * hypot(CALM, urgd) * pow(lead, POWER);
}

typedef struct converging_interval_call {
    skpi_urban_converging_interval_in in;
    int32_t first_year;
    size_t n_years;
    double width;
    double *low, *high;
} converging_interval_call;

static double converging_interval_lead(const converging_interval_call *c, size_t i, size_t k)
{
    return (double)c->first_year - c->in.last_date[i] + (double)k;
}

static skpi_status converging_interval_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const converging_interval_call *c = call;
    const skpi_urban_converging_interval_in *in = &c->in;
    skpi_status s;
    (void)kept;
    if ((s = skpi__date(at, "in->last_date", in->last_date[i]))) return s;
    if (in->last_date[i] > c->first_year)
        return skpi__fail(at, SKPI_ENOTSORTED, "in->last_date", in->last_date[i], "is after first_year = %d",
                          (int)c->first_year);
    if (c->n_years && (s = skpi__urban_open_shares(at, c->n_years, in->share + i * c->n_years))) return s;
    if ((s = skpi__finite(at, "in->urgd", in->urgd[i])) || !c->n_years) return s;
    const double last = converging_interval_lead(c, i, c->n_years - 1);
    if (!isfinite(skpi__urban_converging_half(c->width, in->urgd[i], last)))
        return skpi__fail(at, SKPI_EOVERFLOW, "in->urgd", in->urgd[i],
                          "is so large that the interval is beyond the range of a double");
    return last > SKPI__URBAN_CONVERGING_HORIZON ? SKPI_WHORIZON : SKPI_OK;
}

static skpi_status converging_interval_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const converging_interval_call *c = call;
    (void)at, (void)kept;
    for (size_t k = 0; k < c->n_years; k++) {
        const size_t cell = i * c->n_years + k;
        const double logit = skpi__logit(c->in.share[cell]);
        const double half = skpi__urban_converging_half(c->width, c->in.urgd[i], converging_interval_lead(c, i, k));
        c->low[cell] = skpi__logistic(logit - half);
        c->high[cell] = skpi__logistic(logit + half);
    }
    return SKPI_OK;
}

static void converging_interval_fail(const void *call, size_t i)
{
    const converging_interval_call *c = call;
    skpi__set_nan_row(c->low, i, c->n_years);
    skpi__set_nan_row(c->high, i, c->n_years);
}

static skpi_status converging_interval_width(skpi__at at, const skpi_urban_converging_interval_options *options,
                                             double *width)
{
    skpi_urban_converging_interval_options o;
    double coverage;
    skpi_status s;
    if ((s = SKPI__STRUCT_OR_NULL(at, options, 0, &o)) ||
        (s = skpi__urban_coverage_take(at, "options->coverage", o.coverage, &coverage)))
        return s;
    *width = skpi__urban_converging_width(coverage);
    return SKPI_OK;
}

skpi_status skpi_urban_converging_interval(const skpi_urban_converging_interval_in *in, int32_t first_year,
                                           size_t n_years, const skpi_urban_converging_interval_options *options,
                                           double *low, double *high, int32_t *status)
{
    static const skpi__rows_steps steps = {0, converging_interval_check, converging_interval_compute,
                                           converging_interval_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    converging_interval_call c = {.first_year = first_year, .n_years = n_years, .low = low, .high = high};
    skpi_status s;
    if ((s = SKPI__STRUCT(r.at, in, 0, &c.in))) return s;
    r.n = c.in.n;
    if ((s = skpi__rows_array(&r, "in->last_date", c.in.last_date)) ||
        (s = skpi__rows_array(&r, "in->urgd", c.in.urgd)) ||
        (s = skpi__axis(r.at, "first_year", first_year, n_years)) ||
        (s = skpi__rows_matrix(&r, "in->share", c.in.share, n_years)) ||
        (s = converging_interval_width(r.at, options, &c.width)) || (s = skpi__rows_matrix(&r, "low", low, n_years)) ||
        (s = skpi__rows_matrix(&r, "high", high, n_years)))
        return s;
    return skpi__rows_run(&r, &steps, &c);
}
