/* VIKOR. */
#ifndef SKPI_INDEX_DECIDE_VIKOR_H
#define SKPI_INDEX_DECIDE_VIKOR_H
#include "index/decision.h"

void skpi__index_decide_vikor(const skpi__index_decision *d);

#endif
