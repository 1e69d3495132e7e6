/* Dated observations, read and checked. */
#ifndef SKPI_URBAN_HISTORY_H
#define SKPI_URBAN_HISTORY_H
#include "core/error.h"
#include <smartkpi/urban.h>

/* Reads and checks the struct, its arrays and its counts.  Without observations date and share are no NULL. */
skpi_status skpi__urban_history_take(skpi__at at, const skpi_urban_history *history, skpi_urban_history *copy);
/* Checks where places begin; to be called after the sizes of every other argument.  Statuses: SKPI_OK, ENOTSORTED,
 * ERANGE. */
skpi_status skpi__urban_history_places(skpi__at at, const skpi_urban_history *history);
/* Checks the observations of place i, at which `at` stands; an error names the observation as its column.  ENODATA if
 * the place has none. */
skpi_status skpi__urban_history_check(skpi__at at, const skpi_urban_history *history, size_t i);

#endif
