/* Targets by rule: absolute contraction, and a cut of the emission intensity of GDP.
 *
 *   contraction  E = E_base (1 - rate n)
 *   intensity    I = F/G, I_target = I_base (1 - cut);  required yearly cut 1 - (I_target/I)^(1/n);  emissions that the
 *                target allows, I_target G (1 + g)^n;  growth that leaves emissions as they are, (I/I_target)^(1/n) - 1
 *
 * Sources: Science Based Targets initiative, Foundations of Science-based Target Setting, version 1.0 (2019), 3.2;
 * intensity targets: China's nationally determined contribution (2021), 65 % below 2005 by 2030.
 */
#include <smartkpi/carbon.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/usual.h"
#include "numeric/decimal.h"
#include "numeric/product.h"

/* GDP grew by -0.16 to 0.14 a year in 19 world regions at purchasing power, and by up to 0.42 at exchange rates. */
static const skpi__usual gdp_growth = {"a growth rate of GDP a year", "percent", -0.15, 0.15, 1};

typedef struct contraction_call {
    const double *base, *years;
    double rate, *emission;
} contraction_call;

static double contraction_emission(const contraction_call *c, size_t i)
{
    const double emission = c->base[i] * skpi__less(1, c->rate * c->years[i]);
    return emission == 0 ? 0 : emission; /* never -0 */
}

static skpi_status contraction_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const contraction_call *c = call;
    skpi_status s;
    (void)kept;
    if ((s = skpi__quantity(at, "base", c->base[i])) || (s = skpi__quantity(at, "years", c->years[i])) ||
        (s = skpi__result(at, "emission", contraction_emission(c, i))))
        return s;
    return contraction_emission(c, i) < 0 ? SKPI_WHORIZON : SKPI_OK;
}

static skpi_status contraction_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const contraction_call *c = call;
    (void)at, (void)kept;
    c->emission[i] = contraction_emission(c, i);
    return SKPI_OK;
}

static void contraction_fail(const void *call, size_t i)
{
    ((const contraction_call *)call)->emission[i] = (double)NAN;
}

skpi_status skpi_carbon_target_contraction(size_t n, const double *base, double rate, const double *years,
                                           double *emission, int32_t *status)
{
    static const skpi__rows_steps steps = {0, contraction_check, contraction_compute, contraction_fail};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = skpi__rows_array(&r, "base", base)) || (s = skpi__share(r.at, "rate", rate)) ||
        (s = skpi__rows_array(&r, "years", years)) || (s = skpi__rows_array(&r, "emission", emission)))
        return s;
    r.whole = skpi__unusual(r.at, "rate", rate, &skpi__yearly_cut);
    return skpi__rows_run(&r, &steps, &(contraction_call){base, years, rate, emission});
}

typedef struct intensity_call {
    skpi_carbon_target_intensity_in in;
    skpi_carbon_target_intensity_out out;
} intensity_call;

typedef struct intensity_found {
    double target, done, achieved, required, emission, flat, next;
    int32_t verdict;
} intensity_found;

/* The result for one place that was checked. */
static intensity_found intensity_of(const skpi_carbon_target_intensity_in *v, size_t i)
{
    const double none = (double)NAN;
    const double base = v->emission0[i] / v->gdp0[i], now = v->emission1[i] / v->gdp1[i];
    const double past = v->date1[i] - v->date0[i], n = v->target_date[i] - v->date1[i];
    /* now/base and its logarithm, also where the intensities themselves are beyond the range of a double */
    const double ratio = skpi__quotient_far(v->emission1[i], v->gdp0[i], v->gdp1[i], v->emission0[i]);
    const double log_ratio = skpi__ordinary(ratio)
                                 ? log(ratio)
                                 : log(v->emission1[i]) - log(v->emission0[i]) + log(v->gdp0[i]) - log(v->gdp1[i]);
    intensity_found f = {base * (1 - v->cut[i]), 1 - ratio, none, none, none, none, none, SKPI_CARBON_VERDICT_OPEN};
    if (past > 0) f.achieved = -expm1(log_ratio / past);
    if (skpi__reaches(f.target, now, 0))
        f.verdict = SKPI_CARBON_VERDICT_ALREADY_MET;
    else if (n <= 0)
        f.verdict = SKPI_CARBON_VERDICT_MISSED;
    if (n <= 0) return f;
    const double left = skpi__ordinary(ratio) ? log((1 - v->cut[i]) / ratio) : log1p(-v->cut[i]) - log_ratio;
    const double log_a_year = left / n;
    f.required = -expm1(log_a_year);
    f.flat = expm1(-log_a_year);
    if (v->growth) {
        const double grown = log1p(v->growth[i]);
        const skpi__far of_base =
            skpi__far_times(skpi__far_quotient(v->gdp1[i], v->gdp0[i]), skpi__far_of(v->emission0[i]));
        f.emission = skpi__far_value(skpi__far_times(of_base, skpi__far_of((1 - v->cut[i]) * exp(n * grown))));
        f.next = v->emission1[i] * exp(grown + log_a_year);
    }
    return f;
}

static skpi_status intensity_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const skpi_carbon_target_intensity_in *v = &((const intensity_call *)call)->in;
    intensity_found *f = kept;
    skpi_status s;
    if ((s = skpi__date(at, "in->date0", v->date0[i])) || (s = skpi__positive(at, "in->emission0", v->emission0[i])) ||
        (s = skpi__divisor(at, "in->gdp0", v->gdp0[i])) || (s = skpi__date(at, "in->date1", v->date1[i])) ||
        (s = skpi__positive(at, "in->emission1", v->emission1[i])) || (s = skpi__divisor(at, "in->gdp1", v->gdp1[i])) ||
        (s = skpi__date(at, "in->target_date", v->target_date[i])) || (s = skpi__share(at, "in->cut", v->cut[i])) ||
        (v->growth && (s = skpi__finite(at, "in->growth", v->growth[i]))))
        return s;
    if (v->date1[i] < v->date0[i])
        return skpi__fail(at, SKPI_ENOTSORTED, "in->date1", v->date1[i], "is before in->date0 = %g", v->date0[i]);
    if (v->cut[i] == 1)
        return skpi__fail(at, SKPI_EDOM, "in->cut", v->cut[i], "leaves no intensity, so there is no yearly rate");
    if (v->growth && v->growth[i] <= -1)
        return skpi__fail(at, SKPI_EDOM, "in->growth", v->growth[i], "leaves no GDP: growth must be above -1");
    if (v->growth && (s = skpi__rate(at, "in->growth", v->growth[i], &gdp_growth))) return s;
    *f = intensity_of(v, i);
    const skpi__named all[] = {{"out->target", f->target},     {"out->done", f->done},
                               {"out->achieved", f->achieved}, {"out->required", f->required},
                               {"out->emission", f->emission}, {"out->flat_growth", f->flat},
                               {"out->next", f->next}};
    if ((s = SKPI__RESULTS_DEFINED(at, all)) || (s = skpi__result_normal(at, "out->target", f->target))) return s;
    if (v->growth && !isnan(f->emission) && (s = skpi__result_normal(at, "out->emission", f->emission))) return s;
    return v->growth ? skpi__unusual(at, "in->growth", v->growth[i], &gdp_growth) : SKPI_OK;
}

static void intensity_write(const void *call, size_t i, const intensity_found *f)
{
    const skpi_carbon_target_intensity_out *o = &((const intensity_call *)call)->out;
    skpi__set(o->target, i, f->target);
    skpi__set(o->done, i, f->done);
    skpi__set(o->achieved, i, f->achieved);
    skpi__set(o->required, i, f->required);
    skpi__set(o->emission, i, f->emission);
    skpi__set(o->flat_growth, i, f->flat);
    skpi__set(o->next, i, f->next);
    skpi__set_int(o->verdict, i, f->verdict);
}

static skpi_status intensity_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    (void)at;
    intensity_write(call, i, kept);
    return SKPI_OK;
}

static void intensity_fail(const void *call, size_t i)
{
    static const intensity_found none = {NAN, NAN, NAN, NAN, NAN, NAN, NAN, SKPI_NONE};
    intensity_write(call, i, &none);
}

skpi_status skpi_carbon_target_intensity(const skpi_carbon_target_intensity_in *in,
                                         skpi_carbon_target_intensity_out *out, int32_t *status)
{
    static const skpi__rows_steps steps = {sizeof(intensity_found), intensity_check, intensity_compute, intensity_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    intensity_call c;
    skpi_carbon_target_intensity_in *const v = &c.in;
    skpi_status s;
    if ((s = SKPI__STRUCT(r.at, in, 0, v))) return s;
    r.n = v->n;
    r.count = "in->n";
    if ((s = skpi__rows_array(&r, "in->date0", v->date0)) ||
        (s = skpi__rows_array(&r, "in->emission0", v->emission0)) || (s = skpi__rows_array(&r, "in->gdp0", v->gdp0)) ||
        (s = skpi__rows_array(&r, "in->date1", v->date1)) ||
        (s = skpi__rows_array(&r, "in->emission1", v->emission1)) || (s = skpi__rows_array(&r, "in->gdp1", v->gdp1)) ||
        (s = skpi__rows_array(&r, "in->target_date", v->target_date)) ||
        (s = skpi__rows_array(&r, "in->cut", v->cut)) || (s = SKPI__STRUCT(r.at, out, 0, &c.out)))
        return s;
    return skpi__rows_run(&r, &steps, &c);
}
