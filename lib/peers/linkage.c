/* Rows of distances between groups (linkage.h).  Every element has the same operations in the same order, and the least of
 * several numbers knows no order, so that all vector units give the same bits. */
#include "peers/linkage.h"
#include <math.h>

#define SKPI__TEMPLATE "peers/linkage_variant.h"
#include "core/variants.h"

const skpi__linkage_kernel *skpi__linkage_kernel_at(int32_t dispatch)
{
    static const skpi__linkage_kernel *const variant[] = {SKPI__VARIANT_TABLES};
    return variant[skpi__variant_index(dispatch)];
}
