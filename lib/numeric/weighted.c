/* Weighted sums of columns and counts (weighted.h): every element has the same operations in the same order, none fused, so
 * that all vector units give the same bits. */
#include "numeric/weighted.h"
#include <math.h>

#define SKPI__LANES_MOST 4
#define SKPI__TEMPLATE "numeric/weighted_variant.h"
#include "core/variants.h"

const skpi__weighted_kernel *skpi__weighted_kernel_at(int32_t dispatch)
{
    static const skpi__weighted_kernel *const variant[] = {SKPI__VARIANT_TABLES};
    return variant[skpi__variant_index(dispatch)];
}
