/* Events of an ensemble, and their probabilities: a file with a row for each event, or for each event and place.
 *
 *     fan_events *e = fan_events_read("targets.csv", world, aggregates);
 *     fan_events_add(e, &group);
 *     fan_events_print(e, result, &options);   // event,place,year,probability,standard_error
 *
 * FAN_EVENTS_HELP tells the columns.  Any fault ends the program, with file:row:column. */
#ifndef EXAMPLES_FAN_EVENTS_H
#define EXAMPLES_FAN_EVENTS_H
#include "fan_aggregates.h"

#define FAN_EVENTS_HELP                                                                                               \
    "Columns of --events, of which only event and kind must be there:\n"                                              \
    "  event       its name; rows of the same name are the same event in several places\n"                            \
    "  kind        above, below: in the year; reached_above, reached_below: in it or before; kept_above,\n"           \
    "              kept_below: from it to the last one; sum_below: the sum of the years to it; peaked: the largest\n" \
    "              value is in it or before.  all: all events of the column of in the same draw; at_least: as many\n" \
    "              of these events, counted over the places, as threshold says\n"                                     \
    "  place       a place, or an aggregate; empty: every place\n"                                                    \
    "  variable    what the event is of; may be left out if there is one\n"                                           \
    "  threshold   in the variable's unit; or 0.9 last, 90 percent of the value before the first year, of a share\n"  \
    "              or an emission; not for peaked and all\n"                                                          \
    "  year        2035, or 2030-2060: each of these; empty, for reached, kept and peaked: the probability of each\n" \
    "              year to be the first, \"never\" after the last\n"                                                  \
    "  of          for all and at_least: names of events in rows above, with semicolons between\n"

enum { FAN_EVENT_ALL = 1, FAN_EVENT_AT_LEAST = 2 }; /* further kinds, beside those of enum skpi_ensemble_event */

typedef struct fan_event {
    const char *name;
    int32_t kind;
    size_t row; /* the first one that names it */
    size_t model, variable;
    int32_t first_year;
    size_t n_years;    /* 0: the probability of each year */
    double *threshold; /* [place] */
    size_t *at;        /* [place] row that asks for it there; CSV_NONE: none does */
    size_t aggregate;  /* whose event it is; CSV_NONE: of places */
    size_t n_of, *of;  /* events of which it is made */
    int32_t *index;    /* [n_years], at least 1: in the plan */
    int32_t *count;    /* [n_years]: aggregate that counts, of AT_LEAST */
} fan_event;
typedef struct fan_events {
    const fan_world *world;
    const fan_aggregates *aggregates;
    csv *table;
    size_t event, kind, place, variable, threshold, year, of; /* columns */
    size_t n;
    fan_event *list;
} fan_events;

/* All places of the world have the same years; aggregates may be NULL. */
fan_events *fan_events_read(const char *path, const fan_world *world, const fan_aggregates *aggregates);
void fan_events_free(fan_events *e); /* NULL is allowed */
/* Adds them to the plan of a group of all places, which has its aggregates. */
void fan_events_add(fan_events *e, const fan_group *g);
void fan_events_print(const fan_events *e, const skpi_ensemble_result *result,
                      const skpi_ensemble_plan_options *options);

#endif
