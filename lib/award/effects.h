/* Effects of entries, judges and tracks for given variances: Henderson's equations with the entries absorbed.
 *
 * Score y of weight w = m of the track + u of the entry + v of the judge + e, with variances entry r, judge r, r/w; the
 * first two are ratios to the residual variance r, 0 included.  With a = entry/(1 + entry W), b = 1/(1 + entry W) and W
 * the sum of an entry's weights, what is left after absorbing the entries is the matrix
 *
 *   M = [ sum W b          sqrt(judge) sum w b                            ]
 *       [ .                1 + judge (diag sum w - sum a w w')            ]
 *
 * of tracks, then judges, whose effects are divided by sqrt(judge).  Entry i has, given m and v, the mean b m + a sum
 * w (y - v) and the variance a r.  Least squares is the limit of large ratios: a = 1/W, b = 0, no tracks, and M = diag
 * sum w - sum w w'/W, to which a constant is added in every cell, so that the effects of the judges sum to 0. */
#ifndef SKPI_AWARD_EFFECTS_H
#define SKPI_AWARD_EFFECTS_H
#include "award/problem.h"
#include "core/threads.h"

typedef struct skpi__award_effects {
    const skpi__award_problem *p;
    int fixed;           /* least squares */
    double entry, judge; /* ratios to the residual variance */
    double root;         /* sqrt(judge); 1 under least squares */
    size_t k, tracks;    /* order of M; tracks in it */
    double *m;           /* k x k: Cholesky's factor of M */
    double *inverse;     /* k x k: of M */
    double *x;           /* k: track means, then effects of judges/root */
    double *change;      /* k */
    double *a, *b;       /* entries */
    double *u;           /* entries: m + u of the entry */
    void *block;         /* all arrays */
    skpi__watch *watch;  /* NULL: none */
    int stopped;         /* the watch said so: nothing is solved from then on */
    double spare;        /* least squares: what the constant adds to the variance of each judge, in units of r */
    /* sums of the solution */
    double log_det;                    /* of the whole system */
    double entry_trace, entry_square;  /* derivatives of the criterion by the entry ratio: trace - square/r */
    double judge_trace, judge_square;  /* by the logarithm of the judge ratio: trace - square/r */
    double residual_square, quadratic; /* sum w e^2; the same and the squares of effects over their ratios */
} skpi__award_effects;

/* Room for a problem; whatever is returned, skpi__award_effects_free follows. */
skpi_status skpi__award_effects_new(skpi__at at, const skpi__award_problem *p, int fixed, skpi__award_effects *e);
void skpi__award_effects_free(skpi__award_effects *e);
/* Solves for ratios.  Returns 0 if M has no factor, or if the watch stops it. */
int skpi__award_effects_solve(skpi__award_effects *e, double entry, double judge);
/* row (k) becomes what entry i's quality takes of the errors of x: b at its track, -a w root at its judges. */
void skpi__award_effects_row(const skpi__award_effects *e, size_t i, double *row);

#endif
