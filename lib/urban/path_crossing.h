/* First date at which a path reaches a threshold. */
#ifndef SKPI_URBAN_PATH_CROSSING_H
#define SKPI_URBAN_PATH_CROSSING_H
#include "urban/path.h"

/* The first lead at which the share reaches the threshold, which lies in [0,1]; NaN if there is none up to the lead
 * most. */
double skpi__urban_path_crossing(skpi__urban_path *path, double threshold, int32_t most);

#endif
