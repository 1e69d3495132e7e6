/* Totals that were left among the sectors of a table of flows. */
#ifndef SKPI_ECONOMY_FLOW_TOTALS_H
#define SKPI_ECONOMY_FLOW_TOTALS_H
#include <stddef.h>
#include <stdint.h>

/* Finds suspected totals.  flag[t] = 1 if row t of the flows (column t if column is set), without its cell on the
 * diagonal, is the sum of all others or of those before it within a thousandth of its size, and at least two of these
 * are not empty.  Returns the number of flags.  work holds SKPI__FLOW_TOTALS_WORK n doubles. */
#define SKPI__FLOW_TOTALS_WORK 5
size_t skpi__flow_totals(size_t n, const double *flow, int column, double *work, int32_t *flag);
/* Whether x[t] is the sum of all others, or of those before it, within a thousandth. */
int skpi__is_total(size_t n, const double *x, size_t t);

#endif
