/* Correlations of the shocks of an ensemble: a file with a row for each pair.
 *
 *     fan_correlation *c = fan_correlation_read("pairs.csv", .3, world);
 *     fan_correlation_add(c, &group);
 *
 * Columns: variable_a, variable_b, whose shocks they are; correlation; and place_a, place_b, or none of both: then the
 * correlation is that in every place.  Pairs that are not there have the correlation 0.  Any fault ends the program,
 * with file:row:column. */
#ifndef EXAMPLES_FAN_CORRELATION_H
#define EXAMPLES_FAN_CORRELATION_H
#include "fan_world.h"

typedef struct fan_correlation fan_correlation;

/* `common` is the correlation of a shock with the same one of every other place; path NULL: that alone.  The answer is
 * NULL if neither is given. */
fan_correlation *fan_correlation_read(const char *path, double common, const fan_world *w);
void fan_correlation_free(fan_correlation *c); /* NULL is allowed */
/* Adds them to the plan of a group, of all places if the file names places. */
void fan_correlation_add(const fan_correlation *c, const fan_group *g);
int fan_correlation_places(const fan_correlation *c); /* 1: the file names places */

#endif
