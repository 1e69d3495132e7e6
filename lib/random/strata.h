/* Numbers that are nearly normal become exactly evenly spread, without changing places.
 *
 * The numbers of 2,048 draws are put in order, and the number in place i becomes the normal quantile of a point of the
 * i-th of 2,048 equal parts of (0,1).  In group 0, 1, 2 ... of 2,048 draws that point is at other places of its part, in
 * the order of the numbers of J. G. van der Corput (1935) with a digital shift: any 2^m groups, of which the first has a
 * number that 2^m divides, have one point in each of 2^m 2,048 equal parts.  The shift of part i is the hash a i + b,
 * so that those of two parts are independent (M. Dietzfelbinger, Universal hashing and k-wise independent random
 * variables via integer arithmetic without primes, STACS 1996), and the error of a mean falls faster than 1/n.
 */
#ifndef SKPI_RANDOM_STRATA_H
#define SKPI_RANDOM_STRATA_H
#include "random/stream.h"

enum { SKPI__STRATA = 2048 };
/* The hash's a and b, which are random. */
typedef struct skpi__strata_shift {
    uint32_t a, b;
} skpi__strata_shift;
/* x holds draws 2,048 group .. 2,048 group + 2,047; group < 2^21. */
void skpi__strata(const skpi__stream_kernel *random, uint32_t group, skpi__strata_shift shift, double x[SKPI__STRATA]);

#endif
