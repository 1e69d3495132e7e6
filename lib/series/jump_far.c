/* Changes that are far from most of those around them (jump_far.h). */
#include "series/jump_far.h"

typedef struct jump_far_kernel {
    size_t (*far)(size_t n, const double *change, size_t from, size_t side, double step);
} jump_far_kernel;

#define SKPI__LANES_MOST 4 /* those around a change are few */
#define SKPI__TEMPLATE "series/jump_far_variant.h"
#include "core/variants.h"

size_t skpi__jump_far(size_t n, const double *change, size_t from, size_t side, double step)
{
    static const jump_far_kernel *const variant[] = {SKPI__VARIANT_TABLES};
    return variant[skpi__variant_index(SKPI__BEST)]->far(n, change, from, side, step);
}
