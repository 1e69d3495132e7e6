/* Hierarchical groups: the two nearest groups are joined, again and again.
 *
 * The distances to a new group follow from those of its parts (Lance and Williams, The Computer Journal 9 (1967) 373);
 * Ward's in squares of distances (Murtagh and Legendre, 2014: the form whose heights are distances).  Groups stand in the
 * order of their making, each with a row of its distances to the earlier ones, of which it knows the nearest.  A new group
 * is therefore a row behind all others that changes none, and is the nearest of none; only groups whose nearest was joined
 * look for another.  Of distances that are equal but for rounding the pair of the lowest numbers comes first; heights do
 * not fall by that.  Rows of joined groups are closed up when they are many.
 */
#include <smartkpi/peers.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "peers/cut.h"
#include "peers/linkage.h"
#include "peers/matrix.h"
#include "peers/tie.h"

enum { FARTHEST = 1000 }; /* powers of two of a scale: squares of scaled distances are in range, and so is the scale */

typedef struct hierarchy_call {
    size_t n;
    int32_t linkage;
    const skpi__linkage_kernel *kernel;
    int exponent;    /* distances are divided by this power of two */
    size_t width;    /* rows in use, those of joined groups too */
    double *d;       /* row k has k distances, and begins at hierarchy_row */
    size_t left;     /* groups */
    int32_t *order;  /* left: their rows, rising */
    int32_t *number; /* of the group of a row */
    double *count;   /* its units */
    int32_t *near;   /* row of the nearest earlier group */
    double *away;    /* its distance; infinite for the first group, and for joined ones */
    double *out;     /* 0, infinite for joined groups */
    double *x, *y;   /* distances to the two that are joined */
    int32_t *search; /* rows whose nearest group was joined */
    int32_t *first, *second;
    double *height;
    void *block;
} hierarchy_call;

/* There is a quarter more rows than units. */
static size_t hierarchy_rows(size_t n) { return n + n / 4 + 1; }
static inline double *hierarchy_row(const hierarchy_call *c, size_t k) { return c->d + (k ? k * (k - 1) / 2 : 0); }

/* The nearest of the groups before row k. */
static void hierarchy_search(const hierarchy_call *c, size_t k)
{
    const double *const row = hierarchy_row(c, k);
    const size_t near = c->kernel->least(k, row, c->out);
    c->near[k] = (int32_t)near;
    c->away[k] = near < k ? row[near] : (double)INFINITY;
}

/* The later one of the two groups to be joined; c->near has the earlier one.  Of rows with a distance that is the least
 * but for rounding the one that has it with the lowest group, and of those the first. */
static size_t hierarchy_choose(const hierarchy_call *c)
{
    const double reach = skpi__peers_reach(c->away[c->kernel->least(c->width, c->away, c->out)]);
    size_t best = 0, bound = c->width;
    for (size_t k = 0; (k += c->kernel->first(c->width - k, c->away + k, c->out + k, reach)) < c->width; k++) {
        const double *const row = hierarchy_row(c, k);
        const size_t near = (size_t)c->near[k], before = near < bound ? near + 1 : bound;
        const size_t first = c->kernel->first(before, row, c->out, reach);
        if (first >= before) continue;
        best = k;
        bound = first;
    }
    c->near[best] = (int32_t)bound;
    c->away[best] = hierarchy_row(c, best)[bound];
    return best;
}

/* The distances of all groups to a and b, a before b; returns how many rows have to search. */
static size_t hierarchy_gather(const hierarchy_call *c, size_t a, size_t b)
{
    size_t n = 0, r = c->left;
    memcpy(c->x, hierarchy_row(c, a), a * sizeof *c->x);
    memcpy(c->y, hierarchy_row(c, b), b * sizeof *c->y);
    for (; (size_t)c->order[r - 1] > b; r--) {
        const size_t k = (size_t)c->order[r - 1];
        const double *const row = hierarchy_row(c, k);
        c->x[k] = row[a];
        c->y[k] = row[b];
        c->search[n] = (int32_t)k;
        n += c->near[k] == (int32_t)a || c->near[k] == (int32_t)b;
    }
    for (r--; (size_t)c->order[r - 1] > a; r--) {
        const size_t k = (size_t)c->order[r - 1];
        c->x[k] = hierarchy_row(c, k)[a];
        c->search[n] = (int32_t)k;
        n += c->near[k] == (int32_t)a;
    }
    return n;
}

/* The last row becomes that of a and b. */
static void hierarchy_combine(const hierarchy_call *c, size_t a, size_t b)
{
    const double na = c->count[a], nb = c->count[b];
    double *const row = hierarchy_row(c, c->width);
    switch (c->linkage) {
    case SKPI_PEERS_LINKAGE_SINGLE: c->kernel->single(c->width, c->x, c->y, row); break;
    case SKPI_PEERS_LINKAGE_COMPLETE: c->kernel->complete(c->width, c->x, c->y, row); break;
    case SKPI_PEERS_LINKAGE_AVERAGE: c->kernel->average(c->width, c->x, c->y, na, nb, row); break;
    default: c->kernel->ward(c->width, c->x, c->y, c->count, na, nb, c->away[b], row); break;
    }
}

static void hierarchy_remove(hierarchy_call *c, size_t row)
{
    size_t r = c->left;
    while ((size_t)c->order[r - 1] != row) r--;
    memmove(c->order + r - 1, c->order + r, (c->left - r) * sizeof *c->order);
    c->left--;
    c->away[row] = c->out[row] = (double)INFINITY;
}

static void hierarchy_join(hierarchy_call *c, size_t step)
{
    const size_t b = hierarchy_choose(c), a = (size_t)c->near[b], own = c->width;
    c->first[step] = c->number[a];
    c->second[step] = c->number[b];
    c->height[step] = step > 0 ? fmax(c->away[b], c->height[step - 1]) : c->away[b]; /* rounding is no fall */
    const size_t n = hierarchy_gather(c, a, b);
    hierarchy_combine(c, a, b);
    hierarchy_remove(c, a);
    hierarchy_remove(c, b);
    for (size_t i = 0; i < n; i++) hierarchy_search(c, (size_t)c->search[i]);
    c->number[own] = (int32_t)(c->n + step);
    c->count[own] = c->count[a] + c->count[b];
    c->out[own] = 0;
    hierarchy_search(c, own);
    c->order[c->left++] = (int32_t)own;
    c->width++;
}

/* Closes up the rows and columns of joined groups: what is moved comes from behind. */
static void hierarchy_close(hierarchy_call *c)
{
    for (size_t r = 0; r < c->left; r++) {
        const size_t from = (size_t)c->order[r];
        const double *const row = hierarchy_row(c, from);
        double *const to = hierarchy_row(c, r);
        for (size_t i = 0; i < r; i++) to[i] = row[c->order[i]];
        c->number[r] = c->number[from];
        c->count[r] = c->count[from];
        c->away[r] = c->away[from];
        c->near[r] = c->near[from];
        c->out[r] = 0;
        c->search[from] = (int32_t)r; /* where it is now */
    }
    for (size_t r = 0; r < c->left; r++) {
        if (c->away[r] < (double)INFINITY) c->near[r] = c->search[c->near[r]];
        c->order[r] = (int32_t)r;
    }
    c->width = c->left;
}

static void hierarchy_all(hierarchy_call *c)
{
    for (size_t k = 0; k < c->n; k++) hierarchy_search(c, k);
    for (size_t step = 0; step + 1 < c->n; step++) {
        if (3 * c->width > 5 * c->left) hierarchy_close(c);
        hierarchy_join(c, step);
    }
}

static skpi_status hierarchy_allocate(skpi__at at, hierarchy_call *c)
{
    const size_t n = c->n, rows = hierarchy_rows(n);
    const skpi__piece pieces[] = {
        SKPI__PIECE(c->d, rows, rows / 2), SKPI__PIECE(c->order, rows, 1), SKPI__PIECE(c->number, rows, 1),
        SKPI__PIECE(c->count, rows, 1),    SKPI__PIECE(c->near, rows, 1),  SKPI__PIECE(c->away, rows, 1),
        SKPI__PIECE(c->out, rows, 1),      SKPI__PIECE(c->x, rows, 1),     SKPI__PIECE(c->y, rows, 1),
        SKPI__PIECE(c->search, rows, 1),   SKPI__PIECE(c->first, n, 1),    SKPI__PIECE(c->second, n, 1),
        SKPI__PIECE(c->height, n, 1)};
    c->block = SKPI__ALLOC_PIECES(pieces);
    return c->block ? SKPI_OK : skpi__no_memory(at, "n", n);
}

static void hierarchy_begin(hierarchy_call *c, const double *distance)
{
    const int ward = c->linkage == SKPI_PEERS_LINKAGE_WARD;
    double most = 0;
    c->kernel = skpi__linkage_kernel_at(0);
    for (size_t i = 1; ward && i < c->n; i++) most = fmax(most, c->kernel->most(i, distance + i * c->n));
    if (ward) (void)frexp(most, &c->exponent);
    if (c->exponent < -FARTHEST) c->exponent = -FARTHEST;
    if (c->exponent > FARTHEST) c->exponent = FARTHEST;
    const double factor = ldexp(1, -c->exponent);
    for (size_t i = 0; i < c->n; i++) {
        c->kernel->scaled(i, distance + i * c->n, factor, ward, hierarchy_row(c, i));
        c->order[i] = c->number[i] = (int32_t)i;
        c->count[i] = 1;
    }
    c->width = c->left = c->n;
}

/* Heights as distances; those of Ward may be above all distances. */
static skpi_status hierarchy_heights(skpi__at at, const hierarchy_call *c)
{
    for (size_t i = 0; i + 1 < c->n; i++) {
        if (c->linkage == SKPI_PEERS_LINKAGE_WARD) c->height[i] = ldexp(sqrt(c->height[i]), c->exponent);
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
        (s = hierarchy_cuts(at, n, n_cuts, cut)) || (s = SKPI__STRUCT(at, out, 0, &o)))
        return s;
    if (!(s = hierarchy_allocate(at, &c))) s = hierarchy_find(at, &c, distance, n_cuts, cut, &o);
    free(c.block);
    return s;
}
