/* Totals from parts, cell by cell. */
#ifndef SKPI_DIGITAL_SUM_OF_PARTS_H
#define SKPI_DIGITAL_SUM_OF_PARTS_H
#include "core/error.h"

typedef struct skpi__parts {
    size_t n_parts;
    const skpi_table *const *part; /* n_parts valid tables with the same axes; NULL: figure is used */
    const double *figure;          /* n_parts figures of a single cell */
    const double *stated;          /* the stated sum of each cell; NULL: there is none */
    double digit;
    const char *name, *name_total; /* names of the parts and of their sum in errors */
} skpi__parts;

/* Checks the parts of cell c, and compares their sum with the stated one; SKPI_WMISSING if a figure is NaN. */
skpi_status skpi__parts_check(skpi__at at, const skpi__parts *p, size_t c);
/* Warns (SKPI_WUNUSUAL) if a part is the sum of all others in m cells from first on (economy/total_among.h).  A stated sum
 * tells of such a part itself. */
skpi_status skpi__parts_unusual(skpi__at at, const skpi__parts *p, size_t first, size_t m);
/* The sum of cell c; *slack is a bound of its rounding error. */
double skpi__parts_total(const skpi__parts *p, size_t c, double *slack);

#endif
