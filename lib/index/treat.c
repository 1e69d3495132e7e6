/* Outliers (treat.h): winsorised, and if that is not enough the column as it was is put into logarithms,
 *   ln(x - min + 0.01 (max - min)),     or if it is skewed to the left
 *   -ln(max - x + 0.01 (max - min)),    which is the same of the column turned round.
 * A normalisation that compares values with something in the unit of the indicator takes no logarithms: the column is then
 * left as it was.
 *
 * A column has outliers if both |skewness| and kurtosis reach their limits.  A step moves all values at the largest
 * value (the smallest, if the skewness is negative) to the next value; the sign of the skewness is looked at anew at
 * every step.  Left alone: a column of fewer than four values, which has no kurtosis, or of fewer than three different
 * ones, where a step would leave one value and a logarithm changes nothing after min-max; so is a step that would leave
 * one value.
 *
 * Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008), step 3; the rule and the order of steps as
 * in the R package COINr, which has the logarithm for a skewness to the right alone.
 */
#include "index/treat.h"
#include <math.h>
#include <string.h>
#include "core/steps.h"
#include "index/methods.h"
#include "numeric/decimal.h"
#include "numeric/logs.h"
#include "numeric/moments.h"

enum { LEAST_VALUES = 4 };
#define OFFSET .01 /* of the range, so that the smallest value has a logarithm */

static int treat_outlying(const skpi__moments *m, const skpi_index_options *o)
{
    return fabs(m->skewness) >= o->skewness && m->kurtosis >= o->kurtosis;
}

/* The largest value below high, or the smallest above low: NaN if there is none. */
static double treat_next(size_t n, const double *x, double end, int upper)
{
    double next = (double)NAN;
    for (size_t i = 0; i < n; i++)
        if ((upper ? skpi__varies(x[i], end) : skpi__varies(end, x[i])) && !(upper ? next >= x[i] : next <= x[i]))
            next = x[i];
    return next;
}

/* Fewer than four values, or than three different ones? */
static int treat_few(size_t n, const double *x, const skpi__moments *m)
{
    size_t i = 0;
    while (i < n && !(skpi__varies(m->low, x[i]) && skpi__varies(x[i], m->high))) i++;
    return m->n < LEAST_VALUES || i == n;
}

/* 1 if a step was taken. */
static int treat_step(size_t n, double *x, const skpi__moments *m, int32_t *change, int32_t *moved)
{
    const int upper = m->skewness >= 0;
    const double end = upper ? m->high : m->low, next = treat_next(n, x, end, upper);
    if (skpi__same(next, upper ? m->low : m->high)) return 0; /* it would leave one value */
    const int32_t bit = upper ? SKPI_INDEX_CHANGE_FLAG_LOWERED : SKPI_INDEX_CHANGE_FLAG_RAISED;
    const int32_t either = SKPI_INDEX_CHANGE_FLAG_LOWERED | SKPI_INDEX_CHANGE_FLAG_RAISED;
    for (size_t i = 0; i < n; i++)
        if (skpi__same(x[i], end)) {
            x[i] = next;
            *moved += !(change[i] & either);
            change[i] |= bit;
        }
    return 1;
}

/* The column as it was. */
static void treat_undo(size_t n, double *x, const double *before, int32_t *change)
{
    const int32_t either = SKPI_INDEX_CHANGE_FLAG_LOWERED | SKPI_INDEX_CHANGE_FLAG_RAISED;
    memcpy(x, before, n * sizeof *x);
    for (size_t i = 0; i < n; i++) change[i] &= ~either;
}

static void treat_log(size_t n, double *x, const double *before, const skpi__moments *m, int32_t *change)
{
    const int left = m->skewness < 0;
    for (size_t i = 0; i < n; i++) {
        x[i] = (left ? m->high - before[i] : before[i] - m->low) + OFFSET * (m->high - m->low);
        if (!isnan(before[i])) change[i] |= SKPI_INDEX_CHANGE_FLAG_LOGGED;
    }
    skpi__logs(n, x, x);
    for (size_t i = 0; i < n; i++) x[i] = isnan(before[i]) ? before[i] : left ? -x[i] : x[i];
}

int skpi__index_treat(size_t n, double *x, const skpi_index_options *o, int32_t cells, int32_t normalise,
                      int32_t *change, double *room)
{
    const skpi__moments first = skpi__moments_of(n, x, 1);
    skpi__moments m = first;
    int32_t moved = 0;
    if (treat_few(n, x, &first)) return 1;
    memcpy(room, x, n * sizeof *x);
    while (treat_outlying(&m, o) && moved < cells && treat_step(n, x, &m, change, &moved)) {
        SKPI__STEP();
        m = skpi__moments_of(n, x, 1);
    }
    if (o->treat != SKPI_INDEX_TREAT_WINSORISE_LOG || !treat_outlying(&m, o)) return 1;
    treat_undo(n, x, room, change);
    if (!skpi__index_takes_logarithms(normalise)) return 0;
    treat_log(n, x, room, &first, change);
    return 1;
}

skpi_status skpi__index_treat_told(skpi__at at, const skpi_index_tree *t, size_t untreated)
{
    if (untreated == SKPI__INDEX_TREATED) return SKPI_OK;
    return skpi__warn(skpi__column(at, untreated), "data->value", (double)NAN,
                      "of \"%s\" has outliers that winsorising leaves, and stays as it is: its normalisation takes no "
                      "logarithms",
                      t->code[t->indicator[untreated]]);
}
