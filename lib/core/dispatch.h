/* Selects the compiled variant of a kernel.  All variants give the same bits; they differ in speed.
 *
 * The numbers are those of enum skpi_ensemble_dispatch.  If the compiler cannot compile a single function for another
 * machine, the build has only the plain variant (SKPI_KERNEL_VARIANTS, found by configure).
 */
#ifndef SKPI_CORE_DISPATCH_H
#define SKPI_CORE_DISPATCH_H
#include <stddef.h>
#include <stdint.h>

enum { SKPI__BEST = 4301, SKPI__PLAIN, SKPI__X86_64_V3, SKPI__X86_64_V4 };

/* The variant for a choice.  0 and SKPI__BEST stand for the widest variant that this machine runs, every other number
 * for itself.  Returns 0 if this build or machine does not have the variant. */
int32_t skpi__dispatch(int32_t choice);
/* The index of that variant in SKPI__VARIANT_TABLES (variants.h); 0, whose element is NULL, if there is none. */
static inline size_t skpi__variant_index(int32_t choice)
{
    const int32_t variant = skpi__dispatch(choice);
    return variant ? (size_t)(variant - SKPI__PLAIN) + 1 : 0;
}

#endif
