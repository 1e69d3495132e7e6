/* Buffers of 64-bit words, with the least significant byte first on every machine, and a checksum of the words. */
#ifndef SKPI_ENSEMBLE_RESULT_BYTES_H
#define SKPI_ENSEMBLE_RESULT_BYTES_H
#include <stddef.h>
#include "ensemble/hash.h"

typedef struct skpi__writer {
    unsigned char *to; /* NULL: the words are only counted */
    size_t n;          /* words written so far */
    uint64_t hash;
} skpi__writer;

static inline void skpi__write(skpi__writer *w, uint64_t word)
{
    if (w->to) {
        unsigned char *byte = w->to + 8 * w->n;
        for (unsigned i = 0; i < 8; i++) byte[i] = (unsigned char)(word >> 8 * i & 255);
        w->hash = skpi__hash(w->hash, word);
    }
    w->n++;
}
static inline void skpi__write_doubles(skpi__writer *w, size_t n, const double *value)
{
    for (size_t i = 0; i < n; i++) {
        uint64_t word;
        memcpy(&word, value + i, sizeof word);
        skpi__write(w, word);
    }
}

typedef struct skpi__reader {
    const unsigned char *from;
    size_t n;   /* words left */
    int short_; /* 1: more words were read than there are */
} skpi__reader;

static inline uint64_t skpi__read(skpi__reader *r)
{
    uint64_t word = 0;
    if (!r->n) {
        r->short_ = 1;
        return 0;
    }
    for (unsigned i = 0; i < 8; i++) word |= (uint64_t)r->from[i] << 8 * i;
    r->from += 8;
    r->n--;
    return word;
}
static inline void skpi__read_doubles(skpi__reader *r, size_t n, double *value)
{
    for (size_t i = 0; i < n; i++) {
        const uint64_t word = skpi__read(r);
        memcpy(value + i, &word, sizeof word);
    }
}

#endif
