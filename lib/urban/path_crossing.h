/* First date at which a path reaches a threshold. */
#ifndef SKPI_URBAN_PATH_CROSSING_H
#define SKPI_URBAN_PATH_CROSSING_H
#include "urban/path.h"

/* The lead, at most so many years, at which the share first reaches the threshold (in [0,1]); NaN: none. */
double skpi__urban_path_crossing(skpi__urban_path *path, double threshold, int32_t most);

#endif
