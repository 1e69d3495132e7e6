/* Progress to a target: the annual cut required from now on, the annual cut achieved, and where it leads.
 *
 *   now         the last value;  n = target year - year of the last value
 *   required    (now - target)/n;  compound: 1 - (target/now)^(1/n)
 *   achieved    less the Theil-Sen slope of the values of the last w years;  compound: 1 - exp(slope of their logs)
 *   ratio       achieved/required, or that of the compound rates: on track from 1 - tolerance on
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
#include "numeric/decimal.h"
#include "numeric/log_ratio.h"
#include "series/jump.h"
#include "series/trend.h"

enum { WINDOW = 10, PROGRESS_FLAGS = SKPI_CARBON_PROGRESS_FLAG_NO_TOLERANCE | SKPI_CARBON_PROGRESS_FLAG_COMPOUND };
#define TOLERANCE .05

typedef struct progress_call {
    skpi_table y;
    const int32_t *target_year;
    const double *target;
    const int32_t *base_year;
    skpi_carbon_progress_options o;
    skpi_carbon_progress_out out;
    double *t, *v, *log, *slopes; /* years, values and logarithms of a row, and room for its slopes */
} progress_call;

typedef struct progress_place {
    size_t n, first, base; /* number of values; indices of the window's first value and of the base year */
    double left;           /* years from the last value to the target */
    double now;            /* the last value, or the target if they are the same but for their rounding */
} progress_place;

typedef struct progress_found {
    int32_t verdict, last_year, used;
    double last, required, required_share, required_compound, achieved, achieved_compound, ratio, ratio_compound,
        crossing, crossing_compound, overshoot, overshoot_to_date, gap;
} progress_found;

static double progress_year(const progress_call *c, size_t j) { return c->y.year[0] + c->t[j]; }

/* Finds the base year, which must have a value and be before the target's year. */
static skpi_status progress_base(skpi__at at, const progress_call *c, size_t i, progress_place *p)
{
    skpi_status s;
    p->base = 0;
    if (!c->base_year) return SKPI_OK;
    const int32_t year = c->base_year[i];
    if ((s = skpi__year(at, "base_year", year))) return s;
    while (p->base < p->n && progress_year(c, p->base) != year) p->base++;
    if (p->base == p->n)
        return skpi__fail(at, SKPI_ENODATA, "base_year", year, "is a year without a value in this row");
    if (year >= c->target_year[i])
        return skpi__fail(at, SKPI_ENOTSORTED, "base_year", year, "is not before the target's year %d",
                          (int)c->target_year[i]);
    return SKPI_OK;
}

/* Reads the row's values and checks the arguments of the target; SKPI_WMISSING if values are missing. */
static skpi_status progress_read(skpi__at at, const progress_call *c, size_t i, progress_place *p)
{
    skpi_status s, missing = skpi__observed(at, &c->y, i, c->t, c->v, &p->n);
    if (missing < 0) return missing;
    if ((s = skpi__year(at, "target_year", c->target_year[i])) || (s = skpi__finite(at, "target", c->target[i])))
        return s;
    double farthest = 0;
    for (size_t j = 0; j < p->n; j++) farthest = fmax(farthest, fabs(c->v[j] / 2 - c->target[i] / 2));
    if ((s = skpi__result(at, "target", 2e6 * farthest)) || (s = progress_base(at, c, i, p))) return s;
    p->left = c->target_year[i] - progress_year(c, p->n - 1);
    p->now = skpi__same(c->v[p->n - 1], c->target[i]) ? c->target[i] : c->v[p->n - 1];
    for (p->first = p->n - 1; p->first > 0 && c->t[p->first - 1] > c->t[p->n - 1] - c->o.window;) p->first--;
    if (p->now > c->target[i] && p->left > 0 && p->n - p->first < 2)
        return skpi__fail(at, SKPI_ENODATA, "emission->value", 1, "value in the window is too few: a rate needs two");
    return missing;
}

/* The slope of the logarithms in the window; NaN if a value of the window is not above 0. */
static double progress_log_slope(const progress_call *c, const progress_place *p)
{
    for (size_t j = p->first; j < p->n; j++) {
        if (!(c->v[j] > 0)) return (double)NAN;
        c->log[j] = log(c->v[j]);
    }
    return skpi__trend_of(p->n - p->first, c->t + p->first, c->log + p->first, c->slopes).slope;
}

/* Compares the values with the straight line from the base year to the target.  After the target's year the line stays
 * at the target: an interval that holds this year is split there. */
static void progress_to_date(const progress_call *c, size_t i, const progress_place *p, progress_found *f)
{
    const double t0 = c->t[p->base], start = c->v[p->base], target = c->target[i];
    const double length = c->target_year[i] - progress_year(c, p->base);
    if (length <= 0) return; /* there is no line, because the base year is not before the target */
    const double end = t0 + length;
    double sum = 0, before = 0, from = t0;
    for (size_t j = p->base + 1; j < p->n; j++) {
        const double to = c->t[j], v = c->v[j], along = fmin((to - t0) / length, 1);
        if (from < end && end < to) {
            const double there = v + (c->v[j - 1] - v) * ((to - end) / (to - from)) - target;
            sum += (end - from) * (before / 2 + there / 2);
            from = end;
            before = there;
        }
        const double gap = v - (start + (target - start) * along);
        sum += (to - from) * (before / 2 + gap / 2);
        from = to;
        before = gap;
    }
    f->overshoot_to_date = sum;
    f->gap = before;
}

static void progress_measure(const progress_call *c, size_t i, const progress_place *p, progress_found *f)
{
    const double none = (double)NAN, now = p->now, target = c->target[i], last = progress_year(c, p->n - 1);
    const int above = now > target, ahead = p->left > 0, logs = now > 0 && target > 0;
    double slope = none, rate = none;
    if (p->n - p->first >= 2) {
        slope = skpi__trend_of(p->n - p->first, c->t + p->first, c->v + p->first, c->slopes).slope;
        rate = progress_log_slope(c, p);
    }
    f->achieved = 0 - slope;
    f->achieved_compound = 0 - expm1(rate);
    if (ahead) {
        f->required = (now - target) / p->left;
        if (now > 0) f->required_share = f->required / now;
        if (logs) f->required_compound = 0 - expm1(skpi__log_ratio(now, target) / p->left);
        f->overshoot = (slope + f->required) * p->left * p->left / 2;
    }
    if (above && ahead) {
        f->ratio = f->achieved / f->required;
        f->ratio_compound = f->achieved_compound / f->required_compound;
    }
    if (above && slope < 0) f->crossing = last + (now - target) / f->achieved;
    if (above && logs && rate < 0) f->crossing_compound = last + skpi__log_ratio(now, target) / rate;
    progress_to_date(c, i, p, f);
}

/* Where the verdict needs a compound rate, target and window are above 0. */
static skpi_status progress_domain(skpi__at at, const progress_call *c, size_t i, const progress_place *p)
{
    static const char why[] = "is not above 0, and has no compound rate";
    if (!(c->o.flags & SKPI_CARBON_PROGRESS_FLAG_COMPOUND) || p->now <= c->target[i] || p->left <= 0) return SKPI_OK;
    if (!(c->target[i] > 0)) return skpi__fail(at, SKPI_EDOM, "target", c->target[i], why);
    for (size_t j = 0; j < c->y.m; j++) {
        const double v = c->y.value[i * c->y.m + j];
        if (c->y.year[j] >= progress_year(c, p->first) && v <= 0)
            return skpi__fail(skpi__column(at, j), SKPI_EDOM, "emission->value", v, why);
    }
    return SKPI_OK;
}

static int32_t progress_verdict(const progress_call *c, size_t i, const progress_place *p, const progress_found *f)
{
    const int compound = (c->o.flags & SKPI_CARBON_PROGRESS_FLAG_COMPOUND) != 0;
    const double target = c->target[i], size = fmax(fabs(f->last), fabs(target));
    const double ratio = compound ? f->ratio_compound : f->ratio;
    if (p->now <= target) return SKPI_CARBON_VERDICT_ALREADY_MET;
    if (p->left <= 0) return SKPI_CARBON_VERDICT_MISSED;
    if (!skpi__reaches(compound ? f->achieved_compound : f->achieved, 0, compound ? 1 : size))
        return SKPI_CARBON_VERDICT_MOVING_AWAY;
    return skpi__reaches(ratio, 1 - c->o.tolerance, size / (f->last - target)) ? SKPI_CARBON_VERDICT_ON_TRACK
                                                                               : SKPI_CARBON_VERDICT_OFF_TRACK;
}

/* Checks that quotients by a rate or by the last value are inside the range of a double. */
static skpi_status progress_in_range(skpi__at at, const progress_found *f)
{
    const skpi__named each[] = {
        {"out->required_share", f->required_share},       {"out->required_compound", f->required_compound},
        {"out->achieved_compound", f->achieved_compound}, {"out->ratio", f->ratio},
        {"out->ratio_compound", f->ratio_compound},       {"out->crossing", f->crossing},
        {"out->crossing_compound", f->crossing_compound}};
    return SKPI__RESULTS_DEFINED(at, each);
}

static const progress_found progress_none = {SKPI_NONE, SKPI_NONE, SKPI_NONE, NAN, NAN, NAN, NAN, NAN,
                                             NAN,       NAN,       NAN,       NAN, NAN, NAN, NAN, NAN};

static skpi_status progress_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const progress_call *c = call;
    progress_found *f = kept;
    progress_place p;
    skpi_status s, missing = progress_read(at, c, i, &p);
    if (missing < 0) return missing;
    if ((s = progress_domain(at, c, i, &p))) return s;
    *f = progress_none;
    f->last_year = (int32_t)progress_year(c, p.n - 1);
    f->used = (int32_t)(p.n - p.first);
    f->last = c->v[p.n - 1];
    progress_measure(c, i, &p, f);
    f->verdict = progress_verdict(c, i, &p, f);
    if ((s = progress_in_range(at, f))) return s;
    return (skpi_status)(missing | skpi__jump_warn_row(at, "emission->value", &c->y, c->y.year[0], p.n, c->t, c->v, 0,
                                                       p.base < p.first ? p.base : p.first));
}

static void progress_write(const skpi_carbon_progress_out *out, size_t i, const progress_found *f)
{
    skpi__set_int(out->verdict, i, f->verdict);
    skpi__set_int(out->last_year, i, f->last_year);
    skpi__set_int(out->used, i, f->used);
    skpi__set(out->last, i, f->last);
    skpi__set(out->required, i, f->required);
    skpi__set(out->required_share, i, f->required_share);
    skpi__set(out->required_compound, i, f->required_compound);
    skpi__set(out->achieved, i, f->achieved);
    skpi__set(out->achieved_compound, i, f->achieved_compound);
    skpi__set(out->ratio, i, f->ratio);
    skpi__set(out->ratio_compound, i, f->ratio_compound);
    skpi__set(out->crossing, i, f->crossing);
    skpi__set(out->crossing_compound, i, f->crossing_compound);
    skpi__set(out->overshoot, i, f->overshoot);
    skpi__set(out->overshoot_to_date, i, f->overshoot_to_date);
    skpi__set(out->gap, i, f->gap);
}

static skpi_status progress_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    (void)at;
    progress_write(&((const progress_call *)call)->out, i, kept);
    return SKPI_OK;
}

static void progress_fail(const void *call, size_t i)
{
    progress_write(&((const progress_call *)call)->out, i, &progress_none);
}

static skpi_status progress_options(skpi__at at, const skpi_carbon_progress_options *options,
                                    skpi_carbon_progress_options *o)
{
    skpi_status s = SKPI__STRUCT_OR_NULL(at, options, PROGRESS_FLAGS, o);
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
    static const skpi__rows_steps steps = {sizeof(progress_found), progress_check, progress_compute, progress_fail};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    progress_call c = {.target_year = target_year, .target = target, .base_year = base_year};
    skpi_status s;
    if ((s = SKPI__TABLE(r.at, emission, &c.y))) return s;
    r.n = c.y.n;
    r.count = "emission->n";
    if ((s = skpi__rows_array(&r, "target_year", target_year)) || (s = skpi__rows_array(&r, "target", target)) ||
        (s = progress_options(r.at, options, &c.o)) || (s = SKPI__STRUCT(r.at, out, 0, &c.out)))
        return s;
    c.t = skpi__slopes_room(c.y.m, 4);
    if (!c.t) return skpi__no_memory(r.at, "emission->m", c.y.m);
    c.v = c.t + c.y.m;
    c.log = c.t + 2 * c.y.m;
    c.slopes = c.t + 3 * c.y.m;
    s = skpi__rows_run(&r, &steps, &c);
    free(c.t);
    return s;
}
