/* Terms of the framework of the Asian Development Bank, for all functions that need them. */
#ifndef SKPI_DIGITAL_ADB_H
#define SKPI_DIGITAL_ADB_H
#include <smartkpi/digital.h>
#include "core/error.h"

/* fraction of gdp; with a larger imbalance the rows contradict the output that the shares are based on */
#define SKPI__ADB_BALANCE .01

typedef struct skpi__adb_names {
    const char *table, *digital, *investment;
} skpi__adb_names;
typedef struct skpi__adb_terms { /* as in skpi_digital_adb_out; diagonal and block are its two double counts */
    double gdp, direct, backward, forward, diagonal, block, investment, published, exact;
} skpi__adb_terms;

/* Checks all arguments except the table, which must not be NULL. */
skpi_status skpi__adb_check(skpi__at at, const skpi_economy_iotable *t, const int32_t *digital,
                            const double *investment, const skpi__adb_names *names);
/* Computes the terms from checked arguments.  With published = 0 the terms diagonal and published are not computed.
 * investment may be NULL, which means 0. */
skpi_status skpi__adb(skpi__at at, const skpi_economy_iotable *t, const int32_t *digital, const double *investment,
                      const skpi__adb_names *names, int published, skpi__adb_terms *terms);

#endif
