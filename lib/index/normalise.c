/* Normalisation (normalise.h) of y = direction times x, over the units that have a value:
 *   min-max        low + (high - low) (y - min)/(max - min)
 *   z-score        mean + sd (y - mean of y)/(sd of y), sd with n - 1; a y that is the mean but for rounding is it
 *   posts          low + (high - low) (y - a)/(b - a), a < b the directed posts; goalposts clip the fraction to [0,1]
 *   target         low + (high - low) (y - min)/(T - min), T the directed target; capped clips the fraction at 1
 *   rank           1 + number of smaller y
 *   percentile     low + (high - low) (rank - 1)/(n - 1)
 *   fraction       low + (high - low) y/max
 *
 * Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008), step 5.
 */
#include "index/normalise.h"
#include "core/check.h"
#include "index/methods.h"
#include "numeric/decimal.h"
#include "numeric/moments.h"

/* score = to + by (direction x - from)/over, the fraction clipped to [least,most]; a difference below zero is 0. */
typedef struct normalise_line {
    double from, over, to, by, least, most, zero;
} normalise_line;

static void normalise_along(size_t n, const double *x, double direction, const normalise_line *l, double *score)
{
    for (size_t i = 0; i < n; i++) {
        const double above = direction * x[i] - l->from;
        double part = fabs(above) < l->zero ? 0 : above / l->over;
        part = part < l->least ? l->least : part > l->most ? l->most : part; /* NaN stays */
        score[i] = l->to + l->by * part;
    }
}

static void normalise_fill(size_t n, const double *x, double value, double *score)
{
    for (size_t i = 0; i < n; i++) score[i] = isnan(x[i]) ? x[i] : value;
}

/* All values are one, where the score divides by their range. */
static skpi_status normalise_constant(skpi__at at, const skpi_index_tree *t, size_t k, int32_t normalise,
                                      const skpi__index_scale *s, size_t n, const double *x, double value,
                                      double *score)
{
    if (s->constant == SKPI_INDEX_CONSTANT_MISSING) {
        normalise_fill(n, x, (double)NAN, score);
        return SKPI_OK;
    }
    if (s->constant == SKPI_INDEX_CONSTANT_MIDPOINT) {
        normalise_fill(n, x, normalise == SKPI_INDEX_NORMALISE_ZSCORE ? s->mean : s->low + (s->high - s->low) / 2,
                       score);
        return SKPI_OK;
    }
    return skpi__fail(at, SKPI_EDOM, "data->value", value,
                      "is the only value of \"%s\": options->constant says what becomes of a constant column",
                      t->code[k]);
}

/* Values that differ by rounding alone, such as .3/.1 and .9/.3, are the same. */
static void normalise_ranks(size_t n, const double *x, double direction, skpi__ranked *room, double *score)
{
    for (size_t i = 0; i < n; i++) score[i] = direction * -x[i];
    const size_t present = skpi__ranking_sort(n, NULL, score, 1, room);
    for (size_t r = 0, first = 0; r < present; r++) {
        if (skpi__varies(room[r].score, room[first].score)) first = r;
        score[room[r].at] = (double)(first + 1);
    }
}

static skpi_status normalise_to_target(skpi__at at, const skpi_index_tree *t, size_t k, double low, double target)
{
    if (skpi__varies(low, target)) return SKPI_OK;
    const int beyond = skpi__varies(target, low);
    return skpi__fail(at, beyond ? SKPI_EDOM : SKPI_EZERODIV, "data->value", t->direction[k] * low,
                      "is the value of \"%s\" that is farthest from its target, %g, and %s", t->code[k], t->target[k],
                      beyond ? "beyond it: every unit is" : "equal to it");
}

static skpi_status normalise_fraction(skpi__at at, const skpi_index_tree *t, size_t k, size_t n, const double *x,
                                      double high)
{
    for (size_t i = 0; i < n; i++)
        if (x[i] < 0)
            return skpi__fail(skpi__cell(at, i, (size_t)at.column), SKPI_ERANGE, "data->value", x[i],
                              "of \"%s\" is negative: it is no fraction of the largest value", t->code[k]);
    if (high > 0) return SKPI_OK;
    return skpi__fail(at, SKPI_EZERODIV, "data->value", high, "is the largest value of \"%s\": it has no fractions",
                      t->code[k]);
}

static skpi_status normalise_finite(skpi__at at, const skpi_index_tree *t, size_t k, size_t n, const double *x,
                                    const double *score)
{
    for (size_t i = 0; i < n; i++)
        if (!isnan(x[i]) && !isfinite(score[i]))
            return skpi__refuse(skpi__cell(at, i, (size_t)at.column), SKPI_EOVERFLOW, "data->value",
                                "of \"%s\" is so far from the others that its score is beyond the range of a double",
                                t->code[k]);
    return SKPI_OK;
}

skpi_status skpi__index_normalise(skpi__at at, const skpi_index_tree *t, size_t j, const skpi__index_scale *scale,
                                  size_t n, const double *x, skpi__ranked *room, double *score)
{
    const size_t k = t->indicator[j];
    const int32_t normalise = skpi__index_own(t->normalise, k, scale->normalise);
    const double d = t->direction[k], all = (double)INFINITY;
    const skpi__moments m = skpi__moments_of(n, x, 1);
    const double low = d > 0 ? m.low : -m.high, high = d > 0 ? m.high : -m.low;
    normalise_line l = {low, high - low, scale->low, scale->high - scale->low, -all, all, 0};
    skpi_status s = SKPI_OK;
    at = skpi__column(at, j);
    if (!m.n) {
        normalise_fill(n, x, 0, score);
        return SKPI_OK;
    }
    const int of_range = normalise == SKPI_INDEX_NORMALISE_MINMAX || normalise == SKPI_INDEX_NORMALISE_ZSCORE ||
                         skpi__index_needs_target(normalise);
    if ((of_range && !skpi__varies(m.low, m.high)) || (normalise == SKPI_INDEX_NORMALISE_PERCENTILE && m.n == 1))
        return normalise_constant(at, t, k, normalise, scale, n, x, m.low, score);
    switch (normalise) {
    case SKPI_INDEX_NORMALISE_ZSCORE:
        l = (normalise_line){d * m.mean, m.sd, scale->mean, scale->sd, -all, all, 0};
        l.zero = SKPI__DECIMAL * fmax(fabs(m.low), fabs(m.high)); /* a mean is rounded */
        break;
    case SKPI_INDEX_NORMALISE_GOALPOSTS:
    case SKPI_INDEX_NORMALISE_LINEAR:
        l.from = d > 0 ? t->post_low[k] : -t->post_high[k];
        l.over = t->post_high[k] - t->post_low[k];
        if (normalise == SKPI_INDEX_NORMALISE_GOALPOSTS) l.least = 0, l.most = 1;
        break;
    case SKPI_INDEX_NORMALISE_TARGET:
    case SKPI_INDEX_NORMALISE_CAPPED:
        if ((s = normalise_to_target(at, t, k, low, d * t->target[k]))) return s;
        l.over = d * t->target[k] - low;
        if (normalise == SKPI_INDEX_NORMALISE_CAPPED) l.most = 1;
        break;
    case SKPI_INDEX_NORMALISE_RANK: normalise_ranks(n, x, d, room, score); return SKPI_OK;
    case SKPI_INDEX_NORMALISE_PERCENTILE:
        normalise_ranks(n, x, d, room, score);
        l.from = 1;
        l.over = (double)(m.n - 1);
        normalise_along(n, score, 1, &l, score);
        return SKPI_OK;
    case SKPI_INDEX_NORMALISE_FRACTION:
        if ((s = normalise_fraction(at, t, k, n, x, high))) return s;
        l.from = 0;
        l.over = high;
        break;
    case SKPI_INDEX_NORMALISE_AS_IS:
        for (size_t i = 0; i < n; i++) score[i] = d * x[i];
        return SKPI_OK;
    default: break;
    }
    normalise_along(n, x, d, &l, score);
    return normalise_finite(at, t, k, n, x, score);
}
