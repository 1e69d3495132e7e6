/* Checks a matrix of distances (matrix.h).  A good matrix is read in square parts, of which a cache holds two; the words
 * are of the first bad cell in the order of rows. */
#include "peers/matrix.h"
#include <float.h>
#include <stdint.h>
#include <string.h>
#include "core/check.h"
#include "core/rows.h"

enum { PART = 16 };

/* Bits of doubles from 0 up rise with them, and are above all others.  Zeros of two signs are no fault, but leave it to
 * the words to say so. */
static int matrix_good(size_t n, const double *d)
{
    const double largest = DBL_MAX;
    uint64_t limit, different = 0, most = 0;
    memcpy(&limit, &largest, sizeof limit);
    for (size_t i = 0; i < n; i += PART)
        for (size_t j = 0; j <= i; j += PART)
            for (size_t k = i; k < n && k < i + PART; k++)
                for (size_t l = j; l < n && l < j + PART; l++) {
                    uint64_t own, other;
                    memcpy(&own, d + k * n + l, sizeof own);
                    memcpy(&other, d + l * n + k, sizeof other);
                    different |= own ^ other;
                    most = own > most ? own : most;
                }
    int good = !different && most <= limit;
    for (size_t i = 0; i < n; i++) good &= d[i * n + i] == 0;
    return good;
}

skpi_status skpi__peers_matrix_check(skpi__at at, size_t n, const double *distance)
{
    skpi_status s = skpi__array(at, "distance", distance, n, n);
    if (s || matrix_good(n, distance)) return s;
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) {
            const skpi__at here = skpi__cell(at, i, j);
            const double own = distance[i * n + j], other = distance[j * n + i];
            if ((s = skpi__quantity(here, "distance", own))) return s;
            if (i == j && own > 0)
                return skpi__fail(here, SKPI_EINCONSISTENT, "distance", own, "is of a unit to itself, and not 0");
            if (own != other && other >= 0 && other <= DBL_MAX)
                return skpi__fail(here, SKPI_EINCONSISTENT, "distance", own, "is %g in the other direction", other);
        }
    return SKPI_OK;
}
