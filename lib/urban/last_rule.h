/* The last observation of one row of a published annual table. */
#ifndef SKPI_URBAN_LAST_RULE_H
#define SKPI_URBAN_LAST_RULE_H
#include "core/error.h"

typedef struct skpi__urban_last {
    int32_t rule;     /* enum skpi_urban_last_observation_rule */
    int open;         /* 0: the share is 0 or 1, and there is no growth difference */
    size_t at, from;  /* columns of the observation, and of the year that the growth difference begins in */
    double into_year; /* date - year */
} skpi__urban_last;

/* The last observation among the first known of n columns, known >= 3, where at stands in the row.  rule 0: found.
 * Status: SKPI_OK, ENODATA, EDOM, ERANGE, ENOTFINITE; named share->value or rounding. */
skpi_status skpi__urban_last_find(skpi__at at, size_t n, size_t known, const double *share, double rounding,
                                  int32_t rule, skpi__urban_last *last);

#endif
