/* One share of GDP: its checks and missing values. */
#ifndef SKPI_DIGITAL_SHARE_H
#define SKPI_DIGITAL_SHARE_H
#include "core/error.h"
#include "numeric/decimal.h"

/* Checks one pair of values, whose names are given; SKPI_WMISSING if either is NaN. */
skpi_status skpi__digital_pair(skpi__at at, const char *name_digital, double digital, const char *name_gdp, double gdp);
/* digital / gdp of a checked pair, at most 1; NaN if either is missing. */
static inline double skpi__digital_quotient(double digital, double gdp)
{
    return isnan(digital) || isnan(gdp) ? (double)NAN : fmin(digital / gdp, 1);
}
/* x: 0 or 1 if it is so but for the rounding of terms whose sizes add up to size. */
static inline double skpi__digital_fraction(double x, double size)
{
    return x > 1 && skpi__reaches(1, x, fmin(size, DBL_MAX)) ? 1 : skpi__rounded(x, size);
}
/* Warns of a break in row i of one of the tables; room has room for 2 digital->m numbers. */
skpi_status skpi__digital_break(skpi__at at, const char *name_digital, const skpi_table *digital, const char *name_gdp,
                                const skpi_table *gdp, size_t i, double *room);

#endif
