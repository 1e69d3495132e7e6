/* The weights of an index. */
#ifndef OUTLOOK_INDEX_WEIGHTS_H
#define OUTLOOK_INDEX_WEIGHTS_H
#include "city_index.h"

/* Given, found from the printed index, or equal; and how far the printed index is from that of these weights. */
void index_weights_find(city_index *x);

#endif
