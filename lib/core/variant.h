/* Kernels that are compiled for several machines: the macros of their templates (variants.h has the list). */
#ifndef SKPI_CORE_VARIANT_H
#define SKPI_CORE_VARIANT_H

/* A function that all variants share: it becomes part of each, and so is compiled for its machine. */
#define SKPI__INLINE static inline __attribute__((always_inline))

/* Doubles in a vector of the widest machine.  A file whose kernel does not gain from eight defines four: then machines
 * that have eight run the kernel for four. */
#ifndef SKPI__LANES_MOST
#define SKPI__LANES_MOST 8
#endif

#ifdef SKPI_KERNEL_VARIANTS
#define SKPI__TARGET_V3 __attribute__((target("arch=x86-64-v3")))
#ifdef __clang__
#define SKPI__TARGET_V4 __attribute__((target("arch=x86-64-v4"), min_vector_width(512)))
#else
#define SKPI__TARGET_V4 __attribute__((target("arch=x86-64-v4,prefer-vector-width=512")))
#endif
#endif

#endif
