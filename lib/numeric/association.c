/* Correlations of two columns (association.h).
 *
 * tau-b = (P - Q)/sqrt((T - X)(T - Y)): of the T pairs of units, P have the same order in both columns, Q the other
 * one, and X and Y are equal in x and in y.  Q is the number of exchanges of a merge sort by y of units that stand in the
 * order of x (Knight, J. Am. Statist. Ass. 61 (1966) 436).
 */
#include "numeric/association.h"
#include <math.h>
#include <string.h>
#include "numeric/decimal.h"

static double association_range(size_t n, const double *x, double *low)
{
    double high = *low = n ? x[0] : 0;
    for (size_t i = 1; i < n; i++) {
        *low = x[i] < *low ? x[i] : *low;
        high = x[i] > high ? x[i] : high;
    }
    return skpi__varies(*low, high) ? high - *low : 0;
}

skpi__products skpi__products_of(size_t n, const double *x, const double *y)
{
    double x0, y0, x1 = 0, y1 = 0;
    skpi__products p = {0};
    p.x_range = association_range(n, x, &x0);
    p.y_range = association_range(n, y, &y0);
    const double xu = p.x_range > 0 ? p.x_range : 1, yu = p.y_range > 0 ? p.y_range : 1;
    for (size_t i = 0; i < n; i++) {
        x1 += (x[i] - x0) / xu;
        y1 += (y[i] - y0) / yu;
    }
    x1 /= (double)n;
    y1 /= (double)n;
    for (size_t i = 0; i < n; i++) {
        const double u = (x[i] - x0) / xu - x1, v = (y[i] - y0) / yu - y1;
        p.xx += u * u;
        p.xy += u * v;
        p.yy += v * v;
    }
    return p;
}

double skpi__pearson(size_t n, const double *x, const double *y)
{
    const skpi__products p = skpi__products_of(n, x, y);
    if (!(p.x_range > 0 && p.y_range > 0)) return (double)NAN;
    return fmax(-1, fmin(1, p.xy / (sqrt(p.xx) * sqrt(p.yy))));
}

double skpi__midranks(size_t n, const double *x, size_t stride, double rounding, skpi__ranked *room, double *rank)
{
    double ties = 0;
    skpi__ranking_sort(n, NULL, x, stride, room); /* descending */
    for (size_t first = 0, end = 0; first < n; first = end) {
        while (end < n && skpi__within(room[first].score, room[end].score, rounding)) end++;
        for (size_t k = first; k < end; k++) rank[room[k].at] = (double)n - .5 * (double)(first + end - 1);
        const double tied = (double)(end - first);
        ties += tied * tied * tied - tied;
    }
    return ties;
}

/* Sorts y in descending order; returns how many pairs stood in the other order.  spare: n. */
static double association_sort(size_t n, double *y, double *spare)
{
    double exchanges = 0, *from = y, *to = spare;
    for (size_t width = 1; width < n; width *= 2) {
        for (size_t start = 0; start < n; start += 2 * width) {
            const size_t middle = start + width < n ? start + width : n;
            const size_t end = middle + width < n ? middle + width : n;
            size_t a = start, b = middle;
            for (size_t k = start; k < end; k++)
                if (a < middle && (b == end || from[a] >= from[b])) {
                    to[k] = from[a++];
                } else {
                    exchanges += (double)(middle - a);
                    to[k] = from[b++];
                }
        }
        double *const t = from;
        from = to;
        to = t;
    }
    if (from != y) memcpy(y, from, n * sizeof *y);
    return exchanges;
}

static double association_pairs(size_t k) { return .5 * (double)k * ((double)k - 1); }

/* Pairs of equal values of a sorted column. */
static double association_ties(size_t n, const double *sorted)
{
    double ties = 0;
    for (size_t first = 0, end = 0; first < n; first = end) {
        while (end < n && sorted[end] == sorted[first]) end++;
        ties += association_pairs(end - first);
    }
    return ties;
}

double skpi__kendall(size_t n, const double *x, const double *y, skpi__ranked *room, double *spare)
{
    const double all = association_pairs(n);
    double *const by_x = spare, equal_x = 0, equal_both = 0;
    skpi__ranking_sort(n, NULL, x, 1, room);
    for (size_t k = 0; k < n; k++) by_x[k] = y[room[k].at];
    for (size_t first = 0, end = 0; first < n; first = end) {
        while (end < n && room[end].score == room[first].score) end++;
        equal_x += association_pairs(end - first);
        association_sort(end - first, by_x + first, spare + n); /* so that none of their pairs is exchanged later */
        equal_both += association_ties(end - first, by_x + first);
    }
    const double discordant = association_sort(n, by_x, spare + n), equal_y = association_ties(n, by_x);
    const double concordant = all - equal_x - equal_y + equal_both - discordant;
    if (!(all > equal_x && all > equal_y)) return (double)NAN;
    return (concordant - discordant) / (sqrt(all - equal_x) * sqrt(all - equal_y));
}
