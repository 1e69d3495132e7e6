/* Products of sizes that are checked for overflow. */
#ifndef SKPI_CORE_SIZE_H
#define SKPI_CORE_SIZE_H
#include <stddef.h>
#include <stdint.h>

/* Returns 1 and the product, or 0 if no object can be as large as a x b. */
static inline int skpi__mul(size_t a, size_t b, size_t *product)
{
    if (b && a > (size_t)PTRDIFF_MAX / b) return 0;
    *product = a * b;
    return 1;
}
/* The product, or SIZE_MAX if it would wrap.  No memory holds SIZE_MAX elements, so the checks of arrays refuse it. */
static inline size_t skpi__width(size_t a, size_t b)
{
    size_t product;
    return skpi__mul(a, b, &product) ? product : SIZE_MAX;
}
/* Zeroed memory for n x m elements, or NULL if there is none.  For n x m = 0 the result is a pointer to free, too. */
void *skpi__alloc(size_t n, size_t m, size_t element);

#endif
