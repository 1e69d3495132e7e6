/* Urban and rural population: U = p N, R = (1 - p) N. */
#include "core/check.h"
#include "core/rows.h"
#include "urban/people.h"
#include <smartkpi/urban.h>

skpi_status skpi_urban_population(size_t n, size_t m, const double *share, const double *total, double *urban,
                                  double *rural)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__array(at, "share", share, n, m)) || (s = skpi__array(at, "total", total, n, m))) return s;
    if ((s = skpi__urban_people(at, n, m, share, total))) return s;
    for (size_t c = 0; c < n * m; c++) {
        const double p = share[c], people = total[c];
        skpi__set(urban, c, p * people);
        skpi__set(rural, c, (1 - p) * people);
    }
    return SKPI_OK;
}
