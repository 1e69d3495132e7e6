/* PROMETHEE II. */
#ifndef SKPI_INDEX_DECIDE_PROMETHEE_H
#define SKPI_INDEX_DECIDE_PROMETHEE_H
#include "index/decision.h"

void skpi__index_decide_promethee(const skpi__index_decision *d);

#endif
