/* Breaks in a series (jump.h).
 *
 * With d the change of ln v, or of logit(v/whole), a year over each step, m and MAD the median and the median deviation
 * of the other steps within ten on either side (five at least), a step is marked where
 *   |d - m| > max(8 x 1.4826 MAD, .15).
 * Steps of which one end is within 20 units of the last printed digit of 0 (or of the whole) are not: they move by the
 * rounding.  The unit is the largest power of ten, from 10^6 to 10^-6, that all values are multiples of and none is below.
 *
 * This library's own rule: of emissions of 17 countries since 1960 it marks none, a crisis is none of its kind; of 1,397
 * cities eight, of 153 countries' urban shares three.
 */
#include "series/jump.h"
#include "numeric/logistic.h"
#include "numeric/select.h"
#include <stdlib.h>

enum { SIDE = 10, LEAST = 5, UNITS = 20, POWERS = 6 };
#define DEVIATIONS (8 * 1.4826)
#define SMALLEST .15 /* of a year's change */

typedef struct jump_series {
    size_t n;
    const double *t, *v;
    double whole, unit;
} jump_series;

/* The largest power of ten that all values are multiples of; 0: none. */
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

/* Change a year over the step to value i; 0: one of its ends has no logarithm. */
static int jump_change(const jump_series *s, size_t i, double *change)
{
    if (!jump_open(s, i - 1) || !jump_open(s, i)) return 0;
    *change = (jump_level(s, i) - jump_level(s, i - 1)) / (s->t ? s->t[i] - s->t[i - 1] : 1);
    return isfinite(*change);
}

static int jump_is_coarse(const jump_series *s, size_t i)
{
    const double low = fmin(s->v[i - 1], s->v[i]), high = fmax(s->v[i - 1], s->v[i]), least = UNITS * s->unit;
    return low < least || (s->whole > 0 && s->whole - high < least * (1 - 1e-9));
}

/* How far the step to value i is from the median of those around it, and its usual change; 0: too few are. */
static int jump_measure(const jump_series *s, size_t i, double change, double *apart, double *usual)
{
    double other[2 * SIDE];
    size_t k = 0;
    for (size_t j = i > SIDE ? i - SIDE : 1; j <= i + SIDE && j < s->n; j++)
        if (j != i) k += (size_t)jump_change(s, j, &other[k]);
    if (k < LEAST) return 0;
    const double middle = skpi__median(k, other);
    for (size_t j = 0; j < k; j++) other[j] = fabs(other[j] - middle);
    *usual = fmax(DEVIATIONS * skpi__median(k, other), SMALLEST) / 8;
    *apart = fabs(change - middle);
    return 1;
}

skpi__jump skpi__jump_of(size_t n, const double *t, const double *v, double whole, size_t from)
{
    jump_series s = {n, t, v, whole, 0};
    skpi__jump jump = {0, (double)NAN, (double)NAN};
    double low = (double)INFINITY, high = -(double)INFINITY, most = 0, change, apart, usual;
    if (n < LEAST + 2) return jump;
    for (size_t i = 1; i < n; i++) {
        if (!jump_change(&s, i, &change)) continue;
        low = fmin(low, change);
        high = fmax(high, change);
    }
    if (!(high - low > SMALLEST)) return jump; /* no median can be so far away */
    s.unit = jump_unit(n, v);
    for (size_t i = from + 1; i < n; i++) {
        if (!jump_change(&s, i, &change) || fmax(high - change, change - low) <= SMALLEST || jump_is_coarse(&s, i) ||
            !jump_measure(&s, i, change, &apart, &usual) || !(apart > 8 * usual) || apart <= most)
            continue;
        most = apart;
        jump = (skpi__jump){i, v[i] / v[i - 1], apart / usual};
    }
    return jump;
}

/* Two digits are enough for words. */
static double jump_two_digits(double x)
{
    if (!(x > 0) || !isfinite(x)) return x;
    const int power = 1 - (int)floor(log10(x));
    const double scale = pow(10, abs(power));
    return power < 0 ? round(x / scale) * scale : round(x * scale) / scale;
}

/* t NULL: steps have numbers, from 0 on. */
static skpi_status jump_tell(skpi__at at, const char *name, const skpi__jump *jump, double year0, const double *t,
                             double value)
{
    const double before = t ? year0 + t[jump->to - 1] : (double)jump->to - 1;
    const double after = t ? year0 + t[jump->to] : (double)jump->to;
    return skpi__warn(at, name, value,
                      "is unusual: between %g and %g the series changes by a factor %g, %g times its usual change (a "
                      "new boundary, definition or count?)",
                      before, after, jump_two_digits(jump->factor), jump_two_digits(floor(jump->times)));
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
