/* A carbon budget shared among places: by head, by emission, or a blend of both.
 *
 *   share_i = (1 - w) E_i/E + w P_i/P,  E, P the sums over the places given
 *
 * w = 1 is equal per capita, w = 0 grandfathering.  Source: Raupach et al. 2014, Nature Climate Change 4, 873-879
 * (sharing index w between inertia and equity).
 */
#include <smartkpi/carbon.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "numeric/sum.h"

/* The total of an array of quantities, to the last bit or two whatever their number: then the shares sum to 1. */
static skpi_status total(skpi__at at, const char *name, size_t n, const double *x, double *out)
{
    skpi__sum sum = {0.0, 0.0};
    skpi_status s;
    for (size_t i = 0; i < n; i++) {
        if ((s = skpi__quantity(skpi__element(at, i), name, x[i]))) return s;
        skpi__sum_add(&sum, x[i]);
    }
    *out = skpi__sum_value(&sum);
    if (isinf(*out)) return skpi__refuse(at, SKPI_EOVERFLOW, name, "has a sum beyond the range of a double");
    return *out > 0 ? SKPI_OK : skpi__refuse(at, SKPI_EZERODIV, name, "sums to 0: it gives no shares");
}

/* Shares of a budget.
 *
 * Given:    n           places, at least 1; "all others" is a place too if it takes part
 *           population  persons, or any unit that is one for all (n); NULL and unread if the rule is by emission
 *           emission    a year's gross emission, one unit (n); NULL and unread if the rule is per capita
 *           budget      to be shared; any unit, any sign
 *           options     rule (default: per capita), weight of the population in a blend; NULL: all defaults
 * Returned: out         each place's part of the budget, in its unit (n; may be an input array).  With budget 1 the
 *                       values are shares and sum to 1 within 1e-14
 * Status:   SKPI_OK, SKPI_EINVAL (null; no such rule; a weight without the blend), SKPI_ESTRUCT (also zero not 0),
 *           SKPI_ENODATA (n = 0), SKPI_ENOTFINITE, SKPI_ERANGE (negative; weight outside [0,1]),
 *           SKPI_EZERODIV (a sum is 0), SKPI_EOVERFLOW (a sum), SKPI_ENOMEM
 * Source:   Raupach et al. 2014, Nature Climate Change 4, 873-879
 */
skpi_status skpi_carbon_share(size_t n, const double *population, const double *emission, double budget,
                              const skpi_carbon_share_options *options, double *out)
{
    static const int32_t rules[] = {SKPI_CARBON_PER_CAPITA, SKPI_CARBON_GRANDFATHER, SKPI_CARBON_BLEND, 0};
    const skpi__at at = skpi__here(__func__);
    skpi_carbon_share_options own;
    double persons = 1.0, emitted = 1.0;
    skpi_status s;
    /* the rule says which arrays are read, so it comes first */
    if ((s = SKPI__TAKE(at, options, 0, &own))) return s;
    if (!own.rule) own.rule = SKPI_CARBON_PER_CAPITA;
    if ((s = skpi__some(at, "n", n)) ||
        (s = skpi__choice(at, "options->rule", own.rule, rules, "a rule of sharing (enum skpi_carbon_rule)")) ||
        (s = skpi__hole(at, "options->zero", own.zero)) || (s = skpi__share(at, "options->weight", own.weight)))
        return s;
    if (own.rule != SKPI_CARBON_BLEND && own.weight != 0.0)
        return skpi__fail(at, SKPI_EINVAL, "options->weight", own.weight, "must be 0 unless the rule is the blend");
    const int by_head = own.rule != SKPI_CARBON_GRANDFATHER, by_emission = own.rule != SKPI_CARBON_PER_CAPITA;
    if ((by_head && (s = skpi__array(at, "population", population, n, 1))) ||
        (by_emission && (s = skpi__array(at, "emission", emission, n, 1))) ||
        (s = skpi__finite(at, "budget", budget)) || (s = skpi__array(at, "out", out, n, 1)) ||
        (by_head && (s = total(at, "population", n, population, &persons))) ||
        (by_emission && (s = total(at, "emission", n, emission, &emitted))))
        return s;
    const double w = own.rule == SKPI_CARBON_BLEND ? own.weight : by_head;
    for (size_t i = 0; i < n; i++) {
        const double head = by_head ? w * (population[i] / persons) : 0.0;
        out[i] = budget * (by_emission ? (1.0 - w) * (emission[i] / emitted) + head : head);
    }
    return SKPI_OK;
}
