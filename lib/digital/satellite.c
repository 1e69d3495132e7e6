/* Satellite account of the digital economy: the digital shares of commodities are transferred to industries by their
 * output.
 *
 *   ratio_i = sum_c V_ic d_c / sum_c V_ic,   digital value added of i = ratio_i va_i,   V the make table
 *
 * Source: Barefoot, Curtis, Jolliff, Nicholson & Omohundro, Defining and Measuring the Digital Economy, Bureau of
 * Economic Analysis working paper, 2018: the same ratio of outputs for value added.
 */
#include <smartkpi/digital.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "economy/make_totals.h"
#include "digital/satellite.h"
#include "digital/share.h"
#include "numeric/product.h"
#include "numeric/sum.h"

/* The digital fraction of the output of industry i; 0 if the industry has no output. */
static double satellite_ratio(const skpi__account *a, size_t i, double *output)
{
    const double *make = a->make + i * a->n_commodities;
    skpi__sum digital = {0, 0};
    double size = 0;
    *output = skpi__sum_rounded(a->n_commodities, make, 1);
    if (*output == 0) return 0;
    const double unit = skpi__unit(fabs(*output));
    for (size_t c = 0; c < a->n_commodities; c++) {
        skpi__sum_add(&digital, make[c] * unit * a->share[c]);
        size += fabs(make[c] * unit) * a->share[c];
    }
    const double whole = *output * unit;
    return skpi__digital_fraction(skpi__sum_value(&digital) / whole, size / fabs(whole));
}

static skpi_status satellite_industry(skpi__at at, const skpi__account *a, size_t i)
{
    double output;
    const double ratio = satellite_ratio(a, i, &output);
    skpi_status s;
    if ((s = skpi__result(at, a->name_make, output))) return s;
    if (output == 0) {
        int made = 0;
        for (size_t c = 0; c < a->n_commodities; c++) made |= a->make[i * a->n_commodities + c] != 0;
        if (!made && a->value_added[i] == 0) return SKPI_OK;
        return skpi__fail(at, SKPI_EZERODIV, a->name_make, 0, "is the output of the industry, whose value added is %g",
                          a->value_added[i]);
    }
    if (!(ratio >= 0 && ratio <= 1))
        return skpi__fail(
            at, SKPI_ERANGE, a->name_make, ratio,
            "is the digital part of the industry's output, which is not a fraction: the industry has negative cells");
    int some = 0, negative = 0;
    for (size_t c = 0; c < a->n_commodities; c++) {
        some |= a->make[i * a->n_commodities + c] > 0 && a->share[c] > 0;
        negative |= a->make[i * a->n_commodities + c] < 0;
    }
    if (some && !negative) return skpi__result_normal(at, a->name_make, ratio);
    return SKPI_OK;
}

static skpi_status satellite_check(skpi__at at, const skpi__account *a)
{
    skpi_status s;
    for (size_t i = 0; i < a->n_industries; i++)
        for (size_t c = 0; c < a->n_commodities; c++)
            if ((s = skpi__finite(skpi__cell(at, i, c), a->name_make, a->make[i * a->n_commodities + c]))) return s;
    for (size_t c = 0; c < a->n_commodities; c++)
        if ((s = skpi__share(skpi__element(at, c), a->name_share, a->share[c]))) return s;
    for (size_t i = 0; i < a->n_industries; i++)
        if ((s = skpi__finite(skpi__element(at, i), a->name_value_added, a->value_added[i]))) return s;
    for (size_t i = 0; i < a->n_industries; i++)
        if ((s = satellite_industry(skpi__element(at, i), a, i))) return s;
    return skpi__make_totals(at, a->name_make, a->n_industries, a->n_commodities, a->make, a->value_added);
}

skpi_status skpi__satellite(skpi__at at, const skpi__account *a, double *total, double *gdp)
{
    skpi__sum digital = {0, 0};
    double output, size = 0;
    skpi_status s = satellite_check(at, a);
    if (s) return s;
    int some = 0;
    for (size_t i = 0; i < a->n_industries; i++) {
        const double ratio = satellite_ratio(a, i, &output);
        some |= ratio > 0 && a->value_added[i] != 0;
        skpi__sum_add(&digital, ratio * a->value_added[i]);
        size += ratio * fabs(a->value_added[i]);
    }
    *gdp = skpi__sum_rounded(a->n_industries, a->value_added, 1);
    *total = skpi__rounded(skpi__sum_value(&digital), size);
    if (*total > *gdp && skpi__reaches(*gdp, *total, fmin(size, DBL_MAX))) *total = *gdp; /* all is digital */
    if ((s = skpi__result(at, a->name_total, *total)) || (s = skpi__result(at, "out->gdp", *gdp)) ||
        (s = skpi__divisor(at, a->name_value_added, *gdp)) ||
        (some && (s = skpi__result_normal(at, a->name_total, *total != 0 ? *total : size))))
        return s;
    const double share = *total / *gdp;
    if (!(share >= 0 && share <= 1))
        return skpi__fail(at, SKPI_ERANGE, "out->share", share, "is not a fraction in [0,1]: negative value added");
    return SKPI_OK;
}

skpi_status skpi_digital_satellite(size_t n_industries, size_t n_commodities, const double *make,
                                   const double *commodity_share, const double *value_added,
                                   skpi_digital_satellite_out *out)
{
    const skpi__at at = skpi__here(__func__);
    const skpi__account a = {n_industries, n_commodities,     make,          commodity_share, value_added,
                             "make",       "commodity_share", "value_added", "out->total"};
    skpi_digital_satellite_out o;
    double digital, whole;
    skpi_status s;
    if ((s = skpi__count(at, "n_industries", n_industries)) || (s = skpi__count(at, "n_commodities", n_commodities)) ||
        (s = skpi__array(at, "make", make, n_industries, n_commodities)) ||
        (s = skpi__array(at, "commodity_share", commodity_share, n_commodities, 1)) ||
        (s = skpi__array(at, "value_added", value_added, n_industries, 1)) || (s = SKPI__STRUCT(at, out, 0, &o)) ||
        (s = skpi__satellite(at, &a, &digital, &whole)))
        return s;
    for (size_t i = 0; i < n_industries; i++) {
        double output;
        const double ratio = satellite_ratio(&a, i, &output);
        skpi__set(o.digital, i, ratio * value_added[i]);
        skpi__set(o.ratio, i, ratio);
    }
    skpi__set(o.total, 0, digital);
    skpi__set(o.gdp, 0, whole);
    skpi__set(o.share, 0, digital / whole);
    return SKPI_OK;
}
