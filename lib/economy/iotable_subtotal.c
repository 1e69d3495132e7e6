/* Rule A: totals and subtotals among the sectors of an input-output table.
 *
 * Sector t counts as the sum of at least two consecutive sectors directly before or after it, or of all others, if its
 * output, its row and its column all are that sum within a thousandth; the cell on the diagonal is left out.  A total
 * that was found is taken out and the search begins again, so that totals of subtotals are found too.  Outputs are
 * positive; their running sum passes the output of t once, and only few sums need a test of the flows.
 *
 * Source: this library's own rule.
 */
#include "economy/iotable_subtotal.h"

#define TOLERANCE 1e-3

typedef struct lines { /* sectors that were not taken out, in their order */
    const double *flow, *output;
    size_t n, count;
    size_t *sector;
} lines;

/* Whether line t of the flows (its row, or its column if column is set) is the sum of lines first .. last without t;
 * the cell on the diagonal is left out. */
static int subtotal_line(const lines *l, size_t t, size_t first, size_t last, int column)
{
    const size_t along = column ? l->n : 1, across = column ? 1 : l->n, own = l->sector[t];
    double size = 0, miss = 0;
    for (size_t c = 0; c < l->count; c++) {
        if (c == t) continue;
        const double *z = l->flow + l->sector[c] * along;
        double sum = 0;
        for (size_t m = first; m <= last; m++)
            if (m != t) sum += z[l->sector[m] * across];
        size += fabs(z[own * across]);
        miss += fabs(z[own * across] - sum);
    }
    return size > 0 && miss <= TOLERANCE * size;
}

static int subtotal_near(double x, double sum) { return fabs(x - sum) <= TOLERANCE * x; }

static int subtotal_verified(const lines *l, size_t t, size_t first, size_t last)
{
    return subtotal_line(l, t, first, last, 0) && subtotal_line(l, t, first, last, 1);
}

/* Whether line t is a sum; it is that of the lines *first .. *last. */
static int subtotal_of(const lines *l, double all, size_t t, size_t *first, size_t *last)
{
    const double x = l->output[l->sector[t]];
    double sum = 0;
    for (size_t m = t; m-- > 0 && sum <= x * (1 + TOLERANCE);) {
        sum += l->output[l->sector[m]];
        if (t - m > 1 && subtotal_near(x, sum) && subtotal_verified(l, t, m, t - 1)) {
            *first = m, *last = t - 1;
            return 1;
        }
    }
    sum = 0;
    for (size_t m = t + 1; m < l->count && sum <= x * (1 + TOLERANCE); m++) {
        sum += l->output[l->sector[m]];
        if (m - t > 1 && subtotal_near(x, sum) && subtotal_verified(l, t, t + 1, m)) {
            *first = t + 1, *last = m;
            return 1;
        }
    }
    *first = 0, *last = l->count - 1;
    return l->count > 2 && subtotal_near(x, all - x) && subtotal_verified(l, t, 0, l->count - 1);
}

void skpi__iotable_subtotal(skpi__iotable_consistency *c)
{
    lines l = {c->source->flow, c->source->output, c->n, 0, c->sector};
    double all = 0;
    for (size_t i = 0; i < c->n; i++)
        if (l.output[i] > 0) l.sector[l.count++] = i, all += l.output[i];
    for (size_t t = 0; t < l.count; t++) {
        size_t first, last;
        if (!subtotal_of(&l, all, t, &first, &last)) continue;
        const size_t total = l.sector[t];
        c->is_total[total] = 1;
        skpi__iotable_found(c, (skpi__iotable_finding){.reading = SKPI_ECONOMY_READING_TOTAL,
                                                       .refused = 1,
                                                       .row = (int64_t)total,
                                                       .column = SKPI__NO_SECTOR,
                                                       .value = l.output[total],
                                                       .first = (int64_t)l.sector[first],
                                                       .last = (int64_t)l.sector[last]});
        all -= l.output[total];
        l.count--;
        for (size_t m = t; m < l.count; m++) l.sector[m] = l.sector[m + 1];
        t = (size_t)-1; /* start again from the first line */
    }
}
