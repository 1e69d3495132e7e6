/* The nearest units of each unit: a heap of the nearest so far, with the farthest of them at its top, which is sorted at
 * the end.  Then neighbours whose distances are the same but for their rounding are put in the order of their numbers; if
 * there are more of them behind the last place, the lowest numbers of all of them have the places. */
#include "peers/nearest.h"
#include <smartkpi/peers.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/steps.h"
#include "core/struct.h"
#include "numeric/decimal.h"
#include "peers/matrix.h"
#include "peers/tie.h"

static int nearest_farther(const double *d, int32_t a, int32_t b)
{
    const double x = d[a], y = d[b];
    return x > y || (x >= y && a > b);
}

static int nearest_order(const void *a, const void *b)
{
    const int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

/* Lets element `at` of the heap sink below those that are farther. */
static void nearest_sink(const double *d, size_t size, int32_t *heap, size_t at)
{
    const int32_t own = heap[at];
    for (size_t child; (child = 2 * at + 1) < size; at = child) {
        if (child + 1 < size && nearest_farther(d, heap[child + 1], heap[child])) child++;
        if (!nearest_farther(d, heap[child], own)) break;
        heap[at] = heap[child];
    }
    heap[at] = own;
}

/* The largest distance that is tied with `high`, one of them, by way of others. */
static double nearest_tied(size_t n, const double *d, double high)
{
    for (double last = -(double)INFINITY; high > last;) {
        SKPI__STEP();
        const double reach = skpi__peers_reach(high);
        last = high;
        for (size_t j = 0; j < n; j++)
            if (d[j] <= reach && d[j] > high) high = d[j];
    }
    return high;
}

/* Peers that rise by distance, with ties by number; `next` is the least distance above the last that is left out. */
static void nearest_ties(size_t n, size_t own, const double *d, double next, size_t size, int32_t *peer)
{
    for (size_t from = 0, to; from < size; from = to) {
        const double low = d[peer[from]];
        for (to = from + 1; to < size && d[peer[to]] <= skpi__peers_reach(d[peer[to - 1]]);) to++;
        const double last = d[peer[to - 1]];
        const int more = to == size && next <= skpi__peers_reach(last);
        if (last <= low && !more) continue; /* equal to the last bit, and in order */
        if (to < size) {
            qsort(peer + from, to - from, sizeof *peer, nearest_order);
            continue;
        }
        const double high = more ? nearest_tied(n, d, next) : last;
        for (size_t j = 0; from < to; j++)
            if (j != own && d[j] >= low && d[j] <= high) peer[from++] = (int32_t)j;
    }
}

size_t skpi__peers_nearest_of(size_t n, size_t own, const double *distance, size_t k, int32_t *peer)
{
    double next = (double)INFINITY; /* the least distance that is left out and above the heap's top */
    size_t size = 0;
    for (size_t j = 0; j < n; j++) {
        if (j == own || isinf(distance[j])) continue;
        if (size < k) {
            peer[size++] = (int32_t)j;
            if (size == k)
                for (size_t i = k / 2; i-- > 0;) nearest_sink(distance, k, peer, i);
        } else if (distance[j] < distance[peer[0]]) { /* an equal one has a higher number */
            const double top = distance[peer[0]];
            peer[0] = (int32_t)j;
            nearest_sink(distance, k, peer, 0);
            if (distance[peer[0]] < top) next = top;
        } else if (distance[j] < next && distance[j] > distance[peer[0]]) {
            next = distance[j];
        }
    }
    if (size < k)
        for (size_t i = size / 2; i-- > 0;) nearest_sink(distance, size, peer, i);
    for (size_t end = size; end-- > 1;) {
        const int32_t farthest = peer[0];
        peer[0] = peer[end];
        peer[end] = farthest;
        nearest_sink(distance, end, peer, 0);
    }
    nearest_ties(n, own, distance, next, size, peer);
    for (size_t i = size; i < k; i++) peer[i] = SKPI_NONE;
    return size;
}

skpi_status skpi__peers_count_check(skpi__at at, size_t n, size_t n_peers)
{
    const skpi_status s = skpi__count(at, "n_peers", n_peers);
    if (s) return s;
    if (n > INT32_MAX) return skpi__no_memory(at, "n", n);
    if (n_peers >= n)
        return skpi__fail(at, SKPI_ERANGE, "n_peers", (double)n_peers,
                          "is above n - 1 = %lld, the number of other units", (long long)n - 1);
    return SKPI_OK;
}

skpi_status skpi_peers_nearest(size_t n, size_t n_peers, const double *distance, skpi_peers_nearest_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi_peers_nearest_out o;
    skpi_status s;
    if ((s = skpi__peers_count_check(at, n, n_peers)) || (s = skpi__peers_matrix_check(at, n, distance)) ||
        (s = SKPI__STRUCT(at, out, 0, &o)))
        return s;
    int32_t *const peer = skpi__alloc(n_peers, 1, sizeof *peer);
    if (!peer) return skpi__no_memory(at, "n_peers", n_peers);
    for (size_t i = 0; i < n; i++) {
        skpi__peers_nearest_of(n, i, distance + i * n, n_peers, peer);
        for (size_t k = 0; k < n_peers; k++) {
            skpi__set_int(o.peer, i * n_peers + k, peer[k]);
            skpi__set(o.distance, i * n_peers + k, distance[i * n + (size_t)peer[k]]);
        }
    }
    free(peer);
    return SKPI_OK;
}
