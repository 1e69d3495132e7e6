/* The stream of normal numbers from which ensembles are drawn, for other programs.
 *
 * Source: J. K. Salmon, M. A. Moraes, R. O. Dror and D. E. Shaw, Parallel random numbers: as easy as 1, 2, 3, SC11
 * (2011); smartkpi_ensemble(7) defines how words become normal numbers.
 */
#include <smartkpi/ensemble.h>
#include <string.h>
#include "core/check.h"
#include "core/dispatch.h"
#include "core/rows.h"
#include "random/stream.h"

static skpi_status check_draw_index(skpi__at at, const char *name, int32_t value)
{
    return value >= 0 ? SKPI_OK : skpi__fail(at, SKPI_ERANGE, name, value, "is negative");
}

skpi_status skpi_ensemble_draw(size_t n, uint64_t seed, int32_t model, uint64_t place, int32_t year, int32_t variable,
                               uint64_t first_draw, double *normal)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__array_size(at, "n", n, 1))) return s;
    if (model < -1) return skpi__fail(at, SKPI_ERANGE, "model", model, "is below -1, which stands for factors");
    if (place > UINT32_MAX) return skpi__fail(at, SKPI_ERANGE, "place", (double)place, "is not below 2^32");
    if ((s = skpi__year(at, "year", year)) || (s = check_draw_index(at, "variable", variable))) return s;
    if (first_draw > SKPI__DRAWS_MAX || n > SKPI__DRAWS_MAX - first_draw)
        return skpi__fail(at, SKPI_ERANGE, "first_draw", (double)first_draw,
                          "and %zu draws from it on: a stream ends before 2^34", n);
    if ((s = skpi__array(at, "normal", normal, n, 1))) return s;

    const skpi__stream_kernel *kernel = skpi__stream_kernel_at(SKPI__BEST);
    const skpi__stream stream = {seed, (uint32_t)model, (uint32_t)year, (uint32_t)place, (uint32_t)variable};
    uint64_t block = first_draw / SKPI__BLOCK;
    for (size_t skip = first_draw % SKPI__BLOCK; n; skip = 0, block++) {
        uint32_t word[SKPI__BLOCK];
        double z[SKPI__BLOCK];
        const size_t rest = SKPI__BLOCK - skip, now = n < rest ? n : rest;
        kernel->words(&stream, block, word);
        kernel->normals(word, z);
        memcpy(normal, z + skip, now * sizeof *z);
        normal += now;
        n -= now;
    }
    return SKPI_OK;
}
