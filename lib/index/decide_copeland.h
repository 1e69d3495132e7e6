/* Copeland's rule for alternatives. */
#ifndef SKPI_INDEX_DECIDE_COPELAND_H
#define SKPI_INDEX_DECIDE_COPELAND_H
#include "index/decision.h"

void skpi__index_decide_copeland(const skpi__index_decision *d);

#endif
