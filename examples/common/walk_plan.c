/* An ensemble of urban shares that several processes draw (walk_plan.h). */
#include "walk_plan.h"
#include "program.h"

#include <stdlib.h>

enum { BLOCK = 512 }; /* draws may be split at multiples of 512 */

/* All rows must have the years of the first one, because they are one plan. */
static void years_take(walk_plan *w)
{
    const csv *t = w->table;
    const walk_columns *c = &w->columns;
    if (!csv_rows(t)) csv_fail(t, CSV_WHOLE, 0, "has no places");
    const size_t column[] = {c->last_year, c->end_year};
    for (size_t i = 1; i < csv_rows(t); i++)
        for (size_t k = 0; k < sizeof column / sizeof *column; k++)
            if (csv_year(t, i, column[k]) != csv_year(t, 0, column[k]))
                csv_fail(t, i, column[k], "is not %d as in the first row", (int)csv_year(t, 0, column[k]));
    w->first_year = walk_first_year(t, c, 0);
    w->n_years = walk_n_years(t, c, 0);
}

walk_plan walk_plan_begin(void)
{
    return (walk_plan){.n_draws = program_whole("--draws", 10000, 1, UINT64_C(1) << 31),
                       .seed = program_whole("--seed", 0, 0, UINT64_MAX),
                       .mode = walk_mode()};
}

void walk_plan_read(walk_plan *w, const char *path)
{
    csv *t = w->table = csv_read(path);
    w->columns = walk_columns_read(t);
    years_take(w);
    w->n_places = csv_rows(t);
    const skpi_ensemble_plan_options options = {.size = sizeof options,
                                                .seed = w->seed,
                                                .n_draws = w->n_draws,
                                                .mode = w->mode,
                                                .n_places = w->n_places,
                                                .n_prob = WALK_QUANTILES,
                                                .prob = walk_prob};
    if (skpi_ensemble_plan_new(w->first_year, w->n_years, &options, &w->plan) < 0)
        program_fail(PROGRAM_DATA, "%s", skpi_last_error());
    w->model = walk_add(w->plan, t, &w->columns, 0, w->n_places);
}

void walk_plan_free(walk_plan *w)
{
    skpi_ensemble_plan_free(w->plan);
    csv_free(w->table);
}

/* Where part number k of n begins if `total` things are dealt in turn. */
static uint64_t part_begin(uint64_t total, uint64_t k, uint64_t n) { return total / n * k + total % n * k / n; }

skpi_ensemble_result *walk_plan_draw(const walk_plan *w, uint64_t part, uint64_t n, int32_t threads)
{
    skpi_ensemble_result *result = NULL;
    skpi_ensemble_result_run_options run = {.size = sizeof run, .threads = threads};
    const int by_place = w->mode == SKPI_ENSEMBLE_MODE_EXACT;
    const uint64_t total = by_place ? w->n_places : (w->n_draws + BLOCK - 1) / BLOCK;
    const uint64_t begin = part_begin(total, part, n), end = part_begin(total, part + 1, n);
    if (by_place) {
        run.first_place = begin;
        run.n_places = end - begin;
    } else {
        run.first_draw = begin * BLOCK;
        run.n_draws = end == total ? 0 : (end - begin) * BLOCK; /* 0: up to the last one */
    }
    if (skpi_ensemble_result_new(w->plan, &result) < 0 ||
        (end > begin && skpi_ensemble_result_run(result, w->plan, &run) < 0))
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
    if (skpi_ensemble_result_read(w->plan, size, bytes, &result) < 0)
        program_fail(PROGRAM_DATA, "%s: %s", name, skpi_last_error());
    return result;
}

void walk_plan_merge(skpi_ensemble_result *result, const char *name, skpi_ensemble_result *other)
{
    if (skpi_ensemble_result_merge(result, other) < 0) program_fail(PROGRAM_DATA, "%s: %s", name, skpi_last_error());
    skpi_ensemble_result_free(other);
}

void walk_plan_print(const walk_plan *w, const skpi_ensemble_result *result)
{
    const size_t n = (size_t)w->n_places * w->n_years;
    double *mean = program_memory(n, sizeof *mean), *quantile = program_memory(n, WALK_QUANTILES * sizeof *quantile);
    uint64_t drawn, missing;
    if (skpi_ensemble_result_covered(result, &drawn, &missing) < 0) program_fail(PROGRAM_DATA, "%s", skpi_last_error());
    if (missing)
        program_fail(PROGRAM_DATA, "%llu of %llu draws are missing: a part was not merged", (unsigned long long)missing,
                     (unsigned long long)(drawn + missing));
    if (skpi_ensemble_result_mean(result, w->model, 0, mean) < 0 ||
        skpi_ensemble_result_quantile(result, w->model, 0, WALK_QUANTILES, walk_prob, quantile) < 0)
        program_fail(PROGRAM_DATA, "%s", skpi_last_error());
    puts(WALK_HEADER);
    walk_print(w->table, &w->columns, 0, w->n_places, w->n_years, mean, quantile);
    free(quantile);
    free(mean);
}
