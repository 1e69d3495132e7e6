/* The digital share of mixed industries by adjustment coefficients, with its interval.
 *
 * share = sum_s va_s w_s c_s / GDP is linear in the coefficients c_s, so that the delta method is exact: with
 * k_s = va_s w_s / GDP, standard errors e_s and one correlation rho between any two coefficients
 *   sd^2 = sum (k_s e_s)^2 + 2 rho sum_{s<t} k_s e_s k_t e_t = (1 - rho) sum (k_s e_s)^2 + rho (sum k_s e_s)^2.
 * Source: Xu & Zhang, China Industrial Economics 2020(5), for the coefficients; the delta method for the error.
 */
#include <smartkpi/digital.h>
#include <gsl/gsl_cdf.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "digital/coefficient.h"

skpi__coefficient_estimate skpi__coefficient_compute(const skpi__coefficient_place *p, double z)
{
    double share = 0, sum = 0, squares = 0;
    for (size_t s = 0; s < p->sectors; s++) {
        const double k = p->value_added[s] * (p->weight ? p->weight[s] : 1) / p->gdp;
        const double e = p->error ? k * p->error[s] : 0;
        share += k * p->coefficient[s];
        sum += e;
        squares += e * e;
    }
    const double variance = (1 - p->correlation) * squares + p->correlation * sum * sum;
    const double error = sqrt(variance > 0 ? variance : 0); /* rounding may leave -0.0...1 where it is 0 */
    return (skpi__coefficient_estimate){share, error, share - z * error, share + z * error};
}

skpi_status skpi__correlation(skpi__at at, const char *name, double value)
{
    const skpi_status s = skpi__finite(at, name, value);
    if (s || (value >= -1 && value <= 1)) return s;
    return skpi__fail(at, SKPI_ERANGE, name, value, "is not a correlation in [-1,1]");
}

skpi_status skpi__coefficient_check(skpi__at at, const skpi__coefficient_place *p, double z)
{
    size_t uncertain = 0;
    skpi_status s;
    for (size_t i = 0; i < p->sectors; i++) {
        const skpi__at cell = skpi__within(at, i);
        if ((s = skpi__finite(cell, p->names->value_added, p->value_added[i])) ||
            (p->weight && (s = skpi__quantity(cell, p->names->weight, p->weight[i]))) ||
            (s = skpi__share(cell, p->names->coefficient, p->coefficient[i])))
            return s;
        const double e = p->error ? p->error[i] : 0, c = p->coefficient[i];
        if (p->error && (s = skpi__quantity(cell, p->names->error, e))) return s;
        if (e > 0 && e * e >= c * (1 - c))
            return skpi__fail(cell, SKPI_EDOM, p->names->error, e,
                              "is more than a fraction around %g can vary: its square must be below c (1 - c)", c);
        uncertain += e > 0;
    }
    if (uncertain > 1 && p->correlation * (double)(uncertain - 1) < -1)
        return skpi__fail(at, SKPI_EDOM, p->names->correlation, p->correlation,
                          "cannot hold between all of %zu uncertain coefficients: at least -1/%zu", uncertain,
                          uncertain - 1);
    if ((s = skpi__divisor(at, p->names->gdp, p->gdp))) return s;
    const skpi__coefficient_estimate e = skpi__coefficient_compute(p, z);
    if ((s = skpi__result(at, "out->share", e.share)) || (s = skpi__result(at, "out->error", e.error)) ||
        (s = skpi__result(at, "out->low", e.low)) || (s = skpi__result(at, "out->high", e.high)))
        return s;
    if (e.share < 0 || e.share > 1)
        return skpi__fail(at, SKPI_ERANGE, p->names->value_added, e.share * p->gdp,
                          e.share > 1 ? "in all digital parts together is more than the whole, gdp = %g (units?)"
                                      : "in all digital parts together is negative (gdp = %g)",
                          p->gdp);
    return SKPI_OK;
}

skpi__coefficient_place skpi__coefficient_row(size_t i, size_t sectors, const double *value_added, const double *weight,
                                              const double *coefficient, const double *error, double correlation,
                                              const double *gdp)
{
    static const skpi__coefficient_names names = {"value_added",       "weight",      "coefficient",
                                                  "coefficient_error", "correlation", "gdp"};
    const size_t at = i * sectors;
    return (skpi__coefficient_place){sectors,
                                     value_added + at,
                                     weight ? weight + at : NULL,
                                     coefficient + at,
                                     error ? error + at : NULL,
                                     correlation,
                                     gdp[i],
                                     &names};
}

/* Share of the digital economy in GDP from coefficients, with standard error and interval.
 *
 * Given:    n                  places
 *           sectors            industries of each place
 *           value_added        of each industry, money (n x sectors); may be negative
 *           weight             part of the industry that the coefficient concerns, not negative (n x sectors); NULL: 1
 *           coefficient        digital part of it, fractions in [0,1] (n x sectors)
 *           coefficient_error  standard errors, squares below c (1 - c) (n x sectors); NULL: 0
 *           correlation        between any two coefficients of a place, in [-1,1]
 *           gdp                in the unit of value_added, above 0 (n)
 *           level              of the interval, in (0,1); 0: .95
 * Returned: out->share         sum va w c / gdp (n)
 *           out->error         its standard error (n)
 *           out->low, high     share -+ z error, z the normal quantile of (1 + level)/2; not clipped to [0,1] (n each)
 *           status             each row's own status (n), or NULL: the first bad row fails the call
 *           The outputs must not overlap the inputs, but out->share may be gdp.
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null), SKPI_ESTRUCT, SKPI_ENOMEM (sizes), SKPI_ENODATA (no sectors),
 *           SKPI_ENOTFINITE, SKPI_ERANGE (a coefficient outside [0,1], a negative weight, error or gdp, correlation
 *           outside [-1,1], level outside (0,1), a share outside [0,1]), SKPI_EDOM (an error too large for a fraction;
 *           correlation below -1/(uncertain - 1)), SKPI_EZERODIV (gdp 0), SKPI_EOVERFLOW
 */
skpi_status skpi_digital_coefficient(size_t n, size_t sectors, const double *value_added, const double *weight,
                                     const double *coefficient, const double *coefficient_error, double correlation,
                                     const double *gdp, double level, skpi_digital_coefficient_out *out,
                                     int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_digital_coefficient_out o;
    skpi_status s;
    if ((s = skpi__some(r.at, "sectors", sectors)) ||
        (s = skpi__given_matrix(&r, "value_added", value_added, sectors)) ||
        (s = skpi__given_matrix(&r, "coefficient", coefficient, sectors)) ||
        (s = skpi__correlation(r.at, "correlation", correlation)) || (s = skpi__given(&r, "gdp", gdp)) ||
        (level != 0 && (s = skpi__probability(r.at, "level", level))) || (s = SKPI__NEED(r.at, out, 0, &o)))
        return s;
    const double z = gsl_cdf_ugaussian_Qinv((1 - (level != 0 ? level : .95)) / 2);
    for (size_t i = 0; i < n; i++) {
        const skpi__coefficient_place p =
            skpi__coefficient_row(i, sectors, value_added, weight, coefficient, coefficient_error, correlation, gdp);
        if ((s = skpi__row(&r, i, skpi__coefficient_check(skpi__row_at(&r, i), &p, z)))) return s;
    }
    for (size_t i = 0; i < n; i++) {
        skpi__coefficient_estimate e = {NAN, NAN, NAN, NAN};
        if (skpi__row_good(&r, i)) {
            const skpi__coefficient_place p = skpi__coefficient_row(i, sectors, value_added, weight, coefficient,
                                                                    coefficient_error, correlation, gdp);
            e = skpi__coefficient_compute(&p, z);
        }
        skpi__put(o.share, i, e.share);
        skpi__put(o.error, i, e.error);
        skpi__put(o.low, i, e.low);
        skpi__put(o.high, i, e.high);
    }
    return skpi__rows_end(&r);
}
