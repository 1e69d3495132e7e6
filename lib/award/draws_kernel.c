/* Sums and orders of a block of draws (draws_kernel.h).
 *
 * What is sorted are keys: the distance from the highest quality, in so many units that it has up to 51 bits, and behind
 * it the number of the entry, so that no two keys are equal and every vector unit finds one order.  A key is the pattern
 * of bits of a normal number from 2^-511 up, because every machine finds the lesser of two doubles; patterns rise as their
 * numbers do.
 */
#include "award/draws_kernel.h"

enum { QUALITY_BITS = 51, KEY_BITS = 61 };
#define FIRST_KEY (INT64_C(1) << KEY_BITS)
#define WHOLE 0x1p52 /* with it added, a number from 0 to 2^52 has its whole part in the last bits */
#define WHOLE_BITS INT64_C(0xfffffffffffff)

#define SKPI__TEMPLATE "award/draws_kernel_variant.h"
#include "core/variants.h"

const skpi__draws_kernel *skpi__draws_kernel_at(int32_t dispatch)
{
    static const skpi__draws_kernel *const variant[] = {SKPI__VARIANT_TABLES};
    return variant[skpi__variant_index(dispatch)];
}
