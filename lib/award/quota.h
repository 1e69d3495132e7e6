/* The places of an award: how many winners, how many of each track at least and at most. */
#ifndef SKPI_AWARD_QUOTA_H
#define SKPI_AWARD_QUOTA_H
#include <smartkpi/award.h>
#include "core/error.h"

typedef struct skpi__award_quota {
    size_t n_winners, n_tracks;
    int32_t *least; /* n_tracks: no more than the track has entries */
    const int32_t *most;
    int empty; /* places stay empty, of all or of the least of a track */
} skpi__award_quota;

/* Checks a line for n_entries; count is the name of their number. */
skpi_status skpi__award_line_read(skpi__at at, const skpi_award_line *line, size_t n_entries, const char *count,
                                  skpi_award_line *to);
/* The places for the n entries of order, which have these tracks.  skpi__award_quota_free follows. */
skpi_status skpi__award_quota_new(skpi__at at, const skpi_award_line *line, size_t n, const uint32_t *order,
                                  const size_t *track, skpi__award_quota *q);
void skpi__award_quota_free(skpi__award_quota *q);
/* Chooses winners of n entries from the best (order[0]) down: chosen[i] = 1 or 0, count[t] winners of track t.  First
 * the least of each track, then the best of the rest within the most: the places are the bases of a matroid, so that no
 * other choice has a higher sum (Edmonds, Mathematical Programming 1 (1971) 127). */
void skpi__award_quota_choose(const skpi__award_quota *q, size_t n, const uint32_t *order, const size_t *track,
                              int32_t *count, unsigned char *chosen);
/* Whether a winner of one track can make place for an entry of another. */
int skpi__award_quota_exchange(const skpi__award_quota *q, const int32_t *count, size_t from, size_t to);

#endif
