/* Uncertainty and sensitivity of an index: many runs of it, under other assumptions.
 *
 * Runs are made in parts, each by one thread at a desk of its own, where ranks are counted in whole numbers; the desks
 * are added up at the end.  What has an order, the shift of each run, stands at the place of its run.  So any number of
 * threads gives the same bits.
 *
 * Which alternatives a draw has: dimension i of a Sobol sequence for factor i, of the draws B dimension n_factors + i,
 * each scrambled and shifted by the stream of the seed; alternative floor(levels word 2^-32).
 */
#include <smartkpi/index.h>
#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/threads.h"
#include "index/factors.h"
#include "index/shift_indices.h"
#include "index/options.h"
#include "index/period_ranks.h"
#include "index/scenarios.h"
#include "index/rank_tally.h"
#include "index/sums_ahead.h"
#include "index/treat.h"
#include "random/single.h"
#include "random/sobol.h"

enum { PART = 32, MATRICES = 2 + SKPI__INDEX_FACTORS }; /* rows of a part; runs of a row of Saltelli's scheme */

typedef struct run_desk {
    atomic_flag busy;
    skpi__index_desk desk;
    skpi__index_tally tally;
    skpi__index_ahead ahead;
    skpi__index_scenario scenario[PART * MATRICES]; /* of the part, row by row */
    int32_t *rank;                                  /* MATRICES x n: of the runs of a row */
} run_desk;

typedef struct uncertainty_call {
    skpi__at at;
    const skpi_index_tree *t;
    skpi_index_data data;
    skpi_index_options o;
    skpi__index_factors f;
    skpi_index_tree_uncertainty_out out;
    skpi__index_scenarios scenarios;
    skpi__index_periods periods;
    uint32_t direction[2 * SKPI__INDEX_FACTORS][SKPI__SOBOL_BITS], shift[2 * SKPI__INDEX_FACTORS];
    size_t n_desks;
    run_desk *desk;
    int32_t *nominal;  /* n */
    double *y;         /* runs: shifts */
    double *unit_rank; /* runs x n, of EXACT where units are wanted */
    double *score;     /* runs x n, where wanted: out->score is written only after all runs were good */
    void *block;       /* of these four arrays */
    int wants_units;
} uncertainty_call;

/* ---- which alternatives ---- */

static void uncertainty_scramble(uncertainty_call *c)
{
    for (uint32_t d = 0; d < 2 * c->f.k; d++) {
        const skpi__stream stream = {c->f.draw.seed, SKPI__INDEX_STREAM, 0, d, SKPI__INDEX_SCRAMBLE};
        c->shift[d] = skpi__sobol_random(&stream, d, c->direction[d]);
    }
}

/* Draw row of matrix B or A for one factor. */
static uint64_t uncertainty_drawn(const uncertainty_call *c, uint64_t row, int b, size_t factor)
{
    const size_t dimension = b ? c->f.k + factor : factor;
    if (!c->f.levels[factor]) return b ? c->f.draw.n_draws + row : row;
    return (uint64_t)skpi__sobol_word(c->direction[dimension], (uint32_t)row, c->shift[dimension]) *
               c->f.levels[factor] >>
           32;
}

/* Run of a row: matrix 0 is A, 1 is B; of choices from outside 2 + i, too, which is A with factor i of B. */
static skpi__index_scenario uncertainty_scenario(const uncertainty_call *c, uint64_t row, size_t matrix)
{
    skpi__index_scenario s = {.nominal = 0};
    const uint64_t run = matrix * c->f.draw.n_draws + row;
    uint64_t rest = row;
    for (size_t i = c->f.k; i-- > 0;) {
        if (c->f.draw.mode == SKPI_INDEX_MODE_EXACT) {
            s.choice[i] = rest % c->f.levels[i];
            rest /= c->f.levels[i];
        } else if (c->f.draw.choice) {
            s.choice[i] = (uint64_t)c->f.draw.choice[run * c->f.k + i];
        } else {
            s.choice[i] = uncertainty_drawn(c, row, matrix == 1, i);
        }
    }
    return s;
}

/* ---- runs ---- */

static size_t uncertainty_matrices(const uncertainty_call *c)
{
    return c->f.draw.mode == SKPI_INDEX_MODE_SALTELLI ? 2 + c->f.k : 1;
}

/* Rank, shift and, where wanted, scores of one run. */
static skpi_status uncertainty_run(const uncertainty_call *c, run_desk *desk, uint64_t row, size_t matrix,
                                   const skpi__index_scenario *scenario)
{
    const size_t n = c->data.n_units;
    const uint64_t run = matrix * c->f.draw.n_draws + row;
    int32_t *const rank = desk->rank + matrix * n;
    const double *score;
    const skpi_status s = skpi__index_scenario_run(c->at, &c->scenarios, scenario, &desk->desk, &score);
    if (s) return s;
    skpi__index_period_ranks(&c->periods, score, c->o.tie, desk->desk.sorted, rank);
    if (c->y) c->y[run] = skpi__index_shift(n, rank, c->nominal);
    for (size_t i = 0; c->score && i < n; i++) c->score[run * n + i] = score[i];
    for (size_t i = 0; c->unit_rank && i < n; i++) c->unit_rank[run * n + i] = rank[i];
    if (matrix < 2) skpi__index_tally_add(&desk->tally, score, rank);
    return SKPI_OK;
}

/* What the runs of a row say of each unit. */
static void uncertainty_row(const uncertainty_call *c, run_desk *desk)
{
    const size_t n = c->data.n_units;
    const int32_t *const rank = desk->rank;
    for (size_t i = 0; desk->tally.unit && i < n; i++) {
        int64_t other[SKPI__INDEX_FACTORS];
        int lost = rank[i] == SKPI_NONE || rank[n + i] == SKPI_NONE;
        for (size_t f = 0; f < c->f.k; f++) {
            other[f] = rank[(2 + f) * n + i];
            lost |= other[f] == SKPI_NONE;
        }
        desk->tally.lost[i] |= (unsigned char)lost;
        if (lost) continue;
        skpi__saltelli_add(desk->tally.unit + i, c->f.k, rank[i], rank[n + i], other);
    }
}

/* The scenarios of a row. */
static void uncertainty_scenarios(const uncertainty_call *c, uint64_t row, skpi__index_scenario *scenario)
{
    for (size_t m = 0; m < uncertainty_matrices(c); m++) {
        if (m < 2 || c->f.draw.choice) {
            scenario[m] = uncertainty_scenario(c, row, m);
        } else {
            scenario[m] = scenario[0];
            scenario[m].choice[m - 2] = scenario[1].choice[m - 2];
        }
    }
}

static skpi_status uncertainty_rows(const uncertainty_call *c, run_desk *desk, uint64_t first, size_t rows,
                                    skpi__watch *watch)
{
    const size_t n = c->data.n_units;
    const double run_time = (double)n * (double)(10 * c->data.n_indicators + (c->out.above ? n : 0)); /* about */
    const size_t matrices = uncertainty_matrices(c), runs = rows * matrices;
    skpi_status s = SKPI_OK;
    size_t start = 0, end = 0; /* of the runs that were made ready */
    for (size_t r = 0; r < rows; r++) uncertainty_scenarios(c, first + r, desk->scenario + r * matrices);
    for (size_t r = 0; !s && r < runs; r++) {
        if (r == end) {
            start = r;
            end += skpi__index_ahead_make(&c->scenarios, runs - r, desk->scenario + r, &desk->desk, &desk->ahead);
        }
        skpi__index_ahead_take(&c->scenarios, &desk->ahead, r - start, &desk->desk);
        s = uncertainty_run(c, desk, first + r / matrices, r % matrices, desk->scenario + r);
        if (!s && r % matrices == matrices - 1) uncertainty_row(c, desk);
        if (!s && skpi__watch_stops(watch, run_time)) s = SKPI_ECANCELED;
    }
    return s;
}

/* A part of the rows, at a desk that is free: there are as many as threads. */
static skpi_status uncertainty_part(void *context, uint64_t part, skpi__watch *watch)
{
    uncertainty_call *c = context;
    const uint64_t rows = c->f.draw.mode == SKPI_INDEX_MODE_EXACT ? c->f.runs : c->f.draw.n_draws;
    const uint64_t first = part * PART;
    size_t own = 0;
    while (atomic_flag_test_and_set(&c->desk[own].busy)) own = (own + 1) % c->n_desks;
    const skpi_status s =
        uncertainty_rows(c, c->desk + own, first, rows - first < PART ? (size_t)(rows - first) : PART, watch);
    atomic_flag_clear(&c->desk[own].busy);
    return s;
}

/* ---- memory ---- */

static skpi_status uncertainty_desks(uncertainty_call *c)
{
    const size_t n = c->data.n_units;
    const int sums = c->wants_units && c->f.draw.mode == SKPI_INDEX_MODE_SALTELLI;
    c->n_desks = c->f.draw.threads > 1 ? (size_t)c->f.draw.threads : 1;
    c->desk = skpi__alloc(c->n_desks, 1, sizeof *c->desk);
    if (!c->desk) return skpi__no_memory(c->at, "draw->threads", c->n_desks);
    for (size_t i = 0; i < c->n_desks; i++) {
        run_desk *desk = c->desk + i;
        skpi_status s;
        atomic_flag_clear(&desk->busy);
        if ((s = skpi__index_desk_new(c->at, &c->scenarios, &desk->desk)) ||
            (s = skpi__index_ahead_new(c->at, &c->scenarios, &desk->ahead)) ||
            (s = skpi__index_tally_new(c->at, n, c->out.above != NULL, sums, &desk->tally)))
            return s;
        desk->rank = skpi__alloc(MATRICES, n, sizeof *desk->rank);
        if (!desk->rank) return skpi__no_memory(c->at, "data->n_units", n);
    }
    return SKPI_OK;
}

static skpi_status uncertainty_allocate(uncertainty_call *c)
{
    const skpi_index_tree_uncertainty_out *o = &c->out;
    const size_t n = c->data.n_units, runs = (size_t)c->f.runs;
    const int listed = c->f.draw.n_runs != 0, sampled = c->f.draw.mode == SKPI_INDEX_MODE_SAMPLED;
    const double *const of_shift[] = {o->first, o->total, o->first_low, o->first_high, o->total_low, o->total_high};
    int indices = 0;
    for (size_t i = 0; i < sizeof of_shift / sizeof *of_shift; i++) indices |= !sampled && of_shift[i];
    const int shifts = indices || (listed && o->shift);
    c->wants_units = !sampled && (o->unit_first || o->unit_total);
    const int ranks = c->wants_units && c->f.draw.mode == SKPI_INDEX_MODE_EXACT;
    /* never taken: sizes have 64 bits, and there are less than 2^34 runs */
    if (c->f.runs > SIZE_MAX / sizeof(double)) return skpi__no_memory(c->at, "draw->n_draws", SIZE_MAX);
    const int scores = listed && o->score;
    const skpi__piece pieces[] = {SKPI__PIECE(c->nominal, n, 1), SKPI__PIECE(c->y, shifts ? runs : 0, 1),
                                  SKPI__PIECE(c->score, scores ? runs : 0, n),
                                  SKPI__PIECE(c->unit_rank, ranks ? runs : 0, n)};
    c->block = SKPI__ALLOC_PIECES(pieces);
    if (!c->block) return skpi__no_memory(c->at, "draw->n_draws", runs);
    if (!shifts) c->y = NULL;
    if (!scores) c->score = NULL;
    if (!ranks) c->unit_rank = NULL;
    return uncertainty_desks(c);
}

static void uncertainty_free(uncertainty_call *c)
{
    for (size_t i = 0; c->desk && i < c->n_desks; i++) {
        skpi__index_desk_free(&c->desk[i].desk);
        skpi__index_ahead_free(&c->desk[i].ahead);
        skpi__index_tally_free(&c->desk[i].tally);
        free(c->desk[i].rank);
    }
    free(c->desk);
    free(c->block);
    skpi__index_scenarios_free(&c->scenarios);
    skpi__index_periods_free(&c->periods);
}

/* ---- results ---- */

static void uncertainty_units(const uncertainty_call *c)
{
    const size_t n = c->data.n_units, k = c->f.k;
    const skpi__index_tally *tally = &c->desk->tally;
    for (size_t i = 0; i < n; i++) {
        double first[SKPI__INDEX_FACTORS], total[SKPI__INDEX_FACTORS];
        if (!c->wants_units || tally->lost[i])
            for (size_t f = 0; f < k; f++) first[f] = total[f] = (double)NAN;
        else if (c->unit_rank)
            skpi__factorial(k, c->f.levels, c->unit_rank + i, n, first, total);
        else
            skpi__saltelli_of(tally->unit + i, (size_t)c->f.draw.n_draws, k, first, total);
        for (size_t f = 0; f < k; f++) {
            skpi__set(c->out.unit_first, i * k + f, first[f]);
            skpi__set(c->out.unit_total, i * k + f, total[f]);
        }
    }
}

static skpi_status uncertainty_tell(uncertainty_call *c, uint64_t parts)
{
    const skpi_index_tree_uncertainty_out *o = &c->out;
    const size_t n = c->data.n_units;
    skpi__index_shift_indices indices;
    int32_t warnings = c->scenarios.warnings;
    size_t untreated = c->scenarios.untreated;
    for (size_t i = 0; i < c->n_desks; i++) {
        warnings |= c->desk[i].desk.warnings;
        untreated = c->desk[i].desk.untreated < untreated ? c->desk[i].desk.untreated : untreated;
        if (i) skpi__index_tally_merge(&c->desk->tally, &c->desk[i].tally, c->f.k);
    }
    const skpi_status s = skpi__index_shift_indices_of(c->at, &c->f, c->y, o, parts, &indices);
    if (s) return s;
    for (size_t f = 0; f < c->f.k; f++) {
        skpi__set(o->first, f, indices.first[f]);
        skpi__set(o->total, f, indices.total[f]);
        skpi__set(o->first_low, f, indices.first_low[f]);
        skpi__set(o->first_high, f, indices.first_high[f]);
        skpi__set(o->total_low, f, indices.total_low[f]);
        skpi__set(o->total_high, f, indices.total_high[f]);
    }
    for (size_t i = 0; i < n; i++) skpi__set_int(o->nominal, i, c->nominal[i]);
    for (size_t r = 0; r < (size_t)c->f.draw.n_runs; r++) {
        if (o->shift) o->shift[r] = c->y[r];
        for (size_t i = 0; o->score && i < n; i++) o->score[r * n + i] = c->score[r * n + i];
    }
    skpi__index_tally_tell(&c->desk->tally, &c->f, o);
    if (o->unit_first || o->unit_total) uncertainty_units(c);
    return (skpi_status)(warnings | skpi__index_treat_told(c->at, c->t, untreated));
}

static skpi_status uncertainty_all(uncertainty_call *c)
{
    const uint64_t rows = c->f.draw.mode == SKPI_INDEX_MODE_EXACT ? c->f.runs : c->f.draw.n_draws;
    const skpi__index_scenario nominal = {.nominal = 1};
    const double *score;
    skpi_status s;
    c->scenarios = (skpi__index_scenarios){.t = c->t, .d = &c->data, .o = &c->o, .f = &c->f};
    if ((s = skpi__index_scenarios_new(c->at, &c->scenarios)) ||
        (s = skpi__index_periods_new(c->at, c->data.n_units, c->data.period, &c->periods)) ||
        (s = uncertainty_allocate(c)) ||
        (s = skpi__index_scenario_run(c->at, &c->scenarios, &nominal, &c->desk->desk, &score)))
        return s;
    skpi__index_period_ranks(&c->periods, score, c->o.tie, c->desk->desk.sorted, c->nominal);
    for (size_t i = 0; i < c->data.n_units; i++) c->desk->tally.lost[i] |= c->nominal[i] == SKPI_NONE;
    uncertainty_scramble(c);
    const uint64_t parts = (rows + PART - 1) / PART;
    skpi__crew crew = *SKPI__CREW(draw, &c->f.draw);
    crew.after = skpi__index_resamples(&c->f, &c->out);
    if ((s = skpi__parallel(c->at, &crew, parts, uncertainty_part, c))) return s;
    return uncertainty_tell(c, parts);
}

skpi_status skpi_index_tree_uncertainty(const skpi_index_tree *tree, const skpi_index_data *data,
                                        const skpi_index_tree_uncertainty_in *alternatives,
                                        const skpi_index_options *options,
                                        const skpi_index_tree_uncertainty_options *draw,
                                        skpi_index_tree_uncertainty_out *out)
{
    uncertainty_call c = {.at = skpi__here(__func__), .t = tree};
    skpi_status s;
    if ((s = skpi__pointer(c.at, "tree", tree)) || (s = skpi__index_data_read(c.at, data, tree, &c.data)) ||
        (s = skpi__index_options_read(c.at, options, tree, &c.data, &c.o)) ||
        (s = skpi__index_factors_read(c.at, alternatives, tree, &c.data, &c.o, &c.f)) ||
        (s = skpi__index_draw_read(c.at, draw, &c.data, &c.f)) || (s = SKPI__STRUCT(c.at, out, 0, &c.out)))
        return s;
    s = uncertainty_all(&c);
    uncertainty_free(&c);
    return s;
}
