/* The services of an asset at an age, as a fraction of those of a new asset. */
#ifndef SKPI_ECONOMY_CAPITAL_PROFILE_H
#define SKPI_ECONOMY_CAPITAL_PROFILE_H
#include "core/error.h"

#define SKPI__CAPITAL_BETA .5 /* used if no beta is given */

skpi_status skpi__capital_profile(skpi__at at, const char *name, int32_t profile); /* one of the choices, else EINVAL */
skpi_status skpi__capital_life(skpi__at at, int32_t profile, double life);         /* argument "life" */
skpi_status skpi__capital_beta(skpi__at at, double beta);                          /* argument "beta" */
/* The efficiency at an age: in [0,1], 1 at age 0, never rising.  life, beta and profile were checked. */
double skpi__capital_efficiency(int32_t profile, double life, double beta, double age);
/* The age from which the efficiency is 0; infinite for the geometric profile. */
double skpi__capital_oldest(int32_t profile, double life);

#endif
