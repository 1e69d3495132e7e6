/* Streamed runs: blocks of draws go through all years into histograms. */
#ifndef SKPI_ENSEMBLE_RUN_STREAM_H
#define SKPI_ENSEMBLE_RUN_STREAM_H
#include "ensemble/run.h"

/* Draws the first block of a place, only for the aggregates to which it belongs. */
void skpi__run_stream_first_block(skpi__run *run, skpi__worker *w, size_t place);
/* Runs a part of a place's draws, and adds them to its record unless it has them.  Status: SKPI_OK, SKPI_EOVERFLOW, SKPI_ECANCELED. */
skpi_status skpi__run_stream_part(skpi__run *run, skpi__worker *w, const skpi__part *part, skpi__watch *watch);
/* Gives a place a new record, with the ends of its bins. */
void skpi__run_stream_ends(skpi__run *run, skpi__worker *w, size_t place, skpi__record *record);
/* Makes the record of a place with its bins if it does not exist yet.  Status: SKPI_OK, SKPI_ENOMEM. */
skpi_status skpi__run_stream_record(skpi__at at, skpi__run *run, skpi__worker *w, size_t place);

#endif
