/* How an example program draws: --sampling plain|antithetic|sobol, and --anchors YEAR[,YEAR ...] for the last.
 *
 * Any fault ends the program. */
#ifndef EXAMPLES_SAMPLING_H
#define EXAMPLES_SAMPLING_H
#include <smartkpi.h>

#define SAMPLING_HELP                                                                                              \
    "  --sampling  plain (the default); antithetic: each draw with its mirror, surer means; sobol: draws spread\n" \
    "              evenly in the anchor years, surer quantiles and means there\n"                                  \
    "  --anchors   up to 8 years with commas, the most important first, for sobol (the last and the middle year)\n"

/* Reads both options into those of a plan, before program_operands. */
void sampling_read(skpi_ensemble_plan_options *plan);
/* How many places a plan of such options can have, if each has so many shocks; at least 1. */
size_t sampling_places(const skpi_ensemble_plan_options *plan, size_t n_shocks);

#endif
