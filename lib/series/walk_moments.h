/* Sums over the annual changes of four histories at once. */
#ifndef SKPI_SERIES_WALK_MOMENTS_H
#define SKPI_SERIES_WALK_MOMENTS_H
#include <stddef.h>
#include <stdint.h>

enum {
    SKPI__WALK_TOGETHER = 4, /* histories */
    SKPI__WALK_WINDOWS = 3,
    SKPI__WALK_CHANGES = 20 /* the most annual changes of a history */
};

typedef struct skpi__walk_moments {
    double slope[SKPI__WALK_WINDOWS]
                [SKPI__WALK_TOGETHER];      /* mean of the last changes, as many as the window has years */
    double squares[SKPI__WALK_TOGETHER];    /* deviations from the mean, each change within the limit */
    int64_t adjusted[SKPI__WALK_TOGETHER];  /* not 0: the limit acted */
    int64_t may_break[SKPI__WALK_TOGETHER]; /* 0: no change is a step of jump.h */
} skpi__walk_moments;

/* change[k][l] is the k-th of n changes of history l.  years[w] is at most n.  dispatch: a variant (core/dispatch.h). */
void skpi__walk_moments_of(int32_t dispatch, size_t n, const double (*change)[SKPI__WALK_TOGETHER], const size_t *years,
                           double limit, double step, skpi__walk_moments *moments);

#endif
