/* Groups about medoids: PAM, partitioning around medoids (Kaufman and Rousseeuw, 1990).
 *
 * Build takes, one after the other, the unit that lowers the sum of distances to the nearest medoid most.  Then the best
 * swap of a medoid and another unit is made as long as one gains.  For one candidate the gains of swapping it with every
 * medoid come from one pass over the units, which know their nearest and second nearest medoid (Schubert and Rousseeuw,
 * Information Systems 101 (2021) 101804): the same swaps as before, k times faster.
 */
#include <smartkpi/peers.h>
#include <math.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/steps.h"
#include "core/struct.h"
#include "numeric/decimal.h"
#include "peers/matrix.h"
#include "peers/silhouette.h"
#include "peers/tie.h"

#define GAIN 1e-12 /* of the objective: what gains less is rounding */

typedef struct medoids_call {
    size_t n, k;
    const double *distance;
    int32_t *medoid;       /* k */
    int32_t *group;        /* n: the nearest medoid */
    int32_t *place;        /* n: the medoid that a unit is, or -1 */
    double *near, *second; /* n: distances to the nearest and the second nearest medoid */
    double *saved, *loss;  /* k */
    void *block;
} medoids_call;

/* The group of a unit that is no medoid: the first of the medoids that are nearest, but for rounding. */
static int32_t medoids_group(const medoids_call *c, const double *d, double near)
{
    int32_t group = 0;
    while (!skpi__within(d[c->medoid[group]], near, SKPI__PEERS_TIE)) group++;
    return group;
}

/* Each unit's nearest and second nearest medoid; a medoid's nearest is itself, even among duplicates. */
static double medoids_assign(const medoids_call *c, size_t k)
{
    double sum = 0;
    for (size_t i = 0; i < c->n; i++) {
        const double *const d = c->distance + i * c->n;
        double near = (double)INFINITY, second = (double)INFINITY;
        const int32_t own = c->place[i];
        if (own >= 0) near = 0;
        for (size_t g = 0; g < k; g++) {
            const double to = d[c->medoid[g]];
            if ((int32_t)g == own) continue;
            if (to < near) {
                second = near;
                near = to;
            } else if (to < second) {
                second = to;
            }
        }
        c->group[i] = own >= 0 ? own : medoids_group(c, d, near);
        c->near[i] = near;
        c->second[i] = second;
        sum += near;
    }
    return sum;
}

/* How much the sum falls if unit i becomes a further medoid; four sums do not wait for each other. */
static double medoids_gain(const medoids_call *c, size_t i)
{
    const double *const d = c->distance + i * c->n, *const near = c->near;
    double part[4] = {0, 0, 0, 0};
    size_t j = 0;
    for (; j + 4 <= c->n; j += 4)
        for (size_t l = 0; l < 4; l++) {
            const double gain = near[j + l] - d[j + l];
            part[l] += gain > 0 ? gain : 0;
        }
    for (; j < c->n; j++) part[0] += near[j] > d[j] ? near[j] - d[j] : 0;
    return (part[0] + part[1]) + (part[2] + part[3]);
}

/* The sum if unit i is the only medoid. */
static double medoids_alone(const medoids_call *c, size_t i)
{
    double sum = 0;
    for (size_t j = 0; j < c->n; j++) sum += c->distance[i * c->n + j];
    return sum;
}

static void medoids_build(const medoids_call *c)
{
    for (size_t i = 0; i < c->n; i++) c->place[i] = -1;
    for (size_t k = 0; k < c->k; k++) {
        size_t best = c->n;
        double most = 0;
        for (size_t i = 0; i < c->n; i++) {
            if (c->place[i] >= 0) continue;
            const double gain = k ? medoids_gain(c, i) : -medoids_alone(c, i);
            if (best < c->n && gain <= most + GAIN * fabs(most)) continue;
            best = i;
            most = gain;
        }
        c->medoid[k] = (int32_t)best;
        c->place[best] = (int32_t)k;
        for (size_t j = 0; j < c->n; j++) {
            const double d = c->distance[best * c->n + j];
            c->near[j] = k && c->near[j] < d ? c->near[j] : d;
        }
    }
}

/* The change of the sum if unit i takes the place of the medoid *out, the best one to be replaced by it; differences up to
 * `rounding` are none. */
static double medoids_swap(const medoids_call *c, size_t i, double rounding, size_t *out)
{
    const double *const d = c->distance + i * c->n;
    double shared = 0;
    for (size_t g = 0; g < c->k; g++) c->loss[g] = c->saved[g];
    for (size_t j = 0; j < c->n; j++) {
        if (d[j] >= c->second[j]) continue;
        if (d[j] < c->near[j]) {
            shared += d[j] - c->near[j];
            c->loss[c->group[j]] += c->near[j] - c->second[j];
        } else {
            c->loss[c->group[j]] += d[j] - c->second[j];
        }
    }
    *out = 0;
    for (size_t g = 1; g < c->k; g++)
        if (c->loss[g] < c->loss[*out] - rounding) *out = g;
    return c->loss[*out] + shared;
}

static int medoids_order(const void *a, const void *b)
{
    const int32_t x = *(const int32_t *)a, y = *(const int32_t *)b;
    return (x > y) - (x < y);
}

/* Medoids in ascending order, so that of equal ones the lower is nearest. */
static double medoids_sort(const medoids_call *c)
{
    qsort(c->medoid, c->k, sizeof *c->medoid, medoids_order);
    for (size_t g = 0; g < c->k; g++) c->place[c->medoid[g]] = (int32_t)g;
    return medoids_assign(c, c->k);
}

static double medoids_improve(const medoids_call *c, double sum)
{
    while (c->k > 1) { /* a medoid alone is the best one from the beginning */
        SKPI__STEP();
        size_t in = c->n, out = 0;
        double best = 0;
        for (size_t g = 0; g < c->k; g++) c->saved[g] = 0;
        for (size_t j = 0; j < c->n; j++) c->saved[c->group[j]] += c->second[j] - c->near[j];
        for (size_t i = 0; i < c->n; i++) {
            size_t other;
            if (c->place[i] >= 0) continue;
            const double change = medoids_swap(c, i, GAIN * sum, &other);
            if (in < c->n && change >= best - GAIN * sum) continue;
            in = i;
            out = other;
            best = change;
        }
        if (!(best < -GAIN * sum)) break;
        c->place[c->medoid[out]] = -1;
        c->medoid[out] = (int32_t)in;
        const double next = medoids_sort(c);
        /* never taken: that the rounding of the sum exceeds GAIN; so the loop ends in any case */
        if (!(next < sum)) break;
        sum = next;
    }
    return sum;
}

static skpi_status medoids_allocate(skpi__at at, medoids_call *c)
{
    const skpi__piece pieces[] = {SKPI__PIECE(c->medoid, c->k, 1), SKPI__PIECE(c->group, c->n, 1),
                                  SKPI__PIECE(c->place, c->n, 1),  SKPI__PIECE(c->near, c->n, 1),
                                  SKPI__PIECE(c->second, c->n, 1), SKPI__PIECE(c->saved, c->k, 1),
                                  SKPI__PIECE(c->loss, c->k, 1)};
    c->block = SKPI__ALLOC_PIECES(pieces);
    return c->block ? SKPI_OK : skpi__no_memory(at, "n", c->n);
}

static skpi_status medoids_find(skpi__at at, const medoids_call *c, const skpi_peers_medoids_out *o)
{
    double built, sum;
    medoids_build(c);
    built = sum = medoids_sort(c);
    sum = medoids_improve(c, sum);
    if (o->silhouette && !skpi__peers_silhouette(c->n, c->k, c->distance, c->group, o->silhouette))
        return skpi__no_memory(at, "n", c->n);
    for (size_t g = 0; g < c->k; g++) skpi__set_int(o->medoid, g, c->medoid[g]);
    for (size_t i = 0; i < c->n; i++) skpi__set_int(o->cluster, i, c->group[i]);
    skpi__set(o->built, 0, built / (double)c->n);
    skpi__set(o->mean, 0, sum / (double)c->n);
    return SKPI_OK;
}

skpi_status skpi_peers_medoids(size_t n, size_t n_medoids, const double *distance, skpi_peers_medoids_out *out)
{
    const skpi__at at = skpi__here(__func__);
    medoids_call c = {.n = n, .k = n_medoids, .distance = distance};
    skpi_peers_medoids_out o;
    double sum = 0;
    skpi_status s;
    if ((s = skpi__count(at, "n", n)) || (s = skpi__count(at, "n_medoids", n_medoids))) return s;
    if (n > INT32_MAX) return skpi__no_memory(at, "n", n);
    if (n_medoids > n)
        return skpi__fail(at, SKPI_ERANGE, "n_medoids", (double)n_medoids, "is above the number of units, %zu", n);
    if ((s = skpi__peers_matrix_check(at, n, distance)) || (s = SKPI__STRUCT(at, out, 0, &o))) return s;
    for (size_t i = 0; i < n * n; i++) sum += distance[i];
    if ((s = skpi__finite_sum(at, "distance", sum))) return s;
    if (!(s = medoids_allocate(at, &c))) s = medoids_find(at, &c, &o);
    free(c.block);
    return s;
}
