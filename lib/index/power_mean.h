/* The power mean. */
#ifndef SKPI_INDEX_POWER_MEAN_H
#define SKPI_INDEX_POWER_MEAN_H
#include "index/made.h"

/* The scores of a node; room: n. */
skpi_status skpi__index_power_mean(skpi__at at, skpi__made *m, double *score, double *room);

#endif
