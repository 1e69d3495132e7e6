/* Single numbers of the stream (stream.h), where a whole block would be too many. */
#ifndef SKPI_RANDOM_SINGLE_H
#define SKPI_RANDOM_SINGLE_H
#include "random/stream.h"

/* The word of a draw: word[draw % 512] of its block. */
uint32_t skpi__stream_word(const skpi__stream *stream, uint64_t draw);
/* The normal draw, the same bits as that of its block. */
double skpi__stream_normal(const skpi__stream *stream, uint64_t draw);

#endif
