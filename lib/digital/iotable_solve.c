/* Leontief's quantity model: x = (I - A)^-1 y.
 *
 * Source: Miller & Blair, Input-Output Analysis (2nd ed. 2009), 2.2.
 */
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "digital/iotable.h"
#include "numeric/lu.h"

/* Output of every sector for k final demands.
 *
 * Given:    table    a factored table of n sectors
 *           k        demands
 *           demand   final demand for each sector's product (k x n); may be negative
 * Returned: output   output that each sector must make, in the same unit (k x n; may be demand itself)
 * Status:   SKPI_OK, SKPI_EINVAL (null), SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_EOVERFLOW (earlier demands are written)
 */
skpi_status skpi_digital_iotable_solve(const skpi_digital_iotable *table, size_t k, const double *demand,
                                       double *output)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if (!table) return skpi__refuse(at, SKPI_EINVAL, "table", "is NULL");
    const size_t n = table->n;
    if ((s = skpi__array(at, "demand", demand, k, n)) || (s = skpi__array(at, "output", output, k, n))) return s;
    for (size_t d = 0; d < k; d++)
        for (size_t i = 0; i < n; i++)
            if ((s = skpi__finite(skpi__cell(at, d, i), "demand", demand[d * n + i]))) return s;
    if (k == 0) return SKPI_OK;
    const size_t most = k < SKPI__LU_TOGETHER ? k : SKPI__LU_TOGETHER;
    double *b = skpi__alloc(n, most, sizeof *b);
    if (!b) return skpi__refuse(at, SKPI_ENOMEM, "table", "has %zu sectors: no memory to solve", n);
    for (size_t first = 0; first < k && !s; first += most) {
        const size_t width = k - first < most ? k - first : most;
        for (size_t d = 0; d < width; d++)
            for (size_t i = 0; i < n; i++) b[i * width + d] = demand[(first + d) * n + i];
        skpi__lu_solve(n, table->lu, table->pivot, width, b);
        for (size_t d = 0; d < width && !s; d++) {
            for (size_t i = 0; i < n && !s; i++)
                s = skpi__result(skpi__cell(at, first + d, i), "output", b[i * width + d]);
            for (size_t i = 0; i < n && !s; i++) output[(first + d) * n + i] = b[i * width + d];
        }
    }
    free(b);
    return s;
}
