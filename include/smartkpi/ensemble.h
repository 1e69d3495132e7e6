/* Ensembles: uncertain futures of many places by many draws, the same bits on every machine. */
#ifndef SMARTKPI_ENSEMBLE_H
#define SMARTKPI_ENSEMBLE_H
#include <smartkpi/base.h>
#ifdef __cplusplus
extern "C" {
#endif

/* Which compiled variant of the kernels runs: all give the same bits. */
enum skpi_ensemble_dispatch {
    SKPI_ENSEMBLE_BEST = 0,      /* the fastest that this machine can run */
    SKPI_ENSEMBLE_PLAIN = 1,     /* what the library was compiled for */
    SKPI_ENSEMBLE_X86_64_V3 = 2, /* AVX2 */
    SKPI_ENSEMBLE_X86_64_V4 = 3  /* AVX-512 */
};

/* Draws first_draw .. first_draw + n - 1 of the documented stream of standard normal numbers, for replay elsewhere: a
 * function of seed, model, place, year and variable alone.  model and variable at least 0, place below 2^32, draws below
 * 2^34. */
SKPI_API skpi_status skpi_ensemble_draw(size_t n, uint64_t seed, int32_t model, uint64_t place, int32_t year,
                                        int32_t variable, uint64_t first_draw, double *normal /* n */);

#ifdef __cplusplus
}
#endif
#endif
