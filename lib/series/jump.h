/* Breaks in a series: steps far beyond the usual change of the series, as caused by a new boundary, a recount or a
 * mistake. */
#ifndef SKPI_SERIES_JUMP_H
#define SKPI_SERIES_JUMP_H
#include "core/error.h"

typedef struct skpi__jump {
    size_t to;     /* the number of the value at which the step ends; 0: there is no such step */
    double factor; /* the factor by which the series changes over the step */
    double times;  /* the change divided by the usual change */
} skpi__jump;

/* The largest marked step among those that begin at value `from` or later, of n values v at increasing dates t (NULL: a
 * year apart).  Changes are those of the logarithm if whole is 0, otherwise of the logit of v/whole. */
skpi__jump skpi__jump_of(size_t n, const double *t, const double *v, double whole, size_t from);

/* Whether a series can have such a step, from the n changes of its scale from each year to the next.  0 is certain. */
int skpi__jump_possible(size_t n, const double *change);
#define SKPI__JUMP_STEP .1485 /* no smaller difference of changes is a step, whatever the rounding of logarithms */

/* Warns (SKPI_WUNUSUAL) if there is such a step.  If at has a row, the number of the value is the column in the words,
 * otherwise the row. */
skpi_status skpi__jump_warn(skpi__at at, const char *name, size_t n, const double *t, const double *v, double whole,
                            size_t from);
/* The same for a row of a table without its missing values, at years t after year0.  The column is that of the
 * table. */
skpi_status skpi__jump_warn_row(skpi__at at, const char *name, const skpi_table *y, int32_t year0, size_t n,
                                const double *t, const double *v, double whole, size_t from);
/* The same for all values of row i of a table; room has room for 2 y->m numbers. */
skpi_status skpi__jump_warn_values(skpi__at at, const char *name, const skpi_table *y, size_t i, double *room);

#endif
