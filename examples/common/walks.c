/* Random walks of urban shares (walks.h). */
#include "walks.h"
#include "cells.h"

#include <stdlib.h>
#include <string.h>

const double walk_prob[WALK_QUANTILES] = {.05, .25, .5, .75, .95};

int32_t walk_mode(void)
{
    static const program_word known[] = {{"exact", SKPI_ENSEMBLE_MODE_EXACT}, {"stream", SKPI_ENSEMBLE_MODE_STREAM}};
    const char *name = program_option("--mode");
    return name ? program_word_value("--mode", name, strlen(name), 2, known) : SKPI_ENSEMBLE_MODE_EXACT;
}

walk_columns walk_columns_read(const csv *t)
{
    const walk_columns c = {csv_column(t, "place"), csv_column(t, "share"),     csv_column(t, "drift"),
                            csv_column(t, "sigma"), csv_column(t, "last_year"), csv_column(t, "end_year")};
    csv_unique(t, 1, &c.place);
    for (size_t i = 0; i < csv_rows(t); i++) {
        csv_text(t, i, c.place);
        const double share = csv_share(t, i, c.share);
        if (share <= 0 || share >= 1)
            csv_fail(t, i, c.share, "%g has no logit: a share between 0 and 1 is needed", share);
        csv_number(t, i, c.drift);
        if (csv_number(t, i, c.sigma) < 0) csv_fail(t, i, c.sigma, "a standard deviation must not be negative");
        csv_year_after(t, i, c.end_year, csv_year(t, i, c.last_year));
    }
    return c;
}

int32_t walk_first_year(const csv *t, const walk_columns *c, size_t row) { return csv_year(t, row, c->last_year) + 1; }

size_t walk_n_years(const csv *t, const walk_columns *c, size_t row)
{
    return (size_t)(csv_year(t, row, c->end_year) - csv_year(t, row, c->last_year));
}

int32_t walk_add(skpi_ensemble_plan *plan, const csv *t, const walk_columns *c, size_t first, size_t n)
{
    double *share = program_memory(n, sizeof *share), *drift = program_memory(n, sizeof *drift);
    double *sigma = program_memory(n, sizeof *sigma);
    int32_t model;
    for (size_t i = 0; i < n; i++) {
        share[i] = csv_share(t, first + i, c->share);
        drift[i] = csv_number(t, first + i, c->drift);
        sigma[i] = csv_number(t, first + i, c->sigma);
    }
    const skpi_urban_ensemble_add_in in = {.size = sizeof in, .share = share, .drift = drift, .sigma = sigma};
    const cell cells[] = {cell_by_row("in->sigma", t, first, c->sigma, NULL),
                          cell_by_row("in->drift", t, first, c->drift, NULL),
                          cell_by_row("in->share", t, first, c->share, NULL)};
    cells_tell(skpi_urban_ensemble_add(plan, &in, &model), 3, cells);
    free(sigma);
    free(drift);
    free(share);
    return model;
}

void walk_print(const csv *t, const walk_columns *c, size_t first, size_t n, size_t n_years, const double *mean,
                const double *quantile)
{
    for (size_t at = 0; at < n * n_years; at++) {
        const size_t i = first + at / n_years;
        csv_put_text(stdout, 1, csv_text(t, i, c->place));
        printf(",%d", (int)walk_first_year(t, c, i) + (int)(at % n_years));
        csv_put_number(stdout, 0, mean[at]);
        for (size_t q = 0; q < WALK_QUANTILES; q++) csv_put_number(stdout, 0, quantile[at * WALK_QUANTILES + q]);
        putchar('\n');
    }
}
