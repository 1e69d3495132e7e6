/* Macros for the templates of kernels that are compiled for several machines (variants.h has the list). */
#ifndef SKPI_CORE_VARIANT_H
#define SKPI_CORE_VARIANT_H

/* A function that all variants share.  It is inserted into each variant, and so is compiled for the machine of each. */
#define SKPI__INLINE static inline __attribute__((always_inline))

/* Doubles in the widest vector.  A file whose kernel is not faster with eight defines four; machines with vectors of
 * eight then run the kernel for four. */
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
