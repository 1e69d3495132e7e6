/* Real value added from output O and intermediate input M at current prices, and their price indices.
 *
 *   double      O/pO - M/pM; may be negative if the two prices have moved far apart since their base year
 *   single      (O - M)/pO; correct only if both prices move alike
 *   Tornqvist   an index, ln(V_t/V_{t-1}) = sO ln(qO_t/qO_{t-1}) - sM ln(qM_t/qM_{t-1}), q = value/price, sO and sM the
 *               two-period means of O/(O - M) and M/(O - M)
 *
 * The means are those of the shares themselves.  Shares that are computed from the mean of M/O give results that differ
 * by 5e-5.
 * Source: United Nations and others, System of National Accounts 2008, chapter 15; P. Schreyer, Measuring Productivity
 * (OECD, 2001).
 */
#include <smartkpi/economy.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "numeric/decimal.h"
#include "numeric/log_ratio.h"

typedef struct deflation_place {
    size_t m;
    const double *output, *output_price, *input, *input_price;
    int32_t form;
} deflation_place;

/* The logarithm of the growth of the index from year t - 1 to t. */
static double deflation_rise(const deflation_place *p, size_t t)
{
    const double *o = p->output + t, *i = p->input + t, *po = p->output_price + t, *pi = p->input_price + t;
    const double so = (o[-1] / (o[-1] - i[-1]) + o[0] / (o[0] - i[0])) / 2;
    const double si = (i[-1] / (o[-1] - i[-1]) + i[0] / (o[0] - i[0])) / 2;
    const double out = skpi__log_ratio(o[-1], o[0]) - skpi__log_ratio(po[-1], po[0]);
    if (i[0] == 0) return so * out; /* it is 0 in both years, as was checked */
    return so * out - si * (skpi__log_ratio(i[-1], i[0]) - skpi__log_ratio(pi[-1], pi[0]));
}

typedef struct deflation_call {
    skpi_economy_double_deflation_in in;
    int32_t form;
    skpi_economy_double_deflation_out out;
} deflation_call;

typedef struct deflation_year {
    double real, deflator;
} deflation_year;

static deflation_place deflation_row(const deflation_call *c, size_t i)
{
    const skpi_economy_double_deflation_in *in = &c->in;
    const size_t first = i * in->m;
    return (deflation_place){
        in->m, in->output + first, in->output_price + first, in->input + first, in->input_price + first, c->form};
}

/* Computes all years; SKPI_WNEGATIVE if a value is negative. */
static skpi_status deflation_years(skpi__at at, const deflation_place *p, deflation_year *year)
{
    int32_t warning = SKPI_OK;
    double log = 0;
    skpi_status s;
    for (size_t t = 0; t < p->m; t++) {
        const double nominal = skpi__less(p->output[t], p->input[t]);
        double v;
        if (p->form == SKPI_ECONOMY_DEFLATION_TORNQVIST)
            v = exp(log += t ? deflation_rise(p, t) : 0);
        else if (p->form == SKPI_ECONOMY_DEFLATION_SINGLE)
            v = nominal / p->output_price[t];
        else
            v = skpi__less(p->output[t] / p->output_price[t], p->input[t] / p->input_price[t]);
        if ((s = skpi__result(skpi__column(at, t), "out->real", v))) return s;
        const double base = p->form == SKPI_ECONOMY_DEFLATION_TORNQVIST ? p->output[0] - p->input[0] : 1;
        const double price = v > 0 && nominal > 0 ? nominal / base / v : (double)NAN;
        if (!isnan(price) && (s = skpi__result(skpi__column(at, t), "out->deflator", price))) return s;
        if (v < 0) warning = SKPI_WNEGATIVE;
        year[t] = (deflation_year){v, price};
    }
    return (skpi_status)warning;
}

static skpi_status deflation_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const deflation_place p = deflation_row(call, i);
    skpi_status s;
    for (size_t t = 0; t < p.m; t++) {
        const skpi__at cell = skpi__column(at, t);
        if ((s = skpi__quantity(cell, "in->output", p.output[t])) ||
            (s = skpi__divisor(cell, "in->output_price", p.output_price[t])) ||
            (s = skpi__quantity(cell, "in->input", p.input[t])) ||
            (s = skpi__divisor(cell, "in->input_price", p.input_price[t])))
            return s;
        if (p.form != SKPI_ECONOMY_DEFLATION_TORNQVIST) continue;
        if (!skpi__varies(p.input[t], p.output[t]))
            return skpi__fail(cell, SKPI_EDOM, "in->output", p.output[t],
                              "leaves no value added over in->input = %g: the index has no shares", p.input[t]);
        if (t && (p.input[t] > 0) != (p.input[t - 1] > 0))
            return skpi__fail(cell, SKPI_EDOM, "in->input", p.input[t],
                              "after %g a year before: input that appears or vanishes has no logarithm",
                              p.input[t - 1]);
    }
    return deflation_years(at, &p, kept);
}

static skpi_status deflation_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const deflation_call *c = call;
    const deflation_year *year = kept;
    (void)at;
    for (size_t t = 0; t < c->in.m; t++) {
        skpi__set(c->out.real, i * c->in.m + t, year[t].real);
        skpi__set(c->out.deflator, i * c->in.m + t, year[t].deflator);
    }
    return SKPI_OK;
}

static void deflation_fail(const void *call, size_t i)
{
    const deflation_call *c = call;
    skpi__set_nan_row(c->out.real, i, c->in.m);
    skpi__set_nan_row(c->out.deflator, i, c->in.m);
}

static skpi_status deflation_read(skpi__rows *r, const skpi_economy_double_deflation_in *in,
                                  skpi_economy_double_deflation_in *given)
{
    skpi_status s = SKPI__STRUCT(r->at, in, 0, given);
    if (s) return s;
    r->n = given->n;
    if ((s = skpi__count(r->at, "in->m", given->m)) ||
        (s = skpi__rows_matrix(r, "in->output", given->output, given->m)) ||
        (s = skpi__rows_matrix(r, "in->output_price", given->output_price, given->m)) ||
        (s = skpi__rows_matrix(r, "in->input", given->input, given->m)))
        return s;
    return skpi__rows_matrix(r, "in->input_price", given->input_price, given->m);
}

skpi_status skpi_economy_double_deflation(const skpi_economy_double_deflation_in *in, int32_t form,
                                          skpi_economy_double_deflation_out *out, int32_t *status)
{
    static const int32_t forms[] = {SKPI_ECONOMY_DEFLATION_DOUBLE, SKPI_ECONOMY_DEFLATION_SINGLE,
                                    SKPI_ECONOMY_DEFLATION_TORNQVIST, 0};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    deflation_call c = {.form = form};
    skpi_status s;
    r.count = "in->n";
    if ((s = deflation_read(&r, in, &c.in)) ||
        (s = skpi__choice(r.at, "form", form, forms, "a form of deflation (enum skpi_economy_deflation)")) ||
        (s = SKPI__STRUCT(r.at, out, 0, &c.out)))
        return s;
    const skpi__rows_steps steps = {c.in.m * sizeof(deflation_year), deflation_check, deflation_compute,
                                    deflation_fail};
    return skpi__rows_run(&r, &steps, &c);
}
