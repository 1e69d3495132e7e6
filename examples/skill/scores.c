/* Scores of forecast_skill, pooled over origins. */
#include "skill.h"
#include "../common/program.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int score_takes(const skill_cell *c, int32_t horizon, int32_t from)
{
    return c->horizon == horizon && c->origin >= from;
}

/* RMSE weighted by population; the library's scores count each pair alike. */
static double score_weighted(size_t n, const double *people, const double *truth, const double *forecast)
{
    double squares = 0, sum = 0;
    for (size_t i = 0; i < n; i++) {
        const double error = forecast[i] - truth[i];
        if (!(error == error)) continue; /* NaN: no truth */
        squares += people[i] * error * error;
        sum += people[i];
    }
    return sqrt(squares / sum);
}

skill_scores skill_score(size_t n, const skill_cell *cells, int32_t horizon, int32_t from, double least, double most)
{
    skill_scores r;
    const size_t methods = n ? cells->n_methods : 0;
    size_t all = 0, at = 0;
    for (size_t k = 0; k < n; k++) all += score_takes(&cells[k], horizon, from) ? cells[k].n : 0;
    double *truth = program_memory(all, sizeof *truth), *people = program_memory(all, sizeof *people),
           *forecast = program_memory(methods * all, sizeof *forecast),
           *low = program_memory(methods * all, sizeof *low), *high = program_memory(methods * all, sizeof *high);
    for (size_t k = 0; k < n; k++) {
        const skill_cell *c = &cells[k];
        if (!score_takes(c, horizon, from)) continue;
        for (size_t i = 0; i < c->n; i++) {
            people[at + i] = c->people ? c->people[i] : (double)NAN;
            truth[at + i] = c->last[i] >= least && c->last[i] < most ? c->truth[i] : (double)NAN;
        }
        for (size_t m = 0; m < methods; m++) {
            memcpy(forecast + m * all + at, c->forecast + m * c->n, c->n * sizeof *forecast);
            memcpy(low + m * all + at, c->low + m * c->n, c->n * sizeof *low);
            memcpy(high + m * all + at, c->high + m * c->n, c->n * sizeof *high);
        }
        at += c->n;
    }
    skpi_series_score_out out = {.size = sizeof out,
                                 .rmse = r.rmse,
                                 .mae = r.mae,
                                 .bias = r.bias,
                                 .coverage = r.coverage,
                                 .interval_score = r.interval_score,
                                 .count = r.count};
    for (size_t m = 0; m < SKILL_METHODS; m++) {
        r.rmse[m] = r.mae[m] = r.bias[m] = r.coverage[m] = r.interval_score[m] = (double)NAN;
        r.weighted[m] = m < methods ? score_weighted(all, people, truth, forecast + m * all) : (double)NAN;
        r.count[m] = 0;
    }
    if (all && skpi_series_score(methods, all, forecast, low, high, truth, 0, &out) < 0)
        program_fail(PROGRAM_DATA, "%s", skpi_last_error());
    free(truth);
    free(people);
    free(forecast);
    free(low);
    free(high);
    return r;
}

void skill_cell_free(skill_cell *c)
{
    free(c->last);
    free(c->truth);
    free(c->people);
    free(c->group);
    free(c->forecast);
    free(c->low);
    free(c->high);
}
