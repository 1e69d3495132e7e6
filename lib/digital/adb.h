/* Terms of the framework of the Asian Development Bank, for all functions that need them. */
#ifndef SKPI_DIGITAL_ADB_H
#define SKPI_DIGITAL_ADB_H
#include <smartkpi/digital.h>
#include "core/error.h"

typedef struct skpi__adb_names {
    const char *table, *digital, *investment;
} skpi__adb_names;
typedef struct skpi__adb_terms { /* as in skpi_digital_adb_out; diagonal and block are its double counts */
    double gdp, direct, backward, forward, diagonal, block, investment, published, exact;
} skpi__adb_terms;

/* Check all arguments but table, which is not NULL, and compute.  without published, diagonal and published are of no
 * use and cost nothing.  investment: NULL = 0. */
skpi_status skpi__adb(skpi__at at, const skpi_economy_iotable *t, const int32_t *digital, const double *investment,
                      const skpi__adb_names *names, int published, skpi__adb_terms *terms);

#endif
