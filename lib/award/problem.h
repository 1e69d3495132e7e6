/* The scores of a jury as the models take them: only entries, judges and tracks that have a score, numbered anew, and
 * scores shifted and scaled to -1 .. 1, so that no sum overflows; weights are scaled, too. */
#ifndef SKPI_AWARD_PROBLEM_H
#define SKPI_AWARD_PROBLEM_H
#include "award/jury.h"

typedef struct skpi__award_problem {
    size_t n, entries, judges, tracks;      /* tracks: at least 1 */
    size_t *start;                          /* entries + 1 */
    size_t *judge;                          /* n: rising within an entry */
    size_t *track;                          /* entries */
    double *y, *w;                          /* n; weights times unit */
    double *w_sum, *y_sum;                  /* entries: sums of w, of w y */
    size_t *entry_of, *judge_of, *track_of; /* the caller's numbers */
    double centre, half;                    /* score = centre + half y; half is 0 if all scores are equal */
    double least;                           /* by which y, and qualities, are at least apart if not by rounding */
    double unit;                            /* a power of two that brings the mean weight near 1 */
    void *block;                            /* all arrays */
} skpi__award_problem;

/* Whatever is returned, skpi__award_problem_free follows.  tracks: whether tracks are used. */
skpi_status skpi__award_problem_new(skpi__at at, const skpi__award_jury *jury, int tracks, skpi__award_problem *p);
void skpi__award_problem_free(skpi__award_problem *p);

#endif
