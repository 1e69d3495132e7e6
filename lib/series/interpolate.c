/* Values between dated observations, straight on a scale. */
#include "core/rows.h"
#include "series/scale.h"

static skpi_status observations(skpi__at at, size_t n, const double *t, const double *y, int32_t scale)
{
    skpi_status s;
    for (size_t i = 0; i < n; i++) {
        const skpi__at here = skpi__element(at, i);
        if ((s = skpi__date(here, "t", t[i]))) return s;
        if (i && t[i] == t[i - 1])
            return skpi__fail(here, SKPI_EDOM, "t", t[i], "is there twice: an interval of no length has no inside");
        if (i && t[i] < t[i - 1])
            return skpi__fail(here, SKPI_ENOTSORTED, "t", t[i], "comes after %g: dates must increase", t[i - 1]);
    }
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__scalable(skpi__element(at, i), "y", scale, y[i]))) return s;
    return SKPI_OK;
}

static skpi_status check(skpi__at here, size_t n, const double *t, double date)
{
    skpi_status s = skpi__date(here, "at", date);
    if (s || (date >= t[0] && date <= t[n - 1])) return s;
    return skpi__fail(here, SKPI_EDOM, "at", date, "is outside the observations (%g to %g)", t[0], t[n - 1]);
}

static double between(size_t n, const double *t, const double *y, int32_t scale, double date)
{
    size_t low = 0, high = n - 1; /* t[low] <= date <= t[high] */
    while (high - low > 1) {
        const size_t middle = low + (high - low) / 2;
        if (t[middle] <= date)
            low = middle;
        else
            high = middle;
    }
    if (date == t[low] || y[low] == y[high]) return y[low]; /* observations come back to the bit */
    if (date == t[high]) return y[high];
    const double w = (date - t[low]) / (t[high] - t[low]);
    scale = skpi__scale_between(scale, y[low], y[high]);
    const double value =
        skpi__scale_from(scale, (1 - w) * skpi__scale_to(scale, y[low]) + w * skpi__scale_to(scale, y[high]));
    /* rounding may miss the interval by a last digit: a share just below 1 must not become 1 */
    return fmax(fmin(value, fmax(y[low], y[high])), fmin(y[low], y[high]));
}

/* Values of a series at other dates.
 *
 * Given:    n        observations, at least 1
 *           t        their dates, decimal years, increasing (n)
 *           y        their values (n): any for SKPI_SERIES_SCALE_LINEAR, above 0 for LOG, shares in [0,1] for LOGIT
 *           scale    on which the series is straight between observations; on the logit scale an interval that ends at
 *                    exactly 0 or 1 is straight in the share
 *           m        dates asked for
 *           at       the dates, from t[0] to t[n - 1], in any order (m)
 * Returned: out      the values (m; may be at); at an observation its value to the bit
 *           status   each date's own status (m), or NULL: the first bad date fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null; no such scale), SKPI_ENODATA (n = 0), SKPI_ENOTFINITE,
 *           SKPI_ERANGE (a date outside the window, a share outside [0,1], a negative value on the log scale),
 *           SKPI_EDOM (a date outside the observations; two observations at one date; 0 on the log scale),
 *           SKPI_ENOTSORTED, SKPI_ENOMEM
 */
skpi_status skpi_series_interpolate(size_t n, const double *t, const double *y, int32_t scale, size_t m,
                                    const double *at, double *out, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, m, status);
    skpi_status s;
    if ((s = skpi__some(r.at, "n", n)) || (s = skpi__array(r.at, "t", t, n, 1)) ||
        (s = skpi__array(r.at, "y", y, n, 1)) || (s = skpi__scale(r.at, "scale", scale)) ||
        (s = skpi__given(&r, "at", at)) || (s = skpi__given(&r, "out", out)) ||
        (s = observations(r.at, n, t, y, scale)))
        return s;
    for (size_t i = 0; i < m; i++)
        if ((s = skpi__row(&r, i, check(skpi__row_at(&r, i), n, t, at[i])))) return s;
    for (size_t i = 0; i < m; i++) out[i] = skpi__row_good(&r, i) ? between(n, t, y, scale, at[i]) : (double)NAN;
    return skpi__rows_end(&r);
}
