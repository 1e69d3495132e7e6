/* Width of the intervals of the converging and the cautious method (converging_width.h).
 *
 *   logit low, logit high = logit p -+ C sqrt(0.05^2 + s^2) l^0.95 max(4 p_b (1 - p_b), 0.08)^-0.2
 *
 * with l the years since the last observation p_b, s the growth difference over the shortest window before it, within
 * +-0.1, or 0.05 where there is one observation alone.  C is known for coverages of 50, 80, 90 and 95 %; between them
 * ln C is straight in the normal quantile of the upper end, below C is proportional to it.
 * Source: this library's own fit to the errors of both methods on the annual table of the World Urbanization Prospects
 * 2018, origins 1970 to 2008, leads to 40 years, areas (not sums of them) with 0 < p < 1.
 */
#include "urban/converging_width.h"
#include "core/check.h"
#include "series/place_width.h"
#include "numeric/decimal.h"
#include <gsl/gsl_cdf.h>

#define FASTEST 0.1 /* growth differences count as far as this */
#define POWER 0.95  /* of the lead */

enum { KNOWN = 4 };
static const double width_coverage[KNOWN] = {.50, .80, .90, .95};
static const double width_known[2][KNOWN] = {{.170, .350, .465, .580},  /* converging */
                                             {.205, .415, .535, .635}}; /* cautious */

skpi_status skpi__urban_coverage(skpi__at at, const char *name, double *coverage)
{
    const double most = width_coverage[KNOWN - 1];
    const skpi_status s = skpi__coverage(at, name, coverage);
    if (s || *coverage <= most + 1e-12) return s;
    return skpi__fail(at, SKPI_ERANGE, name, *coverage, "is above %g: the tails beyond are not known", most);
}

/* The normal quantile of the upper end. */
static double width_score(double coverage) { return gsl_cdf_ugaussian_Pinv((1 + coverage) / 2); }

double skpi__urban_converging_width(int cautious, double coverage)
{
    const double *c = width_known[cautious != 0];
    size_t k = 0;
    while (k + 1 < KNOWN && width_coverage[k] < coverage - 1e-12) k++;
    if (skpi__same(coverage, width_coverage[k])) return c[k]; /* .9 - .1 is not .8 to the bit */
    const double z = width_score(coverage), above = width_score(width_coverage[k]);
    if (!k) return c[0] * z / above;
    const double below = width_score(width_coverage[k - 1]);
    return exp(log(c[k - 1]) + (log(c[k]) - log(c[k - 1])) * ((z - below) / (above - below)));
}

double skpi__urban_converging_place(double last, double urgd)
{
    const double unknown = SKPI__PLACE_CALM; /* also the growth of a place that has one observation */
    return skpi__place_width(last, isnan(urgd) ? unknown : fmin(fabs(urgd), FASTEST));
}

double skpi__urban_converging_lead(double lead) { return pow(lead, POWER); }
