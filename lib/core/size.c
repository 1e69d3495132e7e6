/* Memory of a checked size. */
#include "core/size.h"
#include <stdlib.h>
#include <string.h>

#ifdef __has_feature /* clang */
#if __has_feature(address_sanitizer) && !defined __SANITIZE_ADDRESS__
#define __SANITIZE_ADDRESS__ 1
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(from, size) ((void)(from), (void)(size))
#endif

enum { ALIGNED = 64 }; /* a line of a cache */

/* The bytes to ask for, at least 1; 0: more than any object has. */
static size_t bytes_of(size_t n, size_t m, size_t element)
{
    size_t cells, bytes;
    if (!skpi__mul(n, m, &cells) || !skpi__mul(cells, element, &bytes)) return 0;
    return bytes ? bytes : 1;
}

void *skpi__alloc(size_t n, size_t m, size_t element)
{
    const size_t bytes = bytes_of(n, m, element);
    return bytes ? calloc(bytes, 1) : NULL;
}

void *skpi__alloc_unset(size_t n, size_t m, size_t element)
{
    const size_t bytes = bytes_of(n, m, element);
    return bytes ? malloc(bytes) : NULL;
}

/* What a piece takes of the block: more than it needs. */
static int size_of_piece(const skpi__piece *piece, size_t *bytes)
{
    size_t cells;
    if (!skpi__mul(piece->n, piece->m, &cells) || !skpi__mul(cells, piece->element, bytes)) return 0;
    if (*bytes > (size_t)PTRDIFF_MAX - ALIGNED) return 0;
    *bytes = (*bytes / ALIGNED + 1) * ALIGNED;
    return 1;
}

void *skpi__alloc_pieces(size_t n_pieces, const skpi__piece *piece)
{
    size_t all = ALIGNED, bytes, used;
    for (size_t k = 0; k < n_pieces; k++) {
        if (!size_of_piece(piece + k, &bytes) || all > (size_t)PTRDIFF_MAX - bytes) return NULL;
        all += bytes;
    }
    char *const block = calloc(all, 1);
    if (!block) return NULL;
    used = ALIGNED - (uintptr_t)block % ALIGNED;
    for (size_t k = 0; k < n_pieces; k++) {
        void *const array = block + used;
        const size_t needed = piece[k].n * piece[k].m * piece[k].element;
        memcpy(piece[k].pointer, &array, sizeof array);
        size_of_piece(piece + k, &bytes); /* it fits, as before */
        used += bytes;
        ASAN_POISON_MEMORY_REGION((char *)array + needed, bytes - needed); /* who goes beyond a piece is seen */
    }
    return block;
}
