/* Products of sizes that are checked for overflow. */
#ifndef SKPI_CORE_SIZE_H
#define SKPI_CORE_SIZE_H
#include <stddef.h>
#include <stdint.h>

/* 1 and the product, or 0 if a x b is more than any object can be. */
static inline int skpi__mul(size_t a, size_t b, size_t *product)
{
    if (b && a > (size_t)PTRDIFF_MAX / b) return 0;
    *product = a * b;
    return 1;
}
/* The product, or SIZE_MAX where it wraps: more than memory holds, which the checks of arrays refuse. */
static inline size_t skpi__width(size_t a, size_t b)
{
    size_t product;
    return skpi__mul(a, b, &product) ? product : SIZE_MAX;
}
/* Zeroed memory for n x m elements, or NULL; n x m = 0 still gives a pointer to free. */
void *skpi__alloc(size_t n, size_t m, size_t element);

#endif
