/* Progress to a target: the annual cut required from now on, the annual cut achieved, and where it leads.
 *
 *   now         the last value;  n = target year - year of the last value
 *   required    (now - target)/n;  compound: 1 - (target/now)^(1/n)
 *   achieved    less the Theil-Sen slope of the values of the last w years;  compound: 1 - exp(slope of their logs)
 *   ratio       achieved/required: on track from 1 - tolerance on
 *   crossing    year of now + (now - target)/achieved
 *   overshoot   ahead: integral of now + slope (t - now) less that of the line to the target, (slope + required) n^2/2;
 *               to date: trapezoids of the values less the line from the base year's value to the target
 *
 * Sources: H. Theil, Proc. Koninklijke Nederlandse Akademie van Wetenschappen 53 (1950) 386; P. K. Sen, Journal of the
 * American Statistical Association 63 (1968) 1379. The verdicts are this library's own.
 */
#include <smartkpi/carbon.h>
#include <stdlib.h>
#include "carbon/observed.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/table.h"
#include "numeric/log_ratio.h"
#include "series/trend.h"

enum { WINDOW = 10 };
#define TOLERANCE .05

typedef struct work {
    skpi_table y;
    const int32_t *target_year;
    const double *target;
    const int32_t *base_year;
    skpi_carbon_progress_options o;
    double *t, *v, *log, *room; /* years, values and logarithms of a row; slopes */
} work;

typedef struct place {
    size_t n, first, base; /* values; first of the window; of the base year */
    int32_t verdict;       /* 0: the ratio decides */
    double left;           /* years to the target */
} place;

typedef struct measures {
    double required, required_share, required_compound, achieved, achieved_compound, ratio, ratio_compound, crossing,
        crossing_compound, overshoot, overshoot_to_date, gap;
} measures;

static double year_of(const work *w, size_t j) { return w->y.year[0] + w->t[j]; }

/* The base year: a year with a value, before the target. */
static skpi_status base_of(skpi__at at, const work *w, size_t i, place *p)
{
    skpi_status s;
    p->base = 0;
    if (!w->base_year) return SKPI_OK;
    const int32_t year = w->base_year[i];
    if ((s = skpi__year(at, "base_year", year))) return s;
    while (p->base < p->n && year_of(w, p->base) != year) p->base++;
    if (p->base == p->n)
        return skpi__fail(at, SKPI_ENODATA, "base_year", year, "is no year of the row that has a value");
    if (year >= w->target_year[i])
        return skpi__fail(at, SKPI_ENOTSORTED, "base_year", year, "is not before the target's year %d",
                          (int)w->target_year[i]);
    return SKPI_OK;
}

static skpi_status look(skpi__at at, const work *w, size_t i, place *p)
{
    skpi_status s, missing = skpi__observed(at, &w->y, i, w->t, w->v, &p->n);
    if (missing < 0) return missing;
    if ((s = skpi__year(at, "target_year", w->target_year[i])) || (s = skpi__finite(at, "target", w->target[i])))
        return s;
    double farthest = 0;
    for (size_t j = 0; j < p->n; j++) farthest = fmax(farthest, fabs(w->v[j] / 2 - w->target[i] / 2));
    if ((s = skpi__result(at, "target", 2e6 * farthest)) || (s = base_of(at, w, i, p))) return s;
    p->left = w->target_year[i] - year_of(w, p->n - 1);
    p->verdict = w->v[p->n - 1] <= w->target[i] ? SKPI_CARBON_VERDICT_ALREADY_MET
                 : p->left <= 0                 ? SKPI_CARBON_VERDICT_MISSED
                                                : 0;
    for (p->first = p->n - 1; p->first > 0 && w->t[p->first - 1] > w->t[p->n - 1] - w->o.window;) p->first--;
    if (!p->verdict && p->n - p->first < 2)
        return skpi__fail(at, SKPI_ENODATA, "emission->value", 1, "value in the window: a rate needs two");
    return missing;
}

/* The logarithm's slope; NaN if a value of the window is not above 0. */
static double log_slope(const work *w, const place *p)
{
    for (size_t j = p->first; j < p->n; j++) {
        if (!(w->v[j] > 0)) return (double)NAN;
        w->log[j] = log(w->v[j]);
    }
    return skpi__trend_of(p->n - p->first, w->t + p->first, w->log + p->first, w->room).slope;
}

/* Against the straight line from the base year to the target, which holds from its year on. */
static void to_date(const work *w, size_t i, const place *p, measures *m)
{
    const double t0 = w->t[p->base], start = w->v[p->base], target = w->target[i];
    const double length = w->target_year[i] - year_of(w, p->base);
    if (length <= 0) return; /* the first value is not before the target: there is no line */
    double sum = 0, before = 0;
    for (size_t j = p->base; j < p->n; j++) {
        const double along = fmin((w->t[j] - t0) / length, 1), gap = w->v[j] - (start + (target - start) * along);
        if (j > p->base) sum += (w->t[j] - w->t[j - 1]) * (before / 2 + gap / 2);
        before = gap;
    }
    m->overshoot_to_date = sum;
    m->gap = before;
}

static void measure(const work *w, size_t i, const place *p, measures *m)
{
    const double none = (double)NAN, now = w->v[p->n - 1], target = w->target[i], last = year_of(w, p->n - 1);
    const int above = now > target, ahead = p->left > 0, logs = now > 0 && target > 0;
    double slope = none, rate = none;
    if (p->n - p->first >= 2) {
        slope = skpi__trend_of(p->n - p->first, w->t + p->first, w->v + p->first, w->room).slope;
        rate = log_slope(w, p);
    }
    *m = (measures){none, none, none, 0 - slope, 0 - expm1(rate), none, none, none, none, none, none, none};
    if (ahead) {
        m->required = (now - target) / p->left;
        if (now > 0) m->required_share = m->required / now;
        if (logs) m->required_compound = 0 - expm1(skpi__log_ratio(now, target) / p->left);
        m->overshoot = (slope + m->required) * p->left * p->left / 2;
    }
    if (above && ahead) {
        m->ratio = m->achieved / m->required;
        m->ratio_compound = m->achieved_compound / m->required_compound;
    }
    if (above && slope < 0) m->crossing = last + (now - target) / m->achieved;
    if (above && logs && rate < 0) m->crossing_compound = last + skpi__log_ratio(now, target) / rate;
    to_date(w, i, p, m);
}

static int32_t verdict_of(const work *w, const place *p, const measures *m)
{
    if (p->verdict) return p->verdict;
    if (m->achieved < 0) return SKPI_CARBON_VERDICT_MOVING_AWAY;
    return m->ratio >= 1 - w->o.tolerance ? SKPI_CARBON_VERDICT_ON_TRACK : SKPI_CARBON_VERDICT_OFF_TRACK;
}

/* What divides by a rate or by the last value may leave the range of a double. */
static skpi_status in_range(skpi__at at, const measures *m)
{
    const struct {
        const char *name;
        double value;
    } each[] = {{"out->required_share", m->required_share},
                {"out->ratio", m->ratio},
                {"out->ratio_compound", m->ratio_compound},
                {"out->crossing", m->crossing},
                {"out->crossing_compound", m->crossing_compound}};
    skpi_status s = SKPI_OK;
    for (size_t k = 0; !s && k < sizeof each / sizeof *each; k++)
        if (isinf(each[k].value)) s = skpi__result(at, each[k].name, each[k].value);
    return s;
}

static void put(const work *w, const skpi_carbon_progress_out *out, size_t i, const place *p, const measures *m)
{
    const int good = p != NULL;
    skpi__set_int(out->verdict, i, good ? verdict_of(w, p, m) : SKPI_NONE);
    skpi__set_int(out->last_year, i, good ? (int32_t)year_of(w, p->n - 1) : SKPI_NONE);
    skpi__set_int(out->used, i, good ? (int32_t)(p->n - p->first) : SKPI_NONE);
    skpi__set(out->last, i, good ? w->v[p->n - 1] : (double)NAN);
    skpi__set(out->required, i, m->required);
    skpi__set(out->required_share, i, m->required_share);
    skpi__set(out->required_compound, i, m->required_compound);
    skpi__set(out->achieved, i, m->achieved);
    skpi__set(out->achieved_compound, i, m->achieved_compound);
    skpi__set(out->ratio, i, m->ratio);
    skpi__set(out->ratio_compound, i, m->ratio_compound);
    skpi__set(out->crossing, i, m->crossing);
    skpi__set(out->crossing_compound, i, m->crossing_compound);
    skpi__set(out->overshoot, i, m->overshoot);
    skpi__set(out->overshoot_to_date, i, m->overshoot_to_date);
    skpi__set(out->gap, i, m->gap);
}

static skpi_status options_of(skpi__at at, const skpi_carbon_progress_options *options, skpi_carbon_progress_options *o)
{
    skpi_status s = SKPI__STRUCT_OR_NULL(at, options, SKPI_CARBON_PROGRESS_FLAG_NO_TOLERANCE, o);
    if (s) return s;
    if (o->window < 0) return skpi__fail(at, SKPI_ERANGE, "options->window", o->window, "is negative");
    if ((s = skpi__reserved(at, "options->zero", o->zero)) || (s = skpi__share(at, "options->tolerance", o->tolerance)))
        return s;
    if ((o->flags & SKPI_CARBON_PROGRESS_FLAG_NO_TOLERANCE) && o->tolerance != 0)
        return skpi__fail(at, SKPI_EINVAL, "options->tolerance", o->tolerance,
                          "must be 0 with SKPI_CARBON_PROGRESS_FLAG_NO_TOLERANCE");
    if (!o->window) o->window = WINDOW;
    if (o->tolerance == 0 && !(o->flags & SKPI_CARBON_PROGRESS_FLAG_NO_TOLERANCE)) o->tolerance = TOLERANCE;
    return SKPI_OK;
}

skpi_status skpi_carbon_progress(const skpi_table *emission, const int32_t *target_year, const double *target,
                                 const int32_t *base_year, const skpi_carbon_progress_options *options,
                                 skpi_carbon_progress_out *out, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi_carbon_progress_out wanted;
    work w = {.target_year = target_year, .target = target, .base_year = base_year};
    place p;
    skpi_status s;
    if ((s = SKPI__TABLE(r.at, emission, &w.y))) return s;
    r.n = w.y.n;
    if ((s = skpi__rows_array(&r, "target_year", target_year)) || (s = skpi__rows_array(&r, "target", target)) ||
        (s = skpi__array_size(r.at, "base_year", r.n, 1)) || (s = options_of(r.at, options, &w.o)) ||
        (s = SKPI__STRUCT(r.at, out, 0, &wanted)))
        return s;
    double *room = skpi__slopes_room(w.y.m, 4);
    if (!room) return skpi__refuse(r.at, SKPI_ENOMEM, "emission->m", "years have more pairs than there is memory");
    w.t = room;
    w.v = room + w.y.m;
    w.log = room + 2 * w.y.m;
    w.room = room + 3 * w.y.m;
    for (size_t i = 0; i < r.n; i++)
        if ((s = skpi__row(&r, i, look(skpi__row_at(&r, i), &w, i, &p)))) goto end;
    for (size_t i = 0; i < r.n; i++) {
        const double none = (double)NAN;
        measures m = {none, none, none, none, none, none, none, none, none, none, none, none};
        if (skpi__row_good(&r, i)) {
            measures found;
            (void)look(skpi__row_at(&r, i), &w, i, &p); /* it was good above */
            measure(&w, i, &p, &found);
            if ((s = in_range(skpi__row_at(&r, i), &found)) && (s = skpi__row(&r, i, s))) goto end;
            if (skpi__row_good(&r, i)) m = found;
        }
        put(&w, &wanted, i, skpi__row_good(&r, i) ? &p : NULL, &m);
    }
    s = skpi__rows_end(&r);
end:
    free(room);
    return s;
}
