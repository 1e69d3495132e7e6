/* Competition ranks (ranking.h), by a stable merge sort from below. */
#include "numeric/ranking.h"
#include <string.h>

static void ranking_merge(size_t n, size_t width, const skpi__ranked *from, skpi__ranked *to)
{
    for (size_t start = 0; start < n; start += 2 * width) {
        const size_t middle = start + width < n ? start + width : n, end = middle + width < n ? middle + width : n;
        size_t a = start, b = middle;
        for (size_t k = start; k < end; k++)
            to[k] = a < middle && (b == end || from[a].score >= from[b].score) ? from[a++] : from[b++];
    }
}

size_t skpi__ranking_sort(size_t n, const double *score, size_t stride, skpi__ranked *room)
{
    skpi__ranked *from = room, *to = room + n;
    size_t present = 0;
    for (size_t i = 0; i < n; i++)
        if (score[i * stride] == score[i * stride]) room[present++] = (skpi__ranked){score[i * stride], i};
    for (size_t width = 1; width < present; width *= 2) {
        ranking_merge(present, width, from, to);
        skpi__ranked *const t = from;
        from = to;
        to = t;
    }
    if (from != room) memcpy(room, from, present * sizeof *room);
    return present;
}

void skpi__ranking(size_t n, const double *score, size_t stride, double tie, int32_t missing, skpi__ranked *room,
                   int32_t *rank)
{
    const size_t present = skpi__ranking_sort(n, score, stride, room);
    for (size_t i = 0; i < n; i++) rank[i * stride] = missing;
    for (size_t k = 0, first = 0; k < present; k++) {
        if (k && !(room[first].score - room[k].score <= tie)) first = k;
        rank[room[k].at * stride] = (int32_t)(first + 1);
    }
}
