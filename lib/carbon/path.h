/* Shapes of emission paths: one small file a shape, each with one table of functions.
 *
 * path.c checks what all shapes share (the struct, shape and convention, the axis, the outputs) and walks the rows;
 * what a shape means stands behind its table.  A further shape is a file with a table and a line in path.c.
 * Every function gets the library's own copy of the caller's struct and a row i that path.c has counted.
 */
#ifndef SKPI_CARBON_PATH_H
#define SKPI_CARBON_PATH_H
#include <smartkpi/carbon.h>
#include "core/rows.h"

typedef struct skpi__carbon_shape {
    int32_t shape;             /* enum skpi_carbon_shape */
    const int32_t *convention; /* those it offers, ends with 0 */
    const int32_t *by;         /* what can be solved for, ends with 0 */
    /* The members it needs are given, the unknown and those it does not use are NULL.  by = 0: nothing is unknown. */
    skpi_status (*given)(const skpi__rows *r, const skpi_carbon_path *path, int32_t by);
    /* The members of row i, in the order of the struct, then how they stand to each other. */
    skpi_status (*check)(skpi__at at, const skpi_carbon_path *path, size_t i, int32_t by);
    /* Row i over the years; emission and cumulative may be NULL.  No year lies before t0. */
    void (*value)(const skpi_carbon_path *path, size_t i, int32_t first_year, size_t n_years, double *emission,
                  double *cumulative);
    /* Open interval of the targets that row i can meet. */
    void (*range)(const skpi_carbon_path *path, size_t i, int32_t by, double *low, double *high);
    /* The unknown of row i for a target inside that interval. */
    double (*solve)(const skpi_carbon_path *path, size_t i, int32_t by, double target);
} skpi__carbon_shape;

extern const skpi__carbon_shape skpi__carbon_peak_shape; /* peak.c */

/* A member that must not be given here: EINVAL unless it is NULL. */
skpi_status skpi__carbon_absent(skpi__at at, const char *name, const double *member, const char *why);
/* An emission small enough that no cumulative over the window of years overflows, else EOVERFLOW. */
skpi_status skpi__carbon_bounded(skpi__at at, const char *name, double value);

#endif
