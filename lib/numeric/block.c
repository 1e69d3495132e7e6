/* The kernels over a block (block.h), compiled for several machines. */
#include "numeric/block.h"
#include <float.h>
#include <math.h>
#include "numeric/power.h"

enum { N = SKPI__BLOCK_VALUES, LANES = 32 };
#define SKPI__SHARE_ZERO UINT64_C(0x40f0000000000000) /* the bits of 2^16, whose last bit has the value 2^-36 */
#define SKPI__WHOLE_ZERO UINT64_C(0x4338000000000000) /* the bits of 1.5 2^52, whose last bit has the value 1 */

SKPI__INLINE double skpi__at_most_one(double u) { return u < 1 ? u : 1; }
SKPI__INLINE uint64_t skpi__bits(double x)
{
    uint64_t b;
    memcpy(&b, &x, sizeof b);
    return b;
}
SKPI__INLINE uint64_t skpi__share_bits(double u) { return skpi__bits(u + 0x1p16); }
SKPI__INLINE uint64_t skpi__whole_bits(double x) { return skpi__bits(x + 0x1.8p52); }
/* A conversion that needs no instruction which only new machines have for vectors. */
SKPI__INLINE double skpi__whole_value(int64_t sum)
{
    const uint64_t bits = SKPI__WHOLE_ZERO + (uint64_t)sum;
    double value;
    memcpy(&value, &bits, sizeof value);
    return value - 0x1.8p52;
}
SKPI__INLINE int64_t skpi__added(int64_t sum, double x)
{
    return (int64_t)((uint64_t)sum + (skpi__whole_bits(x) - SKPI__WHOLE_ZERO));
}
/* Each half of the expression is one machine instruction.  NaN would become low. */
SKPI__INLINE double skpi__clamped(double x, double low, double high)
{
    const double most = x > low ? x : low;
    return most < high ? most : high;
}
/* The octave of x, or of 0 if x is below it (block.h). */
SKPI__INLINE double skpi__octave_of(double x)
{
    const uint64_t bits = skpi__bits(x > 0 ? x : 0) >> 11 | skpi__bits(0x1p52);
    double octave;
    memcpy(&octave, &bits, sizeof octave);
    return octave - 0x1p52;
}
/* The bin of x.  Difference and product are monotone in x.  Adding 2^52 rounds to a whole number, which the last 16
 * bits hold. */
SKPI__INLINE uint64_t skpi__place_of(double x, double low, double high, double scale)
{
    return skpi__bits((skpi__clamped(x, low, high) - low) * scale + 0x1p52);
}

skpi__bins skpi__bins_over(double low, double high)
{
    const double scale = (SKPI__BINS - 1) / (high - low);
    return (skpi__bins){low, high, isfinite(high - low) && isfinite(scale) ? scale : 0, 0, 0};
}

double skpi__octave(double value) { return skpi__octave_of(value); }

double skpi__octave_value(double octave)
{
    const uint64_t most = skpi__bits(DBL_MAX) >> 11;
    const uint64_t steps = octave > 0 ? octave < (double)most ? (uint64_t)octave : most : 0, bits = steps << 11;
    double value;
    memcpy(&value, &bits, sizeof value);
    return value;
}

typedef enum share_use { NEITHER, WRITTEN, ADDED, FIRST_ADDED } share_use;

#define SKPI__TEMPLATE "numeric/block_variant.h"
#include "core/variants.h"

const skpi__block_kernel *skpi__block_kernel_at(int32_t dispatch)
{
    static const skpi__block_kernel *const variant[] = {SKPI__VARIANT_TABLES};
    return variant[skpi__variant_index(dispatch)];
}
