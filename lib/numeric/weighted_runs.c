/* Weighted sums under many sets of weights (weighted_runs.h): a matrix product in tiles, so that a column is read from near
 * memory for all runs.  Every sum has the same operations in the same order, none fused. */
#include "numeric/weighted_runs.h"

#define SKPI__TEMPLATE "numeric/weighted_runs_variant.h"
#include "core/variants.h"

const skpi__weighted_runs_kernel *skpi__weighted_runs_kernel_at(int32_t dispatch)
{
    static const skpi__weighted_runs_kernel *const variant[] = {SKPI__VARIANT_TABLES};
    return variant[skpi__variant_index(dispatch)];
}
