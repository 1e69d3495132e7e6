/* The walk of walk.h from a history.
 *
 * The base is the last value that is there.  The run of consecutive years up to it whose values lie inside the scale, at
 * most 21, is used.  r is the mean slope of x over three windows up to the base, or over the longest there is, within
 * limits; v_0 = w (r - g).  sd is the deviation (n - 1) of the n annual changes, each within a limit, and
 *   s^2 = (10 s_0^2 + n sd^2)/(10 + n)
 * draws it towards the usual one.  The walk's deviations are
 *   carbon   sigma = 0.84 s    sigma_u = 0.0175
 *   digital  sigma = 0.84 s    sigma_u = 0.12 s
 *   urban    sigma = 0         sigma_u = 0.169 sqrt(0.05^2 + s_4^2) max(4 p (1 - p), 0.08)^-0.2, s_4 the first slope
 * This library's own form; its constants are from errors of 215 countries' emissions (carbon) and of 166 areas' urban
 * shares (urban), and a suggestion from six series (digital).
 */
#include "series/walk_history.h"
#include <float.h>
#include "core/check.h"
#include "numeric/log_ratios.h"
#include "series/jump.h"
#include "series/place_width.h"
#include "series/scale.h"

enum { WINDOWS = 3, USUAL_YEARS = 10 };
#define URBAN_SLOPE 0.1 /* limit of the slopes of urban shares */

static const skpi__walk_form forms[] = {
    {.scale = SKPI_SERIES_SCALE_LOGIT,
     .window = {4, 10, 20},
     .weight = 1,
     .growth = .015,
     .slope_min = -URBAN_SLOPE,
     .slope_max = URBAN_SLOPE,
     .by_slope = .169,
     .horizon = 40},
    {.scale = SKPI_SERIES_SCALE_LOG,
     .window = {5, 10, 20},
     .weight = .45,
     .growth = .004,
     .slope_min = -.1,
     .slope_max = .15,
     .change_max = .5,
     .usual = .09,
     .sigma_by_s = .84,
     .drift_sigma = .0175,
     .horizon = 20},
    {.scale = SKPI_SERIES_SCALE_LOGIT,
     .window = {5, 10, 20},
     .weight = 1,
     .slope_min = -.1,
     .slope_max = .15,
     .change_max = .5,
     .usual = .05,
     .sigma_by_s = .84,
     .drift_sigma_by_s = .12,
     .horizon = 10},
};

const skpi__walk_form *skpi__walk_form_of(int32_t form) { return &forms[form - SKPI_SERIES_FAN_FORM_URBAN]; }

static int walk_history_open(const skpi__walk_form *form, double v) /* NaN is not */
{
    return v > 0 && (form->scale == SKPI_SERIES_SCALE_LOG || v < 1);
}

/* Every value of the row, and the column of the last one. */
static skpi_status walk_history_check(skpi__at at, const char *name, const skpi__walk_form *form, const skpi_table *y,
                                      size_t i, size_t *last)
{
    const double top = form->scale == SKPI_SERIES_SCALE_LOG ? DBL_MAX : 1;
    size_t there = y->m;
    skpi_status s;
    for (size_t j = 0; j < y->m; j++) {
        const double v = y->value[i * y->m + j];
        if (v >= 0 && v <= top) {
            there = j;
            continue;
        }
        s = isnan(v)   ? SKPI_OK
            : top <= 1 ? skpi__share(skpi__column(at, j), name, v)
                       : skpi__quantity(skpi__column(at, j), name, v);
        if (s) return s;
    }
    if (there == y->m)
        return skpi__fail(at, SKPI_ENODATA, name, 0, "values are too few: a fan needs %d", SKPI__WALK_SHORTEST);
    *last = there;
    at = skpi__column(at, there);
    return top <= 1 ? skpi__open_share(at, name, y->value[i * y->m + there])
                    : skpi__positive(at, name, y->value[i * y->m + there]);
}

/* How many consecutive values inside the scale end in that column. */
static size_t walk_history_run(const skpi__walk_form *form, const skpi_table *y, const double *v, size_t last)
{
    size_t n = 1;
    while (n < SKPI__WALK_LONGEST && n <= last && y->year[last - n] + 1 == y->year[last - n + 1] &&
           walk_history_open(form, v[last - n]))
        n++;
    return n;
}

static double walk_history_within(double x, double low, double high, int32_t *warnings)
{
    const double in = x < low ? low : x > high ? high : x;
    if (in != x) *warnings |= SKPI_WADJUSTED;
    return in;
}

/* The n - 1 changes of x from each of n values to the next. */
static void walk_history_changes(const skpi__walk_form *form, size_t n, const double *v, double *change)
{
    double before = form->scale == SKPI_SERIES_SCALE_LOG ? 0 : skpi__logit(v[0]);
    if (form->scale == SKPI_SERIES_SCALE_LOG) {
        skpi__log_ratios(n - 1, v, v + 1, change);
        return;
    }
    for (size_t k = 1; k < n; k++) {
        const double level = skpi__logit(v[k]);
        change[k - 1] = level - before;
        before = level;
    }
}

/* The mean of the last changes, as many as the window has years, or all. */
static double walk_history_slope(size_t window, size_t n, const double *change)
{
    const size_t years = window < n ? window : n;
    double sum = 0;
    for (size_t k = n - years; k < n; k++) sum += change[k];
    return sum / (double)years;
}

/* The deviation of n changes, each brought within the limit. */
static double walk_history_deviation(size_t n, double *change, double limit, int32_t *warnings)
{
    double sum = 0, squares = 0;
    for (size_t k = 0; k < n; k++) sum += change[k] = walk_history_within(change[k], -limit, limit, warnings);
    for (size_t k = 0; k < n; k++) squares += pow(change[k] - sum / (double)n, 2);
    return sqrt(squares / (double)(n - 1));
}

/* The walk from n values. */
static void walk_history_fit(const skpi__walk_form *form, size_t n, const double *v, skpi__walk_history *h)
{
    double change[SKPI__WALK_LONGEST], slope[WINDOWS];
    const double p = h->last, years = (double)(n - 1);
    walk_history_changes(form, n, v, change);
    h->may_break = skpi__jump_possible(n - 1, change);
    for (size_t k = 0; k < WINDOWS; k++) slope[k] = walk_history_slope(form->window[k], n - 1, change);
    h->slope =
        walk_history_within((slope[0] + slope[1] + slope[2]) / WINDOWS, form->slope_min, form->slope_max, &h->warnings);
    h->walk =
        (skpi__walk){skpi__scale_to(form->scale, p), form->growth, form->weight * (h->slope - form->growth), 0, 0};
    h->deviation = h->s = (double)NAN;
    if (form->by_slope > 0) {
        const double first = walk_history_within(slope[0], form->slope_min, form->slope_max, &h->warnings);
        h->walk.drift_sigma = form->by_slope * skpi__place_width(p, first);
        return;
    }
    h->deviation = walk_history_deviation(n - 1, change, form->change_max, &h->warnings);
    h->s =
        sqrt((USUAL_YEARS * form->usual * form->usual + years * h->deviation * h->deviation) / (USUAL_YEARS + years));
    h->walk.sigma = form->sigma_by_s * h->s;
    h->walk.drift_sigma = form->drift_sigma + form->drift_sigma_by_s * h->s;
}

skpi_status skpi__walk_history_of(skpi__at at, const char *name, const skpi__walk_form *form, const skpi_table *y,
                                  size_t i, skpi__walk_history *found)
{
    const double *const v = y->value + i * y->m;
    size_t last = 0;
    const skpi_status s = walk_history_check(at, name, form, y, i, &last);
    if (s) return s;
    const size_t n = walk_history_run(form, y, v, last);
    if (n < SKPI__WALK_SHORTEST)
        return skpi__fail(skpi__column(at, last), SKPI_ENODATA, name, (double)n,
                          "consecutive values are too few: a fan needs %d", SKPI__WALK_SHORTEST);
    *found = (skpi__walk_history){.last = v[last],
                                  .year = y->year[last],
                                  .column = last + 1 - n,
                                  .used = (int32_t)n,
                                  .warnings = n < SKPI__WALK_LONGEST ? SKPI_WWEAKFIT : SKPI_OK};
    walk_history_fit(form, n, v + found->column, found);
    return SKPI_OK;
}

skpi_status skpi__walk_history_break(skpi__at at, const char *name, const skpi__walk_form *form, const skpi_table *y,
                                     size_t i, const skpi__walk_history *h)
{
    double t[SKPI__WALK_LONGEST];
    if (!h->may_break) return SKPI_OK;
    for (int32_t k = 0; k < h->used; k++) t[k] = (double)h->year + 1 - h->used + k;
    return skpi__jump_warn_row(at, name, y, 0, (size_t)h->used, t, y->value + i * y->m + h->column,
                               form->scale == SKPI_SERIES_SCALE_LOG ? 0 : 1, 0);
}
