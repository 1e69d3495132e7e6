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

static skpi_status contraction_check(skpi__at at, double base, double rate, double years)
{
    skpi_status s;
    if ((s = skpi__quantity(at, "base", base)) || (s = skpi__quantity(at, "years", years)) ||
        (s = skpi__result(at, "out", base * (1 - rate * years))))
        return s;
    return rate * years > 1 ? SKPI_WHORIZON : SKPI_OK;
}

/* Targets of absolute contraction: a linear cut by a fraction of the base.
 *
 * Given:    n       targets
 *           base    emission of the base year (n)
 *           rate    cut a year, a fraction of the base: 0.042 for 1.5 degrees C, 0.025 for well below 2
 *           years   since the base year (n)
 * Returned: out     emission allowed (n; may be an input array); below 0 from 1/rate years on, which the rule does not
 *                   mean: such a row warns with SKPI_WHORIZON
 *           status  each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_WHORIZON, SKPI_EINVAL (null), SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_ERANGE (negative;
 *           a rate outside [0,1]), SKPI_EOVERFLOW
 * Source:   SBTi 2019, 3.2
 */
skpi_status skpi_carbon_target_contraction(size_t n, const double *base, double rate, const double *years, double *out,
                                           int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = skpi__given(&r, "base", base)) || (s = skpi__share(r.at, "rate", rate)) ||
        (s = skpi__given(&r, "years", years)) || (s = skpi__given(&r, "out", out)))
        return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, contraction_check(skpi__row_at(&r, i), base[i], rate, years[i])))) return s;
    for (size_t i = 0; i < n; i++) out[i] = skpi__row_good(&r, i) ? base[i] * (1 - rate * years[i]) : (double)NAN;
    return skpi__rows_end(&r);
}

typedef struct found {
    double target, done, achieved, required, emission, flat, next;
    int32_t verdict;
} found;

/* One place that was checked. */
static found intensity(const skpi_carbon_target_intensity_in *v, size_t i)
{
    const double none = (double)NAN;
    const double base = v->base_emission[i] / v->base_gdp[i], now = v->emission[i] / v->gdp[i];
    const double past = v->date[i] - v->base_date[i], n = v->target_date[i] - v->date[i];
    found f = {base * (1 - v->cut[i]), 1 - now / base, none, none, none, none, none, SKPI_CARBON_VERDICT_OPEN};
    if (past > 0) f.achieved = -expm1(log(now / base) / past);
    if (now <= f.target)
        f.verdict = SKPI_CARBON_VERDICT_ALREADY_MET;
    else if (n <= 0)
        f.verdict = SKPI_CARBON_VERDICT_MISSED;
    if (n <= 0) return f;
    const double log_a_year = log(f.target / now) / n;
    f.required = -expm1(log_a_year);
    f.flat = expm1(-log_a_year);
    if (v->growth) {
        f.emission = f.target * v->gdp[i] * pow(1 + v->growth[i], n);
        f.next = v->emission[i] * (1 + v->growth[i]) * (1 - f.required);
    }
    return f;
}

static skpi_status intensity_check(skpi__at at, const skpi_carbon_target_intensity_in *v, size_t i)
{
    skpi_status s;
    if ((s = skpi__date(at, "in->base_date", v->base_date[i])) ||
        (s = skpi__positive(at, "in->base_emission", v->base_emission[i])) ||
        (s = skpi__divisor(at, "in->base_gdp", v->base_gdp[i])) || (s = skpi__date(at, "in->date", v->date[i])) ||
        (s = skpi__positive(at, "in->emission", v->emission[i])) || (s = skpi__divisor(at, "in->gdp", v->gdp[i])) ||
        (s = skpi__date(at, "in->target_date", v->target_date[i])) || (s = skpi__share(at, "in->cut", v->cut[i])) ||
        (v->growth && (s = skpi__finite(at, "in->growth", v->growth[i]))))
        return s;
    if (v->date[i] < v->base_date[i])
        return skpi__fail(at, SKPI_ENOTSORTED, "in->date", v->date[i], "is before in->base_date = %g", v->base_date[i]);
    if (v->cut[i] == 1) return skpi__fail(at, SKPI_EDOM, "in->cut", v->cut[i], "leaves no intensity: no yearly rate");
    if (v->growth && v->growth[i] <= -1)
        return skpi__fail(at, SKPI_EDOM, "in->growth", v->growth[i], "leaves no GDP: growth must be above -1");
    const found f = intensity(v, i);
    const double all[] = {f.target, f.done, f.achieved, f.required, f.emission, f.flat, f.next};
    for (size_t k = 0; k < sizeof all / sizeof *all; k++)
        if (isinf(all[k])) return skpi__result(at, "out", all[k]);
    return f.target > 0 ? SKPI_OK : skpi__result(at, "out", (double)INFINITY);
}

/* Where a target for the emission intensity of GDP stands.
 *
 * Given:    n       places
 *           in      base year, now, target (n each): dates in decimal years; emissions, above 0; GDP in constant prices,
 *                   above 0; cut, a fraction of the intensity of the base year; growth of GDP, compound a year from now
 *                   on (NULL: not known)
 * Returned: out->target       intensity to be reached, emission per GDP (n each; NULL: not wanted)
 *           out->done         cut so far, a fraction
 *           out->achieved     yearly cut so far, compound; NaN if now is the base year
 *           out->required     yearly cut from now on, compound; negative where the target is already met
 *           out->emission     emission that the target allows in its year; NaN without growth
 *           out->flat_growth  growth of GDP at which just meeting the target leaves emissions as they are
 *           out->next         emission a year from now on the required way; NaN without growth
 *           out->verdict      SKPI_CARBON_VERDICT_ALREADY_MET, SKPI_CARBON_VERDICT_MISSED (the date is over), SKPI_CARBON_VERDICT_OPEN
 *                             From required on NaN where the target date is over
 *           status            each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null), SKPI_ESTRUCT, SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_ERANGE (a date
 *           outside the window; negative; a cut outside [0,1]), SKPI_EDOM (emission 0; cut 1; growth -1 or below),
 *           SKPI_EZERODIV (GDP 0), SKPI_ENOTSORTED (now before the base year), SKPI_EOVERFLOW
 * Source:   China's nationally determined contribution (2021), for the form of the target
 */
skpi_status skpi_carbon_target_intensity(size_t n, const skpi_carbon_target_intensity_in *in,
                                         skpi_carbon_target_intensity_out *out, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_carbon_target_intensity_in v;
    skpi_carbon_target_intensity_out o;
    skpi_status s;
    if ((s = SKPI__NEED(r.at, in, 0, &v)) || (s = skpi__given(&r, "in->base_date", v.base_date)) ||
        (s = skpi__given(&r, "in->base_emission", v.base_emission)) ||
        (s = skpi__given(&r, "in->base_gdp", v.base_gdp)) || (s = skpi__given(&r, "in->date", v.date)) ||
        (s = skpi__given(&r, "in->emission", v.emission)) || (s = skpi__given(&r, "in->gdp", v.gdp)) ||
        (s = skpi__given(&r, "in->target_date", v.target_date)) || (s = skpi__given(&r, "in->cut", v.cut)) ||
        (s = SKPI__NEED(r.at, out, 0, &o)))
        return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, intensity_check(skpi__row_at(&r, i), &v, i)))) return s;
    for (size_t i = 0; i < n; i++) {
        const double none = (double)NAN;
        const found f =
            skpi__row_good(&r, i) ? intensity(&v, i) : (found){none, none, none, none, none, none, none, SKPI_NONE};
        skpi__put(o.target, i, f.target);
        skpi__put(o.done, i, f.done);
        skpi__put(o.achieved, i, f.achieved);
        skpi__put(o.required, i, f.required);
        skpi__put(o.emission, i, f.emission);
        skpi__put(o.flat_growth, i, f.flat);
        skpi__put(o.next, i, f.next);
        if (o.verdict) o.verdict[i] = f.verdict;
    }
    return skpi__rows_end(&r);
}
