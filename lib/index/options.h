/* Options of scores and ranks. */
#ifndef SKPI_INDEX_OPTIONS_H
#define SKPI_INDEX_OPTIONS_H
#include "index/tree.h"

/* The options with their defaults, each checked, and against tree and data. */
skpi_status skpi__index_options_read(skpi__at at, const skpi_index_options *options, const skpi_index_tree *t,
                                     const skpi_index_data *d, skpi_index_options *o);

#endif
