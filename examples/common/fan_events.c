/* Events of an ensemble in its plan, and their probabilities (fan_events.h). */
#include "fan_events.h"
#include "cells.h"

#include <math.h>
#include <stdlib.h>

/* The index in the plan of an event of which another is made, in the other's year k.  An event of one year is the same
 * in all of them. */
static int32_t member_index(const fan_events *e, const fan_event *v, size_t member, size_t k)
{
    const fan_event *of = e->list + v->of[member];
    return of->index[of->n_years > 1 ? k : 0];
}

static void all_add(const fan_events *e, const fan_event *v, const fan_group *g)
{
    int32_t *event = program_memory(v->n_of, sizeof *event);
    for (size_t k = 0; k < v->n_years; k++) {
        for (size_t i = 0; i < v->n_of; i++) event[i] = member_index(e, v, i, k);
        const cell cells[] = {cell_at("event", e->table, v->row, e->of)};
        cells_tell(skpi_ensemble_plan_all(g->plan, v->n_of, event, v->index + k), 1, cells);
    }
    free(event);
}

/* How many of the events happen in all places that ask for it; the event is that of the plan's last year. */
static void count_add(const fan_events *e, const fan_event *v, const fan_group *g)
{
    const size_t places = e->world->n_places;
    int32_t *event = program_memory(v->n_of * places, sizeof *event);
    uint64_t *place = program_memory(v->n_of * places, sizeof *place);
    const int32_t last = e->world->first_year[0] + (int32_t)e->world->n_years[0] - 1;
    for (size_t k = 0; k < v->n_years; k++) {
        size_t n = 0;
        for (size_t i = 0; i < v->n_of; i++)
            for (size_t p = 0; p < places; p++)
                if (v->at[p] != CSV_NONE) {
                    event[n] = member_index(e, v, i, k);
                    place[n++] = p;
                }
        size_t p = 0;
        while (v->at[p] == CSV_NONE) p++;
        const double threshold = v->threshold[p] - .5;
        const cell cells[] = {cell_at("event", e->table, v->row, e->of)};
        cells_tell(skpi_ensemble_plan_aggregate_count(g->plan, n, event, place, v->count + k), 1, cells);
        cells_tell(skpi_ensemble_plan_aggregate_event(g->plan, v->count[k], SKPI_ENSEMBLE_EVENT_ABOVE, last, 1,
                                                      &threshold, v->index + k),
                   1, cells);
    }
    free(place);
    free(event);
}

static void aggregate_event_add(const fan_events *e, const fan_event *v, const fan_group *g)
{
    const int32_t aggregate = fan_aggregates_index(e->aggregates, v->aggregate);
    const size_t n = v->kind == SKPI_ENSEMBLE_EVENT_PEAKED ? 0 : 1;
    const cell cells[] = {cell_at("threshold", e->table, v->row, n ? e->threshold : e->kind)};
    for (size_t k = 0; k < v->n_years; k++)
        cells_tell(skpi_ensemble_plan_aggregate_event(g->plan, aggregate, v->kind, v->first_year + (int32_t)k, n,
                                                      n ? v->threshold : NULL, v->index + k),
                   1, cells);
}

static void event_add(const fan_events *e, const fan_event *v, const fan_group *g)
{
    const int with = v->kind != SKPI_ENSEMBLE_EVENT_PEAKED;
    const int32_t model = g->index[v->model], variable = (int32_t)v->variable;
    const cell cells[] = {cell_by_row("threshold", e->table, v->row, with ? e->threshold : e->kind, v->at)};
    double *threshold = v->threshold;
    size_t asked = 0;
    while (v->at[asked] == CSV_NONE) asked++;
    for (size_t i = 0; i < g->n;
         i++) /* a place that does not ask for it has a threshold, too, of which nobody is told */
        if (v->at[i] == CSV_NONE) threshold[i] = threshold[asked];
    if (!v->n_years)
        cells_tell(skpi_ensemble_plan_milestone(g->plan, model, variable, v->kind, with ? threshold : NULL, v->index),
                   1, cells);
    for (size_t k = 0; k < v->n_years; k++)
        cells_tell(skpi_ensemble_plan_event(g->plan, model, variable, v->kind, v->first_year + (int32_t)k,
                                            with ? threshold : NULL, v->index + k),
                   1, cells);
}

void fan_events_add(fan_events *e, const fan_group *g)
{
    for (size_t i = 0; i < e->n; i++) {
        const fan_event *v = e->list + i;
        if (v->kind == FAN_EVENT_ALL)
            all_add(e, v, g);
        else if (v->kind == FAN_EVENT_AT_LEAST)
            count_add(e, v, g);
        else if (v->aggregate != CSV_NONE)
            aggregate_event_add(e, v, g);
        else
            event_add(e, v, g);
    }
}

/* ---- probabilities ---- */

static void line_print(const char *event, const char *place, int32_t year, double probability, double error)
{
    csv_put_text(stdout, 1, event);
    csv_put_text(stdout, 0, place);
    if (year)
        printf(",%d", (int)year);
    else
        fputs(",never", stdout);
    csv_put_number(stdout, 0, probability);
    csv_put_number(stdout, 0, error);
    putchar('\n');
}

/* The probability of each year, and of none; the library gives no standard errors of these. */
static void milestone_print(const fan_events *e, const fan_event *v, const skpi_ensemble_result *result,
                            const skpi_ensemble_plan_options *options)
{
    const size_t years = e->world->n_years[0], n = e->world->n_places;
    const int plain = options->sampling == SKPI_ENSEMBLE_SAMPLING_PLAIN;
    double *p = program_memory(n * (years + 1), sizeof *p);
    if (skpi_ensemble_result_milestone(result, v->index[0], p) < 0) program_fail(PROGRAM_DATA, "%s", skpi_last_error());
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; v->at[i] != CSV_NONE && k <= years; k++) {
            const double one = p[i * (years + 1) + k];
            line_print(v->name, e->world->place[i], k < years ? e->world->first_year[0] + (int32_t)k : 0, one,
                       plain ? sqrt(one * (1 - one) / (double)options->n_draws) : (double)NAN);
        }
    free(p);
}

/* An event of the sum of places, or of a number of them. */
static void sum_print(const fan_events *e, const fan_event *v, const skpi_ensemble_result *result)
{
    const int counts = v->kind == FAN_EVENT_AT_LEAST;
    size_t n = 0, place = 0;
    for (size_t i = 0; counts && i < e->world->n_places; i++)
        if (v->at[i] != CSV_NONE) {
            place = i;
            n++;
        }
    const char *name = counts ? n == 1 ? e->world->place[place] : "" : csv_raw(e->table, v->row, e->place);
    for (size_t k = 0; k < v->n_years; k++) {
        skpi_ensemble_result *values = NULL;
        double p, error;
        if (skpi_ensemble_result_aggregate(
                result, counts ? v->count[k] : fan_aggregates_index(e->aggregates, v->aggregate), &values) < 0 ||
            skpi_ensemble_result_probability(values, v->index[k], &p) < 0 ||
            skpi_ensemble_result_standard_error(values, v->index[k], &error) < 0)
            program_fail(PROGRAM_DATA, "%s", skpi_last_error());
        line_print(v->name, name, v->first_year + (int32_t)k, p, error);
        skpi_ensemble_result_free(values);
    }
}

static void event_print(const fan_events *e, const fan_event *v, const skpi_ensemble_result *result)
{
    const size_t n = e->world->n_places;
    double *p = program_memory(n * v->n_years, sizeof *p), *error = program_memory(n * v->n_years, sizeof *error);
    for (size_t k = 0; k < v->n_years; k++)
        if (skpi_ensemble_result_probability(result, v->index[k], p + k * n) < 0 ||
            skpi_ensemble_result_standard_error(result, v->index[k], error + k * n) < 0)
            program_fail(PROGRAM_DATA, "%s", skpi_last_error());
    for (size_t i = 0; i < n; i++)
        for (size_t k = 0; v->at[i] != CSV_NONE && k < v->n_years; k++)
            line_print(v->name, e->world->place[i], v->first_year + (int32_t)k, p[k * n + i], error[k * n + i]);
    free(error);
    free(p);
}

void fan_events_print(const fan_events *e, const skpi_ensemble_result *result,
                      const skpi_ensemble_plan_options *options)
{
    puts("event,place,year,probability,standard_error");
    for (size_t i = 0; i < e->n; i++) {
        const fan_event *v = e->list + i;
        if (v->kind == FAN_EVENT_AT_LEAST || v->aggregate != CSV_NONE)
            sum_print(e, v, result);
        else if (!v->n_years)
            milestone_print(e, v, result, options);
        else
            event_print(e, v, result);
    }
}
