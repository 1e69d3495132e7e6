/* The digital shares of places with partly digital industries, by adjustment coefficients (coefficient_place.c): options,
 * rows, quantiles. */
#include <smartkpi/digital.h>
#include <gsl/gsl_cdf.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "digital/coefficient_quantile.h"

static skpi__coefficient_place coefficient_place(const skpi_digital_coefficient_in *in, size_t i, double correlation)
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
    if ((s = SKPI__STRUCT_OR_NULL(at, options, 0, o)) || (s = skpi__coverage(at, "options->coverage", &o->coverage)) ||
        (s = skpi__correlation(at, "options->correlation", o->correlation)))
        return s;
    return skpi__probabilities(at, "options->prob", o->n_prob, o->prob);
}

static skpi_status coefficient_outputs(const skpi__rows *r, const skpi_digital_coefficient_options *o,
                                       const skpi_digital_coefficient_out *out)
{
    if (!out->quantile) return SKPI_OK;
    if (!o->n_prob) return skpi__refuse(r->at, SKPI_ENODATA, "options->n_prob", "is 0 although out->quantile is given");
    if (o->correlation != 0)
        return skpi__fail(r->at, SKPI_EDOM, "options->correlation", o->correlation,
                          "must be 0 for quantiles, which are those of independent coefficients");
    return skpi__rows_matrix(r, "out->quantile", out->quantile, o->n_prob);
}

typedef struct coefficient_call {
    skpi_digital_coefficient_in in;
    skpi_digital_coefficient_options o;
    skpi_digital_coefficient_out out;
    double z;                   /* normal quantile of the coverage */
    skpi__coefficient_law *law; /* NULL: no quantiles are wanted */
} coefficient_call;

/* Allocates the memory for the distributions of all valid places before anything is written; NULL if memory is
 * short. */
static skpi__coefficient_law *coefficient_laws(const skpi__rows *r, const coefficient_call *c)
{
    skpi__coefficient_law *l = skpi__coefficient_law_new();
    skpi__coefficient_estimate e;
    skpi__at silent = r->at;
    silent.quiet = 1;
    for (size_t i = 0; i < r->n && l; i++) {
        const skpi__coefficient_place p = coefficient_place(&c->in, i, c->o.correlation);
        if (!skpi__coefficient_check(silent, &p, c->z, &e)) skpi__coefficient_law_need(l, &p);
    }
    if (l && skpi__coefficient_law_reserve(l)) return l;
    skpi__coefficient_law_free(l);
    return NULL;
}

static skpi_status coefficient_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const coefficient_call *c = call;
    const skpi__coefficient_place p = coefficient_place(&c->in, i, c->o.correlation);
    const skpi_status s = skpi__coefficient_check(at, &p, c->z, kept);
    return s ? s : skpi__coefficient_unusual(at, &p);
}

static void coefficient_write(const skpi_digital_coefficient_out *out, size_t i, const skpi__coefficient_estimate *e)
{
    skpi__set(out->share, i, e->share);
    skpi__set(out->error, i, e->error);
    skpi__set(out->low, i, e->low);
    skpi__set(out->high, i, e->high);
}

static skpi_status coefficient_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const coefficient_call *c = call;
    skpi_status s = SKPI_OK;
    (void)at;
    if (c->law) { /* quantiles come first, because out->share may be the array in->gdp */
        const skpi__coefficient_place p = coefficient_place(&c->in, i, c->o.correlation);
        s = skpi__coefficient_quantiles(c->law, &p, c->o.n_prob, c->o.prob, c->out.quantile + i * c->o.n_prob);
    }
    coefficient_write(&c->out, i, kept);
    return s;
}

static void coefficient_fail(const void *call, size_t i)
{
    static const skpi__coefficient_estimate none = {NAN, NAN, NAN, NAN};
    const coefficient_call *c = call;
    coefficient_write(&c->out, i, &none);
    skpi__set_nan_row(c->out.quantile, i, c->o.n_prob);
}

skpi_status skpi_digital_coefficient(const skpi_digital_coefficient_in *in,
                                     const skpi_digital_coefficient_options *options, skpi_digital_coefficient_out *out,
                                     int32_t *status)
{
    static const skpi__rows_steps steps = {sizeof(skpi__coefficient_estimate), coefficient_check, coefficient_compute,
                                           coefficient_fail};
    coefficient_call c = {.law = NULL};
    skpi_status s = SKPI__STRUCT(skpi__here(__func__), in, 0, &c.in);
    if (s) return s;
    skpi__rows r = skpi__rows_begin(__func__, c.in.n, status);
    r.count = "in->n";
    if ((s = coefficient_arrays(&r, &c.in)) || (s = coefficient_options(r.at, options, &c.o)) ||
        (s = SKPI__STRUCT(r.at, out, 0, &c.out)) || (s = coefficient_outputs(&r, &c.o, &c.out)))
        return s;
    c.z = gsl_cdf_ugaussian_Qinv((1 - c.o.coverage) / 2);
    if (c.out.quantile && !(c.law = coefficient_laws(&r, &c)))
        return skpi__no_memory(r.at, "in->n_sectors", c.in.n_sectors);
    s = skpi__rows_run(&r, &steps, &c);
    skpi__coefficient_law_free(c.law);
    return s;
}
