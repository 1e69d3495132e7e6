/* Checks a matrix of distances (matrix.h).  A good matrix is read in square parts, of which a cache holds two; the words
 * are of the first bad cell in the order of rows. */
#include "peers/matrix.h"
#include <float.h>
#include "core/check.h"
#include "core/rows.h"

enum { PART = 32 };

static int matrix_good(size_t n, const double *d)
{
    int good = 1;
    for (size_t i = 0; i < n; i += PART)
        for (size_t j = 0; j <= i && good; j += PART)
            for (size_t k = i; k < n && k < i + PART; k++)
                for (size_t l = j; l < n && l < j + PART; l++)
                    good &= d[k * n + l] == d[l * n + k] && d[k * n + l] >= 0 && d[k * n + l] <= DBL_MAX;
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
