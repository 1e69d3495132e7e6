/* Warming by cumulative CO2: the transient climate response to cumulative emissions (TCRE).
 *
 *   dT = TCRE G, TCRE 0.45 degrees C per 1000 GtCO2, likely (66 %) 0.27 to 0.63
 *   (IPCC AR6 WG1 2021, Summary for Policymakers D.1.1, and chapter 5.5.1)
 *
 * For the quantiles TCRE is taken as normal with sigma = 0.18/z, z the .83 quantile of the standard normal, so that
 * its .17 and .83 quantiles are 0.27 and 0.63.
 *
 * Amounts of 20000 Gt, 9 degrees, are probably in another unit; that bound is this library's own.
 */
#include <smartkpi/carbon.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/usual.h"
#include <gsl/gsl_cdf.h>

#define TCRE 0.45                               /* degrees C per 1000 Gt */
#define TCRE_SIGMA (0.18 / 0.95416525314619441) /* half the width of the likely range over its normal quantile */

static const skpi__usual warming_usual = {"an amount of CO2 in Gt", "Mt", -2e4, 2e4, 0};

skpi_status skpi_carbon_warming(size_t n, size_t n_prob, const double *cumulative, const double *prob, double *best,
                                double *quantile)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__array(at, "cumulative", cumulative, n, 1)) || (s = skpi__array_size(at, "quantile", n, n_prob)))
        return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__finite(skpi__element(at, i), "cumulative", cumulative[i]))) return s;
    if ((s = skpi__probabilities(at, "prob", n_prob, prob))) return s;
    for (size_t i = 0; i < n && !s; i++)
        s = skpi__unusual(skpi__element(at, i), "cumulative", cumulative[i], &warming_usual);
    if (quantile)
        for (size_t j = 0; j < n_prob; j++) {
            double z = gsl_cdf_ugaussian_Pinv(prob[j]); /* cannot raise a GSL error: 0 < prob < 1 */
            for (size_t i = 0; i < n; i++) {
                double g = cumulative[i] / 1000;
                quantile[i * n_prob + j] = TCRE * g + z * TCRE_SIGMA * fabs(g);
            }
        }
    if (best)
        for (size_t i = 0; i < n; i++) best[i] = TCRE * (cumulative[i] / 1000);
    return s;
}
