/* The inner kernel of the LU factorisation, compiled for several machines.
 *
 * A tile of C is kept in registers: ROWS rows times two vectors.  Each element receives its products one after the
 * other, multiplied and then subtracted (never fused), so that every kernel gives the same bits.
 */
#include "numeric/lu_kernel.h"
#include <string.h>

enum { ROWS = 4 };

#define SKPI__TEMPLATE "numeric/lu_kernel_variant.h"
#include "core/variants.h"

const skpi__lu_kernel *skpi__lu_kernel_at(int32_t dispatch)
{
    static const skpi__lu_kernel *const variant[] = {SKPI__VARIANT_TABLES};
    return variant[skpi__variant_index(dispatch)];
}
