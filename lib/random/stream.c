/* The stream's kernels (stream.h), compiled for several machines.
 *
 * Pair j = 0 .. 255 takes its radius from word[j] and its angle from word[256 + j].
 */
#include "random/stream.h"
#include "random/inverse.h"
#include "random/threefry.h"

enum { PAIRS = SKPI__BLOCK / 2, CHUNK = 16 };
enum { NORMAL, WALK, INNOVATE }; /* what becomes of a normal number */
typedef struct skpi__move {
    int what, with; /* with: the number is y + own times the draw */
    double own, drift, sigma, fading, gain;
} skpi__move;
static const double nothing[SKPI__BLOCK]; /* stands for y where there is none */

#define SKPI__TEMPLATE "random/stream_variant.h"
#include "core/variants.h"

const skpi__stream_kernel *skpi__stream_kernel_at(int32_t dispatch)
{
    static const skpi__stream_kernel *const variant[] = {SKPI__VARIANT_TABLES};
    return variant[skpi__variant_index(dispatch)];
}
