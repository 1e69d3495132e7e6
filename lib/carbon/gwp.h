/* Warming potentials, for the inventory. */
#ifndef SKPI_CARBON_GWP_H
#define SKPI_CARBON_GWP_H
#include "core/error.h"

/* One of the sets, else EINVAL about the argument gwp. */
skpi_status skpi__carbon_gwp_set(skpi__at at, int32_t gwp);
/* The value of a gas in a set that is one: EINVAL (NULL) or ENOTFOUND about the argument of this name. */
skpi_status skpi__carbon_gwp(skpi__at at, const char *name, const char *gas, int32_t gwp, double *value);
/* Whether two names are one gas: hyphens, spaces, brackets and capitals are spelling. */
int skpi__same_gas(const char *a, const char *b);

#endif
