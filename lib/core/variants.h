/* Compiles the variants of a kernel: includes a template once for each machine.
 *
 * A template is a header.  Its functions take their names and their machine from the macros below, so that a debugger
 * can step through its lines.  It ends with the table of its functions, SKPI__VARIANT(kernel).  All variants give the
 * same bits.  A file that holds a kernel has
 *   #define SKPI__TEMPLATE "numeric/block_variant.h"
 *   #include "core/variants.h"
 * and selects one of the tables SKPI__VARIANT_TABLES by skpi__variant_index.  This header has no guard, because a file
 * includes it once.
 *
 * SKPI__VARIANT(f)     the name of f in this variant
 * SKPI__TARGET         attribute that compiles a function for this variant's machine
 * SKPI__LANES          doubles in a vector of this machine, at most SKPI__LANES_MOST
 * SKPI__VECTOR         a vector of so many doubles,
 * SKPI__WHOLE_VECTOR   of so many 64-bit integers, and
 * SKPI__BITS_VECTOR    of so many that wrap around; vectors never cross a function's border: no ABI depends on them
 * SKPI__VECTOR_AT(p)   the vector at a place in memory
 */
#include <stddef.h>
#include <stdint.h>
#include "core/dispatch.h"
#include "core/variant.h"

#define SKPI__VECTOR SKPI__VARIANT(skpi__vector)
#define SKPI__WHOLE_VECTOR SKPI__VARIANT(skpi__whole_vector)
#define SKPI__BITS_VECTOR SKPI__VARIANT(skpi__bits_vector)
#define SKPI__VECTOR_AT(p) (*(SKPI__VECTOR *)(void *)(p))
#define SKPI__VECTOR_TYPES                                                                                   \
    typedef double SKPI__VECTOR __attribute__((vector_size(8 * SKPI__LANES), aligned(8), may_alias));        \
    typedef int64_t SKPI__WHOLE_VECTOR __attribute__((vector_size(8 * SKPI__LANES), aligned(8), may_alias)); \
    typedef uint64_t SKPI__BITS_VECTOR __attribute__((vector_size(8 * SKPI__LANES), aligned(8), may_alias));

/* The plain variant, for the machine that the compiler was told. */
#define SKPI__VARIANT(f) f##_plain
#define SKPI__TARGET
#if defined(__AVX512F__)
#define SKPI__LANES SKPI__LANES_MOST
#elif defined(__AVX__)
#define SKPI__LANES 4
#else
#define SKPI__LANES 2
#endif
SKPI__VECTOR_TYPES
#include SKPI__TEMPLATE

#ifdef SKPI_KERNEL_VARIANTS
#undef SKPI__VARIANT
#undef SKPI__TARGET
#undef SKPI__LANES
#define SKPI__VARIANT(f) f##_v3
#define SKPI__TARGET SKPI__TARGET_V3
#define SKPI__LANES 4
SKPI__VECTOR_TYPES
#include SKPI__TEMPLATE

#if SKPI__LANES_MOST > SKPI__LANES
#undef SKPI__VARIANT
#undef SKPI__TARGET
#undef SKPI__LANES
#define SKPI__VARIANT(f) f##_v4
#define SKPI__TARGET SKPI__TARGET_V4
#define SKPI__LANES SKPI__LANES_MOST
SKPI__VECTOR_TYPES
#include SKPI__TEMPLATE
#define SKPI__VARIANT_TABLES NULL, &kernel_plain, &kernel_v3, &kernel_v4
#else
#define SKPI__VARIANT_TABLES NULL, &kernel_plain, &kernel_v3, &kernel_v3
#endif
#else
#define SKPI__VARIANT_TABLES NULL, &kernel_plain
#endif
