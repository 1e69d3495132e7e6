/* A matrix of correlations and its Cholesky factor (correlation_factor.h), row by row, so that a row that is impossible
 * beside those before it can be named. */
#include "ensemble/correlation_factor.h"
#include <math.h>
#include "core/check.h"

#define MATRIX_ROUNDING 1e-12 /* of a diagonal of 1, of symmetry and of a pivot */
#define COLUMN_ROUNDING 1e-6  /* of what is left below a pivot of 0: the root of the other */

skpi_status skpi__correlation_factor(skpi__at at, const char *name, size_t n, const double *matrix, double *l)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) {
            const skpi__at cell = skpi__column(skpi__element(at, i), j);
            const double c = matrix[i * n + j];
            const skpi_status s = skpi__finite(cell, name, c);
            if (s) return s;
            if (fabs(c) > 1 + MATRIX_ROUNDING)
                return skpi__fail(cell, SKPI_ERANGE, name, c, "is no correlation: it is outside [-1,1]");
        }
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < n; j++) {
            const skpi__at cell = skpi__column(skpi__element(at, i), j);
            const double c = matrix[i * n + j];
            if (i == j && fabs(c - 1) > MATRIX_ROUNDING)
                return skpi__fail(cell, SKPI_EDOM, name, c, "is on the diagonal, and not 1");
            if (fabs(c - matrix[j * n + i]) > MATRIX_ROUNDING)
                return skpi__fail(cell, SKPI_EDOM, name, c,
                                  "is not %g, the same correlation on the other side of the diagonal",
                                  matrix[j * n + i]);
        }
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j <= i; j++) {
            double rest = i == j ? 1 : matrix[i * n + j];
            for (size_t k = 0; k < j; k++) rest -= l[i * n + k] * l[j * n + k];
            const double pivot = l[j * n + j];
            const int wrong = i == j ? rest < -MATRIX_ROUNDING : pivot == 0 && fabs(rest) > COLUMN_ROUNDING;
            if (wrong)
                return skpi__fail(skpi__column(skpi__element(at, i), j), SKPI_EDOM, name, matrix[i * n + j],
                                  "makes row %zu impossible beside the rows before it: the matrix is not positive "
                                  "semidefinite",
                                  i);
            l[i * n + j] = i == j ? rest > MATRIX_ROUNDING ? sqrt(rest) : 0 : pivot > 0 ? rest / pivot : 0;
        }
    return SKPI_OK;
}
