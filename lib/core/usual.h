/* Usual values.
 *
 * A rate that was given in percent, or a number in another unit, is often still an allowed value.  An unusual value
 * therefore gives a warning (SKPI_WUNUSUAL, "percent?"), and a value that no model can use is refused (SKPI_ERANGE).
 * Failures come before warnings: skpi__rate is called with the other checks of a row, skpi__unusual after everything
 * that can fail.
 *
 * Evidence: yearly figures of United Nations, World Urbanization Prospects: The 2018 Revision (166 countries, 1,397
 * cities); Global Carbon Budget, emissions of 17 countries, 1960-2022.
 */
#ifndef SKPI_CORE_USUAL_H
#define SKPI_CORE_USUAL_H
#include "core/error.h"

typedef struct skpi__usual {
    const char *what, *hint; /* "a growth rate", "percent" */
    double least, most;      /* the ends of what is usual; a value outside warns */
    double limit;            /* a larger magnitude is refused; 0: none is refused */
} skpi__usual;

extern const skpi__usual skpi__growth;          /* per year: usual within +-0.1, refused beyond 0.5 */
extern const skpi__usual skpi__decline;         /* per year: usual up to 0.5 */
extern const skpi__usual skpi__interest;        /* per year: usual within +-0.3, refused beyond 5 */
extern const skpi__usual skpi__urgd;            /* per year: usual within +-0.1; skpi__urgd_check refuses */
extern const skpi__usual skpi__logit_deviation; /* logits a year: usual up to 0.5 */
extern const skpi__usual skpi__yearly_factor;   /* usual from 0.5 on */
extern const skpi__usual skpi__yearly_part;     /* part of a stock, per year: usual up to 0.1 */
extern const skpi__usual skpi__yearly_cut;      /* part of emissions, per year: usual up to 0.2 */
extern const skpi__usual skpi__half_width;      /* uncertainty as a fraction: usual up to 1 */

/* The value is finite (ENOTFINITE) and within the limit (ERANGE). */
skpi_status skpi__rate(skpi__at at, const char *name, double value, const skpi__usual *usual);
/* Warns (SKPI_WUNUSUAL) of an unusual value, which was checked before. */
skpi_status skpi__unusual(skpi__at at, const char *name, double value, const skpi__usual *usual);
/* A growth difference is finite (ENOTFINITE).  Beyond 0.5 it is allowed only if it changes its share by at most 0.05 a
 * year, as it does near 0 and 1 (ERANGE). */
skpi_status skpi__urgd_check(skpi__at at, const char *name, double urgd, double share);

#endif
