/* Changes per step, of years that are not all in one distance. */
#ifndef SKPI_CORE_STEPS_H
#define SKPI_CORE_STEPS_H
#include "core/error.h"

/* SKPI_WUNUSUAL where steps of the years differ, in words that end with what; value: of those years, or NULL: a year
 * whose value is NaN is none. */
skpi_status skpi__steps_differ(skpi__at at, const char *name, size_t m, const int32_t *year, const double *value,
                               const char *what);

#endif
