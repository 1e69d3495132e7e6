/* The root of an increasing function by Newton's method, which bisection keeps inside a bracket.
 *
 * The function is smooth and its slope at the root is not 0, so that a last Newton step squares an error of 1e-9.
 * Unknowns are of the order of one, or the function keeps full relative accuracy near 0.
 */
#ifndef SKPI_NUMERIC_ROOT_H
#define SKPI_NUMERIC_ROOT_H

/* Returns the value at x and writes the slope there into *slope.  Without one (0, or of the wrong sign) the bracket is
 * halved, which costs steps.  The last step relies on the slope: a wrong one leaves an error of 1e-9 times its own. */
typedef double (*skpi__rising)(const void *context, double x, double *slope);

/* The root between low and high (finite), searched from guess; the nearer end if there is none between them. */
double skpi__root(skpi__rising f, const void *context, double low, double high, double guess);

#endif
