/* Stages of an urban transition that follows a logistic p = K/(1 + exp(-s (t - m))).
 *
 * Between the dates at which the third derivative of p is zero, where the speed changes fastest, lies the stage of
 * acceleration:
 *   t = m -+ ln(2 + sqrt 3)/s, at the shares K (3 -+ sqrt 3)/6; in the middle the share K/2 and the top speed K s/4
 * Source of the stages: R. M. Northam, Urban Geography (2nd ed., Wiley, 1979); the dates follow from the logistic.
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include <smartkpi/urban.h>

/* Years between the middle and either end of the acceleration. */
static double half_span(double speed) { return log(2 + sqrt(3.0)) / speed; }

static skpi_status place_check(skpi__at at, double ceiling, double speed, double midpoint)
{
    skpi_status s;
    if ((s = skpi__share(at, "ceiling", ceiling)) || (s = skpi__positive(at, "ceiling", ceiling)) ||
        (s = skpi__positive(at, "speed", speed)) || (s = skpi__date(at, "midpoint", midpoint)))
        return s;
    return skpi__result(at, "out->start_date", half_span(speed));
}

skpi_status skpi_urban_stages(size_t n, const double *ceiling, const double *speed, const double *midpoint,
                              skpi_urban_stages_out *out, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_urban_stages_out o;
    skpi_status s;
    if ((s = skpi__rows_array(&r, "ceiling", ceiling)) || (s = skpi__rows_array(&r, "speed", speed)) ||
        (s = skpi__rows_array(&r, "midpoint", midpoint)) || (s = SKPI__STRUCT(r.at, out, 0, &o)))
        return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, place_check(skpi__row_at(&r, i), ceiling[i], speed[i], midpoint[i])))) return s;
    for (size_t i = 0; i < n; i++) {
        const double none = (double)NAN;
        const int good = skpi__row_good(&r, i);
        const double k = good ? ceiling[i] : none, v = good ? speed[i] : none, m = good ? midpoint[i] : none;
        skpi__set(o.start_date, i, m - half_span(v));
        skpi__set(o.middle_date, i, m);
        skpi__set(o.end_date, i, m + half_span(v));
        skpi__set(o.start_share, i, k * (3 - sqrt(3.0)) / 6);
        skpi__set(o.middle_share, i, k * 3 / 6);
        skpi__set(o.end_share, i, k * (3 + sqrt(3.0)) / 6);
        skpi__set(o.top_speed, i, k * v / 4);
    }
    return skpi__rows_end(&r);
}
