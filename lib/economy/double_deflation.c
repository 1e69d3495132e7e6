/* Real value added from output O and intermediate input M at current prices, and their price indices.
 *
 *   double      O/pO - M/pM; may be negative where prices have moved far apart since their base
 *   single      (O - M)/pO: right only if both prices move alike
 *   Tornqvist   an index, ln(V_t/V_{t-1}) = sO ln(qO_t/qO_{t-1}) - sM ln(qM_t/qM_{t-1}), q = value/price, sO and sM the
 *               two-period means of O/(O - M) and M/(O - M)
 *
 * The means are those of the shares themselves: a mean of M/O that is divided afterwards misses by 5e-5.
 * Source: United Nations and others, System of National Accounts 2008, chapter 15; P. Schreyer, Measuring Productivity
 * (OECD, 2001).
 */
#include <smartkpi/economy.h>
#include "core/check.h"
#include "core/rows.h"
#include "numeric/log_ratio.h"

typedef struct place {
    size_t m;
    const double *output, *output_price, *input, *input_price;
    int32_t form;
} place;

/* Growth of the index from year t - 1 to t. */
static double rise(const place *p, size_t t)
{
    const double *o = p->output + t, *i = p->input + t, *po = p->output_price + t, *pi = p->input_price + t;
    const double so = (o[-1] / (o[-1] - i[-1]) + o[0] / (o[0] - i[0])) / 2;
    const double si = (i[-1] / (o[-1] - i[-1]) + i[0] / (o[0] - i[0])) / 2;
    const double out = skpi__log_ratio(o[-1], o[0]) - skpi__log_ratio(po[-1], po[0]);
    if (i[0] == 0) return so * out; /* in both years, as was checked */
    return so * out - si * (skpi__log_ratio(i[-1], i[0]) - skpi__log_ratio(pi[-1], pi[0]));
}

/* All years; outputs that are NULL are only tested.  SKPI_WNEGATIVE if a value is negative. */
static skpi_status deflate(skpi__at at, const place *p, double *real, double *deflator)
{
    int32_t warning = SKPI_OK;
    double log = 0;
    skpi_status s;
    for (size_t t = 0; t < p->m; t++) {
        const double nominal = p->output[t] - p->input[t];
        double v;
        if (p->form == SKPI_ECONOMY_DEFLATION_TORNQVIST)
            v = exp(log += t ? rise(p, t) : 0);
        else if (p->form == SKPI_ECONOMY_DEFLATION_SINGLE)
            v = nominal / p->output_price[t];
        else
            v = p->output[t] / p->output_price[t] - p->input[t] / p->input_price[t];
        if ((s = skpi__result(skpi__column(at, t), "real", v))) return s;
        const double base = p->form == SKPI_ECONOMY_DEFLATION_TORNQVIST ? p->output[0] - p->input[0] : 1;
        const double price = v > 0 && nominal > 0 ? nominal / base / v : (double)NAN;
        if (!isnan(price) && (s = skpi__result(skpi__column(at, t), "deflator", price))) return s;
        if (v < 0) warning = SKPI_WNEGATIVE;
        skpi__put(real, t, v);
        skpi__put(deflator, t, price);
    }
    return (skpi_status)warning;
}

static skpi_status check(skpi__at at, const place *p)
{
    skpi_status s;
    for (size_t t = 0; t < p->m; t++) {
        const skpi__at cell = skpi__column(at, t);
        if ((s = skpi__quantity(cell, "output", p->output[t])) ||
            (s = skpi__divisor(cell, "output_price", p->output_price[t])) ||
            (s = skpi__quantity(cell, "input", p->input[t])) ||
            (s = skpi__divisor(cell, "input_price", p->input_price[t])))
            return s;
        if (p->form != SKPI_ECONOMY_DEFLATION_TORNQVIST) continue;
        if (!(p->output[t] > p->input[t]))
            return skpi__fail(cell, SKPI_EDOM, "output", p->output[t],
                              "leaves no value added over input = %g: the index has no shares", p->input[t]);
        if (t && (p->input[t] > 0) != (p->input[t - 1] > 0))
            return skpi__fail(cell, SKPI_EDOM, "input", p->input[t],
                              "beside %g a year before: input that appears or vanishes has no logarithm",
                              p->input[t - 1]);
    }
    return deflate(at, p, NULL, NULL);
}

/* Real value added.
 *
 * Given:    n             industries or places
 *           m             years, at least 1
 *           output        gross output at current prices, not negative (n x m)
 *           output_price  its price index, above 0 (n x m)
 *           input         intermediate input at current prices, not negative (n x m)
 *           input_price   its price index, above 0 (n x m)
 *           form          SKPI_ECONOMY_DEFLATION_DOUBLE, _SINGLE or _TORNQVIST; there is no default
 * Returned: real          value added at the prices of the indices' base; Tornqvist: an index, 1 in the first year (n x m).
 *                         A row with a negative value warns with SKPI_WNEGATIVE.  NULL: not wanted
 *           deflator      implicit: value added over the real one, Tornqvist: 1 in the first year (n x m); NaN where one of
 *                         them is not above 0.  NULL: not wanted
 *           status        each row's own status (n), or NULL: the first bad row fails the call
 *           Outputs must not overlap inputs.
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_WNEGATIVE (a negative value), SKPI_EINVAL (null; no such form), SKPI_ENODATA (no years),
 *           SKPI_ENOMEM (sizes), SKPI_ENOTFINITE, SKPI_ERANGE (negative), SKPI_EZERODIV (a price of 0), SKPI_EDOM
 *           (Tornqvist: no value added, or input appears or vanishes), SKPI_EOVERFLOW
 * Source:   System of National Accounts 2008; OECD 2001
 */
skpi_status skpi_economy_double_deflation(size_t n, size_t m, const double *output, const double *output_price,
                                          const double *input, const double *input_price, int32_t form, double *real,
                                          double *deflator, int32_t *status)
{
    static const int32_t forms[] = {SKPI_ECONOMY_DEFLATION_DOUBLE, SKPI_ECONOMY_DEFLATION_SINGLE,
                                    SKPI_ECONOMY_DEFLATION_TORNQVIST, 0};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = skpi__some(r.at, "m", m)) || (s = skpi__given_matrix(&r, "output", output, m)) ||
        (s = skpi__given_matrix(&r, "output_price", output_price, m)) ||
        (s = skpi__given_matrix(&r, "input", input, m)) ||
        (s = skpi__given_matrix(&r, "input_price", input_price, m)) ||
        (s = skpi__choice(r.at, "form", form, forms, "a form of deflation (enum skpi_economy_deflation)")))
        return s;
    for (size_t i = 0; i < n; i++) {
        const place p = {m, output + i * m, output_price + i * m, input + i * m, input_price + i * m, form};
        if ((s = skpi__row(&r, i, check(skpi__row_at(&r, i), &p)))) return s;
    }
    for (size_t i = 0; i < n; i++) {
        const place p = {m, output + i * m, output_price + i * m, input + i * m, input_price + i * m, form};
        double *v = real ? real + i * m : NULL, *d = deflator ? deflator + i * m : NULL;
        if (skpi__row_good(&r, i)) {
            (void)deflate(r.at, &p, v, d); /* was tested */
            continue;
        }
        skpi__put_nan(v, m);
        skpi__put_nan(d, m);
    }
    return skpi__rows_end(&r);
}
