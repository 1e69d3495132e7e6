/* Age-efficiency profiles: the services of assets at age a, as a fraction of those of new ones.  Assets retire around a
 * mean life T.
 *
 *   h(a)       = (T - a)/(T - beta a), hyperbolic, 0 from T on
 *   retirement   normal with mean T and deviation T/4, truncated to [0, 2T] and renormalised: density f, distribution F
 *   survival   = h(a) (1 - F(a)) for a < T
 *   cohort     = int_a^2T (X - a)/(X - beta a) f(X) dX: each asset declines by its own life X
 *   geometric  = (1 - 2/T)^a
 *
 * With u = a/T, x = X/T and z = x - u the integrand of the cohort is z/(z + e) f(u + z), e = (1 - beta) u.  It has one
 * sign, and a pole at z = -e, which is near the lower end if e is small.  Panels grow with the distance from the pole,
 * so that the pole stays outside the ellipse in which 16 points of Gauss-Legendre quadrature converge to the last
 * digit.
 * Sources: OECD, Measuring Capital (2nd ed. 2009); the hyperbolic form: United States Bureau of Labor Statistics,
 * Bulletin 2178 (1983).
 */
#include <smartkpi/economy.h>
#include "core/check.h"
#include "core/steps.h"
#include "economy/capital_profile.h"
#include "numeric/gauss.h"

#define DEVIATION .25 /* standard deviation of the life, in mean lives */
#define WIDEST .5     /* width of a panel in mean lives: two standard deviations */

skpi_status skpi__capital_profile(skpi__at at, const char *name, int32_t profile)
{
    static const int32_t profiles[] = {SKPI_ECONOMY_PROFILE_SURVIVAL, SKPI_ECONOMY_PROFILE_COHORT,
                                       SKPI_ECONOMY_PROFILE_GEOMETRIC, 0};
    return skpi__choice(at, name, profile, profiles, "a profile of efficiency (enum skpi_economy_profile)");
}

skpi_status skpi__capital_life(skpi__at at, int32_t profile, double life)
{
    const skpi_status s = skpi__positive(at, "life", life);
    if (s || profile != SKPI_ECONOMY_PROFILE_GEOMETRIC || life >= 2) return s;
    return skpi__fail(at, SKPI_EDOM, "life", life, "gives a geometric rate 2/life above 1: it must be at least 2");
}

skpi_status skpi__capital_beta(skpi__at at, double beta)
{
    const skpi_status s = skpi__finite(at, "beta", beta);
    if (s || beta <= 1) return s;
    return skpi__fail(at, SKPI_ERANGE, "beta", beta, "is above 1: the profile has a pole before the end of life");
}

/* Probability of a standard normal within 4 deviations of its mean, and from v to 4. */
static double profile_mass_within(void) { return erf(1 / (DEVIATION * sqrt(2.0))); }
static double profile_mass_beyond(double v) { return (erfc(v / sqrt(2.0)) - erfc(1 / (DEVIATION * sqrt(2.0)))) / 2; }

/* Density of the lives at x, without its constant and before it is renormalised. */
static double profile_density(double x)
{
    const double v = (x - 1) / DEVIATION;
    return exp(-v * v / 2);
}

static double profile_integrand(double u, double e, double z)
{
    return (e > 0 ? z / (z + e) : 1) * profile_density(u + z);
}

static double profile_cohort(double u, double beta)
{
    const double e = (1 - beta) * u, end = 2 - u;
    const double least = 1e-17 * end; /* a pole nearer than this does not change the integral */
    double z = 0, sum = 0;
    while (z < end) {
        SKPI__STEP();
        double width = beta < 1 ? 2 * fmax(z + e, least) : WIDEST;
        width = fmin(fmin(width, WIDEST), end - z);
        const double half = width / 2, middle = z + half;
        double panel = 0;
        for (size_t k = 0; k < SKPI__GAUSS_PAIRS; k++)
            panel += skpi__gauss[k].weight * (profile_integrand(u, e, middle - half * skpi__gauss[k].at) +
                                              profile_integrand(u, e, middle + half * skpi__gauss[k].at));
        sum += half * panel;
        z = width < end - z ? z + width : end;
    }
    return sum / (DEVIATION * sqrt(8 * atan(1.0)) * profile_mass_within());
}

double skpi__capital_efficiency(int32_t profile, double life, double beta, double age)
{
    const double u = age / life;
    double part;
    if (age == 0) return 1;
    if (age >= skpi__capital_oldest(profile, life)) return 0;
    if (profile == SKPI_ECONOMY_PROFILE_GEOMETRIC)
        part = life > 2 ? exp(age * log1p(-2 / life)) : 0;
    else if (profile == SKPI_ECONOMY_PROFILE_SURVIVAL)
        /* near the end of life 1 - age/life has few digits, life - age all */
        part = (life - age) / (life - beta * age) * profile_mass_beyond((age - life) / (life * DEVIATION)) /
               profile_mass_within();
    else
        part = profile_cohort(u, beta);
    return part > 0 ? fmin(part, 1) : 0;
}

double skpi__capital_oldest(int32_t profile, double life)
{
    return profile == SKPI_ECONOMY_PROFILE_COHORT     ? 2 * life
           : profile == SKPI_ECONOMY_PROFILE_SURVIVAL ? life
                                                      : (double)INFINITY;
}
