/* The digital share of partly digital industries by adjustment coefficients, with its interval.
 *
 * share = sum_s va_s w_s c_s / GDP is linear in the coefficients c_s, so that the delta method is exact: with k_s =
 * va_s w_s / GDP, standard errors e_s and one correlation rho between any two coefficients
 *   sd^2 = sum (k_s e_s)^2 + 2 rho sum_{s<t} k_s e_s k_t e_t = (1 - rho) sum (k_s e_s)^2 + rho (sum k_s e_s)^2.
 * Source: Xu & Zhang, China Industrial Economics 2020(5), for the coefficients; the delta method for the error.
 */
#include <smartkpi/digital.h>
#include <gsl/gsl_cdf.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "digital/coefficient.h"

static const double COVERAGE = .8; /* of an interval, where none is asked for */

skpi__coefficient_estimate skpi__coefficient_compute(const skpi__coefficient_place *p, double z)
{
    double share = 0, sum = 0, squares = 0;
    for (size_t s = 0; s < p->n_sectors; s++) {
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
    for (size_t i = 0; i < p->n_sectors; i++) {
        const skpi__at cell = skpi__inner(at, i);
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

static skpi__coefficient_place place_of(const skpi_digital_coefficient_in *in, size_t i, double correlation)
{
    static const skpi__coefficient_names names = {"in->value_added",       "in->weight",           "in->coefficient",
                                                  "in->coefficient_error", "options->correlation", "in->gdp"};
    const size_t at = i * in->n_sectors;
    return (skpi__coefficient_place){in->n_sectors,
                                     in->value_added + at,
                                     in->weight ? in->weight + at : NULL,
                                     in->coefficient + at,
                                     in->coefficient_error ? in->coefficient_error + at : NULL,
                                     correlation,
                                     in->gdp[i],
                                     &names};
}

static skpi_status coefficient_arrays(const skpi__rows *r, const skpi_digital_coefficient_in *in)
{
    skpi_status s;
    if ((s = skpi__count(r->at, "in->n_sectors", in->n_sectors)) ||
        (s = skpi__rows_matrix(r, "in->value_added", in->value_added, in->n_sectors)) ||
        (s = skpi__rows_matrix(r, "in->coefficient", in->coefficient, in->n_sectors)))
        return s;
    return skpi__rows_array(r, "in->gdp", in->gdp);
}

static skpi_status coefficient_options(skpi__at at, const skpi_digital_coefficient_options *options,
                                       skpi_digital_coefficient_options *o)
{
    skpi_status s;
    if ((s = SKPI__STRUCT_OR_NULL(at, options, 0, o)) ||
        (o->coverage != 0 && (s = skpi__probability(at, "options->coverage", o->coverage))) ||
        (s = skpi__correlation(at, "options->correlation", o->correlation)) ||
        (s = skpi__array(at, "options->prob", o->prob, o->n_prob, 1)))
        return s;
    if (o->coverage == 0) o->coverage = COVERAGE;
    for (size_t q = 0; q < o->n_prob; q++)
        if ((s = skpi__probability(skpi__element(at, q), "options->prob", o->prob[q]))) return s;
    return SKPI_OK;
}

static skpi_status coefficient_outputs(const skpi__rows *r, const skpi_digital_coefficient_options *o,
                                       const skpi_digital_coefficient_out *out)
{
    if (!out->quantile) return SKPI_OK;
    if (!o->n_prob) return skpi__refuse(r->at, SKPI_ENODATA, "options->n_prob", "is 0 although out->quantile is given");
    if (o->correlation != 0)
        return skpi__fail(r->at, SKPI_EDOM, "options->correlation", o->correlation,
                          "is not 0: quantiles are those of independent coefficients");
    return skpi__rows_matrix(r, "out->quantile", out->quantile, o->n_prob);
}

/* Memory for the distributions of all good places, before anything is written; NULL: there is none. */
static skpi__coefficient_law *laws_of(const skpi__rows *r, const skpi_digital_coefficient_in *in, double z)
{
    skpi__coefficient_law *l = skpi__coefficient_law_new();
    skpi__at silent = r->at;
    silent.quiet = 1;
    for (size_t i = 0; i < r->n && l; i++) {
        const skpi__coefficient_place p = place_of(in, i, 0);
        if (!skpi__coefficient_check(silent, &p, z)) skpi__coefficient_law_need(l, &p);
    }
    if (l && skpi__coefficient_law_reserve(l)) return l;
    skpi__coefficient_law_free(l);
    return NULL;
}

skpi_status skpi_digital_coefficient(const skpi_digital_coefficient_in *in,
                                     const skpi_digital_coefficient_options *options, skpi_digital_coefficient_out *out,
                                     int32_t *status)
{
    skpi_digital_coefficient_in given;
    skpi_digital_coefficient_options o;
    skpi_digital_coefficient_out to;
    skpi__coefficient_law *law = NULL;
    skpi_status s = SKPI__STRUCT(skpi__here(__func__), in, 0, &given);
    if (s) return s;
    skpi__rows r = skpi__rows_begin(__func__, given.n, status);
    if ((s = coefficient_arrays(&r, &given)) || (s = coefficient_options(r.at, options, &o)) ||
        (s = SKPI__STRUCT(r.at, out, 0, &to)) || (s = coefficient_outputs(&r, &o, &to)))
        return s;
    const double z = gsl_cdf_ugaussian_Qinv((1 - o.coverage) / 2);
    if (to.quantile && !(law = laws_of(&r, &given, z)))
        return skpi__refuse(r.at, SKPI_ENOMEM, "in->n_sectors", "is %zu: no memory for the distributions",
                            given.n_sectors);
    for (size_t i = 0; i < r.n && !s; i++) {
        const skpi__coefficient_place p = place_of(&given, i, o.correlation);
        s = skpi__row(&r, i, skpi__coefficient_check(skpi__row_at(&r, i), &p, z));
    }
    for (size_t i = 0; i < r.n && !s; i++) {
        skpi__coefficient_estimate e = {NAN, NAN, NAN, NAN};
        double *quantile = to.quantile ? to.quantile + i * o.n_prob : NULL;
        if (skpi__row_good(&r, i)) {
            const skpi__coefficient_place p = place_of(&given, i, o.correlation);
            e = skpi__coefficient_compute(&p, z);
            if (quantile) (void)skpi__row(&r, i, skpi__coefficient_quantiles(law, &p, o.n_prob, o.prob, quantile));
        } else
            skpi__set_nan(quantile, o.n_prob);
        skpi__set(to.share, i, e.share);
        skpi__set(to.error, i, e.error);
        skpi__set(to.low, i, e.low);
        skpi__set(to.high, i, e.high);
    }
    skpi__coefficient_law_free(law);
    return s ? s : skpi__rows_end(&r);
}
