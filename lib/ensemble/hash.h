/* A checksum of 64-bit words.  It distinguishes plans and detects damaged buffers; it does not protect against
 * deliberate changes.
 *
 * Each word goes through invertible steps, so that a change of any single word always changes the sum. */
#ifndef SKPI_ENSEMBLE_HASH_H
#define SKPI_ENSEMBLE_HASH_H
#include <stdint.h>
#include <string.h>

#define SKPI__HASH_START 0x736b7069656e7331u

static inline uint64_t skpi__hash(uint64_t hash, uint64_t word)
{
    hash = (hash ^ word) * 0x9e3779b97f4a7c15u;
    return hash ^ hash >> 29;
}
static inline uint64_t skpi__hash_double(uint64_t hash, double value)
{
    uint64_t bits;
    value += 0; /* turns -0 into 0 */
    memcpy(&bits, &value, sizeof bits);
    return skpi__hash(hash, bits);
}
static inline uint64_t skpi__hash_doubles(uint64_t hash, size_t n, const double *value)
{
    for (size_t i = 0; i < n; i++) hash = skpi__hash_double(hash, value[i]);
    return hash;
}

#endif
