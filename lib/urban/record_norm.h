/* The norm of a record as it would have been fitted at an origin. */
#ifndef SKPI_URBAN_RECORD_NORM_H
#define SKPI_URBAN_RECORD_NORM_H
#include "urban/record.h"

/* How it is fitted. */
typedef struct skpi__urban_norm_rules {
    int32_t loss;
    size_t n_sizes; /* 1: one norm for all areas; 2: one for large areas, one for small ones */
} skpi__urban_norm_rules;

/* Reads options->loss and options->n_sizes: EINVAL. */
skpi_status skpi__urban_norm_rules_take(skpi__at at, int32_t loss, int32_t n_sizes, skpi__urban_norm_rules *rules);

/* The straight line of the growth difference over the last ten years on the share at their beginning, over the areas
 * whose share is between 0.005 and 0.995 at both ends: one for all areas, or for large and for small ones.  The norm of
 * a size class without such an area is 0.  room holds 4 n values.  Statuses: WNOTCONVERGED, ENODATA, ESINGULAR; the
 * error names share. */
skpi_status skpi__urban_record_norm(skpi__at at, const skpi__urban_record *record, const skpi__urban_norm_rules *rules,
                                    size_t origin, double *room, double norm[4]);

#endif
