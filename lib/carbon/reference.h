/* Sub-sectors of the Global Protocol for Community-Scale inventories: "I.4.4". */
#ifndef SKPI_CARBON_REFERENCE_H
#define SKPI_CARBON_REFERENCE_H
#include "core/error.h"

/* A reference such as "I.4.2". sector is 1 .. 6 for I .. VI; part and last are the numbers behind it, and last is 0 if
 * there is only one. */
typedef struct skpi__reference {
    int32_t sector, part, last;
} skpi__reference;

/* Reads a reference.  EINVAL if text is NULL, ENOTFOUND if the protocol does not have it; the error has this name. */
skpi_status skpi__reference_read(skpi__at at, const char *name, const char *text, skpi__reference *reference);
/* The scope of a sub-sector: 1, 2 or 3. */
int32_t skpi__reference_scope(skpi__reference r);
static inline int skpi__reference_same(skpi__reference a, skpi__reference b)
{
    return a.sector == b.sector && a.part == b.part && a.last == b.last;
}

#endif
