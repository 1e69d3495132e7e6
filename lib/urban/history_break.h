/* What a history holds that its reader may not expect: breaks, and shares of 0 and 1 that are skipped. */
#ifndef SKPI_URBAN_HISTORY_BREAK_H
#define SKPI_URBAN_HISTORY_BREAK_H
#include "core/error.h"
#include "urban/path.h"

/* Warns of a break among n observations of the place at which `at` stands.  Only those with index `from` and above are
 * read; skipped is 1 if an observation of 0 or 1 was left out.  SKPI_WUNUSUAL, with words, if there is a break;
 * SKPI_WMISSING if an observation was left out. */
skpi_status skpi__urban_history_break(skpi__at at, size_t n, const double *date, const double *share, size_t from,
                                      int skipped);
/* The same for the observations that the methods of a projection read. */
skpi_status skpi__urban_path_break(skpi__at at, const skpi__urban_rules *rules, const skpi__urban_path_source *source);

#endif
