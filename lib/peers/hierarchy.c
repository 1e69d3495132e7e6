/* Hierarchical groups: the two nearest groups are joined, again and again.
 *
 * The distances to a new group follow from those of its parts (Lance and Williams, The Computer Journal 9 (1967) 373);
 * Ward's in squares, of distances that the largest was divided by (Murtagh and Legendre, 2014: the form whose heights are
 * distances).  Every group knows its nearest among the later ones, which a join changes only for those whose nearest was
 * joined, because no join brings a group nearer than its nearer part was.  Groups are numbered in the order of their making,
 * and stand in that order: the first of equal distances is the pair of the lowest numbers.
 */
#include <smartkpi/peers.h>
#include <stdlib.h>
#include <string.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "peers/cut.h"
#include "peers/matrix.h"

typedef struct hierarchy_call {
    size_t n;
    int32_t linkage;
    double scale;    /* that distances were divided by */
    double *d;       /* n x n, by slots: squares under Ward */
    size_t *order;   /* n: slots of the groups, in the order of their numbers */
    int32_t *number; /* n: of the group in a slot */
    double *count;   /* n: units of the group in a slot */
    size_t *near;    /* n: slot of the nearest later group */
    double *away;    /* n: its distance */
    int32_t *first, *second;
    double *height;
} hierarchy_call;

/* The nearest of the groups that stand after place p. */
static void hierarchy_search(const hierarchy_call *c, size_t left, size_t p)
{
    const size_t slot = c->order[p];
    const double *const d = c->d + slot * c->n;
    double away = (double)INFINITY;
    size_t near = slot;
    for (size_t q = p + 1; q < left; q++)
        if (d[c->order[q]] < away) {
            near = c->order[q];
            away = d[near];
        }
    c->near[slot] = near;
    c->away[slot] = away;
}

/* The distance of group k to the joined a and b; means are not below the nearer part by rounding. */
static inline double hierarchy_joined(const hierarchy_call *c, size_t a, size_t b, size_t k)
{
    const double da = c->d[a * c->n + k], db = c->d[b * c->n + k], least = da < db ? da : db;
    const double na = c->count[a], nb = c->count[b], nk = c->count[k];
    double mean;
    switch (c->linkage) {
    case SKPI_PEERS_LINKAGE_SINGLE: return least;
    case SKPI_PEERS_LINKAGE_COMPLETE: return da < db ? db : da;
    case SKPI_PEERS_LINKAGE_AVERAGE: mean = da * (na / (na + nb)) + db * (nb / (na + nb)); break;
    default: mean = ((na + nk) * da + (nb + nk) * db - nk * c->d[a * c->n + b]) / (na + nb + nk); break;
    }
    return mean > least ? mean : least;
}

/* Joins the groups at the places p < q; the new one takes the slot of the first, and the last place. */
static void hierarchy_join(const hierarchy_call *c, size_t step, size_t left, size_t p, size_t q)
{
    const size_t n = c->n, a = c->order[p], b = c->order[q];
    c->first[step] = c->number[a];
    c->second[step] = c->number[b];
    c->height[step] = c->away[a];
    for (size_t r = 0; r < left; r++) {
        const size_t k = c->order[r];
        if (k == a || k == b) continue;
        const double joined = hierarchy_joined(c, a, b, k);
        c->d[a * n + k] = joined;
        c->d[k * n + a] = joined;
    }
    c->count[a] += c->count[b];
    c->number[a] = (int32_t)(n + step);
    memmove(c->order + q, c->order + q + 1, (left - q - 1) * sizeof *c->order);
    memmove(c->order + p, c->order + p + 1, (left - p - 2) * sizeof *c->order);
    c->order[left - 2] = a;
    for (size_t r = 0; r + 2 < left; r++) {
        const size_t k = c->order[r];
        if (c->near[k] == a || c->near[k] == b)
            hierarchy_search(c, left - 1, r);
        else if (c->d[a * n + k] < c->away[k]) {
            c->near[k] = a;
            c->away[k] = c->d[a * n + k];
        }
    }
    c->away[a] = (double)INFINITY;
}

static void hierarchy_all(const hierarchy_call *c)
{
    for (size_t p = 0; p < c->n; p++) hierarchy_search(c, c->n, p);
    for (size_t step = 0; step + 1 < c->n; step++) {
        const size_t left = c->n - step;
        size_t p = 0, q;
        for (size_t r = 1; r < left; r++)
            if (c->away[c->order[r]] < c->away[c->order[p]]) p = r;
        for (q = p + 1; c->order[q] != c->near[c->order[p]]; q++) {
        }
        hierarchy_join(c, step, left, p, q);
    }
}

static skpi_status hierarchy_allocate(skpi__at at, hierarchy_call *c)
{
    const size_t n = c->n;
    c->d = skpi__alloc(n, n, sizeof *c->d);
    c->order = skpi__alloc(n, 1, sizeof *c->order);
    c->number = skpi__alloc(n, 1, sizeof *c->number);
    c->count = skpi__alloc(n, 1, sizeof *c->count);
    c->near = skpi__alloc(n, 1, sizeof *c->near);
    c->away = skpi__alloc(n, 1, sizeof *c->away);
    c->first = skpi__alloc(n, 1, sizeof *c->first);
    c->second = skpi__alloc(n, 1, sizeof *c->second);
    c->height = skpi__alloc(n, 1, sizeof *c->height);
    return c->d && c->order && c->number && c->count && c->near && c->away && c->first && c->second && c->height
               ? SKPI_OK
               : skpi__no_memory(at, "n", n);
}

static void hierarchy_free(const hierarchy_call *c)
{
    free(c->d);
    free(c->order);
    free(c->number);
    free(c->count);
    free(c->near);
    free(c->away);
    free(c->first);
    free(c->second);
    free(c->height);
}

static void hierarchy_begin(hierarchy_call *c, const double *distance)
{
    const size_t n = c->n;
    const int ward = c->linkage == SKPI_PEERS_LINKAGE_WARD;
    c->scale = ward ? 0 : 1;
    for (size_t i = 0; ward && i < n * n; i++) c->scale = distance[i] > c->scale ? distance[i] : c->scale;
    if (!(c->scale > 0)) c->scale = 1;
    for (size_t i = 0; i < n * n; i++) {
        const double d = distance[i] / c->scale;
        c->d[i] = ward ? d * d : d;
    }
    for (size_t i = 0; i < n; i++) {
        c->order[i] = i;
        c->number[i] = (int32_t)i;
        c->count[i] = 1;
    }
}

/* Heights as distances; those of Ward may be above all distances. */
static skpi_status hierarchy_heights(skpi__at at, const hierarchy_call *c)
{
    for (size_t i = 0; i + 1 < c->n; i++) {
        if (c->linkage == SKPI_PEERS_LINKAGE_WARD) c->height[i] = c->scale * sqrt(c->height[i]);
        const skpi_status s = skpi__result(skpi__element(at, i), "out->height", c->height[i]);
        if (s) return s;
    }
    return SKPI_OK;
}

static skpi_status hierarchy_find(skpi__at at, hierarchy_call *c, const double *distance, size_t n_cuts,
                                  const int32_t *cut, const skpi_peers_hierarchy_out *o)
{
    skpi_status s;
    hierarchy_begin(c, distance);
    hierarchy_all(c);
    if ((s = hierarchy_heights(at, c))) return s;
    if (o->cluster && !skpi__peers_cut(c->n, c->first, c->second, n_cuts, cut, o->cluster))
        return skpi__no_memory(at, "n", c->n);
    for (size_t i = 0; i + 1 < c->n; i++) {
        skpi__set_int(o->first, i, c->first[i]);
        skpi__set_int(o->second, i, c->second[i]);
        skpi__set(o->height, i, c->height[i]);
    }
    return SKPI_OK;
}

static skpi_status hierarchy_cuts(skpi__at at, size_t n, size_t n_cuts, const int32_t *cut)
{
    const skpi_status s = skpi__array(at, "cut", cut, n_cuts, 1);
    for (size_t j = 0; !s && j < n_cuts; j++) {
        const skpi__at here = skpi__element(at, j);
        if (cut[j] < 1) return skpi__fail(here, SKPI_ERANGE, "cut", cut[j], "is below 1 group");
        if ((size_t)cut[j] > n)
            return skpi__fail(here, SKPI_ERANGE, "cut", cut[j], "is above the number of units, %zu", n);
    }
    return s;
}

skpi_status skpi_peers_hierarchy(size_t n, size_t n_cuts, const double *distance, int32_t linkage, const int32_t *cut,
                                 skpi_peers_hierarchy_out *out)
{
    static const int32_t linkages[] = {SKPI_PEERS_LINKAGE_SINGLE, SKPI_PEERS_LINKAGE_COMPLETE,
                                       SKPI_PEERS_LINKAGE_AVERAGE, SKPI_PEERS_LINKAGE_WARD, 0};
    const skpi__at at = skpi__here(__func__);
    hierarchy_call c = {.n = n, .linkage = linkage};
    skpi_peers_hierarchy_out o;
    skpi_status s;
    if ((s = skpi__count(at, "n", n))) return s;
    if (n > INT32_MAX / 2) return skpi__no_memory(at, "n", n);
    if ((s = skpi__peers_matrix_check(at, n, distance)) ||
        (s = skpi__choice(at, "linkage", linkage, linkages, "a linkage (enum skpi_peers_linkage)")) ||
        (s = hierarchy_cuts(at, n, n_cuts, cut)) || (s = SKPI__STRUCT(at, out, 0, &o)) ||
        (s = skpi__array_size(at, "n_cuts", n_cuts, n)))
        return s;
    if (!(s = hierarchy_allocate(at, &c))) s = hierarchy_find(at, &c, distance, n_cuts, cut, &o);
    hierarchy_free(&c);
    return s;
}
