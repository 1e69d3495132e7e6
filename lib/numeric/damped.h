/* Years that count less and less: of l years, each counts phi times the one before,
 *   D(l) = phi + phi^2 + ... = phi (1 - phi^l)/(1 - phi)    for any l >= 0;  phi = 1: l
 */
#ifndef SKPI_NUMERIC_DAMPED_H
#define SKPI_NUMERIC_DAMPED_H
#include <math.h>

static inline double skpi__damped(double phi, double years)
{
    return phi < 1 ? phi * -expm1(years * log(phi)) / (1 - phi) : years;
}

#endif
