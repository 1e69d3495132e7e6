/* The annual rows of a projection. */
#ifndef SKPI_URBAN_PATH_YEARS_H
#define SKPI_URBAN_PATH_YEARS_H
#include "core/rows.h"
#include "urban/path.h"

/* Share and growth difference at the leads first_lead, first_lead + 1, ...; shares or urgds may be NULL. */
static inline void skpi__urban_path_years(skpi__urban_path *path, double first_lead, size_t n_years, double *shares,
                                          double *urgds)
{
    for (size_t k = 0; k < n_years; k++) {
        skpi__set(shares, k, skpi__urban_path_at(path, first_lead + (double)k, urgds ? urgds + k : NULL));
    }
}

/* Sets the years of a failed row to NaN. */
static inline void skpi__urban_path_no_years(size_t n_years, double *shares, double *urgds)
{
    skpi__set_nan(shares, n_years);
    skpi__set_nan(urgds, n_years);
}

#endif
