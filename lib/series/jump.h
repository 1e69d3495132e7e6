/* Breaks in a series: a step far beyond its usual change, as a new boundary, a recount or a slip makes it. */
#ifndef SKPI_SERIES_JUMP_H
#define SKPI_SERIES_JUMP_H
#include "core/error.h"

typedef struct skpi__jump {
    size_t to;     /* the step ends at this value; 0: there is none */
    double factor; /* by which the series changes over it */
    double times;  /* its usual change, how often */
} skpi__jump;

/* The largest marked step of n values v at increasing dates t (NULL: a year apart) among those that begin at value from or later.  whole: 0 =
 * changes of the logarithm, else of the logit of v/whole. */
skpi__jump skpi__jump_of(size_t n, const double *t, const double *v, double whole, size_t from);

/* Whether a series with these annual changes of its scale can have one: a quick answer, which is seldom wrong with 1. */
int skpi__jump_possible(size_t n, const double *change);

/* SKPI_WUNUSUAL in words if there is one, else SKPI_OK.  at stands at the row, or nowhere; the value's place is its column,
 * or its row. */
skpi_status skpi__jump_warn(skpi__at at, const char *name, size_t n, const double *t, const double *v, double whole,
                            size_t from);
/* The same for the values of a table's row that are there, at years t after year0; the column is the table's. */
skpi_status skpi__jump_warn_row(skpi__at at, const char *name, const skpi_table *y, int32_t year0, size_t n,
                                const double *t, const double *v, double whole, size_t from);

#endif
