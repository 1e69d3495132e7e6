/* Competition ranks (ranking.h), by a stable merge sort from below. */
#include "numeric/ranking.h"
#include <string.h>

enum { FEW = 96 };

static void ranking_merge(size_t n, size_t width, const skpi__ranked *from, skpi__ranked *to)
{
    for (size_t start = 0; start < n; start += 2 * width) {
        const size_t middle = start + width < n ? start + width : n, end = middle + width < n ? middle + width : n;
        size_t a = start, b = middle;
        for (size_t k = start; k < end; k++)
            to[k] = a < middle && (b == end || from[a].score >= from[b].score) ? from[a++] : from[b++];
    }
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
static void ranking_count(size_t n, const double *score, int32_t missing, int32_t *rank)
{
    double above[FEW];
    for (size_t i = 0; i < n; i++) {
        const double own = score[i];
        for (size_t j = 0; j < n; j++) above[j] = score[j] > own ? 1 : 0;
        double sum = 1;
        for (size_t j = 0; j < n; j++) sum += above[j];
        rank[i] = own == own ? (int32_t)sum : missing;
    }
}

void skpi__ranking(size_t n, const size_t *unit, const double *score, size_t stride, double tie, int32_t missing,
                   skpi__ranked *room, int32_t *rank)
{
    if (!unit && stride == 1 && tie == 0 && n <= FEW) {
        ranking_count(n, score, missing, rank);
        return;
    }
    const size_t present = skpi__ranking_sort(n, unit, score, stride, room);
    for (size_t i = 0; i < n; i++) rank[(unit ? unit[i] : i) * stride] = missing;
    for (size_t k = 0, first = 0; k < present; k++) {
        if (k && !(room[first].score - room[k].score <= tie)) first = k;
        rank[room[k].at * stride] = (int32_t)(first + 1);
    }
}
