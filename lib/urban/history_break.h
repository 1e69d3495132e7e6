/* What a history holds that its reader may not expect: breaks, and shares of 0 and 1 that are skipped. */
#ifndef SKPI_URBAN_HISTORY_BREAK_H
#define SKPI_URBAN_HISTORY_BREAK_H
#include "core/error.h"
#include "urban/path.h"

/* n observations of which those from `from` on are read, where at stands at the place; skipped: one of 0 or 1 was.
 * SKPI_WUNUSUAL in words: a break among them; SKPI_WMISSING: one was skipped. */
skpi_status skpi__urban_history_break(skpi__at at, size_t n, const double *date, const double *share, size_t from,
                                      int skipped);
/* The same for what the methods of a projection read. */
skpi_status skpi__urban_path_break(skpi__at at, const skpi__urban_rules *rules, const skpi__urban_path_source *source);

#endif
