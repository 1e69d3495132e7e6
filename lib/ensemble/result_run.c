/* Runs a part of a plan into a result: finds the draws of each place that the result does not have, and distributes
 * them over threads. */
#include "ensemble/aggregated_run.h"
#include "ensemble/gather.h"
#include "ensemble/run_exact.h"
#include "ensemble/run_memory.h"
#include "ensemble/run_sets.h"
#include "ensemble/run_stream.h"
#include <stdlib.h>
#include "core/check.h"
#include "core/dispatch.h"
#include "core/size.h"
#include "core/struct.h"
#include "core/threads.h"

enum { MOST_THREADS = 1024, MOST_BLOCKS = 256, LEAST_BLOCKS = 32, LEAST_SET_BLOCKS = 8, PARTS_A_THREAD = 4 };

typedef struct run_bounds {
    uint64_t first_place, end_place, first_draw, end_draw;
} run_bounds;

static skpi_status run_slice(skpi__at at, const char *const name[2], uint64_t first, uint64_t n, uint64_t all,
                             uint64_t *end)
{
    if (first >= all)
        return skpi__fail(at, SKPI_ERANGE, name[0], (double)first, "is not below %g, the number in the plan",
                          (double)all);
    if (n > all - first)
        return skpi__fail(at, SKPI_ERANGE, name[1], (double)n, "is more than the %g that remain in the plan",
                          (double)(all - first));
    *end = n ? first + n : all;
    return SKPI_OK;
}

static skpi_status check_run_part(skpi__at at, const skpi__sizes *s, const skpi_ensemble_result_run_options *o,
                                  run_bounds *b)
{
    static const char *const places[2] = {"options->first_place", "options->n_places"};
    static const char *const draws[2] = {"options->first_draw", "options->n_draws"};
    skpi_status status;
    *b = (run_bounds){.first_place = o->first_place, .first_draw = o->first_draw};
    if ((status = run_slice(at, places, o->first_place, o->n_places, s->n_places, &b->end_place)) ||
        (status = run_slice(at, draws, o->first_draw, o->n_draws, s->n_draws, &b->end_draw)))
        return status;
    if (s->mode == SKPI_ENSEMBLE_MODE_EXACT && b->end_draw - b->first_draw != s->n_draws)
        return skpi__fail(at, SKPI_EINVAL, o->first_draw ? draws[0] : draws[1],
                          (double)(o->first_draw ? o->first_draw : o->n_draws),
                          "splits the draws of a place: exact quantiles need all of them at once");
    if (o->first_draw % SKPI__BLOCK)
        return skpi__fail(at, SKPI_EINVAL, draws[0], (double)o->first_draw, "is not a multiple of 512");
    if (b->end_draw % SKPI__BLOCK && b->end_draw != s->n_draws)
        return skpi__fail(at, SKPI_EINVAL, draws[1], (double)o->n_draws, "is not a multiple of 512");
    if (o->threads < 0 || o->threads > MOST_THREADS)
        return skpi__fail(at, SKPI_ERANGE, "options->threads", o->threads, "is not in 0 .. %d", MOST_THREADS);
    return SKPI_OK;
}

static skpi_status check_run_dispatch(skpi__at at, int32_t dispatch)
{
    static const int32_t kinds[] = {SKPI_ENSEMBLE_DISPATCH_BEST, SKPI_ENSEMBLE_DISPATCH_PLAIN,
                                    SKPI_ENSEMBLE_DISPATCH_X86_64_V3, SKPI_ENSEMBLE_DISPATCH_X86_64_V4, 0};
    skpi_status s;
    if (dispatch && (s = skpi__choice(at, "options->dispatch", dispatch, kinds,
                                      "a compiled variant (enum skpi_ensemble_dispatch)")))
        return s;
    if (skpi__dispatch(dispatch)) return SKPI_OK;
    return skpi__fail(at, SKPI_ENOTFOUND, "options->dispatch", dispatch,
                      "is a variant that this processor or this build does not have (%s)",
                      skpi_constant_name(dispatch));
}

/* The number of draws of a part.  Streamed parts are small enough that all threads have work, and large enough that
 * adding a part to the result costs less than drawing it. */
static uint64_t part_size(const skpi__sizes *s, const run_bounds *b, int32_t threads)
{
    if (s->mode == SKPI_ENSEMBLE_MODE_EXACT) return s->n_draws;
    const uint64_t blocks = (b->end_draw - b->first_draw) / SKPI__BLOCK * (b->end_place - b->first_place);
    uint64_t n = blocks / (uint64_t)(PARTS_A_THREAD * (threads > 1 ? threads : 1));
    if (n > MOST_BLOCKS) n = MOST_BLOCKS;
    if (n < LEAST_BLOCKS) n = LEAST_BLOCKS;
    return n * SKPI__BLOCK;
}

/* The number of draws of a part of a set of places, which has as much work as all of them: several parts for each
 * thread, or one if they would be small. */
static uint64_t set_part_size(const run_bounds *b, int32_t threads)
{
    if (threads <= 1) return (uint64_t)MOST_BLOCKS * SKPI__BLOCK;
    const uint64_t blocks = (b->end_draw - b->first_draw) / SKPI__BLOCK;
    uint64_t parts = PARTS_A_THREAD * (uint64_t)threads;
    if (blocks < LEAST_SET_BLOCKS * parts) parts = (uint64_t)threads;
    uint64_t n = (blocks + parts - 1) / parts;
    if (n > MOST_BLOCKS) n = MOST_BLOCKS;
    if (n < LEAST_SET_BLOCKS) n = LEAST_SET_BLOCKS;
    return n * SKPI__BLOCK;
}

/* Counts the parts that the result does not have, and writes them if part is given. */
static size_t missing_parts(const skpi__run *run, const run_bounds *b, int32_t threads, skpi__part *part)
{
    const uint64_t most = part_size(&run->plan->sizes, b, threads), most_of_set = set_part_size(b, threads);
    size_t n = skpi__sets_parts(run, b->first_place, b->end_place, b->first_draw, b->end_draw, most_of_set, part);
    for (uint64_t place = b->first_place; place < b->end_place; place++) {
        if (skpi__sets_have(run->sets, (size_t)place)) continue;
        const skpi__record *r = run->into->record[place];
        for (uint64_t from = skpi__record_gap(r, b->first_draw); from < b->end_draw; from = skpi__record_gap(r, from)) {
            uint64_t to = skpi__record_next(r, from, b->end_draw);
            if (to - from > most) to = from + most;
            if (part) part[n] = (skpi__part){.place = (size_t)place, .from = from, .to = to};
            n++;
            from = to;
        }
    }
    return n;
}

static skpi_status run_task(void *context, uint64_t i, skpi__watch *watch)
{
    skpi__run *run = context;
    skpi__worker *w[SKPI__BATCH_MOST];
    const size_t first = (size_t)i * run->batch, rest = run->n_parts - first, n = rest < run->batch ? rest : run->batch;
    skpi__run_take(run, n, w);
    skpi_status s = run->plan->sizes.mode == SKPI_ENSEMBLE_MODE_EXACT
                        ? skpi__run_exact_places(run, w, n, run->part + first, watch)
                    : run->part[first].set ? skpi__sets_run(run, w[0], run->part + first, watch)
                                           : skpi__run_stream_part(run, w[0], run->part + first, watch);
    if (!s && run->plan->sizes.mode == SKPI_ENSEMBLE_MODE_EXACT && run->gathers)
        s = skpi__aggregated_done(run, n, run->part + first, watch);
    skpi__run_give(run, n, w);
    return s;
}

/* Makes the records of streamed places before the first task.  They have room for the spans of tasks that do not end in
 * order. */
static skpi_status prepare_streamed(skpi__at at, skpi__run *run, size_t workers)
{
    skpi_status s = SKPI_OK;
    if (run->plan->sizes.mode == SKPI_ENSEMBLE_MODE_EXACT) return s;
    skpi__worker *w;
    skpi__run_take(run, 1, &w);
    for (size_t i = 0; i < run->n_parts && !s; i++) {
        const size_t place = run->part[i].place;
        if (i && place == run->part[i - 1].place) continue;
        const int alone = i + 1 == run->n_parts || place != run->part[i + 1].place;
        if (run->part[i].set)
            s = skpi__sets_record(at, run, w, run->part + i, alone, workers + 1);
        else if (!(s = skpi__run_stream_record(at, run, w, place)) &&
                 !skpi__record_reserve(run->into->record[place], workers + 1))
            s = skpi__no_memory_for(at, "plan");
    }
    skpi__run_give(run, 1, &w);
    return s;
}

static skpi_status run_parts(skpi__at at, skpi__run *run, const skpi_ensemble_result_run_options *o)
{
    size_t workers = o->threads > 1 ? (size_t)o->threads : 1;
    const size_t share = run->n_parts / workers; /* every thread has work */
    run->batch = skpi__run_batch(run->plan);
    if (run->batch > share) run->batch = share ? share : 1;
    const size_t tasks = (run->n_parts + run->batch - 1) / run->batch;
    if (workers > tasks) workers = tasks;
    if (!skpi__run_begin(run, workers * run->batch)) return skpi__no_memory_for(at, "plan");
    skpi_status s = prepare_streamed(at, run, workers);
    skpi__crew crew = *SKPI__CREW(options, o);
    crew.threads = (int32_t)workers;
    if (!s) s = skpi__parallel(at, &crew, tasks, run_task, run);
    skpi__run_end(run);
    return s;
}

/* Lists the parts that are missing, and runs them. */
static skpi_status run_missing(skpi__at at, skpi__run *run, const run_bounds *b,
                               const skpi_ensemble_result_run_options *o)
{
    skpi_status s = skpi__sets_begin(at, run);
    if (s) return s;
    run->n_parts = missing_parts(run, b, o->threads, NULL);
    if (!run->n_parts) return SKPI_OK;
    run->part = skpi__alloc(run->n_parts, 1, sizeof *run->part);
    if (!run->part) return skpi__no_memory_for(at, "plan");
    missing_parts(run, b, o->threads, run->part);
    s = skpi__gathers_begin(at, run);
    return s ? s : run_parts(at, run, o);
}

skpi_status skpi_ensemble_result_run(skpi_ensemble_result *result, const skpi_ensemble_plan *plan,
                                     const skpi_ensemble_result_run_options *options)
{
    const skpi__at at = skpi__here(__func__);
    skpi_ensemble_result_run_options o;
    run_bounds b;
    skpi_status s;
    if ((s = skpi__result_idle(at, "result", result))) return s;
    if ((s = skpi__pointer(at, "plan", plan))) return s;
    const skpi__sizes *sizes = &plan->sizes;
    if ((s = SKPI__STRUCT_OR_NULL(at, options, 0, &o)) || (s = check_run_part(at, sizes, &o, &b)) ||
        (s = check_run_dispatch(at, o.dispatch)))
        return s;
    if (sizes->mode == SKPI_ENSEMBLE_MODE_STREAM && (s = skpi__sets_cut(at, plan, b.first_place, b.end_place)))
        return s;
    if (result->sizes.fingerprint != sizes->fingerprint)
        return skpi__refuse(at, SKPI_EINCONSISTENT, "result",
                            "is of another plan, or was begun before the plan's last model or event");
    skpi__run run = {.plan = plan, .into = result};
    run.random = skpi__stream_kernel_at(o.dispatch);
    run.kernel = skpi__block_kernel_at(o.dispatch);
    result->running = 1;
    atomic_fetch_add(plan->drawing, 1);
    if (!(s = skpi__aggregated_resume(result, run.kernel))) s = run_missing(at, &run, &b, &o);
    atomic_fetch_sub(plan->drawing, 1);
    result->running = 0;
    free(run.part);
    skpi__gathers_end(&run);
    skpi__sets_end(&run);
    return s;
}
