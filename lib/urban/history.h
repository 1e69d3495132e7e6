/* Dated observations, read and checked. */
#ifndef SKPI_URBAN_HISTORY_H
#define SKPI_URBAN_HISTORY_H
#include "core/error.h"
#include <smartkpi/urban.h>

/* The frame: struct, arrays, counts. */
skpi_status skpi__urban_history_take(skpi__at at, const skpi_urban_history *history, skpi_urban_history *copy);
/* Then, after the sizes of every other argument: where places begin.  ENOTSORTED, ERANGE. */
skpi_status skpi__urban_history_places(skpi__at at, const skpi_urban_history *history);
/* The observations of place i, where at stands: errors tell which of them as the column.  ENODATA if there is none. */
skpi_status skpi__urban_history_check(skpi__at at, const skpi_urban_history *history, size_t i);

#endif
