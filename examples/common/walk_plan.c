/* An ensemble of urban shares that several processes draw (walk_plan.h). */
#include "walk_plan.h"
#include "cells.h"

#include <stdlib.h>
#include <string.h>

enum { BLOCK = 512, QUANTILES = 5 }; /* draws may be split at multiples of 512 */
static const double prob[QUANTILES] = {.05, .25, .5, .75, .95};

typedef struct columns {
    size_t share, drift, sigma, first_year, years;
} columns;

static int32_t mode_of(const char *name)
{
    static const program_word known[] = {{"exact", SKPI_ENSEMBLE_MODE_EXACT}, {"stream", SKPI_ENSEMBLE_MODE_STREAM}};
    return name ? program_word_value("--mode", name, strlen(name), 2, known) : SKPI_ENSEMBLE_MODE_EXACT;
}

/* All rows must have the years of the first one, because they are one plan. */
static void years_take(walk_plan *w, const columns *c)
{
    const csv *t = w->table;
    if (!csv_rows(t)) csv_fail(t, CSV_WHOLE, 0, "has no places");
    const int32_t first = csv_year(t, 0, c->first_year);
    const double years = csv_number(t, 0, c->years);
    if (!(years >= 1 && years <= 2400 - first && years == (int)years))
        csv_fail(t, 0, c->years, "years is not a whole number from 1 to %d", 2400 - (int)first);
    for (size_t i = 1; i < csv_rows(t); i++) {
        if (csv_year(t, i, c->first_year) != first)
            csv_fail(t, i, c->first_year, "is not %d as in the first row", (int)first);
        if (csv_number(t, i, c->years) < years || csv_number(t, i, c->years) > years)
            csv_fail(t, i, c->years, "is not %g as in the first row", years);
    }
    w->first_year = first + 1;
    w->n_years = (size_t)years;
}

static void shares_add(walk_plan *w, const columns *c)
{
    const csv *t = w->table;
    const size_t n = csv_rows(t);
    double *share = program_memory(n, sizeof *share), *drift = program_memory(n, sizeof *drift);
    double *sigma = program_memory(n, sizeof *sigma);
    for (size_t i = 0; i < n; i++) {
        csv_text(t, i, w->place);
        share[i] = csv_share(t, i, c->share);
        drift[i] = csv_number(t, i, c->drift);
        sigma[i] = csv_number(t, i, c->sigma);
    }
    const skpi_urban_ensemble_add_in in = {.size = sizeof in, .share = share, .drift = drift, .sigma = sigma};
    const cell cells[] = {cell_by_row("in->sigma", t, 0, c->sigma, NULL),
                          cell_by_row("in->drift", t, 0, c->drift, NULL),
                          cell_by_row("in->share", t, 0, c->share, NULL)};
    cells_tell(skpi_urban_ensemble_add(w->plan, &in, &w->model), 3, cells);
    free(sigma);
    free(drift);
    free(share);
}

walk_plan walk_plan_begin(void)
{
    return (walk_plan){.n_draws = program_whole("--draws", 10000, 1, UINT64_C(1) << 31),
                       .seed = program_whole("--seed", 0, 0, UINT64_MAX),
                       .mode = mode_of(program_option("--mode"))};
}

void walk_plan_read(walk_plan *w, const char *path)
{
    csv *t = w->table = csv_read(path);
    w->place = csv_column(t, "place");
    csv_unique(t, 1, &w->place);
    const columns c = {csv_column(t, "share"), csv_column(t, "drift"), csv_column(t, "sigma"),
                       csv_column(t, "first_year"), csv_column(t, "years")};
    years_take(w, &c);
    w->n_places = csv_rows(t);
    const skpi_ensemble_plan_options options = {.size = sizeof options,
                                                .seed = w->seed,
                                                .n_draws = w->n_draws,
                                                .mode = w->mode,
                                                .n_places = w->n_places,
                                                .n_prob = QUANTILES,
                                                .prob = prob};
    if (skpi_ensemble_plan_new(w->first_year, w->n_years, &options, &w->plan) < 0)
        program_fail(PROGRAM_DATA, "%s", skpi_last_error());
    shares_add(w, &c);
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
    double *mean = program_memory(n, sizeof *mean), *quantile = program_memory(n, QUANTILES * sizeof *quantile);
    uint64_t drawn, missing;
    if (skpi_ensemble_result_covered(result, &drawn, &missing) < 0) program_fail(PROGRAM_DATA, "%s", skpi_last_error());
    if (missing)
        program_fail(PROGRAM_DATA, "%llu of %llu draws are missing: a part was not merged", (unsigned long long)missing,
                     (unsigned long long)(drawn + missing));
    if (skpi_ensemble_result_mean(result, w->model, 0, mean) < 0 ||
        skpi_ensemble_result_quantile(result, w->model, 0, QUANTILES, prob, quantile) < 0)
        program_fail(PROGRAM_DATA, "%s", skpi_last_error());
    puts("place,year,mean,q05,q25,q50,q75,q95");
    for (size_t at = 0; at < n; at++) {
        csv_put_text(stdout, 1, csv_text(w->table, at / w->n_years, w->place));
        printf(",%d", (int)w->first_year + (int)(at % w->n_years));
        csv_put_number(stdout, 0, mean[at]);
        for (size_t q = 0; q < QUANTILES; q++) csv_put_number(stdout, 0, quantile[at * QUANTILES + q]);
        putchar('\n');
    }
    free(quantile);
    free(mean);
}
