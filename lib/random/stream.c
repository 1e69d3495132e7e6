/* The stream's kernels (stream.h), compiled for several machines.
 *
 * Words lie so that pair j = 0 .. 255 has its radius in word[j] and its angle in word[256 + j].
 */
#include "random/stream.h"
#include "core/dispatch.h"
#include "random/inverse.h"
#include "random/threefry.h"

enum { PAIRS = SKPI__BLOCK / 2, CHUNK = 16 };

#define SKPI__NAME(f) f##_plain
#define SKPI__AIM
#include "random/stream_variant.h"
#ifdef SKPI_KERNEL_VARIANTS
#undef SKPI__NAME
#undef SKPI__AIM
#define SKPI__NAME(f) f##_v3
#define SKPI__AIM SKPI__AIM_V3
#include "random/stream_variant.h"
#undef SKPI__NAME
#undef SKPI__AIM
#define SKPI__NAME(f) f##_v4
#define SKPI__AIM SKPI__AIM_V4
#include "random/stream_variant.h"
#endif

const skpi__stream_kernel *skpi__stream_kernel_at(int32_t dispatch)
{
    static const skpi__stream_kernel plain = {words_plain, normals_plain, walk_plain, inverse_plain};
#ifdef SKPI_KERNEL_VARIANTS
    static const skpi__stream_kernel v3 = {words_v3, normals_v3, walk_v3, inverse_v3},
                                     v4 = {words_v4, normals_v4, walk_v4, inverse_v4};
#endif
    switch (skpi__dispatch(dispatch)) {
    case SKPI__PLAIN: return &plain;
#ifdef SKPI_KERNEL_VARIANTS
    case SKPI__X86_64_V3: return &v3;
    case SKPI__X86_64_V4: return &v4;
#endif
    default: return NULL;
    }
}
