/* Growth over windows of years, from the dated observations of one place.
 *
 * A window of w years goes from the last observation back to the latest one that is at least w years earlier, or to the
 * first if none is (decimal dates: half a minute is forgiven).  On the logit scale observations of 0 and 1 are skipped.
 */
#ifndef SKPI_URBAN_WINDOW_H
#define SKPI_URBAN_WINDOW_H
#include <stddef.h>

#define SKPI__MINUTE 1e-6 /* years: dates that differ by less are the same; in binary, 2020.3 - 2010.3 need not be 10 */

/* The earlier observation of a window; n if there is none.  With logit, observations of 0 and 1 are skipped, and
 * *skipped becomes 1 if one was; skipped may be NULL. */
size_t skpi__urban_window_from(size_t n, const double *date, const double *share, double window, int logit,
                               int *skipped);
/* Slope of the logit per year over one window; the last share must be between 0 and 1.  NaN if there is no earlier
 * observation. */
double skpi__urban_window_logit(size_t n, const double *date, const double *share, double window);
/* Slope of the share per year over one window; NaN if there is no earlier observation. */
double skpi__urban_window_points(size_t n, const double *date, const double *share, double window);

#endif
