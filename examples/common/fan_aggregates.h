/* Sums over places of an ensemble, such as the urban people of a province: a file with a row for each member.
 *
 *     fan_aggregates *a = fan_aggregates_read("provinces.csv", places, column, 2026, 35);
 *     fan_aggregates_add(a, plan, model);
 *     fan_aggregates_print(a, result, n_prob, prob);       // place,year,mean,quantiles: the aggregate's name as place
 *
 * Columns: aggregate; place, a name of the other table; weight; and year, if weights change.  Any fault ends the
 * program, with file:row:column. */
#ifndef EXAMPLES_FAN_AGGREGATES_H
#define EXAMPLES_FAN_AGGREGATES_H
#include "csv.h"

#include <smartkpi.h>

typedef struct fan_aggregates fan_aggregates;

/* The place of row i of the other table is place i of the plan, whose years are n_years from first_year on. */
fan_aggregates *fan_aggregates_read(const char *path, const csv *places, size_t place, int32_t first_year,
                                    size_t n_years);
void fan_aggregates_free(fan_aggregates *a);
/* Adds the sums of the model's first variable to the plan. */
void fan_aggregates_add(fan_aggregates *a, skpi_ensemble_plan *plan, int32_t model);
void fan_aggregates_print(const fan_aggregates *a, const skpi_ensemble_result *result, size_t n_prob,
                          const double *prob);

#endif
