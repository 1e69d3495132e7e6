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
#include "urban/interval.h"

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

/* What all rows share. */
typedef struct plan {
    const skpi_urban_converging_interval_in *in;
    int32_t first_year;
    size_t n_years;
    double width;
} plan;

static double first_lead(const plan *p, size_t i) { return (double)p->first_year - p->in->last_date[i]; }

static skpi_status place_check(const plan *p, skpi__at at, size_t i)
{
    const skpi_urban_converging_interval_in *in = p->in;
    skpi_status s;
    if ((s = skpi__date(at, "in->last_date", in->last_date[i]))) return s;
    if (in->last_date[i] > p->first_year)
        return skpi__fail(at, SKPI_ENOTSORTED, "in->last_date", in->last_date[i], "is after first_year = %d",
                          (int)p->first_year);
    if (p->n_years && (s = skpi__urban_open_shares(at, p->n_years, in->share + i * p->n_years))) return s;
    if ((s = skpi__finite(at, "in->urgd", in->urgd[i])) || !p->n_years) return s;
    const double last = first_lead(p, i) + (double)(p->n_years - 1);
    if (!isfinite(skpi__urban_converging_half(p->width, in->urgd[i], last)))
        return skpi__fail(at, SKPI_EOVERFLOW, "in->urgd", in->urgd[i],
                          "is so large that the interval is beyond the range of a double");
    return last > SKPI__URBAN_CONVERGING_HORIZON ? SKPI_WHORIZON : SKPI_OK;
}

static skpi_status take_coverage(skpi__at at, const skpi_urban_converging_interval_options *options, double *width)
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
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi_urban_converging_interval_in g;
    plan p = {.in = &g, .first_year = first_year, .n_years = n_years};
    skpi_status s;
    if ((s = SKPI__STRUCT(r.at, in, 0, &g))) return s;
    r.n = g.n;
    if ((s = skpi__rows_array(&r, "in->last_date", g.last_date)) || (s = skpi__rows_array(&r, "in->urgd", g.urgd)) ||
        (s = skpi__axis(r.at, "first_year", first_year, n_years)) ||
        (s = skpi__rows_matrix(&r, "in->share", g.share, n_years)) || (s = take_coverage(r.at, options, &p.width)) ||
        (s = skpi__rows_matrix(&r, "low", low, n_years)) || (s = skpi__rows_matrix(&r, "high", high, n_years)))
        return s;
    for (size_t i = 0; i < g.n; i++)
        if ((s = skpi__row(&r, i, place_check(&p, skpi__row_at(&r, i), i)))) return s;
    for (size_t i = 0; i < g.n; i++)
        for (size_t k = 0; k < n_years; k++) {
            const size_t cell = i * n_years + k;
            if (!skpi__row_good(&r, i)) {
                low[cell] = high[cell] = (double)NAN;
                continue;
            }
            const double lead = first_lead(&p, i) + (double)k, logit = skpi__logit(g.share[cell]);
            const double half = skpi__urban_converging_half(p.width, g.urgd[i], lead);
            low[cell] = skpi__logistic(logit - half);
            high[cell] = skpi__logistic(logit + half);
        }
    return skpi__rows_end(&r);
}
