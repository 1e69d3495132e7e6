/* Strata of the normal distribution (strata.h): a counting sort by cells of 1/128, in which the earlier draw is first. */
#include "random/strata.h"

enum { CELLS_OF_ONE = 128, CELLS = 13 * CELLS_OF_ONE, PART_BITS = 21 }; /* from -6.5 to 6.5; 2^32 / 2,048 = 2^21 */

static uint32_t strata_reverse(uint32_t v)
{
    uint32_t reverse = 0;
    for (int i = 0; i < 32; i++) reverse |= (v >> i & 1) << (31 - i);
    return reverse;
}

static uint16_t strata_cell(double x)
{
    const double at = x * CELLS_OF_ONE + .5 * CELLS, most = CELLS - 1;
    return (uint16_t)(at < 0 ? 0 : at > most ? most : at);
}

void skpi__strata(const skpi__stream_kernel *random, uint32_t group, skpi__strata_shift shift, double x[SKPI__STRATA])
{
    const uint32_t reverse = strata_reverse(group);
    uint16_t cell[SKPI__STRATA], start[CELLS + 1] = {0};
    uint32_t word[SKPI__BLOCK];
    for (size_t i = 0; i < SKPI__STRATA; i++) cell[i] = strata_cell(x[i]);
    for (size_t i = 0; i < SKPI__STRATA; i++) start[cell[i] + 1]++;
    for (size_t c = 1; c < CELLS; c++) start[c] = (uint16_t)(start[c] + start[c - 1]);
    for (size_t b = 0; b < SKPI__STRATA; b += SKPI__BLOCK) {
        for (size_t i = 0; i < SKPI__BLOCK; i++) word[i] = start[cell[b + i]]++;
        for (size_t i = 0; i < SKPI__BLOCK; i++)
            word[i] = word[i] << PART_BITS | (reverse ^ (shift.a * word[i] + shift.b)) >> (32 - PART_BITS);
        random->inverse(word, x + b);
    }
}
