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
 * Four rows are taken together where they are as long as can be (walk_moments.h).
 * This library's own form; its constants are from errors of 215 countries' emissions (carbon) and of 166 areas' urban
 * shares (urban), and a suggestion from six series (digital).
 */
#include "series/walk_history.h"
#include <float.h>
#include "core/check.h"
#include "core/dispatch.h"
#include "numeric/log_ratios.h"
#include "numeric/weighted.h"
#include "series/jump.h"
#include "series/place_width.h"
#include "series/scale.h"

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

/* The changes of x from each of n + 1 values to the next. */
static void walk_history_changes(const skpi__walk_form *form, size_t n, const double *v, double *change)
{
    double odds[SKPI__WALK_LONGEST];
    if (form->scale != SKPI_SERIES_SCALE_LOG) {
        for (size_t k = 0; k <= n; k++) odds[k] = v[k] / (1 - v[k]);
        v = odds;
    }
    skpi__log_ratios(n, v, v + 1, change);
}

/* Sums over the n changes of each of these rows. */
static void walk_history_moments(const skpi__walk_form *form, size_t n, size_t n_rows, skpi__walk_rows *rows)
{
    double change[SKPI__WALK_CHANGES][SKPI__WALK_TOGETHER];
    size_t years[SKPI__WALK_WINDOWS];
    for (size_t w = 0; w < SKPI__WALK_WINDOWS; w++) years[w] = form->window[w] < n ? form->window[w] : n;
    for (size_t l = 0; l < SKPI__WALK_TOGETHER; l++) /* lanes without a row repeat the first one */
        for (size_t k = 0; k < n; k++) change[k][l] = rows->change[l < n_rows ? l : 0][k];
    skpi__walk_moments_of(SKPI__BEST, n, change, years, form->change_max, SKPI__JUMP_STEP, &rows->moments);
}

/* Takes the rows from i on together, if all of them have the longest run and no other values than open ones. */
static void walk_history_take(const skpi__walk_form *form, const skpi_table *y, size_t i, skpi__walk_rows *rows)
{
    const double top = form->scale == SKPI_SERIES_SCALE_LOG ? DBL_MAX : 1 - DBL_EPSILON / 2;
    const size_t cells = SKPI__WALK_TOGETHER * y->m, m = y->m;
    const double *v = y->value + i * m;
    rows->first = i;
    rows->end = i + SKPI__WALK_TOGETHER;
    rows->together = 0;
    if (m < SKPI__WALK_LONGEST || y->n - i < SKPI__WALK_TOGETHER ||
        y->year[m - 1] - y->year[m - SKPI__WALK_LONGEST] != SKPI__WALK_CHANGES)
        return;
    if (skpi__weighted_kernel_at(SKPI__BEST)->seen(cells, v, 0, top)) return; /* one is missing, 0, below or beyond */
    for (size_t l = 0; l < SKPI__WALK_TOGETHER; l++)
        walk_history_changes(form, SKPI__WALK_CHANGES, v + (l + 1) * m - SKPI__WALK_LONGEST, rows->change[l]);
    walk_history_moments(form, SKPI__WALK_CHANGES, SKPI__WALK_TOGETHER, rows);
    rows->together = 1;
}

/* The walk from n changes, which are row l of rows. */
static void walk_history_fit(const skpi__walk_form *form, size_t n, const skpi__walk_rows *rows, size_t l,
                             skpi__walk_history *h)
{
    const skpi__walk_moments *const m = &rows->moments;
    const double years = (double)n;
    h->may_break = m->may_break[l] && skpi__jump_possible(n, rows->change[l]);
    h->slope = walk_history_within((m->slope[0][l] + m->slope[1][l] + m->slope[2][l]) / SKPI__WALK_WINDOWS,
                                   form->slope_min, form->slope_max, &h->warnings);
    h->walk.start = skpi__scale_to(form->scale, h->last);
    h->walk.growth = form->growth;
    h->walk.excess = form->weight * (h->slope - form->growth);
    h->walk.sigma = 0;
    h->deviation = h->s = (double)NAN;
    if (form->by_slope > 0) {
        const double first = walk_history_within(m->slope[0][l], form->slope_min, form->slope_max, &h->warnings);
        h->walk.drift_sigma = form->by_slope * skpi__place_width(h->last, first);
        return;
    }
    if (m->adjusted[l]) h->warnings |= SKPI_WADJUSTED;
    h->deviation = sqrt(m->squares[l] / (double)(n - 1));
    h->s = sqrt((SKPI__WALK_USUAL_YEARS * form->usual * form->usual + years * h->deviation * h->deviation) /
                (SKPI__WALK_USUAL_YEARS + years));
    h->walk.sigma = form->sigma_by_s * h->s;
    h->walk.drift_sigma = form->drift_sigma + form->drift_sigma_by_s * h->s;
}

skpi_status skpi__walk_history_of(skpi__at at, const char *name, const skpi__walk_form *form, const skpi_table *y,
                                  size_t i, skpi__walk_rows *rows, skpi__walk_history *found)
{
    const double *const v = y->value + i * y->m;
    size_t last = y->m - 1, n = SKPI__WALK_LONGEST, l = i - rows->first;
    skpi__walk_rows alone;
    if (i >= rows->end) {
        walk_history_take(form, y, i, rows);
        l = 0;
    }
    if (!rows->together) {
        const skpi_status s = walk_history_check(at, name, form, y, i, &last);
        if (s) return s;
        n = walk_history_run(form, y, v, last);
        if (n < SKPI__WALK_SHORTEST)
            return skpi__fail(skpi__column(at, last), SKPI_ENODATA, name, (double)n,
                              "consecutive values are too few: a fan needs %d", SKPI__WALK_SHORTEST);
        walk_history_changes(form, n - 1, v + last + 1 - n, alone.change[0]);
        walk_history_moments(form, n - 1, 1, &alone);
        l = 0;
    }
    found->last = v[last];
    found->year = y->year[last];
    found->column = last + 1 - n;
    found->used = (int32_t)n;
    found->warnings = n < SKPI__WALK_LONGEST ? SKPI_WWEAKFIT : SKPI_OK;
    walk_history_fit(form, n - 1, rows->together ? rows : &alone, l, found);
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
