/* Interval of the converging method.
 *
 *   logit low, logit high = logit p -+ c sqrt(0.05^2 + s^2) l^0.879
 *
 * with l the years since the last observation, s the growth difference over the shortest window before it, and c by the
 * level.  A place that has moved fast is less sure than one that has not.
 * Source: own fit to the errors of the converging method on the annual table of the World Urbanization Prospects 2018,
 * origins 1970 to 2008, leads to 40 years, areas (not sums of them) with 0 < p < 1.
 */
#include "urban/error_quantile.h"
#include "core/check.h"
#include "core/rows.h"
#include "numeric/logistic.h"

#define CALM 0.05   /* width of a place that does not move */
#define POWER 0.879 /* of the lead */

double skpi__urban_converging_width(double level)
{
    static const double known[][2] = {{.50, .251}, {.80, .504}, {.90, .690}, {.95, .936}};
    for (size_t k = 0; k < sizeof known / sizeof *known; k++)
        if (fabs(level - known[k][0]) <= 1e-12) return known[k][1];
    return (double)NAN;
}

double skpi__urban_converging_half(double width, double slope, double lead)
{
    return width * hypot(CALM, slope) * pow(lead, POWER);
}

/* What all rows share. */
typedef struct plan {
    int32_t first_year;
    size_t n_years;
    const double *share;
    double width;
} plan;

static skpi_status check(const plan *p, skpi__at at, size_t i, double last_date, double slope)
{
    skpi_status s;
    if ((s = skpi__date(at, "last_date", last_date))) return s;
    if (last_date > p->first_year)
        return skpi__fail(at, SKPI_EDOM, "last_date", last_date, "is after first_year = %d", (int)p->first_year);
    if (p->n_years && (s = skpi__urban_open_shares(at, p->n_years, p->share + i * p->n_years))) return s;
    if ((s = skpi__finite(at, "slope", slope)) || !p->n_years) return s;
    const double last = (double)p->first_year - last_date + (double)(p->n_years - 1);
    if ((s = skpi__result(at, "low", skpi__urban_converging_half(p->width, slope, last)))) return s;
    return last > SKPI__URBAN_CONVERGING_HORIZON ? SKPI_WHORIZON : SKPI_OK;
}

/* Ends of the interval of each forecast share of the converging method.
 *
 * Given:    n           places
 *           n_years     years of the axis
 *           last_date   date of each place's last observation, not after first_year (n)
 *           first_year  first year of the axis
 *           share       forecast shares, fractions in (0,1) (n x n_years)
 *           slope       growth difference over the shortest window before the last observation, per year (n); not
 *                       limited
 *           level       probability of the interval: 0.50, 0.80, 0.90 or 0.95
 * Returned: low, high   ends, fractions (n x n_years each; each may be the array share)
 *           status      each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_WHORIZON (more than 40 years after the last observation), SKPI_EINVAL (null; a
 *           level that there is not), SKPI_ENOMEM (sizes), SKPI_ENOTFINITE, SKPI_ERANGE (a share or level outside its
 *           interval, a date outside the window), SKPI_EDOM (a share of 0 or 1, last_date after first_year),
 *           SKPI_EOVERFLOW
 */
skpi_status skpi_urban_converging_interval(size_t n, size_t n_years, const double *last_date, int32_t first_year,
                                           const double *share, const double *slope, double level, double *low,
                                           double *high, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = skpi__given(&r, "last_date", last_date)) || (s = skpi__axis(r.at, "first_year", first_year, n_years)) ||
        (s = skpi__given_matrix(&r, "share", share, n_years)) || (s = skpi__given(&r, "slope", slope)) ||
        (s = skpi__probability(r.at, "level", level)))
        return s;
    const plan p = {first_year, n_years, share, skpi__urban_converging_width(level)};
    if (isnan(p.width))
        return skpi__fail(r.at, SKPI_EINVAL, "level", level, "is not a level of this interval (0.5, 0.8, 0.9, 0.95)");
    if ((s = skpi__given_matrix(&r, "low", low, n_years)) || (s = skpi__given_matrix(&r, "high", high, n_years)))
        return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, check(&p, skpi__row_at(&r, i), i, last_date[i], slope[i])))) return s;
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; k < n_years; k++) {
            const size_t cell = i * n_years + k;
            if (!skpi__row_good(&r, i)) {
                low[cell] = high[cell] = (double)NAN;
                continue;
            }
            const double lead = (double)first_year - last_date[i] + (double)k, logit = skpi__logit(share[cell]);
            const double half = skpi__urban_converging_half(p.width, slope[i], lead);
            low[cell] = skpi__logistic(logit - half);
            high[cell] = skpi__logistic(logit + half);
        }
    return skpi__rows_end(&r);
}
