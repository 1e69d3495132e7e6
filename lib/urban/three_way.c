/* City, town and rural shares between and beyond two observations.
 *
 * The growth differences between the three parts are constant: with w = (t - date0)/(date1 - date0),
 *   s_k(t) is in proportion to s_k(date0) [s_k(date1)/s_k(date0)]^w
 * which is a straight line of each ln(s_k/s_rural), whichever part is taken as the reference.  Beyond the observations
 * they decay by the damping phi a year: l years beyond one count as
 *   D(l) = phi (1 - phi^l)/(1 - phi)
 * A part of 0 at both dates stays 0, and the others are a composition of their own.  A part of 0 at one date has no such
 * line; all three shares are then straight lines, only between the observations.  City and town together do not follow
 * the two-way line of the logit of their sum: that is another model.
 * Source: J. Aitchison, Journal of the Royal Statistical Society B 44 (1982) 139 (log-ratios of parts of a whole).
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "numeric/damped.h"
#include "numeric/log_ratio.h"
#include <smartkpi/urban.h>
#include <string.h>

enum { PARTS = 3 };
#define SLACK 1e-9   /* by which parts may miss 1 */
#define DAMPING 0.94 /* 32 countries to 2050: skpi_urban_three_way(3) */

typedef struct three_way_call {
    const skpi_urban_three_way_in *in;
    int32_t first_year;
    size_t n_years;
    double damping;
    double *share;
} three_way_call;

typedef struct three_way_pair {
    double date0, date1;
    const double *part0, *part1;
} three_way_pair;

static three_way_pair three_way_pair_of(const skpi_urban_three_way_in *in, size_t i)
{
    return (three_way_pair){in->date0[i], in->date1[i], in->part0 + PARTS * i, in->part1 + PARTS * i};
}

static skpi_status three_way_parts(skpi__at at, const char *name, const double *part)
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

/* The first part that is 0 at one date only; PARTS: there is none. */
static size_t three_way_appears(const three_way_pair *p)
{
    size_t k = 0;
    while (k < PARTS && (p->part0[k] > 0) == (p->part1[k] > 0)) k++;
    return k;
}

static skpi_status three_way_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const three_way_call *c = call;
    const three_way_pair pair = three_way_pair_of(c->in, i), *p = &pair;
    skpi_status s;
    (void)kept;
    if ((s = skpi__date(at, "in->date0", p->date0)) || (s = three_way_parts(at, "in->part0", p->part0)) ||
        (s = skpi__date(at, "in->date1", p->date1)) || (s = three_way_parts(at, "in->part1", p->part1)))
        return s;
    if (p->date0 >= p->date1)
        return skpi__fail(at, SKPI_ENOTSORTED, "in->date0", p->date0, "is not before in->date1 = %g", p->date1);
    if (!c->n_years || (c->first_year >= p->date0 && (double)c->first_year + (double)(c->n_years - 1) <= p->date1))
        return SKPI_OK;
    const size_t k = three_way_appears(p);
    if (k == PARTS) return SKPI_OK;
    at.column = (int64_t)k;
    return skpi__fail(at, SKPI_EDOM, p->part0[k] > 0 ? "in->part1" : "in->part0", 0,
                      "has no logarithm: a part of 0 at one date is not carried beyond the observations (%g to %g)",
                      p->date0, p->date1);
}

/* From the nearer observation, so that little is multiplied by the slope's rounding. */
static void three_way_year(const three_way_pair *p, double damping, double year, double *share)
{
    const double span = p->date1 - p->date0, w = (year - p->date0) / span;
    const int from0 = w < .5, straight = three_way_appears(p) < PARTS;
    const double *base = from0 ? p->part0 : p->part1;
    const double years = year < p->date0   ? -skpi__damped(damping, p->date0 - year)
                         : year > p->date1 ? skpi__damped(damping, year - p->date1)
                         : from0           ? year - p->date0
                                           : year - p->date1;
    const double way = years / span;
    double most = -(double)INFINITY, sum = 0;
    if (year == p->date0 || year == p->date1) {
        memcpy(share, year == p->date0 ? p->part0 : p->part1, PARTS * sizeof *share);
        return;
    }
    for (size_t k = 0; k < PARTS && straight; k++) share[k] = (1 - w) * p->part0[k] + w * p->part1[k];
    if (straight) return;
    for (size_t k = 0; k < PARTS; k++) {
        share[k] = base[k] > 0 ? way * skpi__log_ratio(p->part0[k], p->part1[k]) : -(double)INFINITY; /* 0 stays 0 */
        most = fmax(most, share[k]);
    }
    for (size_t k = 0; k < PARTS; k++) sum += share[k] = base[k] * exp(share[k] - most);
    for (size_t k = 0; k < PARTS; k++) share[k] /= sum;
}

static skpi_status three_way_options(skpi__at at, const skpi_urban_three_way_options *options, double *damping)
{
    skpi_urban_three_way_options o;
    skpi_status s;
    if ((s = SKPI__STRUCT_OR_NULL(at, options, 0, &o)) || (s = skpi__factor(at, "options->damping", o.damping)))
        return s;
    *damping = o.damping > 0 ? o.damping : DAMPING;
    return SKPI_OK;
}

static skpi_status three_way_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const three_way_call *c = call;
    const three_way_pair pair = three_way_pair_of(c->in, i);
    (void)at, (void)kept;
    for (size_t j = 0; j < c->n_years; j++)
        three_way_year(&pair, c->damping, (double)c->first_year + (double)j, c->share + PARTS * (i * c->n_years + j));
    return SKPI_OK;
}

static void three_way_fail(const void *call, size_t i)
{
    const three_way_call *c = call;
    skpi__set_nan_row(c->share, i, PARTS * c->n_years);
}

skpi_status skpi_urban_three_way(const skpi_urban_three_way_in *in, int32_t first_year, size_t n_years,
                                 const skpi_urban_three_way_options *options, double *share, int32_t *status)
{
    static const skpi__rows_steps steps = {0, three_way_check, three_way_compute, three_way_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi_urban_three_way_in g;
    double damping = DAMPING;
    skpi_status s;
    if ((s = SKPI__STRUCT(r.at, in, 0, &g))) return s;
    r.n = g.n;
    if ((s = skpi__rows_array(&r, "in->date0", g.date0)) || (s = skpi__rows_matrix(&r, "in->part0", g.part0, PARTS)) ||
        (s = skpi__rows_array(&r, "in->date1", g.date1)) || (s = skpi__rows_matrix(&r, "in->part1", g.part1, PARTS)) ||
        (s = skpi__axis(r.at, "first_year", first_year, n_years)) || (s = three_way_options(r.at, options, &damping)) ||
        (s = skpi__rows_matrix(&r, "share", share, PARTS * n_years))) /* the axis has bounded n_years */
        return s;
    return skpi__rows_run(&r, &steps, &(three_way_call){&g, first_year, n_years, damping, share});
}
