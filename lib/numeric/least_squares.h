/* Nonlinear least squares with bounds, for at most four parameters; nothing is allocated.
 *
 * The caller gives residuals f(x) - y and their gradients row by row; plane rotations reduce them to a triangular
 * matrix (Gentleman, J. Inst.  Maths Applics 12 (1973) 329), so that no Jacobian is stored and its condition number is
 * not squared.  The search is Levenberg-Marquardt (Marquardt, SIAM J. Appl.  Math. 11 (1963) 431) with steps projected
 * on the bounds; parameters at a bound are held if a descent would leave it.  The sum of squares is constant up to
 * rounding long before the parameters are exact; the last steps are therefore Newton steps on the gradient.  Parameters
 * should be of the order of one.
 */
#ifndef SKPI_NUMERIC_LEAST_SQUARES_H
#define SKPI_NUMERIC_LEAST_SQUARES_H
#include <stddef.h>
#include "numeric/sum.h"

enum { SKPI__LS_MOST = 4 };

typedef struct skpi__ls_sums { /* all members but p are 0 at the start */
    size_t p;
    double triangle[SKPI__LS_MOST][SKPI__LS_MOST]; /* R of the Jacobian J = Q R */
    double rotated[SKPI__LS_MOST];                 /* Q' residual */
    skpi__sum gradient[SKPI__LS_MOST];             /* J' residual */
    skpi__sum sse;
} skpi__ls_sums;
void skpi__ls_row(skpi__ls_sums *sums, double residual, const double *gradient);

typedef struct skpi__ls {
    size_t p;
    const double *lower, *upper; /* p each, finite; equal bounds hold the parameter */
    void (*rows)(const void *context, const double *x, skpi__ls_sums *sums);
    const void *context;
} skpi__ls;

typedef struct skpi__ls_result {
    double x[SKPI__LS_MOST];
    double sse;
    double inverse[SKPI__LS_MOST][SKPI__LS_MOST]; /* (J'J)^-1 of the free parameters; 0 in the rows of held ones */
    unsigned bound;                               /* bit j: parameter j lies at one of two different bounds */
    int converged;
    int singular; /* 1: the rows do not determine the free parameters, and inverse is NaN */
} skpi__ls_result;
/* Finds the minimum to which the search from start leads. */
void skpi__ls_solve(const skpi__ls *problem, const double *start, skpi__ls_result *result);

#endif
