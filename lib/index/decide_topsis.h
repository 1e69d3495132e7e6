/* TOPSIS. */
#ifndef SKPI_INDEX_DECIDE_TOPSIS_H
#define SKPI_INDEX_DECIDE_TOPSIS_H
#include "index/decision.h"

void skpi__index_decide_topsis(const skpi__index_decision *d);

#endif
