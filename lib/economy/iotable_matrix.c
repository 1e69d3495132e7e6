/* Whole matrices of a factored table: the Leontief inverse, and the value added embodied in final demand.
 *
 * L = (I - A)^-1, M = diag(v) L diag(y): M_ij is the value added of sector i in the final demand for sector j.  Both
 * are computed a few columns at a time.
 *
 * Source: Miller & Blair, Input-Output Analysis (2nd ed. 2009), 2.2; value added by origin as in Johnson & Noguera, J.
 * Int. Econ. 86 (2012) 224-236, for one economy.
 */
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "economy/iotable_matrix.h"
#include "numeric/lu_solve.h"

void skpi__iotable_columns(const skpi_economy_iotable *t, size_t first, size_t width, double *b)
{
    for (size_t c = 0; c < t->n * width; c++) b[c] = 0;
    for (size_t c = 0; c < width; c++) b[(first + c) * width + c] = 1;
    skpi__lu_solve(t->n, t->lu, t->pivot, width, b);
}

/* Multiplies the elements of `width` columns of L, from `first` on, and checks them. */
static skpi_status matrix_scale(skpi__at at, size_t n, size_t first, size_t width, const double *row,
                                const double *column, const char *name, double *b)
{
    skpi_status s;
    for (size_t i = 0; i < n; i++)
        for (size_t c = 0; c < width; c++) {
            double *value = b + i * width + c;
            *value *= (row ? row[i] : 1) * (column ? column[first + c] : 1);
            if ((s = skpi__result(skpi__cell(at, i, first + c), name, *value))) return s;
        }
    return SKPI_OK;
}

/* Writes L with each row multiplied by row[i] and each column by column[j]; NULL: by 1. */
static skpi_status matrix_inverse_scaled(skpi__at at, const skpi_economy_iotable *t, const double *row,
                                         const double *column, const char *name, double *m)
{
    const size_t n = t->n;
    double *b = skpi__alloc(n, SKPI__LU_TOGETHER, sizeof *b);
    if (!b) return skpi__no_memory_for(at, "table");
    skpi_status s = SKPI_OK;
    for (size_t first = 0; first < n; first += SKPI__LU_TOGETHER) {
        const size_t width = n - first < SKPI__LU_TOGETHER ? n - first : SKPI__LU_TOGETHER;
        skpi__iotable_columns(t, first, width, b);
        if ((s = matrix_scale(at, n, first, width, row, column, name, b))) break;
        for (size_t i = 0; i < n; i++)
            for (size_t c = 0; c < width; c++) m[i * n + first + c] = b[i * width + c];
    }
    free(b);
    return s;
}

skpi_status skpi_economy_iotable_inverse(const skpi_economy_iotable *table, double *inverse)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__pointer(at, "table", table)) || (s = skpi__array(at, "inverse", inverse, table->n, table->n)))
        return s;
    s = matrix_inverse_scaled(at, table, NULL, NULL, "inverse", inverse);
    return skpi__iotable_warned(at, "table", table, s);
}

skpi_status skpi_economy_iotable_embodied(const skpi_economy_iotable *table, double *embodied)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__pointer(at, "table", table)) || (s = skpi__array(at, "embodied", embodied, table->n, table->n)))
        return s;
    s = matrix_inverse_scaled(at, table, table->coefficient, table->final_demand, "embodied", embodied);
    return skpi__iotable_warned(at, "table", table, s);
}
