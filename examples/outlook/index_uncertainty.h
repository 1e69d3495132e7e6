/* The ranks of an index under other assumptions. */
#ifndef OUTLOOK_INDEX_UNCERTAINTY_H
#define OUTLOOK_INDEX_UNCERTAINTY_H
#include "city_index.h"

#define INDEX_NOISE .25 /* part by which every weight may be lower or higher */
#define INDEX_COVERAGE .9

void index_uncertainty_compute(city_index *x);

#endif
