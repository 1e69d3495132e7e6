/* One share of GDP: its checks and missing values. */
#ifndef SKPI_DIGITAL_SHARE_H
#define SKPI_DIGITAL_SHARE_H
#include "core/error.h"

/* Checks one pair of values, whose names are given; SKPI_WMISSING if either is NaN. */
skpi_status skpi__digital_pair(skpi__at at, const char *name_digital, double digital, const char *name_gdp, double gdp);
/* digital / gdp of a checked pair; NaN if either is missing. */
static inline double skpi__digital_quotient(double digital, double gdp)
{
    return isnan(digital) || isnan(gdp) ? (double)NAN : digital / gdp;
}

#endif
