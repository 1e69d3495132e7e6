/* Ranges (ranges.h): those of the models, units of values that are exponentials, and running sums.
 *
 * An exponential is below exp(centre + 12 spread) in all but one of 1e30 draws; where this would make the unit coarse, 12
 * is less, but not below 7.5, which one of 1e13 draws passes.  A sum is below the sum of these.  The unit of both is the
 * power of two that makes the bound less than 2^51.  The mean of a running sum is the sum of the
 * lognormal means, and its spread is at most the sum of theirs.  A streamed plan takes the range of a sum from its first
 * block, because the sum is not symmetric. */
#include "ensemble/ranges.h"
#include <math.h>
#include "numeric/power.h"

#define RANGES_FAR 12          /* standard deviations */
#define RANGES_LEAST 7.5       /* standard deviations */
#define RANGES_FINE 25         /* of a logarithm: exp(25) is 2^51 times 3e-5 */
#define RANGES_SCALE_MOST 1000 /* of the exponent of two */

static double ranges_exp(double x)
{
    const double far = SKPI__LOGISTIC_NEAR;
    return skpi__power((x < -far ? -far : x < far ? x : far) * SKPI__LOG2_E);
}

/* The bound of a year's exponential. */
static double ranges_bound(const skpi__model_range *range)
{
    const double far = fmin(RANGES_FAR * range->spread, fmax(RANGES_LEAST * range->spread, RANGES_FINE));
    return ranges_exp(range->centre + far);
}

double skpi__ranges_scale(double bound)
{
    int exponent;
    frexp(bound, &exponent); /* bound < 2^exponent */
    exponent = 51 - exponent;
    return ldexp(1, exponent > RANGES_SCALE_MOST    ? RANGES_SCALE_MOST
                    : exponent < -RANGES_SCALE_MOST ? -RANGES_SCALE_MOST
                                                    : exponent);
}

static void ranges_of_exp(size_t n_years, skpi__model_range *range)
{
    for (size_t k = 0; k < n_years; k++) range[k].scale = skpi__ranges_scale(ranges_bound(range + k));
}

static void ranges_of_sum(size_t n_years, int exact, const skpi__model_range *of, skpi__model_range *range)
{
    const double least = range[0].centre;
    double mean = least, spread = 0, bound = fabs(least);
    for (size_t k = 0; k < n_years; k++) {
        const double var = of[k].spread * of[k].spread, value = ranges_exp(of[k].centre + var / 2);
        mean += value;
        spread += value * sqrt(ranges_exp(var) - 1);
        bound += ranges_bound(of + k);
        range[k] = (skpi__model_range){.centre = mean,
                                       .spread = exact ? spread : (double)NAN,
                                       .bound = (double)INFINITY,
                                       .scale = skpi__ranges_scale(bound),
                                       .least = least};
    }
}

void skpi__ranges(const skpi_ensemble_plan *plan, size_t place, skpi__model_range *range)
{
    const skpi__sizes *s = &plan->sizes;
    const int exact = s->mode == SKPI_ENSEMBLE_MODE_EXACT;
    for (size_t m = 0; m < s->n_models; m++)
        for (size_t i = s->first[m]; i < s->first[m + 1]; i++) {
            skpi__model_range *of = range + i * s->n_years;
            plan->model[m].range(plan->model[m].parameters, place, i - s->first[m], s->n_years, of);
            if (s->form[i] == SKPI__FORM_EXP) ranges_of_exp(s->n_years, of);
            if (s->form[i] == SKPI__FORM_SUMMED) ranges_of_sum(s->n_years, exact, of - s->n_years, of);
        }
}
