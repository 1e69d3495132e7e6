/* Sobol sequences: points that fill the unit cube more evenly than random ones, in up to 1,111 dimensions.
 *
 * A coordinate of a point is a 32-bit word X, which stands for (X + 1/2) 2^-32.  Points stand in the order of the Gray
 * code (I. A. Antonov and V. M. Saleev, USSR Computational Mathematics and Mathematical Physics 19 (1979) 252); point 0
 * is 0.  No point may be skipped, because the remaining points are less even (A. B. Owen, On dropping the first Sobol'
 * point, MCQMC 2020).  A digital shift adds the same random word, bit by bit without carry, to a coordinate of all
 * points.  It keeps the evenness and makes means unbiased.
 */
#ifndef SKPI_RANDOM_SOBOL_H
#define SKPI_RANDOM_SOBOL_H
#include "random/stream.h"

enum { SKPI__SOBOL_DIMENSIONS = 1111, SKPI__SOBOL_STARTS = 12113, SKPI__SOBOL_BITS = 32 };
extern const uint16_t skpi__sobol_polynomial[SKPI__SOBOL_DIMENSIONS - 1], skpi__sobol_start[SKPI__SOBOL_STARTS];

/* The direction numbers of a dimension, 0 .. SKPI__SOBOL_DIMENSIONS - 1: direction[k] for bit k of the Gray code. */
void skpi__sobol_directions(uint32_t dimension, uint32_t direction[SKPI__SOBOL_BITS]);
/* Scrambles a dimension by a random lower-triangular matrix over the field of two elements (Matousek 1998): bit i of a
 * point, counted from the highest, becomes the sum of itself and of those higher bits that row[i] has.  The points stay
 * as even as they were, and the coordinates of neighbouring dimensions lose what they have in common. */
void skpi__sobol_scramble(const uint32_t row[SKPI__SOBOL_BITS], uint32_t direction[SKPI__SOBOL_BITS]);
/* The direction numbers of a dimension, scrambled by words 0 .. 31 of the stream, row i by word i; returns word 32, for
 * the digital shift. */
uint32_t skpi__sobol_random(const skpi__stream *stream, uint32_t dimension, uint32_t direction[SKPI__SOBOL_BITS]);
/* The coordinates of points 512 block .. 512 block + 511, block < 2^23, with the digital shift. */
void skpi__sobol_block(const uint32_t direction[SKPI__SOBOL_BITS], uint32_t block, uint32_t shift, uint32_t word[512]);

/* The coordinate of one point, with the shift. */
uint32_t skpi__sobol_word(const uint32_t direction[SKPI__SOBOL_BITS], uint32_t point, uint32_t shift);

#endif
