/* Shares and total populations of places, checked for two functions. */
#ifndef SKPI_URBAN_PEOPLE_H
#define SKPI_URBAN_PEOPLE_H
#include "core/check.h"

/* Checks share (n x m fractions in [0,1]) and total (n x m, not negative). */
static inline skpi_status skpi__urban_people(skpi__at at, size_t n, size_t m, const double *share, const double *total)
{
    skpi_status s = SKPI_OK;
    for (size_t i = 0; !s && i < n; i++)
        for (size_t k = 0; !s && k < m; k++) {
            const skpi__at cell = skpi__cell(at, i, k);
            if (!(s = skpi__share(cell, "share", share[i * m + k])))
                s = skpi__quantity(cell, "total", total[i * m + k]);
        }
    return s;
}

#endif
