/* Reading events of an ensemble (fan_events.h). */
#include "fan_events.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { KINDS = 10 };
static const char *const kind_name[KINDS] = {"above",         "below",      "peaked",     "sum_below", "reached_above",
                                             "reached_below", "kept_above", "kept_below", "all",       "at_least"};
static const int32_t kind_value[KINDS] = {SKPI_ENSEMBLE_EVENT_ABOVE,
                                          SKPI_ENSEMBLE_EVENT_BELOW,
                                          SKPI_ENSEMBLE_EVENT_PEAKED,
                                          SKPI_ENSEMBLE_EVENT_SUM_BELOW,
                                          SKPI_ENSEMBLE_EVENT_REACHED_ABOVE,
                                          SKPI_ENSEMBLE_EVENT_REACHED_BELOW,
                                          SKPI_ENSEMBLE_EVENT_KEPT_ABOVE,
                                          SKPI_ENSEMBLE_EVENT_KEPT_BELOW,
                                          FAN_EVENT_ALL,
                                          FAN_EVENT_AT_LEAST};

static int made_of_others(const fan_event *v) { return v->kind == FAN_EVENT_ALL || v->kind == FAN_EVENT_AT_LEAST; }

/* The number of a name among the events before; CSV_NONE: there is none. */
static size_t event_number(const fan_events *e, const char *name, size_t length)
{
    for (size_t i = 0; i < e->n; i++)
        if (strlen(e->list[i].name) == length && !strncmp(e->list[i].name, name, length)) return i;
    return CSV_NONE;
}

/* A cell of a kind that has none must be empty. */
static void empty_cell(const fan_events *e, size_t row, size_t column)
{
    if (*csv_raw(e->table, row, column))
        csv_fail(e->table, row, column, "an event of the kind %s has no %s", csv_raw(e->table, row, e->kind),
                 csv_title(e->table, column));
}

/* "2035" or "2030-2060" */
static void years_of(const fan_events *e, size_t row, fan_event *v)
{
    const char *text = csv_raw(e->table, row, e->year);
    const int32_t first = e->world->first_year[0], last = first + (int32_t)e->world->n_years[0] - 1;
    const char *digits = "0123456789";
    long year[2] = {0, 0};
    v->first_year = first;
    if (!*text) {
        if (v->kind == SKPI_ENSEMBLE_EVENT_ABOVE || v->kind == SKPI_ENSEMBLE_EVENT_BELOW ||
            v->kind == SKPI_ENSEMBLE_EVENT_SUM_BELOW)
            csv_fail(e->table, row, e->year, "an event of the kind %s needs a year, or years such as %d-%d",
                     csv_raw(e->table, row, e->kind), (int)first, (int)last);
        return;
    }
    if (strspn(text, digits) == 4 && (!text[4] || (text[4] == '-' && strspn(text + 5, digits) == 4 && !text[9]))) {
        year[0] = strtol(text, NULL, 10);
        year[1] = text[4] ? strtol(text + 5, NULL, 10) : year[0];
    }
    if (!year[0]) csv_fail(e->table, row, e->year, "\"%s\" is neither a year nor years such as 2030-2060", text);
    if (year[0] > year[1] || year[0] < first || year[1] > last)
        csv_fail(e->table, row, e->year, "\"%s\" is not among the years that are drawn, %d to %d", text, (int)first,
                 (int)last);
    v->first_year = (int32_t)year[0];
    v->n_years = (size_t)(year[1] - year[0]) + 1;
}

/* Whether an event can be one of those of which another is made; it then gives the other its years. */
static void member_take(const fan_events *e, size_t row, fan_event *v, size_t k)
{
    const fan_event *of = e->list + k;
    if (!of->n_years) csv_fail(e->table, row, e->of, "\"%s\" has no year: it gives the probabilities of all", of->name);
    if (of->aggregate != CSV_NONE || of->kind == FAN_EVENT_AT_LEAST)
        csv_fail(e->table, row, e->of, "\"%s\" is not an event of a place: it cannot be counted or joined", of->name);
    for (size_t i = 0; i < v->n_of; i++)
        if (v->of[i] == k) csv_fail(e->table, row, e->of, "\"%s\" is there twice", of->name);
    if (v->n_years > 1 && of->n_years > 1 && (v->n_years != of->n_years || v->first_year != of->first_year))
        csv_fail(e->table, row, e->of, "\"%s\" is of other years than those before it", of->name);
    /* all years of a member, or the latest of members with one year */
    if (of->n_years > 1 || (v->n_years <= 1 && of->first_year > v->first_year)) {
        v->first_year = of->first_year;
        v->n_years = of->n_years;
    }
    v->of[v->n_of++] = k;
}

static void members_read(const fan_events *e, size_t row, fan_event *v)
{
    const char *text = e->of == CSV_NONE ? "" : csv_raw(e->table, row, e->of);
    if (!*text)
        csv_fail(e->table, row, e->of == CSV_NONE ? e->kind : e->of,
                 "the kind %s needs the names of other events in the column of", csv_raw(e->table, row, e->kind));
    v->of = program_memory(e->n, sizeof *v->of);
    for (const char *at = text; *at;) {
        at += strspn(at, " ;");
        size_t length = strcspn(at, ";");
        const char *next = at + length;
        while (length && at[length - 1] == ' ') length--;
        const size_t k = event_number(e, at, length);
        if (length && k == CSV_NONE)
            csv_fail(e->table, row, e->of, "\"%.*s\" is not an event of a row above", (int)length, at);
        if (length) member_take(e, row, v, k);
        at = next;
    }
    if (!v->n_of) csv_fail(e->table, row, e->of, "names no event");
}

/* "0.9 last": this part of the value before the first year; 0: it is another text. */
static double part_of_last(const char *text)
{
    char *end;
    if (text[strspn(text, "0123456789.")] != ' ') return 0;
    const double part = strtod(text, &end);
    return strcmp(end, " last") ? 0 : part;
}

/* No share, or every share, is beyond a threshold in percent; `most`: the sum of an aggregate's weights, or 1. */
static double share_possible(const fan_events *e, size_t row, const fan_event *v, double value, double most)
{
    const fan_kind *kind = e->world->model[v->model].kind;
    if (made_of_others(v) || (kind != &fan_urban && kind != &fan_digital)) return value;
    const char *text = csv_raw(e->table, row, e->threshold);
    const int32_t years =
        v->kind == SKPI_ENSEMBLE_EVENT_SUM_BELOW ? v->first_year + (int32_t)v->n_years - e->world->first_year[0] : 1;
    if (value >= 0 && value <= most * years * (1 + 1e-9)) return value;
    if (years > 1 || v->aggregate != CSV_NONE)
        csv_fail(e->table, row, e->threshold,
                 "\"%s\" is no sum of these shares: a share is a fraction in [0,1], and the sum is at most %g", text,
                 most * years);
    csv_fail(e->table, row, e->threshold, "\"%s\" is %g: a share is a fraction in [0,1] (percent?)", text, value);
}

static double threshold_of(const fan_events *e, size_t row, const fan_event *v, size_t place)
{
    if (v->kind == SKPI_ENSEMBLE_EVENT_PEAKED || v->kind == FAN_EVENT_ALL) {
        empty_cell(e, row, e->threshold);
        return 0;
    }
    if (e->threshold == CSV_NONE) csv_column(e->table, "threshold");
    const double part = part_of_last(csv_raw(e->table, row, e->threshold));
    if (part > 0) {
        const double last =
            made_of_others(v) || place == CSV_NONE ? NAN : fan_world_last(e->world, v->model, v->variable, place);
        if (isnan(last))
            csv_fail(e->table, row, e->threshold, "only shares and emissions of a place have a last value");
        if (part > 2)
            csv_warn(e->table, row, e->threshold, "%g times the last value: 0.9 last is 90 percent of it (percent?)",
                     part);
        return share_possible(e, row, v, part * last, 1);
    }
    const double value = csv_number(e->table, row, e->threshold);
    if (v->kind == FAN_EVENT_AT_LEAST && !(value >= 1 && value == floor(value)))
        csv_fail(e->table, row, e->threshold, "%g is not a number of events from 1 on", value);
    return share_possible(e, row, v, value,
                          v->aggregate == CSV_NONE ? 1 : fan_aggregates_most(e->aggregates, v->aggregate));
}

static fan_event *event_new(fan_events *e, size_t row)
{
    fan_event *v = e->list + e->n;
    const size_t n = e->world->n_places;
    *v = (fan_event){.name = csv_text(e->table, row, e->event), .row = row, .aggregate = CSV_NONE};
    v->kind = kind_value[csv_choice(e->table, row, e->kind, KINDS, kind_name)];
    v->threshold = program_memory(n, sizeof *v->threshold);
    v->at = program_memory(n, sizeof *v->at);
    for (size_t i = 0; i < n; i++) v->at[i] = CSV_NONE;
    if (made_of_others(v)) {
        empty_cell(e, row, e->year);
        empty_cell(e, row, e->variable);
        members_read(e, row, v);
    } else {
        empty_cell(e, row, e->of);
        fan_world_variable(e->world, e->table, row, e->variable, &v->model, &v->variable);
        years_of(e, row, v);
    }
    v->index = program_memory(v->n_years, sizeof *v->index);
    v->count = program_memory(v->n_years, sizeof *v->count);
    e->n++;
    return v;
}

/* A further row of an event says the same of another place. */
static void event_again(const fan_events *e, size_t row, const fan_event *v)
{
    const size_t same[] = {e->kind, e->variable, e->year, e->of, e->threshold};
    const size_t n = v->kind == FAN_EVENT_AT_LEAST ? 5 : 4; /* each place may have a threshold of its own */
    for (size_t k = 0; k < n; k++)
        if (strcmp(csv_raw(e->table, row, same[k]), csv_raw(e->table, v->row, same[k])) != 0)
            csv_fail(e->table, row, same[k], "is not \"%s\" as in row %zu, which has the same event",
                     csv_raw(e->table, v->row, same[k]), csv_line(e->table, v->row));
    if (v->aggregate != CSV_NONE) csv_fail(e->table, row, e->event, "an event of an aggregate has one row");
}

/* Whether the events of which it is made are asked for in a place. */
static int members_there(const fan_events *e, const fan_event *v, size_t place)
{
    for (size_t k = 0; k < v->n_of; k++)
        if (e->list[v->of[k]].at[place] == CSV_NONE) return 0;
    return 1;
}

static void aggregate_take(const fan_events *e, size_t row, fan_event *v, size_t aggregate)
{
    size_t model, variable;
    fan_aggregates_variable(e->aggregates, aggregate, &model, &variable);
    if (made_of_others(v)) csv_fail(e->table, row, e->place, "is an aggregate: events of places alone are joined");
    if (v->row != row) csv_fail(e->table, row, e->place, "is an aggregate: its event needs a name of its own");
    if (!v->n_years) csv_fail(e->table, row, e->year, "an event of an aggregate needs a year");
    if (model != v->model || variable != v->variable)
        csv_fail(e->table, row, e->variable == CSV_NONE ? e->place : e->variable, "the aggregate is a sum of %s",
                 e->world->model[model].variable[variable]);
    v->aggregate = aggregate;
    v->threshold[0] = threshold_of(e, row, v, CSV_NONE);
}

static void places_take(const fan_events *e, size_t row, fan_event *v)
{
    const char *name = csv_raw(e->table, row, e->place);
    size_t n = 0;
    for (size_t i = 0; i < e->world->n_places; i++) {
        if (*name && strcmp(name, e->world->place[i]) != 0) continue;
        if (!members_there(e, v, i)) {
            if (*name) csv_fail(e->table, row, e->of, "\"%s\" has not all of these events", name);
            continue;
        }
        if (v->at[i] != CSV_NONE)
            csv_fail(e->table, row, e->place == CSV_NONE ? e->event : e->place, "\"%s\" has \"%s\" in row %zu already",
                     e->world->place[i], v->name, csv_line(e->table, v->at[i]));
        v->at[i] = row;
        v->threshold[i] = threshold_of(e, row, v, i);
        n++;
    }
    if (!n && *name)
        csv_fail(e->table, row, e->place, "\"%s\" is neither a place of %s nor an aggregate", name,
                 csv_name(e->world->table[0]));
    if (!n) csv_fail(e->table, row, e->of, "no place has all of these events");
}

fan_events *fan_events_read(const char *path, const fan_world *w, const fan_aggregates *aggregates)
{
    csv *t = csv_read(path);
    fan_events *e = program_memory(1, sizeof *e);
    *e = (fan_events){.world = w,
                      .aggregates = aggregates,
                      .table = t,
                      .event = csv_column(t, "event"),
                      .kind = csv_column(t, "kind"),
                      .place = csv_optional(t, "place"),
                      .variable = csv_optional(t, "variable"),
                      .threshold = csv_optional(t, "threshold"),
                      .year = csv_optional(t, "year"),
                      .of = csv_optional(t, "of")};
    e->list = program_memory(csv_rows(t), sizeof *e->list);
    for (size_t i = 0; i < csv_rows(t); i++) {
        const char *name = csv_text(t, i, e->event);
        const size_t known = event_number(e, name, strlen(name));
        const size_t aggregate = fan_aggregates_find(aggregates, csv_raw(t, i, e->place));
        fan_event *v = known == CSV_NONE ? event_new(e, i) : e->list + known;
        if (known != CSV_NONE) event_again(e, i, v);
        if (aggregate == CSV_NONE)
            places_take(e, i, v);
        else
            aggregate_take(e, i, v, aggregate);
    }
    return e;
}

void fan_events_free(fan_events *e)
{
    if (!e) return;
    for (size_t i = 0; i < e->n; i++) {
        free(e->list[i].threshold);
        free(e->list[i].at);
        free(e->list[i].of);
        free(e->list[i].index);
        free(e->list[i].count);
    }
    free(e->list);
    csv_free(e->table);
    free(e);
}
