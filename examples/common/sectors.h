/* An input-output table from two CSV files, for the example programs.
 *
 * Z: one row and one column a sector, by their codes; the column of the rows' codes is called sector; a row sells to the
 * columns.  SECTORS: sector, final_demand, value_added, output, and, if wanted, digital (0 or 1), investment (part of
 * final_demand bought as fixed investment by digital industries), jobs.  Sectors are matched by code, in the order of SECTORS. */
#ifndef EXAMPLES_SECTORS_H
#define EXAMPLES_SECTORS_H
#include "csv.h"

#include <smartkpi.h>

typedef struct sectors {
    csv *z, *list;
    const char **code;
    /* investment and jobs are NULL if there is no such column */
    double *flow, *output, *value_added, *final_demand, *investment, *jobs;
    int32_t *digital; /* NULL if it was not asked for */
    skpi_economy_iotable_source source;
    int warned;
} sectors;

sectors *sectors_read(const char *z, const char *list, int digital); /* with digital the column must be there */
void sectors_free(sectors *s);
/* Reports the status of a call that has just returned.  A failure ends the program with the library's words and the
 * codes of the sectors that they are about.  SKPI_WUNUSUAL is a warning at the place in SECTORS; it is printed once,
 * because every call with an inconsistent table repeats it. */
void sectors_tell(sectors *s, skpi_status status);

#endif
