/* How a file compiles its kernels for several machines: it includes its template once for each variant, with
 *   SKPI__NAME(f)  the name of function f in this variant,
 *   SKPI__AIM      the attribute that compiles a function for this variant's machine.
 * Inline parts that all variants share are SKPI__PART.
 */
#ifndef SKPI_CORE_VARIANT_H
#define SKPI_CORE_VARIANT_H

#define SKPI__PART static inline __attribute__((always_inline))
#ifdef SKPI_KERNEL_VARIANTS
#define SKPI__AIM_V3 __attribute__((target("arch=x86-64-v3")))
#ifdef __clang__
#define SKPI__AIM_V4 __attribute__((target("arch=x86-64-v4"), min_vector_width(512)))
#else
#define SKPI__AIM_V4 __attribute__((target("arch=x86-64-v4,prefer-vector-width=512")))
#endif
#endif

#endif
