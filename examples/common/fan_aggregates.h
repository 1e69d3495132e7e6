/* Sums over places of an ensemble, such as the urban people of a province: a file with a row for each member.
 *
 *     fan_aggregates *a = fan_aggregates_read("provinces.csv", world);
 *     fan_aggregates_add(a, &group);
 *     fan_aggregates_print(a, result);       // as fan_print, with the aggregate's name as place
 *
 * Columns: aggregate; place, a name of the world; variable, if the world has several; weight; and year, if weights
 * change.  Any fault ends the program, with file:row:column. */
#ifndef EXAMPLES_FAN_AGGREGATES_H
#define EXAMPLES_FAN_AGGREGATES_H
#include "fan_world.h"

typedef struct fan_aggregates fan_aggregates;

/* All places of the world have the same years. */
fan_aggregates *fan_aggregates_read(const char *path, const fan_world *world);
void fan_aggregates_free(fan_aggregates *a); /* NULL is allowed */
/* Adds the sums to the plan of a group of all places. */
void fan_aggregates_add(fan_aggregates *a, const fan_group *g);
void fan_aggregates_print(const fan_aggregates *a, const skpi_ensemble_result *result);
/* The number of an aggregate, CSV_NONE if there is none of this name; its variable; its index in the plan. */
size_t fan_aggregates_find(const fan_aggregates *a, const char *name);
void fan_aggregates_variable(const fan_aggregates *a, size_t number, size_t *model, size_t *variable);
double fan_aggregates_most(const fan_aggregates *a, size_t number); /* the sum of its weights in the year of the most */
int32_t fan_aggregates_index(const fan_aggregates *a, size_t number);

#endif
