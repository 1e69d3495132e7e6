/* An ensemble of urban shares that several processes draw (walk_plan.h). */
#include "walk_plan.h"
#include "program.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK = 512 }; /* draws may be split at multiples of 512 */

walk_plan walk_plan_begin(void)
{
    return (walk_plan){.n_draws = program_whole("--draws", 10000, 1, UINT64_C(1) << 31),
                       .seed = program_whole("--seed", 0, 0, UINT64_MAX),
                       .mode = fan_mode()};
}

void walk_plan_read(walk_plan *w, const char *path)
{
    w->world = fan_world_read("urban", path);
    w->group.n = fan_world_same_years(w->world);
    const skpi_ensemble_plan_options options = {.size = sizeof options,
                                                .seed = w->seed,
                                                .n_draws = w->n_draws,
                                                .mode = w->mode,
                                                .n_prob = FAN_QUANTILES,
                                                .prob = fan_prob};
    fan_group_plan(w->world, &options, &w->group);
}

void walk_plan_free(walk_plan *w)
{
    skpi_ensemble_plan_free(w->group.plan);
    fan_world_free(w->world);
}

/* Where part number k of n begins if `total` things are dealt in turn. */
static uint64_t part_begin(uint64_t total, uint64_t k, uint64_t n) { return total / n * k + total % n * k / n; }

skpi_ensemble_result *walk_plan_draw(const walk_plan *w, uint64_t part, uint64_t n, int32_t threads)
{
    skpi_ensemble_result *result = NULL;
    skpi_ensemble_result_run_options run = {.size = sizeof run, .threads = threads};
    const int by_place = w->mode == SKPI_ENSEMBLE_MODE_EXACT;
    const uint64_t total = by_place ? w->group.n : (w->n_draws + BLOCK - 1) / BLOCK;
    const uint64_t begin = part_begin(total, part, n), end = part_begin(total, part + 1, n);
    if (by_place) {
        run.first_place = begin;
        run.n_places = end - begin;
    } else {
        run.first_draw = begin * BLOCK;
        run.n_draws = end == total ? 0 : (end - begin) * BLOCK; /* 0: up to the last one */
    }
    if (skpi_ensemble_result_new(w->group.plan, &result) < 0 ||
        (end > begin && skpi_ensemble_result_run(result, w->group.plan, &run) < 0))
        program_fail(PROGRAM_DATA, "%s", skpi_last_error());
    return result;
}

void *walk_plan_bytes(const skpi_ensemble_result *result, size_t *size)
{
    if (skpi_ensemble_result_size(result, size) < 0) program_fail(PROGRAM_DATA, "%s", skpi_last_error());
    void *bytes = program_memory(*size, 1);
    if (skpi_ensemble_result_write(result, *size, bytes) < 0) program_fail(PROGRAM_DATA, "%s", skpi_last_error());
    return bytes;
}

skpi_ensemble_result *walk_plan_result(const walk_plan *w, const char *name, size_t size, const void *bytes)
{
    skpi_ensemble_result *result = NULL;
    if (skpi_ensemble_result_read(w->group.plan, size, bytes, &result) < 0)
        program_fail(PROGRAM_DATA, "%s: %s", name, skpi_last_error());
    return result;
}

void walk_plan_mark(const walk_plan *w, unsigned char mark[WALK_PLAN_MARK])
{
    uint64_t hash = UINT64_C(14695981039346656037); /* FNV-1a */
    for (size_t i = 0; i < w->world->n_places; i++) {
        const char *name = w->world->place[i];
        for (size_t k = 0; k <= strlen(name); k++) hash = (hash ^ (unsigned char)name[k]) * UINT64_C(1099511628211);
    }
    for (size_t k = 0; k < WALK_PLAN_MARK; k++) mark[k] = (unsigned char)(hash >> 8 * k);
}

void walk_plan_merge(skpi_ensemble_result *result, const char *name, skpi_ensemble_result *other)
{
    if (skpi_ensemble_result_merge(result, other) < 0) program_fail(PROGRAM_DATA, "%s: %s", name, skpi_last_error());
    skpi_ensemble_result_free(other);
}

void walk_plan_print(const walk_plan *w, const skpi_ensemble_result *result)
{
    uint64_t drawn, missing;
    if (skpi_ensemble_result_covered(result, &drawn, &missing) < 0) program_fail(PROGRAM_DATA, "%s", skpi_last_error());
    if (missing)
        program_fail(PROGRAM_DATA, "%llu of %llu draws are missing: a part was not merged", (unsigned long long)missing,
                     (unsigned long long)(drawn + missing));
    fan_print_header(w->world);
    fan_print(w->world, &w->group, result);
}
