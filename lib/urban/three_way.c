/* City, town and rural shares between and beyond two observations.
 *
 * The growth differences between the three parts stay what they were: with w = (t - t1)/(t2 - t1),
 *   s_k(t) is in proportion to s_k(t1) [s_k(t2)/s_k(t1)]^w
 * which is a straight line of each ln(s_k/s_rural), whichever part is taken as the reference.  A part of exactly 0
 * has no such line: then all three are straight in the share, between the observations only.
 * City and town together do not follow the two-way line of the logit of their sum: that is another model.
 * Source: J. Aitchison, Journal of the Royal Statistical Society B 44 (1982) 139 (log-ratios of parts of a whole).
 */
#include "core/check.h"
#include "core/rows.h"
#include "numeric/log_ratio.h"
#include <smartkpi/urban.h>
#include <string.h>

enum { PARTS = 3 };
#define SLACK 1e-9 /* by which parts may miss 1 */

typedef struct pair {
    double t1, t2;
    const double *parts1, *parts2;
} pair;

static skpi_status parts(skpi__at at, const char *name, const double *part)
{
    skpi_status s;
    for (size_t k = 0; k < PARTS; k++) {
        at.column = (int64_t)k;
        if ((s = skpi__share(at, name, part[k]))) return s;
    }
    at.column = -1;
    const double sum = part[0] + part[1] + part[2];
    return fabs(sum - 1) <= SLACK
               ? SKPI_OK
               : skpi__fail(at, SKPI_EINCONSISTENT, name, sum, "is the sum of city, town and rural: not 1");
}

static const double *zero_part(const double *part)
{
    for (size_t k = 0; k < PARTS; k++)
        if (part[k] <= 0) return part + k;
    return NULL;
}

static skpi_status check(skpi__at at, const pair *p, int32_t first_year, size_t n_years)
{
    skpi_status s;
    if ((s = skpi__date(at, "t1", p->t1)) || (s = parts(at, "parts1", p->parts1)) ||
        (s = skpi__date(at, "t2", p->t2)) || (s = parts(at, "parts2", p->parts2)))
        return s;
    if (p->t1 >= p->t2) return skpi__fail(at, SKPI_ENOTSORTED, "t1", p->t1, "is not before t2 = %g", p->t2);
    if (!n_years || (first_year >= p->t1 && (double)first_year + (double)(n_years - 1) <= p->t2)) return SKPI_OK;
    const double *zero1 = zero_part(p->parts1), *zero2 = zero_part(p->parts2);
    if (!zero1 && !zero2) return SKPI_OK;
    at.column = zero1 ? zero1 - p->parts1 : zero2 - p->parts2;
    return skpi__fail(at, SKPI_EDOM, zero1 ? "parts1" : "parts2", 0,
                      "has no logarithm: a part of 0 is not carried beyond the observations (%g to %g)", p->t1, p->t2);
}

/* From the nearer observation, so that little is multiplied by the slope's rounding. */
static void at_year(const pair *p, double year, double *out)
{
    const double w = (year - p->t1) / (p->t2 - p->t1);
    const int from1 = w < .5, straight = zero_part(p->parts1) || zero_part(p->parts2);
    const double *base = from1 ? p->parts1 : p->parts2, way = from1 ? w : (year - p->t2) / (p->t2 - p->t1);
    double most = -(double)INFINITY, sum = 0;
    if (year == p->t1 || year == p->t2) {
        memcpy(out, year == p->t1 ? p->parts1 : p->parts2, PARTS * sizeof *out);
        return;
    }
    for (size_t k = 0; k < PARTS; k++) {
        out[k] =
            straight ? (1 - w) * p->parts1[k] + w * p->parts2[k] : way * skpi__log_ratio(p->parts1[k], p->parts2[k]);
        most = fmax(most, out[k]);
    }
    if (straight) return;
    for (size_t k = 0; k < PARTS; k++) sum += out[k] = base[k] * exp(out[k] - most);
    for (size_t k = 0; k < PARTS; k++) out[k] /= sum;
}

/* City, town and rural shares of each place in the years of an axis.
 *
 * Given:    n           places
 *           t1 < t2     dates of the observations, decimal years (n each)
 *           parts1, parts2  city, town and rural share, fractions that sum to 1 within 1e-9; used as they are (n x 3
 *                           each)
 *           first_year  first year of the output: before, between or after the observations
 *           n_years     number of years
 * Returned: out         city, town and rural shares (n x n_years x 3; must not overlap the inputs); at an observation
 *                       its own to the bit
 *           status      each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null), SKPI_ENOMEM (n, n_years), SKPI_ENOTFINITE, SKPI_ERANGE (a share
 *           outside [0,1], a date or year outside the window), SKPI_EINCONSISTENT (a sum that is not 1),
 *           SKPI_ENOTSORTED (t1 not before t2), SKPI_EDOM (a part of 0, and a year outside the observations)
 * Source:   Aitchison 1982
 */
skpi_status skpi_urban_three_way(size_t n, const double *t1, const double *parts1, const double *t2,
                                 const double *parts2, int32_t first_year, size_t n_years, double *out, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = skpi__given(&r, "t1", t1)) || (s = skpi__given_matrix(&r, "parts1", parts1, PARTS)) ||
        (s = skpi__given(&r, "t2", t2)) || (s = skpi__given_matrix(&r, "parts2", parts2, PARTS)) ||
        (s = skpi__axis(r.at, "first_year", first_year, n_years)) ||
        (s = skpi__given_matrix(&r, "out", out, PARTS * n_years))) /* the axis has bounded n_years */
        return s;
    for (size_t i = 0; i < n; i++) {
        const pair p = {t1[i], t2[i], parts1 + PARTS * i, parts2 + PARTS * i};
        if ((s = skpi__row(&r, i, check(skpi__row_at(&r, i), &p, first_year, n_years)))) return s;
    }
    for (size_t i = 0; i < n; i++) {
        const pair p = {t1[i], t2[i], parts1 + PARTS * i, parts2 + PARTS * i};
        for (size_t j = 0; j < n_years; j++) {
            double *year = out + PARTS * (i * n_years + j);
            if (skpi__row_good(&r, i))
                at_year(&p, (double)first_year + (double)j, year);
            else
                skpi__put_nan(year, PARTS);
        }
    }
    return skpi__rows_end(&r);
}
