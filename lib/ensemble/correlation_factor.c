/* A matrix of correlations and its Cholesky factor (correlation_factor.h), row by row, so that a row that is impossible
 * beside those before it can be named.
 *
 * Correlations of fewer observations than shocks have a matrix without an inverse.  Rounding may make its least
 * eigenvalue -1e-15, and small pivots then multiply that.  Such a matrix is factored with a part 1e-10 of the unit
 * matrix. */
#include "ensemble/correlation_factor.h"
#include <math.h>
#include "core/check.h"

#define MATRIX_ROUNDING 1e-12 /* of a diagonal of 1, of symmetry and of a pivot */
#define COLUMN_ROUNDING 1e-6  /* of what is left below a pivot of 0: the root of the other */
#define SHIFT 1e-10           /* below what can be seen in draws, and far above rounding */

/* Numbers in [-1,1], 1 on the diagonal, symmetric. */
static skpi_status factor_check(skpi__at at, const char *name, size_t n, const double *matrix)
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
    return SKPI_OK;
}

/* The factor of (matrix + shift I)/(1 + shift). */
static skpi_status factor_shifted(skpi__at at, const char *name, size_t n, const double *matrix, double shift,
                                  double *l)
{
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j <= i; j++) {
            double rest = i == j ? 1 : matrix[i * n + j] / (1 + shift);
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

skpi_status skpi__correlation_factor(skpi__at at, const char *name, size_t n, const double *matrix, double *l)
{
    skpi__at silent = at;
    skpi_status s = factor_check(at, name, n, matrix);
    if (s) return s;
    silent.quiet = 1;
    if (!factor_shifted(silent, name, n, matrix, 0, l) || !factor_shifted(silent, name, n, matrix, SHIFT, l))
        return SKPI_OK;
    return factor_shifted(at, name, n, matrix, 0, l); /* refused again, in words */
}
