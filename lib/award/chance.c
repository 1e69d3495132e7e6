/* Chances of entries from draws, and expected ranks without them. */
#include <smartkpi/award.h>
#include <math.h>
#include <stdlib.h>
#include "award/draws.h"
#include "award/expected.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/order.h"

enum { MOST_THREADS = 1024 };

typedef struct chance_call {
    skpi__award_fit f;
    skpi_award_adjust_options model;
    skpi_award_line line;
    skpi_award_chance_options o;
    skpi_award_chance_out out;
    skpi__award_quota quota;
    size_t *track;   /* entries: of the quotas */
    uint32_t *order; /* entries: 0, 1, 2 ... */
    double *rank;    /* entries: expected */
    uint64_t *above;
    uint32_t *ranks;
    void *block;
    skpi__award_drawing *drawing;
    skpi__award_expecting *expecting;
    uint64_t n_drawing, n_expecting; /* parts */
    skpi__at at;
} chance_call;

static skpi_status chance_options(skpi__at at, const skpi_award_chance_options *options, skpi_award_chance_options *o)
{
    skpi_status s = SKPI__STRUCT_OR_NULL(at, options, 0, o);
    if (s) return s;
    if (!o->n_draws) o->n_draws = 10000;
    if (o->n_draws > UINT64_C(1) << 31)
        return skpi__fail(at, SKPI_ERANGE, "options->n_draws", (double)o->n_draws, "is above 2^31");
    if ((s = skpi__coverage(at, "options->coverage", &o->coverage))) return s;
    if (o->threads < 0 || o->threads > MOST_THREADS)
        return skpi__fail(at, SKPI_ERANGE, "options->threads", o->threads, "is not in 0 .. %d", MOST_THREADS);
    return skpi__reserved(at, "options->zero", o->zero);
}

static skpi_status chance_line(skpi__at at, const skpi_award_line *line, chance_call *c)
{
    const skpi_award_scores *in = &c->f.jury.in;
    const skpi_status s = skpi__award_line_read(at, line, in->n_entries, "scores->n_entries", &c->line);
    if (s) return s;
    if (c->line.n_tracks && c->line.n_tracks != in->n_tracks)
        return skpi__fail(at, SKPI_EINCONSISTENT, "line->n_tracks", (double)c->line.n_tracks,
                          "is neither 0 nor scores->n_tracks = %zu", in->n_tracks);
    return SKPI_OK;
}

static skpi_status chance_allocate(skpi__at at, chance_call *c)
{
    const size_t n = c->f.p.entries;
    const size_t ranks = c->out.low || c->out.high ? n : 0;
    const skpi__piece pieces[] = {SKPI__PIECE(c->track, n, 1), SKPI__PIECE(c->order, n, 1), SKPI__PIECE(c->rank, n, 1),
                                  SKPI__PIECE(c->above, n, 1), SKPI__PIECE(c->ranks, ranks, ranks)};
    c->block = SKPI__ALLOC_PIECES(pieces);
    if (!c->block) return skpi__no_memory(at, "scores->n_entries", n);
    if (!ranks) c->ranks = NULL;
    for (size_t i = 0; i < n; i++) {
        c->track[i] = c->line.n_tracks ? (size_t)c->f.jury.in.track[c->f.p.entry_of[i]] : 0;
        c->order[i] = (uint32_t)i;
    }
    return skpi__award_quota_new(at, &c->line, n, c->order, c->track, &c->quota);
}

/* Parts of the draws, and then parts of the expected ranks: threads are started once. */
static skpi_status chance_task(void *context, uint64_t i, skpi__watch *watch)
{
    const chance_call *c = context;
    return i < c->n_drawing ? skpi__award_drawing_task(c->drawing, i, watch)
                            : skpi__award_expecting_task(c->expecting, i - c->n_drawing, watch);
}

static skpi_status chance_fit_task(void *context, uint64_t i, skpi__watch *watch)
{
    chance_call *const c = context;
    (void)i;
    return skpi__award_fit_run(c->at, &c->model, &c->f, watch);
}

/* The first part of the work, in one thread. */
static skpi_status chance_fit(skpi__at at, chance_call *c)
{
    skpi__crew crew = *SKPI__CREW(options, &c->o);
    const skpi_status s = skpi__award_fit_begin(at, &c->model, &c->f);
    if (s) return s;
    c->at = at;
    c->n_drawing = c->out.probability || c->out.low || c->out.high ? skpi__award_draws_parts(c->o.n_draws) : 0;
    c->n_expecting = c->out.expected_rank ? skpi__award_expected_parts(&c->f) : 0;
    crew.threads = 1;
    crew.after = c->n_drawing + c->n_expecting;
    return skpi__parallel(at, &crew, 1, chance_fit_task, c);
}

static skpi_status chance_compute(skpi__at at, chance_call *c)
{
    const skpi__award_draws draws = {&c->f, &c->quota, c->track, c->o.seed, c->o.n_draws, c->above, c->ranks};
    skpi__crew crew = *SKPI__CREW(options, &c->o);
    skpi_status s = SKPI_OK;
    crew.before = 1;
    if (c->n_drawing) s = skpi__award_drawing_new(at, c->o.threads, &draws, &c->drawing);
    if (!s && c->n_expecting) s = skpi__award_expecting_new(at, &c->f, &c->expecting);
    if (!s) s = skpi__parallel(at, &crew, c->n_drawing + c->n_expecting, chance_task, c);
    if (!s && c->n_expecting) skpi__award_expecting_ranks(c->expecting, c->rank);
    skpi__award_drawing_free(c->drawing);
    skpi__award_expecting_free(c->expecting);
    return s;
}

/* The quantile of an entry's rank: type 7, from the counts of its ranks, which are n_draws together. */
static double chance_quantile(const chance_call *c, size_t i, double prob)
{
    const size_t n = c->f.p.entries;
    const skpi__rank at = skpi__rank_of(c->o.n_draws, prob);
    size_t low = 0;
    uint64_t sum = c->ranks[i];
    while (sum <= at.low) sum += c->ranks[++low * n + i];
    size_t high = low;
    while (sum <= at.high) sum += c->ranks[++high * n + i];
    return skpi__rank_between(&at, (double)low + 1, (double)high + 1);
}

static void chance_write(const chance_call *c, int drawn)
{
    const skpi_award_chance_out *out = &c->out;
    const double tail = (1 - c->o.coverage) / 2;
    for (size_t i = 0; i < c->f.jury.in.n_entries; i++) {
        skpi__set(out->probability, i, NAN);
        skpi__set(out->expected_rank, i, NAN);
        skpi__set(out->low, i, NAN);
        skpi__set(out->high, i, NAN);
    }
    for (size_t i = 0; drawn && i < c->f.p.entries; i++) {
        const size_t to = c->f.p.entry_of[i];
        skpi__set(out->probability, to, (double)c->above[i] / (double)c->o.n_draws);
        skpi__set(out->expected_rank, to, c->rank[i]);
        if (out->low) out->low[to] = chance_quantile(c, i, tail);
        if (out->high) out->high[to] = chance_quantile(c, i, 1 - tail);
    }
}

static skpi_status chance_run(skpi__at at, chance_call *c)
{
    skpi_status s;
    if ((s = chance_fit(at, c)) || (s = chance_allocate(at, c))) return s;
    const int drawn = c->f.variance[SKPI__AWARD_RESIDUAL] >= 0; /* NaN: no degree of freedom */
    if (drawn && (s = chance_compute(at, c))) return s;
    chance_write(c, drawn);
    return (skpi_status)(c->f.warnings | (c->quota.empty ? SKPI_WMISSING : 0));
}

skpi_status skpi_award_chance(const skpi_award_scores *scores, const skpi_award_line *line,
                              const skpi_award_adjust_options *model, const skpi_award_chance_options *options,
                              skpi_award_chance_out *out)
{
    const skpi__at at = skpi__here(__func__);
    chance_call c = {.rank = NULL};
    skpi_status s;
    if (!(s = skpi__award_jury_new(at, scores, &c.f.jury)) && !(s = chance_line(at, line, &c)) &&
        !(s = skpi__award_fit_options(at, 1, model, &c.model)) && !(s = chance_options(at, options, &c.o)) &&
        !(s = SKPI__STRUCT(at, out, 0, &c.out)))
        s = chance_run(at, &c);
    skpi__award_fit_free(&c.f);
    skpi__award_quota_free(&c.quota);
    free(c.block);
    return s;
}
