/* Breaks in a series (jump.h).
 *
 * With d the change of ln v, or of logit(v/whole), a year over each step, m and MAD the median and the median deviation
 * of the other steps within ten on either side (five at least), a step is marked where
 *   |d - m| > max(8 x 1.4826 MAD, .15).
 * A step is not marked if one of its ends is within 20 units of 0 (or of the whole), because rounding alone changes
 * such values by much, unless |d - m| is more than ten times the part that a unit is of this distance, a year.  The unit
 * is that of the last printed digit: the largest power of ten, from 10^15 to 10^-12, that is not above the smallest
 * value and of which all values are multiples.
 *
 * Source: this library's own rule.  It marks no step in the emissions of 17 countries since 1960, because crises are
 * smaller; it marks eight of 1,397 cities and three of the urban shares of 153 countries.
 */
#include "series/jump.h"
#include "numeric/log_ratios.h"
#include "numeric/select.h"
#include "series/jump_far.h"
#include "series/row_values.h"
#include <stdlib.h>

enum { SIDE = 10, LEAST = 5, THIRD = 3, UNITS = 20, CLEAR = 10, POWERS = 28, BLOCK = 128, ROOM = BLOCK + 2 * SIDE };
#define DEVIATIONS (8 * 1.4826)
#define SMALLEST .15 /* least change a year that is marked */

typedef struct jump_series {
    size_t n;
    const double *t, *v;
    double whole, unit; /* unit below 0: not computed yet */
} jump_series;

/* Steps to values first to last: those of a block and up to ten on either side of it. */
typedef struct jump_block {
    double change[ROOM]; /* a year; NaN: an end of the step has no logarithm */
    double low, high;    /* the third smallest and the third largest: medians of five and more lie between them */
    size_t first, last;
} jump_block;

/* The largest power of ten of which all values are multiples, 0 if there is none.  The tolerance is 1e-6 of the unit
 * and does not grow with the value, because otherwise every large value would count as a multiple. */
static double jump_unit(size_t n, const double *v)
{
    static const double power[POWERS] = {1e15, 1e14, 1e13, 1e12, 1e11, 1e10,  1e9,   1e8,  1e7,  1e6,
                                         1e5,  1e4,  1e3,  1e2,  1e1,  1,     1e-1,  1e-2, 1e-3, 1e-4,
                                         1e-5, 1e-6, 1e-7, 1e-8, 1e-9, 1e-10, 1e-11, 1e-12};
    double least = (double)INFINITY;
    for (size_t i = 0; i < n; i++)
        if (v[i] != 0) least = fmin(least, fabs(v[i]));
    for (int j = 0; j < POWERS; j++) {
        size_t i = power[j] > least * (1 + 1e-9) ? n + 1 : 0;
        for (; i < n; i++) {
            const double k = v[i] / power[j];
            if (!(fabs(k - round(k)) <= 1e-6)) break;
        }
        if (i == n) return power[j];
    }
    return 0;
}

static int jump_open(const jump_series *s, size_t i) { return s->v[i] > 0 && (s->whole <= 0 || s->v[i] < s->whole); }

static void jump_changes(const jump_series *s, jump_block *b)
{
    const size_t before = b->first - 1, steps = b->last - before;
    double odds[ROOM + 1];
    const double *level = s->v + before;
    if (s->whole > 0) {
        for (size_t k = 0; k <= steps; k++) odds[k] = level[k] / (s->whole - level[k]);
        level = odds;
    }
    skpi__log_ratios(steps, level, level + 1, b->change);
    int open = jump_open(s, before);
    for (size_t k = 0; k < steps; k++) {
        const size_t i = b->first + k;
        const int before_open = open;
        open = jump_open(s, i);
        if (!before_open || !open)
            b->change[k] = (double)NAN;
        else if (s->t)
            b->change[k] /= s->t[i] - s->t[i - 1];
    }
}

/* Keeps the three smallest values, in order and without a branch; NaN is none. */
static void jump_keep(double *least, double x)
{
    const double second = x < least[0] ? least[0] : x, third = second < least[1] ? least[1] : second;
    least[0] = x < least[0] ? x : least[0];
    least[1] = second < least[1] ? second : least[1];
    least[2] = third < least[2] ? third : least[2];
}

static void jump_thirds(jump_block *b)
{
    const double all = (double)INFINITY;
    double least[THIRD] = {all, all, all}, most[THIRD] = {all, all, all};
    for (size_t k = 0; k <= b->last - b->first; k++) {
        jump_keep(least, b->change[k]);
        jump_keep(most, -b->change[k]);
    }
    b->low = least[THIRD - 1];
    b->high = -most[THIRD - 1];
}

/* Whether the rounding of an end of the step to value i, which is apart from the usual change a year, may have caused it. */
static int jump_is_coarse(const jump_series *s, size_t i, double apart)
{
    const double low = fmin(s->v[i - 1], s->v[i]), high = fmax(s->v[i - 1], s->v[i]);
    const double near = s->whole > 0 ? fmin(low, s->whole - high) : low, years = s->t ? s->t[i] - s->t[i - 1] : 1;
    return near < UNITS * s->unit * (1 - 1e-9) && apart * near * years <= CLEAR * s->unit;
}

/* How far the step to value i is from the median of those around it, and its usual change; 0: they are too few. */
static double jump_measure(const jump_block *b, size_t i, double *usual)
{
    const double change = b->change[i - b->first];
    const size_t first = i > b->first + SIDE ? i - SIDE : b->first, last = i + SIDE < b->last ? i + SIDE : b->last;
    double other[2 * SIDE];
    size_t k = 0;
    for (size_t j = first; j <= last; j++)
        if (j != i && !isnan(b->change[j - b->first])) other[k++] = b->change[j - b->first];
    if (k < LEAST) return 0;
    const double middle = skpi__median(k, other), apart = fabs(change - middle);
    if (!(apart > SMALLEST)) return 0;
    for (size_t j = 0; j < k; j++) other[j] = fabs(other[j] - middle);
    *usual = fmax(DEVIATIONS * skpi__median(k, other), SMALLEST) / 8;
    return apart > 8 * *usual ? apart : 0;
}

/* The largest marked step to values from first to before end. */
static void jump_search(jump_series *s, size_t first, size_t end, double *most, skpi__jump *jump)
{
    jump_block b; /* not all of its room is used */
    b.first = first > SIDE ? first - SIDE : 1;
    b.last = end + SIDE <= s->n ? end - 1 + SIDE : s->n - 1;
    jump_changes(s, &b);
    jump_thirds(&b);
    for (size_t i = first; i < end; i++) {
        const double change = b.change[i - b.first];
        double usual = SMALLEST / 8;
        if (!(change > b.low + SMALLEST || change < b.high - SMALLEST)) continue;
        const double apart = jump_measure(&b, i, &usual);
        if (apart <= *most) continue;
        if (s->unit < 0) s->unit = jump_unit(s->n, s->v);
        if (jump_is_coarse(s, i, apart)) continue;
        *most = apart;
        *jump = (skpi__jump){i, s->v[i] / s->v[i - 1], apart / usual};
    }
}

/* Whether the changes a year of the logarithm are so much alike that none is a step: most series end here.  A step over
 * several years changes less a year than in all. */
static int jump_is_smooth(const jump_series *s)
{
    double low = 1, high = 1;
    int years = 1;
    for (size_t i = 1; i < s->n; i++) {
        const double ratio = s->v[i] / s->v[i - 1];
        low = ratio < low ? ratio : low;
        high = ratio > high ? ratio : high;
        years &= s->v[i] > 0 && (!s->t || s->t[i] - s->t[i - 1] >= 1);
    }
    return years && s->v[0] > 0 && s->whole <= 0 && high <= low * (1 + SMALLEST); /* less than exp(SMALLEST) */
}

skpi__jump skpi__jump_of(size_t n, const double *t, const double *v, double whole, size_t from)
{
    jump_series s = {n, t, v, whole, -1};
    skpi__jump jump = {0, (double)NAN, (double)NAN};
    double most = 0;
    if (n < LEAST + 2 || jump_is_smooth(&s)) return jump;
    for (size_t i = from + 1; i < n; i += BLOCK) jump_search(&s, i, n - i < BLOCK ? n : i + BLOCK, &most, &jump);
    return jump;
}

/* Whether the median deviation of the changes around change k is so small that it may be a step. */
static int jump_is_still(size_t n, const double *change, size_t k)
{
    const size_t first = k > SIDE ? k - SIDE : 0, end = n - k > SIDE ? k + SIDE + 1 : n;
    double other[2 * SIDE];
    size_t near = 0, others = 0;
    for (size_t j = first; j < end; j++)
        if (j != k) other[others++] = change[j];
    const double middle = skpi__median(others, other), usual = fabs(change[k] - middle) / DEVIATIONS * (1 + 1e-6);
    for (size_t j = 0; j < others; j++) near += fabs(other[j] - middle) <= usual;
    return 2 * near >= others;
}

int skpi__jump_possible(size_t n, const double *change)
{
    size_t k = 0;
    while ((k = skpi__jump_far(n, change, k, SIDE, SKPI__JUMP_STEP)) < n && !jump_is_still(n, change, k)) k++;
    return k < n;
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

skpi_status skpi__jump_warn_values(skpi__at at, const char *name, const skpi_table *y, size_t i, double *room)
{
    const size_t used = skpi__row_values(y, i, 0, room, room + y->m);
    return skpi__jump_warn_row(at, name, y, 0, used, room, room + y->m, 0, 0);
}
