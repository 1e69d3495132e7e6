/* Random walks of urban shares, a place a row: their columns, their part of a plan, and their means and quantiles.
 * Any fault ends the program, with file:row:column or the words of the library. */
#ifndef EXAMPLES_WALKS_H
#define EXAMPLES_WALKS_H
#include "csv.h"

#include <smartkpi.h>

enum { WALK_QUANTILES = 5 };
extern const double walk_prob[WALK_QUANTILES];
#define WALK_HEADER "place,year,mean,q05,q25,q50,q75,q95"

typedef struct walk_columns {
    size_t place, share, drift, sigma, last_year, end_year;
} walk_columns;

int32_t walk_mode(void);                          /* option --mode: exact, also without it, or stream */
walk_columns walk_columns_read(const csv *table); /* checks all rows */
/* The years that are drawn for a row: those after last_year, up to end_year. */
int32_t walk_first_year(const csv *table, const walk_columns *c, size_t row);
size_t walk_n_years(const csv *table, const walk_columns *c, size_t row);
/* Adds the n rows from `first` on to a plan of as many places, and returns the number of the model. */
int32_t walk_add(skpi_ensemble_plan *plan, const csv *table, const walk_columns *c, size_t first, size_t n);
/* Prints the years of these rows, without the header. */
void walk_print(const csv *table, const walk_columns *c, size_t first, size_t n, size_t n_years, const double *mean,
                const double *quantile);

#endif
