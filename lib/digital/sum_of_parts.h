/* Totals from parts, cell by cell. */
#ifndef SKPI_DIGITAL_SUM_OF_PARTS_H
#define SKPI_DIGITAL_SUM_OF_PARTS_H
#include "core/error.h"

typedef struct skpi__parts {
    size_t n_parts;
    const skpi_table *const *part; /* n_parts good tables on the same axes; NULL: figure */
    const double *figure;          /* n_parts figures, one cell */
    const double *stated;          /* of each cell; NULL: none */
    double digit;
    const char *name, *name_total; /* of the parts and of their sum */
} skpi__parts;

/* Check the parts of cell c and their sum against the stated one; SKPI_WMISSING if a figure is NaN. */
skpi_status skpi__parts_check(skpi__at at, const skpi__parts *p, size_t c);
/* Sum of cell c; its rounding in double is below slack. */
double skpi__parts_total(const skpi__parts *p, size_t c, double *slack);

#endif
