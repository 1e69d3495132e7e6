/* Options of decisions. */
#ifndef SKPI_INDEX_DECIDE_OPTIONS_H
#define SKPI_INDEX_DECIDE_OPTIONS_H
#include "index/decision.h"

/* The options, checked, with their defaults. */
skpi_status skpi__index_decide_options_read(skpi__at at, const skpi_index_decide_options *options, size_t m,
                                            skpi_index_decide_options *o);

#endif
