/* Totals left among the sectors of a table of flows. */
#ifndef SKPI_ECONOMY_FLOW_TOTALS_H
#define SKPI_ECONOMY_FLOW_TOTALS_H
#include <stddef.h>
#include <stdint.h>

/* Suspected totals: flag[t] = 1 where row t of the flows (column t, if column is set) is, within a thousandth of its
 * size and its own cell apart, the sum of all others or of those before it, of which at least two are not empty.
 * Returns how many.  work: SKPI__FLOW_TOTALS_WORK n. */
#define SKPI__FLOW_TOTALS_WORK 5
size_t skpi__flow_totals(size_t n, const double *flow, int column, double *work, int32_t *flag);
/* Is x[t] the sum of all others, or of those before it, within a thousandth? */
int skpi__is_total(size_t n, const double *x, size_t t);

#endif
