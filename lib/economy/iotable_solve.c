/* Leontief's quantity model and Ghosh's supply model.
 *
 * Leontief: x = L y, L = (I - A)^-1, A_ij = z_ij / x_j.  Ghosh: x' = p'G, G = (I - B)^-1, B_ij = z_ij / x_i, p the
 * primary inputs.  B = X^-1 A X with X = diag(x), so G = X^-1 L X: one factorisation serves both, G'p = X L'(X^-1 p).
 *
 * Source: Miller & Blair, Input-Output Analysis (2nd ed. 2009), 2.2; Ghosh's model 12.1, its link to Leontief's 12.1.2.
 */
#include <limits.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "economy/iotable_solve.h"
#include "numeric/lu_solve.h"
#include "numeric/product.h"

skpi_status skpi__iotable_vectors(skpi__at at, const skpi_economy_iotable *t, const char *name, size_t k,
                                  const double *vector)
{
    skpi_status s;
    for (size_t d = 0; d < k; d++)
        for (size_t i = 0; i < t->n; i++)
            if ((s = skpi__finite(skpi__cell(at, d, i), name, vector[d * t->n + i]))) return s;
    return SKPI_OK;
}

skpi_status skpi__iotable_outputs(skpi__at at, const skpi_economy_iotable *t, size_t k, const double *demand,
                                  skpi__iotable_take take, void *to)
{
    const size_t n = t->n, most = k < SKPI__LU_TOGETHER ? k : SKPI__LU_TOGETHER;
    skpi_status s = SKPI_OK;
    if (k == 0) return s;
    double *b = skpi__alloc(n, most, sizeof *b);
    if (!b) return skpi__no_memory_for(at, "table");
    for (size_t first = 0; first < k; first += most) {
        const size_t width = k - first < most ? k - first : most;
        for (size_t d = 0; d < width; d++)
            for (size_t i = 0; i < n; i++) b[i * width + d] = demand[(first + d) * n + i];
        skpi__lu_solve(n, t->lu, t->pivot, width, b);
        for (size_t d = 0; d < width && !s; d++) s = take(at, t, first + d, width, b + d, to);
    }
    free(b);
    return s;
}

static skpi_status solve_written(skpi__at at, const skpi_economy_iotable *t, size_t d, size_t width, const double *x,
                                 void *to)
{
    double *output = (double *)to + d * t->n;
    skpi_status s;
    for (size_t i = 0; i < t->n; i++)
        if ((s = skpi__result(skpi__cell(at, d, i), "output", x[i * width]))) return s;
    for (size_t i = 0; i < t->n; i++) output[i] = x[i * width];
    return SKPI_OK;
}

skpi_status skpi_economy_iotable_leontief(const skpi_economy_iotable *table, size_t n_demands, const double *demand,
                                          double *output)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__pointer(at, "table", table))) return s;
    const size_t n = table->n;
    if ((s = skpi__array(at, "demand", demand, n_demands, n)) ||
        (s = skpi__array(at, "output", output, n_demands, n)) ||
        (s = skpi__iotable_vectors(at, table, "demand", n_demands, demand)))
        return s;
    s = skpi__iotable_outputs(at, table, n_demands, demand, solve_written, output);
    return skpi__iotable_warned(at, "table", table, s);
}

/* A power of two by which primary inputs over outputs are brought into range. */
static double solve_unit(size_t n, const double *primary, const double *scale)
{
    int most = INT_MIN;
    for (size_t i = 0; i < n; i++)
        if (primary[i] != 0 && ilogb(primary[i]) - ilogb(scale[i]) > most) most = ilogb(primary[i]) - ilogb(scale[i]);
    return most == INT_MIN || (most > -400 && most < 400) ? 1
                                                          : ldexp(1, most < -1000  ? 1000
                                                                     : most > 1000 ? -1000
                                                                                   : -most);
}

skpi_status skpi_economy_iotable_ghosh(const skpi_economy_iotable *table, size_t n_inputs, const double *primary,
                                       double *output)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__pointer(at, "table", table))) return s;
    const size_t n = table->n;
    if ((s = skpi__array(at, "primary", primary, n_inputs, n)) ||
        (s = skpi__array(at, "output", output, n_inputs, n)) ||
        (s = skpi__iotable_vectors(at, table, "primary", n_inputs, primary)))
        return s;
    double *b = skpi__alloc(n, 1, sizeof *b);
    if (!b) return skpi__no_memory_for(at, "table");
    for (size_t d = 0; d < n_inputs && !s; d++) {
        const double unit = solve_unit(n, primary + d * n, table->scale);
        for (size_t i = 0; i < n; i++) b[i] = skpi__part_of(primary[d * n + i], table->scale[i], unit);
        skpi__lu_solve_transposed(n, table->lu, table->pivot, b);
        for (size_t i = 0; i < n && !s; i++) {
            b[i] = skpi__part_of(b[i], unit, table->scale[i]);
            s = skpi__result(skpi__cell(at, d, i), "output", b[i]);
        }
        for (size_t i = 0; i < n && !s; i++) output[d * n + i] = b[i];
    }
    free(b);
    return skpi__iotable_warned(at, "table", table, s);
}
