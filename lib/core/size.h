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
/* The same, but not zeroed. */
void *skpi__alloc_unset(size_t n, size_t m, size_t element);

/* An array of n x m elements for a pointer. */
typedef struct skpi__piece {
    void *pointer; /* its address */
    size_t n, m, element;
} skpi__piece;
#define SKPI__PIECE(pointer, n, m)          \
    {                                       \
        &(pointer), n, m, sizeof *(pointer) \
    }
/* Zeroed arrays in one block of memory.  Sets the pointers; returns the block, which is to be freed, or NULL. */
void *skpi__alloc_pieces(size_t n_pieces, const skpi__piece *piece);
#define SKPI__ALLOC_PIECES(pieces) skpi__alloc_pieces(sizeof(pieces) / sizeof *(pieces), pieces)

#endif
