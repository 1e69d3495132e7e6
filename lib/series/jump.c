/* Breaks in a series (jump.h).
 *
 * With d the change of ln v, or of logit(v/whole), a year over each step, m and MAD the median and the median deviation
 * of the other steps within ten on either side (five at least), a step is marked where
 *   |d - m| > max(8 x 1.4826 MAD, .15).
 * A step is not marked if one of its ends is within 20 units of 0 (or of the whole), because rounding alone changes
 * such values by much.  The unit is that of the last printed digit: the largest power of ten, from 10^6 to 10^-6, that
 * is not above the smallest value and of which all values are multiples.
 *
 * Source: this library's own rule.  It marks no step in the emissions of 17 countries since 1960, because crises are
 * smaller; it marks eight of 1,397 cities and three of the urban shares of 153 countries.
 */
#include "series/jump.h"
#include "numeric/logistic.h"
#include "numeric/select.h"
#include <stdlib.h>

enum { SIDE = 10, WINDOW = 2 * SIDE + 1, LEAST = 5, UNITS = 20, POWERS = 6 };
#define DEVIATIONS (8 * 1.4826)
#define SMALLEST .15 /* least change a year that is marked */

typedef struct jump_series {
    size_t n;
    const double *t, *v;
    double whole, unit; /* unit below 0: not computed yet */
} jump_series;

/* The largest power of ten of which all values are multiples, 0 if there is none.  The tolerance is 1e-6 of the unit
 * and does not grow with the value, because otherwise every large value would count as a multiple. */
static double jump_unit(size_t n, const double *v)
{
    double least = (double)INFINITY, unit = 1e6;
    for (size_t i = 0; i < n; i++)
        if (v[i] != 0) least = fmin(least, fabs(v[i]));
    for (int power = POWERS; power >= -POWERS; power--) {
        unit = power < 0 ? 1 / pow(10, -power) : pow(10, power);
        size_t i = unit > least * (1 + 1e-9) ? n + 1 : 0;
        for (; i < n; i++) {
            const double k = v[i] / unit;
            if (!(fabs(k - round(k)) <= 1e-6)) break;
        }
        if (i == n) return unit;
    }
    return 0;
}

static int jump_open(const jump_series *s, size_t i)
{
    return s->v[i] > 0 && isfinite(s->v[i]) && (s->whole <= 0 || s->v[i] < s->whole);
}

static double jump_level(const jump_series *s, size_t i)
{
    return s->whole > 0 ? skpi__logit(s->v[i] / s->whole) : log(s->v[i]);
}

/* Changes a year of the steps that end at values first to last.  Step j is element j modulo the width of the window.
 * NaN: one end of the step has no logarithm. */
typedef struct jump_window {
    double change[WINDOW];
    double level; /* level of value last */
    size_t first, last;
} jump_window;

static double jump_level_or_nan(const jump_series *s, size_t i)
{
    return jump_open(s, i) ? jump_level(s, i) : (double)NAN;
}

/* Moves the window to the steps around value i.  Each logarithm is computed once. */
static void jump_move(const jump_series *s, size_t i, jump_window *w)
{
    const size_t last = i + SIDE < s->n ? i + SIDE : s->n - 1;
    w->first = i > SIDE ? i - SIDE : 1;
    while (w->last < last) {
        const size_t j = ++w->last;
        const double level = jump_level_or_nan(s, j);
        const double change = (level - w->level) / (s->t ? s->t[j] - s->t[j - 1] : 1);
        w->change[j % WINDOW] = isfinite(change) ? change : (double)NAN;
        w->level = level;
    }
}

/* Whether the median of the other steps can be far enough from this one: at least half of them must be. */
static int jump_stands_out(const jump_window *w, double change)
{
    size_t below = 0, above = 0, known = 0;
    for (size_t j = w->first; j <= w->last; j++) { /* the step itself is neither below nor above */
        const double other = w->change[j % WINDOW];
        below += other < change - SMALLEST;
        above += other > change + SMALLEST;
        known += other == other;
    }
    return known > LEAST && (2 * below + 1 >= known || 2 * above + 1 >= known);
}

static int jump_is_coarse(const jump_series *s, size_t i)
{
    const double low = fmin(s->v[i - 1], s->v[i]), high = fmax(s->v[i - 1], s->v[i]), least = UNITS * s->unit;
    return low < least || (s->whole > 0 && s->whole - high < least * (1 - 1e-9));
}

/* The distance of the step to value i from the median of the steps around it, and the usual change. */
static void jump_measure(const jump_window *w, size_t i, double *apart, double *usual)
{
    double other[WINDOW];
    size_t k = 0;
    for (size_t j = w->first; j <= w->last; j++)
        if (j != i && !isnan(w->change[j % WINDOW])) other[k++] = w->change[j % WINDOW];
    const double middle = skpi__median(k, other);
    for (size_t j = 0; j < k; j++) other[j] = fabs(other[j] - middle);
    *usual = fmax(DEVIATIONS * skpi__median(k, other), SMALLEST) / 8;
    *apart = fabs(w->change[i % WINDOW] - middle);
}

skpi__jump skpi__jump_of(size_t n, const double *t, const double *v, double whole, size_t from)
{
    jump_series s = {n, t, v, whole, -1};
    skpi__jump jump = {0, (double)NAN, (double)NAN};
    double most = 0, apart, usual;
    if (n < LEAST + 2) return jump;
    const size_t before = from + 1 > SIDE ? from + 1 - SIDE : 0;
    const size_t begin = before > 0 ? before - 1 : 0; /* the value at which the first step of the window begins */
    jump_window w = {.level = jump_level_or_nan(&s, begin), .last = begin};
    for (size_t i = from + 1; i < n; i++) {
        jump_move(&s, i, &w);
        const double change = w.change[i % WINDOW];
        if (isnan(change) || !jump_stands_out(&w, change)) continue;
        if (s.unit < 0) s.unit = jump_unit(n, v);
        if (jump_is_coarse(&s, i)) continue;
        jump_measure(&w, i, &apart, &usual);
        if (!(apart > 8 * usual) || apart <= most) continue;
        most = apart;
        jump = (skpi__jump){i, v[i] / v[i - 1], apart / usual};
    }
    return jump;
}

/* Writes the warning.  If t is NULL the values are numbered from 0. */
static skpi_status jump_tell(skpi__at at, const char *name, const skpi__jump *jump, double year0, const double *t,
                             double value)
{
    const double before = t ? year0 + t[jump->to - 1] : (double)jump->to - 1;
    const double after = t ? year0 + t[jump->to] : (double)jump->to;
    return skpi__warn(at, name, value,
                      "is unusual: between %g and %g the series changes by a factor %g, %g times its usual change (a "
                      "new boundary, definition or count?)",
                      before, after, skpi__digits(jump->factor, 2), skpi__digits(floor(jump->times), 2));
}

skpi_status skpi__jump_warn(skpi__at at, const char *name, size_t n, const double *t, const double *v, double whole,
                            size_t from)
{
    const skpi__jump jump = skpi__jump_of(n, t, v, whole, from);
    return jump.to ? jump_tell(skpi__inner(at, jump.to), name, &jump, 0, t, v[jump.to]) : SKPI_OK;
}

skpi_status skpi__jump_warn_row(skpi__at at, const char *name, const skpi_table *y, int32_t year0, size_t n,
                                const double *t, const double *v, double whole, size_t from)
{
    const skpi__jump jump = skpi__jump_of(n, t, v, whole, from);
    if (!jump.to) return SKPI_OK;
    size_t column = 0;
    while (column + 1 < y->m && (double)y->year[column] - year0 < t[jump.to]) column++;
    return jump_tell(skpi__column(at, column), name, &jump, year0, t, v[jump.to]);
}
