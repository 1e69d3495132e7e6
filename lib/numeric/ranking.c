/* Competition ranks (ranking.h): few scores are counted; of many the ranks follow from counts of equal parts of their range;
 * any are sorted by parts of their range, or merged from below.  All are stable. */
#include "numeric/ranking.h"
#include "numeric/decimal.h"
#include <math.h>
#include <string.h>
#include "numeric/weighted.h"

enum { FEW = 96, PART_MOST = 64, REACH = 32, PAD = 8 }; /* PAD: a vector beyond the end */

typedef struct ranking_kernel {
    /* The smallest and the largest score; 1 if one is missing. */
    int (*range)(size_t n, const double *score, double *low, double *high);
    /* The number of the part of each score, from 0 for high; 1 if one that is as near to it as `near` of a part may be
     * in another part. */
    int (*parts)(size_t n, const double *score, double high, double scale, double near, int64_t *part);
    /* How many more of the next reach are above a score by more than `by` than of the last reach are not. */
    void (*above)(size_t n, size_t reach, const double *sorted, double by, int64_t *above);
} ranking_kernel;

#define SKPI__LANES_MOST 4
#define SKPI__TEMPLATE "numeric/ranking_variant.h"
#include "core/variants.h"

static void ranking_merge(size_t n, size_t width, const skpi__ranked *from, skpi__ranked *to)
{
    for (size_t start = 0; start < n; start += 2 * width) {
        const size_t middle = start + width < n ? start + width : n, end = middle + width < n ? middle + width : n;
        size_t a = start, b = middle;
        for (size_t k = start; k < end; k++)
            to[k] = a < middle && (b == end || from[a].score >= from[b].score) ? from[a++] : from[b++];
    }
}

/* Many scores, into as many equal parts of their range, the highest first; within a part by insertion.  0 if some part
 * holds too many.  room: the scores in its first half, and again there. */
static int ranking_by_parts(size_t n, skpi__ranked *room)
{
    uint32_t *const end = (uint32_t *)(void *)(room + n); /* of each part; n + 1 of them fit */
    double low = room[0].score, high = room[0].score;
    for (size_t i = 0; i < n; i++) {
        low = room[i].score < low ? room[i].score : low;
        high = room[i].score > high ? room[i].score : high;
    }
    const double scale = (double)(n - 1) / (high - low);
    if (!isfinite(scale) || !isfinite(high - low)) return 0;
    memset(end, 0, (n + 1) * sizeof *end);
    for (size_t i = 0; i < n; i++) end[(size_t)((high - room[i].score) * scale) + 1]++;
    uint32_t most = 0;
    for (size_t p = 1; p <= n; p++) {
        most = end[p] > most ? end[p] : most;
        end[p] += end[p - 1];
    }
    if (most > PART_MOST) return 0;
    skpi__ranked *const sorted = room + 2 * n;
    for (size_t i = 0; i < n; i++) sorted[end[(size_t)((high - room[i].score) * scale)]++] = room[i];
    for (size_t i = 1; i < n; i++) {
        const skpi__ranked own = sorted[i];
        size_t j = i;
        for (; j && sorted[j - 1].score < own.score; j--) sorted[j] = sorted[j - 1];
        sorted[j] = own;
    }
    memcpy(room, sorted, n * sizeof *room);
    return 1;
}

size_t skpi__ranking_sort(size_t n, const size_t *unit, const double *score, size_t stride, skpi__ranked *room)
{
    skpi__ranked *from = room, *to = room + n;
    size_t present = 0;
    for (size_t i = 0; i < n; i++) {
        const size_t at = unit ? unit[i] : i;
        const double x = score[at * stride];
        if (x == x) room[present++] = (skpi__ranked){x, at};
    }
    if (present > FEW && ranking_by_parts(present, room)) return present;
    for (size_t width = 1; width < present; width *= 2) {
        ranking_merge(present, width, from, to);
        skpi__ranked *const t = from;
        from = to;
        to = t;
    }
    if (from != room) memcpy(room, from, present * sizeof *room);
    return present;
}

/* Few scores side by side: one more than the number of those above. */
static void ranking_count(size_t n, const double *score, int sums, int32_t missing, int32_t *rank)
{
    const skpi__weighted_kernel *const kernel = skpi__weighted_kernel_at(0);
    kernel->above(n, score, sums ? skpi__ranking_rounding(kernel->largest(n, score)) : 0, rank);
    for (size_t i = 0; i < n; i++) rank[i] = score[i] == score[i] ? rank[i] + 1 : missing;
}

/* Many scores side by side, into as many equal parts of their range, the highest first.  A score has as many above it as
 * the parts before its own hold, and those of its own part, which stand next to it.  0, and no rank, if one is missing,
 * a part holds too many, or a score is so near the end of its part that one of the next may be the same. */
static int ranking_by_counts(size_t n, const double *score, int sums, skpi__ranked *room, int32_t *rank)
{
    static const ranking_kernel *const variant[] = {SKPI__VARIANT_TABLES};
    const ranking_kernel *const kernel = variant[skpi__variant_index(SKPI__BEST)];
    int64_t *const part = (int64_t *)(void *)room, *const above = part;
    double *const sorted = (double *)(void *)room + n + PAD + REACH; /* REACH before and behind */
    uint32_t *const at = (uint32_t *)(void *)(sorted + n + REACH + PAD), *const start = at + n;
    double low, high;
    if (kernel->range(n, score, &low, &high)) return 0;
    const double scale = (double)(n - 1) / (high - low);
    if (!isfinite(scale) || !isfinite(high - low)) return 0;
    const double rounding = sums ? skpi__ranking_rounding(fmax(fabs(low), fabs(high))) : 0;
    if (kernel->parts(n, score, high, scale, 2 * rounding * scale, part)) return 0;
    memset(start, 0, n * sizeof *start);
    for (size_t i = 0; i < n; i++) start[part[i]]++;
    uint32_t most = 0, before = 0;
    for (size_t p = 0; p < n; p++) {
        const uint32_t own = start[p];
        most = own > most ? own : most;
        start[p] = before;
        before += own;
    }
    if (most > REACH) return 0;
    for (size_t i = 0; i < n; i++) {
        const uint32_t place = start[part[i]]++;
        sorted[place] = score[i];
        at[place] = (uint32_t)i;
    }
    for (size_t i = 1; i <= REACH; i++) sorted[-(ptrdiff_t)i] = INFINITY;
    for (size_t i = 0; i < REACH + PAD; i++) sorted[n + i] = -INFINITY;
    kernel->above(n, most - 1, sorted, rounding, above);
    for (size_t i = 0; i < n; i++) rank[at[i]] = (int32_t)((int64_t)i + above[i] + 1);
    return 1;
}

/* Scores in descending order. */
static void ranking_in_order(size_t present, const skpi__ranked *sorted, size_t stride, double tie, int32_t *rank)
{
    const double size = present ? fmax(fabs(sorted[0].score), fabs(sorted[present - 1].score)) : 0;
    const double rounding = tie < 0 ? skpi__ranking_rounding(size) : 0;
    for (size_t k = 0, first = 0; k < present; k++) {
        const double own = sorted[k].score;
        if (tie > 0)
            first = skpi__tied(sorted[first].score, own, tie) ? first : k;
        else
            while (sorted[first].score > own + rounding) first++;
        rank[sorted[k].at * stride] = (int32_t)(first + 1);
    }
}

void skpi__ranking(size_t n, const size_t *unit, const double *score, size_t stride, double tie, int32_t missing,
                   skpi__ranked *room, int32_t *rank)
{
    const int plain = !unit && stride == 1 && tie <= 0, sums = tie < 0;
    if (plain && n <= FEW) {
        ranking_count(n, score, sums, missing, rank);
        return;
    }
    if (plain && ranking_by_counts(n, score, sums, room, rank)) return;
    const size_t present = skpi__ranking_sort(n, unit, score, stride, room);
    for (size_t i = 0; i < n; i++) rank[(unit ? unit[i] : i) * stride] = missing;
    ranking_in_order(present, room, stride, tie, rank);
}
