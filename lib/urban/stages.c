/* Stages of an urban transition that follows a logistic p = K/(1 + exp(-s (t - m))).
 *
 * Between the dates at which the third derivative of p is zero, where the speed changes fastest, lies the stage of
 * acceleration:
 *   t = m -+ ln(2 + sqrt 3)/s, at the levels K (3 -+ sqrt 3)/6; in the middle the level K/2 and the top speed K s/4
 * Source of the stages: R. M. Northam, Urban Geography (2nd ed., Wiley, 1979); the dates follow from the logistic.
 */
#include "core/check.h"
#include "core/rows.h"
#include <smartkpi/urban.h>

enum { STAGES = 3 };

static double reach(double speed) { return log(2 + sqrt(3.0)) / speed; }

static skpi_status check(skpi__at at, double ceiling, double speed, double midpoint)
{
    skpi_status s;
    if ((s = skpi__share(at, "ceiling", ceiling)) || (s = skpi__positive(at, "ceiling", ceiling)) ||
        (s = skpi__positive(at, "speed", speed)) || (s = skpi__date(at, "midpoint", midpoint)))
        return s;
    return skpi__result(at, "date", reach(speed));
}

/* Stages of each place's logistic.
 *
 * Given:    n          places
 *           ceiling    K, share in the end, a fraction in (0,1] (n)
 *           speed      s, above 0, per year (n)
 *           midpoint   m, date of K/2, decimal year (n)
 * Returned: date       start of the acceleration, middle, start of the saturation, decimal years (n x 3; NULL: not
 *                      wanted)
 *           level      urban shares at these dates (n x 3; NULL: not wanted)
 *           top_speed  K s/4, share per year, in the middle (n; NULL: not wanted; may be an input)
 *           status     each row's own status (n), or NULL: the first bad row fails the call
 *           date and level must not overlap the inputs.
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null), SKPI_ENOMEM (n), SKPI_ENOTFINITE, SKPI_ERANGE (a ceiling outside
 *           [0,1], a negative speed, a midpoint outside the window), SKPI_EDOM (a ceiling or speed of 0),
 *           SKPI_EOVERFLOW
 * Source:   Northam 1979
 */
skpi_status skpi_urban_stages(size_t n, const double *ceiling, const double *speed, const double *midpoint,
                              double *date, double *level, double *top_speed, int32_t *status)
{
    static const double side[STAGES] = {-1, 0, 1};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = skpi__given(&r, "ceiling", ceiling)) || (s = skpi__given(&r, "speed", speed)) ||
        (s = skpi__given(&r, "midpoint", midpoint)) || (s = skpi__fits(r.at, "date", n, STAGES)) ||
        (s = skpi__fits(r.at, "level", n, STAGES)))
        return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, check(skpi__row_at(&r, i), ceiling[i], speed[i], midpoint[i])))) return s;
    for (size_t i = 0; i < n; i++) {
        const int good = skpi__row_good(&r, i);
        const double k = ceiling[i], v = speed[i], m = midpoint[i], none = (double)NAN;
        for (size_t j = 0; j < STAGES; j++) {
            if (date) date[STAGES * i + j] = good ? m + side[j] * reach(v) : none;
            if (level) level[STAGES * i + j] = good ? k * (3 + side[j] * sqrt(3.0)) / 6 : none;
        }
        if (top_speed) top_speed[i] = good ? k * v / 4 : none;
    }
    return skpi__rows_end(&r);
}
