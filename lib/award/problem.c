/* Numbers what has a score, and scales the scores (problem.h). */
#include "award/problem.h"
#include <stdlib.h>
#include "core/size.h"
#include "numeric/decimal.h"
#include "numeric/product.h"

static void problem_number(const skpi__award_jury *jury, int tracks, skpi__award_problem *p, size_t *judge_to,
                           size_t *track_to)
{
    for (size_t j = 0; j < jury->in.n_judges; j++)
        if (jury->count[j]) {
            judge_to[j] = p->judges;
            p->judge_of[p->judges++] = j;
        }
    const size_t all = tracks && jury->in.n_tracks ? jury->in.n_tracks : 1;
    for (size_t t = 0; t < all; t++) track_to[t] = SIZE_MAX;
    for (size_t i = 0; i < jury->in.n_entries; i++) {
        if (jury->start[i] == jury->start[i + 1]) continue;
        const size_t track = all > 1 ? (size_t)jury->in.track[i] : 0;
        track_to[track] = 0;
        p->track[p->entries] = track;
        p->entry_of[p->entries++] = i;
    }
    for (size_t t = 0; t < all; t++)
        if (track_to[t] != SIZE_MAX) {
            track_to[t] = p->tracks;
            p->track_of[p->tracks++] = t;
        }
    for (size_t i = 0; i < p->entries; i++) p->track[i] = track_to[p->track[i]];
}

static void problem_scale(const skpi__award_jury *jury, skpi__award_problem *p)
{
    double low = jury->in.score[0], high = low;
    for (size_t r = 0; r < p->n; r++) {
        if (jury->in.score[r] < low) low = jury->in.score[r];
        if (jury->in.score[r] > high) high = jury->in.score[r];
    }
    p->centre = low / 2 + high / 2;
    p->half = high / 2 - low / 2;
    p->least = fmax(1e-12, p->half > 0 ? SKPI__DECIMAL * (fabs(p->centre) / p->half) : 0);
    double weights = 0;
    for (size_t r = 0; r < p->n; r++) weights += skpi__award_jury_weight(jury, r);
    p->unit = skpi__unit(weights / (double)p->n);
}

static void problem_fill(const skpi__award_jury *jury, skpi__award_problem *p, const size_t *judge_to)
{
    size_t k = 0;
    for (size_t i = 0; i < p->entries; i++) {
        p->start[i] = k;
        for (size_t r = jury->start[p->entry_of[i]]; r < jury->start[p->entry_of[i] + 1]; r++, k++) {
            const size_t row = jury->row[r];
            p->judge[k] = judge_to[jury->in.judge[row]];
            p->y[k] = p->half > 0 ? (jury->in.score[row] - p->centre) / p->half : 0;
            p->w[k] = p->unit * skpi__award_jury_weight(jury, row);
            p->w_sum[i] += p->w[k];
            p->y_sum[i] += p->w[k] * p->y[k];
        }
    }
    p->start[p->entries] = k;
}

skpi_status skpi__award_problem_new(skpi__at at, const skpi__award_jury *jury, int tracks, skpi__award_problem *p)
{
    const size_t n = jury->in.n_scores, entries = jury->entries, judges = jury->judges;
    const size_t all = tracks && jury->in.n_tracks ? jury->in.n_tracks : 1;
    *p = (skpi__award_problem){.n = n};
    size_t *judge_to, *track_to;
    const skpi__piece spare[] = {SKPI__PIECE(judge_to, jury->in.n_judges, 1), SKPI__PIECE(track_to, all, 1)};
    const skpi__piece pieces[] = {SKPI__PIECE(p->start, entries + 1, 1),
                                  SKPI__PIECE(p->judge, n, 1),
                                  SKPI__PIECE(p->track, entries, 1),
                                  SKPI__PIECE(p->y, n, 1),
                                  SKPI__PIECE(p->w, n, 1),
                                  SKPI__PIECE(p->w_sum, entries, 1),
                                  SKPI__PIECE(p->y_sum, entries, 1),
                                  SKPI__PIECE(p->entry_of, entries, 1),
                                  SKPI__PIECE(p->judge_of, judges, 1),
                                  SKPI__PIECE(p->track_of, all, 1)};
    void *const block = SKPI__ALLOC_PIECES(spare);
    p->block = SKPI__ALLOC_PIECES(pieces);
    const skpi_status s = block && p->block ? SKPI_OK : skpi__no_memory(at, "scores->n_scores", n);
    if (!s) {
        problem_number(jury, tracks, p, judge_to, track_to);
        problem_scale(jury, p);
        problem_fill(jury, p, judge_to);
    }
    free(block);
    return s;
}

void skpi__award_problem_free(skpi__award_problem *p) { free(p->block); }
