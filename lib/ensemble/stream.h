/* Streamed runs: blocks of draws go through all years into histograms. */
#ifndef SKPI_ENSEMBLE_STREAM_H
#define SKPI_ENSEMBLE_STREAM_H
#include "ensemble/work.h"

skpi_status skpi__stream_part(skpi__run *run, skpi__worker *w, const skpi__part *part);
/* A record with its bins, if there is none yet. */
skpi_status skpi__stream_record(skpi__at at, skpi__run *run, skpi__worker *w, size_t place);

#endif
