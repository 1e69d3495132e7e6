/* Streamed runs of aggregates: places that aggregates connect are drawn together, some blocks of draws at a time. */
#ifndef SKPI_ENSEMBLE_RUN_SETS_H
#define SKPI_ENSEMBLE_RUN_SETS_H
#include "ensemble/run.h"

/* Places first .. end - 1 have all members of an aggregate or none (EINVAL). */
skpi_status skpi__sets_cut(skpi__at at, const skpi_ensemble_plan *plan, uint64_t first, uint64_t end);
/* Makes run->sets of a streamed plan with aggregates.  Status: SKPI_OK, SKPI_ENOMEM. */
skpi_status skpi__sets_begin(skpi__at at, skpi__run *run);
void skpi__sets_end(const skpi__run *run);
/* Whether a place belongs to a set; sets may be NULL. */
int skpi__sets_have(const skpi__sets *sets, size_t place);
/* Counts the parts of at most `most` draws, from first to end - 1, that the result does not have, of the sets among the
 * places from first_place to end_place - 1; writes them if part is given. */
size_t skpi__sets_parts(const skpi__run *run, uint64_t first_place, uint64_t end_place, uint64_t first, uint64_t end,
                        uint64_t most, skpi__part *part);
/* Makes the records of a part's places and of its aggregates, with room for so many spans.  alone: the set has no other
 * part in this run; if the part begins at draw 0, the records of its aggregates are then made when it is drawn.  Status:
 * SKPI_OK, SKPI_ENOMEM. */
skpi_status skpi__sets_record(skpi__at at, skpi__run *run, skpi__worker *w, const skpi__part *part, int alone,
                              size_t spans);
/* Runs a part of a set.  Status: SKPI_OK, SKPI_ENOMEM, SKPI_EOVERFLOW, SKPI_ECANCELED. */
skpi_status skpi__sets_run(skpi__run *run, skpi__worker *w, const skpi__part *part, skpi__watch *watch);

#endif
