/* A small input-output table that is productive and adds up, and its inverses in quad. */
#ifndef SKPI_TRUTH_ECONOMY_TABLE_H
#define SKPI_TRUTH_ECONOMY_TABLE_H
#include "truth/truth.h"

enum { TRUTH_SECTORS = 5 };
typedef struct truth_input_output {
    size_t n;
    double flow[TRUTH_SECTORS * TRUTH_SECTORS], output[TRUTH_SECTORS], added[TRUTH_SECTORS], demand[TRUTH_SECTORS];
    double jobs[TRUTH_SECTORS];
    quad a[TRUTH_SECTORS * TRUTH_SECTORS]; /* input coefficients */
    quad l[TRUTH_SECTORS * TRUTH_SECTORS]; /* (I - A)^-1 */
    quad g[TRUTH_SECTORS * TRUTH_SECTORS]; /* (I - B)^-1 */
    skpi_economy_iotable_source source;
    skpi_economy_iotable *table;
} truth_input_output;

/* Draws a table and factors it; false if the library refuses it.  truth_input_output_free ends it. */
bool truth_input_output_draw(truth *t, truth_input_output *e);
void truth_input_output_free(truth_input_output *e);
/* (I - m)^-1 by the elimination of Gauss. */
void truth_inverse(size_t n, const quad *m, quad *inverse);

#endif
