/* Root of an increasing function: Newton's method, kept inside a bracket by bisection.
 *
 * The function is smooth with a slope that is not zero at the root, so that the last Newton step squares an error of
 * 1e-9; unknowns are of the order of one, or have full relative accuracy near 0.
 */
#ifndef SKPI_NUMERIC_ROOT_H
#define SKPI_NUMERIC_ROOT_H

/* Value at x, and the slope there into *slope (one that is wrong costs steps, not the result). */
typedef double (*skpi__rising)(const void *context, double x, double *slope);

/* The root between low and high (finite), from guess on; the end next to it if there is none between them. */
double skpi__root(skpi__rising f, const void *context, double low, double high, double guess);

#endif
