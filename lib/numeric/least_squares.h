/* Nonlinear least squares with bounds, at most four parameters, nothing allocated.
 *
 * The caller gives residuals f(x) - y and their gradients row by row; plane rotations reduce them to a triangular
 * matrix (Gentleman, J. Inst.  Maths Applics 12 (1973) 329), so that no Jacobian is stored and its condition number is
 * not squared.  The search is Levenberg-Marquardt (Marquardt, SIAM J. Appl.  Math. 11 (1963) 431) with steps projected
 * on the bounds; parameters at a bound are held if the gradient points beyond it.  The sum of squares is constant up to
 * rounding long before the parameters are exact; the last steps are therefore Newton steps on the gradient.  Parameters
 * should be of the order of one.
 */
#ifndef SKPI_NUMERIC_LEAST_SQUARES_H
#define SKPI_NUMERIC_LEAST_SQUARES_H
#include <stddef.h>
#include "numeric/sum.h"

enum { SKPI__LS_MOST = 4 };

typedef struct skpi__ls_sums { /* starts as all zero but p */
    size_t p;
    double triangle[SKPI__LS_MOST][SKPI__LS_MOST]; /* R of the Jacobian J = Q R */
    double rotated[SKPI__LS_MOST];                 /* Q' residual */
    skpi__sum gradient[SKPI__LS_MOST];             /* J' residual */
    skpi__sum sse;
} skpi__ls_sums;
void skpi__ls_row(skpi__ls_sums *sums, double residual, const double *gradient);

typedef struct skpi__ls {
    size_t p;
    const double *lower, *upper; /* p each; finite; equal = held */
    void (*rows)(const void *context, const double *x, skpi__ls_sums *sums);
    const void *context;
} skpi__ls;

typedef struct skpi__ls_result {
    double x[SKPI__LS_MOST];
    double sse;
    double inverse[SKPI__LS_MOST][SKPI__LS_MOST]; /* (J'J)^-1 of the free parameters, 0 in rows of the held ones */
    unsigned bound;                               /* bit j: parameter j lies at a bound (not where both are equal) */
    int converged;
    int singular; /* the rows do not determine the free parameters: inverse is NaN */
} skpi__ls_result;
/* The minimum that the search finds from start. */
void skpi__ls_solve(const skpi__ls *problem, const double *start, skpi__ls_result *result);

#endif
