/* The scores of a jury as they were checked, in the order of entries and, within an entry, of judges. */
#ifndef SKPI_AWARD_JURY_H
#define SKPI_AWARD_JURY_H
#include <smartkpi/award.h>
#include "core/error.h"

typedef struct skpi__award_jury {
    skpi_award_scores in;
    size_t *start; /* n_entries + 1: where the rows of an entry begin in row */
    size_t *row;   /* n_scores: numbers of the caller's rows */
    size_t *count; /* n_judges: scores of the judge */
    size_t *part;  /* n_entries + n_judges: parts of the entries, then of the judges; SIZE_MAX without a score */
    void *block;   /* all arrays */
    size_t n_parts;
    size_t entries, judges; /* those with a score */
} skpi__award_jury;

/* Checks the scores and orders them.  Whatever is returned, skpi__award_jury_free follows. */
skpi_status skpi__award_jury_new(skpi__at at, const skpi_award_scores *scores, skpi__award_jury *jury);
void skpi__award_jury_free(skpi__award_jury *jury);
/* SKPI_WMISSING if an entry or a judge has no score. */
int32_t skpi__award_jury_warnings(const skpi__award_jury *jury);
/* The weight of a row. */
static inline double skpi__award_jury_weight(const skpi__award_jury *jury, size_t row)
{
    return jury->in.weight ? jury->in.weight[row] : 1;
}

#endif
