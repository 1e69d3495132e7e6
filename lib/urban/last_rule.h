/* The last observation of one row of a published annual table. */
#ifndef SKPI_URBAN_LAST_RULE_H
#define SKPI_URBAN_LAST_RULE_H
#include "core/error.h"

typedef struct skpi__urban_last {
    int32_t rule;     /* enum skpi_urban_last_observation_rule */
    int open;         /* 0: the share is 0 or 1 and has no growth difference */
    size_t at, from;  /* columns of the observation, and of the year in which the growth difference's period begins */
    double into_year; /* date - year */
} skpi__urban_last;

/* Finds the last observation among the first `known` of n columns, known >= 3; `at` stands in the row.  With rule 0 the
 * rule is found from the row.  Statuses: SKPI_OK, ENODATA, EDOM, ERANGE, ENOTFINITE; the error names share->value or
 * rounding. */
skpi_status skpi__urban_last_find(skpi__at at, size_t n, size_t known, const double *share, double rounding,
                                  int32_t rule, skpi__urban_last *last);

#endif
