/* The compiled variant of a kernel that runs: all variants give the same bits, and some are faster.
 *
 * The numbers are those of enum skpi_ensemble_dispatch.  A build whose compiler cannot aim one function at another
 * machine has the plain variant alone (SKPI_KERNEL_VARIANTS, found by configure).
 */
#ifndef SKPI_CORE_DISPATCH_H
#define SKPI_CORE_DISPATCH_H
#include <stddef.h>
#include <stdint.h>

enum { SKPI__BEST = 4301, SKPI__PLAIN, SKPI__X86_64_V3, SKPI__X86_64_V4 };

/* The variant that a choice stands for: SKPI__BEST, and 0, is the widest that this machine runs, another is itself; 0 where this
 * build or machine has none of that number. */
int32_t skpi__dispatch(int32_t choice);
/* Its place among SKPI__VARIANT_TABLES (variants.h): 0, where NULL stands, if there is none. */
static inline size_t skpi__variant_index(int32_t choice)
{
    const int32_t variant = skpi__dispatch(choice);
    return variant ? (size_t)(variant - SKPI__PLAIN) + 1 : 0;
}

#endif
