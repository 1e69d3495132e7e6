/* Contraction and convergence: shares of emissions that move from those of a base year to equal emissions per head.
 *
 *   tau = (t - t0)/(tc - t0), at most 1;  e_i = E_i/E in t0,  p_i(t) = P_i(t)/P(t)
 *   linear       s_i = (1 - tau) e_i + tau p_i(t)
 *   exponential  s_i(t) = s_i(t-1) - (s_i(t-1) - p_i(t)) exp(-a (1 - tau)),  s_i(t0) = e_i
 *
 * Source: A. Meyer, Contraction and Convergence, Schumacher Briefings 5 (2000), Global Commons Institute.
 */
#include <smartkpi/carbon.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "numeric/sum.h"

static double converge_total(size_t n, const double *x, size_t stride)
{
    skpi__sum sum = {0, 0};
    for (size_t i = 0; i < n; i++) skpi__sum_add(&sum, x[i * stride]);
    return skpi__sum_value(&sum);
}

static skpi_status converge_sum_check(skpi__at at, const char *name, double sum)
{
    const skpi_status s = skpi__finite_sum(at, name, sum);
    return s || sum > 0 ? s : skpi__refuse(at, SKPI_EZERODIV, name, "sums to 0: it gives no shares");
}

static skpi_status converge_check(skpi__at at, size_t n, const double *emission, const double *population, size_t m)
{
    skpi_status s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__quantity(skpi__element(at, i), "emission", emission[i]))) return s;
    if ((s = converge_sum_check(at, "emission", converge_total(n, emission, 1)))) return s;
    for (size_t c = 0; c < n * m; c++)
        if ((s = skpi__quantity(skpi__cell(at, c / m, c % m), "population", population[c]))) return s;
    for (size_t j = 0; j < m; j++) {
        const skpi__at here = skpi__column(at, j);
        if ((s = converge_sum_check(here, "population", converge_total(n, population + j, m)))) return s;
    }
    return SKPI_OK;
}

skpi_status skpi_carbon_budget_converge(size_t n, const double *emission, const double *population, int32_t first_year,
                                        size_t n_years, int32_t converge_year,
                                        const skpi_carbon_budget_converge_options *options, double *share)
{
    static const int32_t forms[] = {SKPI_CARBON_BUDGET_CONVERGE_FORM_LINEAR,
                                    SKPI_CARBON_BUDGET_CONVERGE_FORM_EXPONENTIAL, 0};
    const skpi__at at = skpi__here(__func__);
    skpi_carbon_budget_converge_options own;
    skpi_status s;
    if ((s = skpi__count(at, "n", n)) || (s = skpi__array(at, "emission", emission, n, 1)) ||
        (s = skpi__array(at, "population", population, n, n_years)) ||
        (s = skpi__axis(at, "first_year", first_year, n_years)) || (s = skpi__year(at, "converge_year", converge_year)))
        return s;
    if (converge_year <= first_year)
        return skpi__fail(at, SKPI_ENOTSORTED, "converge_year", converge_year, "is not after first_year = %d",
                          (int)first_year);
    if ((s = SKPI__STRUCT_OR_NULL(at, options, 0, &own))) return s;
    if (!own.form) own.form = SKPI_CARBON_BUDGET_CONVERGE_FORM_LINEAR;
    if ((s = skpi__choice(at, "options->form", own.form, forms,
                          "a form of convergence (enum skpi_carbon_budget_converge_form)")) ||
        (s = skpi__reserved(at, "options->zero", own.zero)) || (s = skpi__quantity(at, "options->speed", own.speed)))
        return s;
    if (own.form == SKPI_CARBON_BUDGET_CONVERGE_FORM_LINEAR && own.speed != 0)
        return skpi__fail(at, SKPI_EINVAL, "options->speed", own.speed, "must be 0 unless the form is exponential");
    if (own.speed == 0) own.speed = 4;
    if ((s = skpi__array(at, "share", share, n, n_years)) || (s = converge_check(at, n, emission, population, n_years)))
        return s;
    const double emitted = converge_total(n, emission, 1);
    for (size_t j = 0; j < n_years; j++) {
        const double tau = fmin((double)j / ((double)converge_year - first_year), 1);
        const double persons = converge_total(n, population + j, n_years), left = exp(-own.speed * (1 - tau));
        for (size_t i = 0; i < n; i++) {
            const double e = emission[i] / emitted, p = population[i * n_years + j] / persons;
            double *out = share + i * n_years + j;
            if (j == 0)
                *out = e;
            else if (own.form == SKPI_CARBON_BUDGET_CONVERGE_FORM_LINEAR)
                *out = (1 - tau) * e + tau * p;
            else
                *out = tau < 1 ? out[-1] - (out[-1] - p) * left : p;
        }
        /* the sum is 1 except for rounding; the division keeps the error from growing with the years */
        const double sum = converge_total(n, share + j, n_years);
        for (size_t i = 0; i < n; i++) share[i * n_years + j] /= sum;
    }
    return SKPI_OK;
}
