/* What peers are like: their median, the gap to it, and the best of them, indicator by indicator. */
#include <smartkpi/peers.h>
#include <stdlib.h>
#include "core/cells.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/decimal.h"
#include "numeric/select.h"

typedef struct gap_call {
    size_t n, m, n_peers;
    const double *value;
    const int32_t *direction, *peer;
    skpi_peers_gap_out out;
    double *room; /* n_peers */
} gap_call;

static skpi_status gap_peers(skpi__at at, const gap_call *c)
{
    for (size_t i = 0; i < c->n; i++) {
        const int32_t *const peer = c->peer + i * c->n_peers;
        for (size_t k = 0; k < c->n_peers; k++) {
            const skpi__at here = skpi__cell(at, i, k);
            if (peer[k] == SKPI_NONE) continue;
            if (peer[k] < 0 || (size_t)peer[k] >= c->n)
                return skpi__fail(here, SKPI_ENOTFOUND, "peer", peer[k], "is not one of the %zu units", c->n);
            if ((size_t)peer[k] == i)
                return skpi__fail(here, SKPI_EINCONSISTENT, "peer", peer[k], "is the unit itself");
            for (size_t l = 0; l < k; l++)
                if (peer[l] == peer[k])
                    return skpi__fail(here, SKPI_EDUPLICATE, "peer", peer[k], "is given twice for this unit");
        }
    }
    return SKPI_OK;
}

/* Value j of peer k of unit i; NaN if there is none. */
static double gap_value(const gap_call *c, size_t i, size_t j, size_t k)
{
    const int32_t unit = c->peer[i * c->n_peers + k];
    return unit == SKPI_NONE ? (double)NAN : c->value[(size_t)unit * c->m + j];
}

/* The lowest unit of those whose value is `most`, but for rounding. */
static int32_t gap_best(const gap_call *c, size_t i, size_t j, double most)
{
    int32_t best = INT32_MAX;
    for (size_t k = 0; k < c->n_peers; k++) {
        const int32_t unit = c->peer[i * c->n_peers + k];
        if (unit < best && skpi__same(gap_value(c, i, j, k), most)) best = unit;
    }
    return best;
}

static void gap_cell(const gap_call *c, size_t i, size_t j)
{
    const int less = c->direction && c->direction[j] < 0;
    const double own = c->value[i * c->m + j];
    double median = (double)NAN, gap = (double)NAN, low = (double)INFINITY, high = -(double)INFINITY;
    size_t present = 0;
    for (size_t k = 0; k < c->n_peers; k++) {
        const double v = gap_value(c, i, j, k);
        if (isnan(v)) continue;
        c->room[present++] = v;
        low = fmin(low, v);
        high = fmax(high, v);
    }
    if (present) {
        median = skpi__median(present, c->room);
        /* a median that is small beside the two in the middle is off by their rounding */
        const double middle = fmax(fabs(median), fabs(c->room[present / 2]));
        gap = skpi__rounded(less ? median - own : own - median, fmax(middle, fabs(own)));
    }
    skpi__set(c->out.median, i * c->m + j, median);
    skpi__set(c->out.gap, i * c->m + j, gap);
    skpi__set_int(c->out.best, i * c->m + j, present ? gap_best(c, i, j, less ? low : high) : SKPI_NONE);
}

skpi_status skpi_peers_gap(size_t n, size_t m, size_t n_peers, const double *value, const int32_t *direction,
                           const int32_t *peer, skpi_peers_gap_out *out)
{
    const skpi__at at = skpi__here(__func__);
    gap_call c = {.n = n, .m = m, .n_peers = n_peers, .value = value, .direction = direction, .peer = peer};
    int missing = 0;
    skpi_status s;
    if ((s = skpi__count(at, "n_peers", n_peers)) || (s = skpi__array(at, "value", value, n, m)) ||
        (s = skpi__directions_check(at, m, direction)) || (s = skpi__array(at, "peer", peer, n, n_peers)) ||
        (s = gap_peers(at, &c)) || (s = SKPI__STRUCT(at, out, 0, &c.out)))
        return s;
    double *const range = skpi__alloc(m, 2, sizeof *range);
    c.room = skpi__alloc(n_peers, 1, sizeof *c.room);
    s = range && c.room ? skpi__cells_check(at, n, m, value, range, range + m, &missing) : skpi__no_memory(at, "n", n);
    for (size_t i = 0; !s && i < n; i++)
        for (size_t j = 0; j < m; j++) gap_cell(&c, i, j);
    free(range);
    free(c.room);
    return s ? s : missing ? SKPI_WMISSING : SKPI_OK;
}
