/* Warming potentials, for the inventory. */
#ifndef SKPI_CARBON_GWP_H
#define SKPI_CARBON_GWP_H
#include "core/error.h"

/* EINVAL, about the argument gwp, unless it is one of the sets. */
skpi_status skpi__carbon_gwp_set(skpi__at at, int32_t gwp);
/* The potential of a gas in a valid set.  EINVAL if gas is NULL, else ENOTFOUND, about the argument of this name. */
skpi_status skpi__carbon_gwp(skpi__at at, const char *name, const char *gas, int32_t gwp, double *value);
/* Whether two names mean the same gas.  Hyphens, spaces, brackets and capitals make no difference. */
int skpi__same_gas(const char *a, const char *b);

#endif
