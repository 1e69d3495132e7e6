/* Terms of the framework of the Asian Development Bank, for all functions that need them. */
#ifndef SKPI_DIGITAL_ADB_H
#define SKPI_DIGITAL_ADB_H
#include <smartkpi/digital.h>
#include "core/error.h"

#define SKPI__ADB_BALANCE .01 /* of gdp: beyond, the rows do not add up to the output that the shares presume */

typedef struct skpi__adb_names {
    const char *table, *digital, *investment;
} skpi__adb_names;
typedef struct skpi__adb_terms { /* as in skpi_digital_adb_out; diagonal and block are its double counts */
    double gdp, direct, backward, forward, diagonal, block, investment, published, exact;
} skpi__adb_terms;

/* Checks all arguments but the table, which is not NULL. */
skpi_status skpi__adb_check(skpi__at at, const skpi_economy_iotable *t, const int32_t *digital,
                            const double *investment, const skpi__adb_names *names);
/* Computes from arguments that were checked.  Without published, diagonal and published are of no use and cost nothing.
 * investment: NULL = 0. */
skpi_status skpi__adb(skpi__at at, const skpi_economy_iotable *t, const int32_t *digital, const double *investment,
                      const skpi__adb_names *names, int published, skpi__adb_terms *terms);

#endif
