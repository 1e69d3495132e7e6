/* What the dimensions of an index do to it, beside what they weigh. */
#ifndef OUTLOOK_INDEX_INFLUENCE_H
#define OUTLOOK_INDEX_INFLUENCE_H
#include "city_index.h"

void index_influence_compute(city_index *x);

#endif
