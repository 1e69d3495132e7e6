/* Sobol's points in anchor years (anchors.h). */
#include "ensemble/anchors.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include "core/size.h"
#include "ensemble/plan.h"
#include "ensemble/response.h"
#include "ensemble/sampling.h"
#include "random/sobol.h"

enum { N = SKPI__BLOCK };
/* A row that is, but for this part of its square, a combination of those before it has no direction of its own. */
#define ANCHORS_ROUNDING 0x1p-40

/* What a worker holds of a source. */
typedef struct anchors_held {
    size_t of;                           /* the source + 1; 0: none */
    double *direction;                   /* n_anchors x n_years: v */
    uint32_t (*sobol)[SKPI__SOBOL_BITS]; /* n_anchors: direction numbers, */
    uint32_t *shift;                     /* and digital shifts */
    uint64_t *number;                    /* n_blocks: which block is held + 1 */
    double *gap;                         /* n_blocks x n_anchors x N: s - c */
} anchors_held;

struct skpi__anchors {
    size_t n_blocks, n_shocks, n_groups; /* n_shocks: of a place; n_groups: of all factors */
    size_t end;                          /* years up to the last anchor */
    size_t *first;                       /* n_models: the first shock of each model */
    uint32_t *group;                     /* n_factors x n_places: the source of the group of a place */
    anchors_held *held;                  /* n_shocks + n_factors */
    struct skpi__anchors *common;        /* where the factors are held */
    double *direction, *gap;             /* memory of held */
    uint32_t (*sobol)[SKPI__SOBOL_BITS], *shift;
    uint64_t *number;
    skpi__response_room room;
    void *block;
};

static void anchors_lay_out(skpi__anchors *a, const skpi_ensemble_plan *plan, size_t n_held, size_t n_columns)
{
    const size_t k = plan->n_anchors, places = plan->sizes.n_places;
    for (size_t i = 0; i < n_held; i++)
        a->held[i] = (anchors_held){.direction = a->direction + i * k * plan->sizes.n_years,
                                    .sobol = a->sobol + i * k,
                                    .shift = a->shift + i * k,
                                    .number = a->number + i * a->n_blocks,
                                    .gap = a->gap + i * a->n_blocks * k * N};
    for (size_t m = 1; m < plan->sizes.n_models; m++) a->first[m] = a->first[m - 1] + plan->model[m - 1].n_shocks;
    for (size_t f = 0; f < plan->n_factors; f++) {
        uint32_t *number = a->group + f * places;
        const size_t n = skpi__sampling_groups(plan->factor + f, places, number);
        for (size_t i = 0; i < places; i++) number[i] += (uint32_t)a->n_groups;
        a->n_groups += n;
    }
    for (size_t i = 0; i < plan->n_anchors; i++)
        if (plan->anchor[i] >= a->end) a->end = plan->anchor[i] + 1;
    for (size_t c = 0; c < n_columns; c++) a->room.at[c] = a->room.column + c * N;
}

skpi__anchors *skpi__anchors_new(const skpi_ensemble_plan *plan, size_t n_blocks)
{
    const skpi__sizes *s = &plan->sizes;
    skpi__anchors *a = skpi__alloc(1, 1, sizeof *a);
    if (!a) return NULL;
    size_t n_columns = 0, scratch = 0;
    for (size_t m = 0; m < s->n_models; m++) {
        if (plan->model[m].n_columns > n_columns) n_columns = plan->model[m].n_columns;
        if (plan->model[m].scratch > scratch) scratch = plan->model[m].scratch;
    }
    *a = (skpi__anchors){.n_blocks = n_blocks, .n_shocks = skpi__sampling_shocks(plan), .common = a};
    const size_t n_held = a->n_shocks + plan->n_factors, n = n_held * plan->n_anchors; /* at most the dimensions */
    const skpi__piece pieces[] = {SKPI__PIECE(a->first, s->n_models, 1),
                                  SKPI__PIECE(a->group, plan->n_factors, s->n_places),
                                  SKPI__PIECE(a->held, n_held, 1),
                                  SKPI__PIECE(a->direction, n, s->n_years),
                                  SKPI__PIECE(a->sobol, n, 1),
                                  SKPI__PIECE(a->shift, n, 1),
                                  SKPI__PIECE(a->number, n_held, n_blocks),
                                  SKPI__PIECE(a->gap, n, skpi__width(n_blocks, N)),
                                  SKPI__PIECE(a->room.column, n_columns, N),
                                  SKPI__PIECE(a->room.at, n_columns, 1),
                                  SKPI__PIECE(a->room.z, N, 1),
                                  SKPI__PIECE(a->room.work, N, 1),
                                  SKPI__PIECE(a->room.word, N, 1),
                                  SKPI__PIECE(a->room.scratch, scratch, 1)};
    if (!(a->block = SKPI__ALLOC_PIECES(pieces))) {
        free(a);
        return NULL;
    }
    anchors_lay_out(a, plan, n_held, n_columns);
    return a;
}

void skpi__anchors_free(skpi__anchors *anchors)
{
    if (!anchors) return;
    free(anchors->block);
    free(anchors);
}

void skpi__anchors_share(skpi__anchors *anchors, skpi__anchors *with) { anchors->common = with; }

static double anchors_dot(size_t n, const double *a, const double *b)
{
    double sum = 0;
    for (size_t t = 0; t < n; t++) sum += a[t] * b[t];
    return sum;
}

/* The rows of v become orthonormal, one after another, or 0. */
static void anchors_turn(size_t n_rows, size_t n, double *v)
{
    for (size_t k = 0; k < n_rows; k++) {
        double *row = v + k * n;
        const double before = anchors_dot(n, row, row);
        for (size_t j = 0; j < k; j++) {
            const double d = anchors_dot(n, row, v + j * n);
            for (size_t t = 0; t < n; t++) row[t] = row[t] - d * v[j * n + t];
        }
        const double rest = anchors_dot(n, row, row), root = sqrt(rest);
        const int has = rest > before * ANCHORS_ROUNDING;
        for (size_t t = 0; t < n; t++) row[t] = has ? row[t] / root : 0;
    }
}

/* Directions, and the scrambled dimensions, of a source that a worker does not hold. */
static void anchors_take(const skpi__model_block *block, skpi__anchors *a, anchors_held *h, size_t source, size_t model,
                         uint32_t shock, size_t place)
{
    const skpi_ensemble_plan *plan = block->plan;
    const size_t sources = a->n_groups + a->n_shocks * plan->sizes.n_places;
    if (h->of == source + 1) return;
    skpi__response(block, model, shock, place, &a->room, h->direction);
    anchors_turn(plan->n_anchors, plan->sizes.n_years, h->direction);
    for (size_t k = 0; k < plan->n_anchors; k++) {
        const uint32_t dimension = (uint32_t)(k * sources + source);
        const skpi__stream stream = {plan->seed, SKPI__STREAM_SOBOL, 0, dimension, 0};
        h->shift[k] = skpi__sobol_random(&stream, dimension, h->sobol[k]);
    }
    memset(h->number, 0, a->n_blocks * sizeof *h->number);
    h->of = source + 1;
}

/* s_k - c_k of the block, from the numbers of the stream in all years. */
static double *anchors_gap(const skpi__model_block *block, const skpi__anchors *a, anchors_held *h, skpi__stream stream)
{
    const skpi_ensemble_plan *plan = block->plan;
    const size_t at = (size_t)(block->number % a->n_blocks), n_years = plan->sizes.n_years;
    double *gap = h->gap + at * plan->n_anchors * N, e[N];
    if (h->number[at] == block->number + 1) return gap;
    memset(gap, 0, plan->n_anchors * N * sizeof *gap);
    for (size_t t = 0; t < a->end; t++) {
        stream.year = (uint32_t)(plan->sizes.first_year + (int32_t)t);
        block->random->words(&stream, block->number, block->word);
        block->random->normals(block->word, e);
        for (size_t k = 0; k < plan->n_anchors; k++) {
            const double v = h->direction[k * n_years + t];
            if (v != 0) block->random->load(v, e, 0, gap + k * N);
        }
    }
    for (size_t k = 0; k < plan->n_anchors; k++) {
        skpi__sobol_block(h->sobol[k], (uint32_t)block->number, h->shift[k], block->word);
        block->random->inverse(block->word, e);
        block->random->load(-1, gap + k * N, 0, e); /* exactly s - c */
        memcpy(gap + k * N, e, sizeof e);
    }
    h->number[at] = block->number + 1;
    return gap;
}

static int anchors_follow(const skpi__model_block *block, const skpi__anchors *a, anchors_held *h, skpi__stream stream,
                          double scale, int first, double *y)
{
    const skpi_ensemble_plan *plan = block->plan;
    const int32_t t = (int32_t)stream.year - plan->sizes.first_year;
    int added = 0;
    if (t < 0 || (size_t)t >= a->end) return 0;
    for (size_t k = 0; k < plan->n_anchors; k++) {
        const double v = h->direction[k * plan->sizes.n_years + (size_t)t];
        if (v == 0) continue;
        block->random->load(scale * v, anchors_gap(block, a, h, stream) + k * N, first && !added, y);
        added = 1;
    }
    return added;
}

int skpi__anchors_own(const skpi__model_block *block, uint32_t shock, double scale, int first, double *y)
{
    skpi__anchors *a = block->anchors;
    const size_t number = a->first[block->model] + shock;
    skpi__stream stream = block->stream;
    stream.variable = shock;
    anchors_take(block, a, a->held + number, a->n_groups + block->place * a->n_shocks + number, block->model, shock,
                 block->place);
    return anchors_follow(block, a, a->held + number, stream, scale, first, y);
}

/* The first shock that loads on a factor, in the first place of the group with such a shock; place `in` has one. */
static const skpi__load *anchors_load(const skpi_ensemble_plan *plan, const uint32_t *group, size_t factor, size_t in,
                                      size_t *place)
{
    size_t p = 0, i = 0;
    while (group[p] != group[in] || plan->load[i].factor != factor || plan->load[i].loading[p] == 0)
        if (++i == plan->n_loads) {
            i = 0;
            p++;
        }
    *place = p;
    return plan->load + i;
}

void skpi__anchors_factor(const skpi__model_block *block, size_t factor, skpi__stream stream, double *z)
{
    skpi__anchors *a = block->anchors->common;
    const uint32_t *group = a->group + factor * block->plan->sizes.n_places;
    anchors_held *h = a->held + a->n_shocks + factor;
    size_t place = 0;
    if (h->of != group[block->place] + 1u) {
        const skpi__load *load = anchors_load(block->plan, group, factor, block->place, &place);
        anchors_take(block, a, h, group[block->place], load->model, (uint32_t)load->shock, place);
    }
    anchors_follow(block, a, h, stream, 1, 0, z);
}
