/* Breaks of the slope of a logit: the observations behind an annual table. */
#ifndef SKPI_URBAN_KNOTS_H
#define SKPI_URBAN_KNOTS_H
#include <stddef.h>

/* A run of years with shares between 0 and 1. */
typedef struct skpi__urban_run {
    size_t first, n;
} skpi__urban_run;
/* The first run of two years or more of m shares; n = 0: there is none. */
skpi__urban_run skpi__urban_run_first(size_t m, const double *share);

/* The knots of a run of n >= 2 annual shares: how many, at most n.  lead[k] is in years after the first share, share[k]
 * the value there: that of the table where the lead is whole, which may be a year that the knot shares with none.
 * room: 3 n values.  lead and share have room for n. */
size_t skpi__urban_knots(size_t n, const double *printed, double rounding, double *room, double *lead, double *share);

#endif
