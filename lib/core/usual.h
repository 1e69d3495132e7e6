/* Usual values.
 *
 * A rate in percent, or a number in another unit, is often an allowed value.  An unusual value gives a warning
 * (SKPI_WUNUSUAL, "percent?"); a value that has no use is refused (SKPI_ERANGE).  Checks come first and warnings last:
 * skpi__rate is called in the check of a row, skpi__unusual where nothing else can fail.
 *
 * Evidence: yearly figures of United Nations, World Urbanization Prospects: The 2018 Revision (166 countries, 1,397
 * cities); Global Carbon Budget, emissions of 17 countries, 1960-2022.
 */
#ifndef SKPI_CORE_USUAL_H
#define SKPI_CORE_USUAL_H
#include "core/error.h"

typedef struct skpi__usual {
    const char *what, *hint; /* "a growth rate", "percent" */
    double least, most;      /* usual values; outside they warn */
    double limit;            /* a magnitude above is refused; 0: none is */
} skpi__usual;

extern const skpi__usual skpi__growth;          /* per year: +-0.1; 0.5 */
extern const skpi__usual skpi__decline;         /* per year: up to 0.5 */
extern const skpi__usual skpi__interest;        /* per year: up to 0.3; 5 */
extern const skpi__usual skpi__urgd;            /* per year: +-0.1; skpi__urgd_check says what is refused */
extern const skpi__usual skpi__logit_deviation; /* logits a year: up to 0.5 */
extern const skpi__usual skpi__yearly_factor;   /* from 0.5 on */
extern const skpi__usual skpi__yearly_part;     /* of a stock, a year: up to 0.1 */
extern const skpi__usual skpi__yearly_cut;      /* of emissions, a year: up to 0.2 */
extern const skpi__usual skpi__half_width;      /* of an uncertainty, a fraction: up to 1 */

/* Finite and within the limit, else ENOTFINITE, ERANGE. */
skpi_status skpi__rate(skpi__at at, const char *name, double value, const skpi__usual *usual);
/* SKPI_OK or SKPI_WUNUSUAL, of a value that was checked. */
skpi_status skpi__unusual(skpi__at at, const char *name, double value, const skpi__usual *usual);
/* A growth difference: finite; beyond 0.5 only where it moves its share by no more than 0.05 a year, as it does near 0
 * and 1. */
skpi_status skpi__urgd_check(skpi__at at, const char *name, double urgd, double share);

#endif
