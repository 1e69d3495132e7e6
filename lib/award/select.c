/* Winners of an award.
 *
 * An entry ties if it is in some of the best selections and not in all: if exchanging it with an entry of the same
 * group of scores leaves a selection within the quotas.  For the bases of a matroid these exchanges find all best
 * selections.
 */
#include <smartkpi/award.h>
#include <stdlib.h>
#include <string.h>
#include "award/quota.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/decimal.h"
#include "numeric/ranking.h"
#include "random/stream.h"

typedef struct select_call {
    size_t n, present;
    const double *score, *second;
    skpi_award_line line;
    skpi__award_quota quota;
    size_t *track;
    skpi__ranked *sorted;  /* SKPI__RANKED n */
    double *group;         /* n: minus the number of the group of scores, from 0 */
    double *key;           /* n: decides in a group */
    double *spare;         /* n */
    uint32_t *order;       /* n: the present entries from the best down */
    uint32_t *moved;       /* n */
    int32_t *count;        /* tracks */
    unsigned char *chosen; /* n: one of the best selections */
    unsigned char *tied;   /* n: 1 for an entry that could win as well, 2 for a winner that need not */
    unsigned char *wins;   /* n */
    unsigned char *side;   /* 2 tracks: whether a group has entries of the track that are not chosen, that are */
    void *block;
} select_call;

static skpi_status select_check(skpi__at at, const double *score, const double *second, const int32_t *track,
                                const skpi_award_line *line, select_call *c)
{
    const size_t n = c->n;
    skpi_status s;
    if ((s = skpi__count(at, "n_entries", n)) || (s = skpi__array(at, "score", score, n, 1))) return s;
    if (n > INT32_MAX) return skpi__no_memory(at, "n_entries", n);
    for (size_t i = 0; i < n; i++)
        if (!isnan(score[i]) && (s = skpi__finite(skpi__element(at, i), "score", score[i]))) return s;
    for (size_t i = 0; second && i < n; i++)
        if (!isnan(second[i]) && (s = skpi__finite(skpi__element(at, i), "second", second[i]))) return s;
    for (size_t i = 0; track && i < n; i++)
        if (track[i] < 0) return skpi__fail(skpi__element(at, i), SKPI_ERANGE, "track", track[i], "is below 0");
    if ((s = skpi__award_line_read(at, line, n, "n_entries", &c->line))) return s;
    if (!c->line.tie)
        return skpi__fail(at, SKPI_EINVAL, "line->tie", 0,
                          "does not state who wins where entries tie (enum skpi_award_tie)");
    if (c->line.tie == SKPI_AWARD_TIE_SECOND && !second)
        return skpi__refuse(at, SKPI_EINVAL, "second", "is NULL although line->tie is SKPI_AWARD_TIE_SECOND");
    if (c->line.n_tracks && !track)
        return skpi__refuse(at, SKPI_EINVAL, "track", "is NULL although line->n_tracks is above 0");
    for (size_t i = 0; c->line.n_tracks && i < n; i++)
        if ((size_t)track[i] >= c->line.n_tracks)
            return skpi__fail(skpi__element(at, i), SKPI_ERANGE, "track", track[i], "is not below line->n_tracks = %zu",
                              c->line.n_tracks);
    return SKPI_OK;
}

static skpi_status select_allocate(skpi__at at, select_call *c)
{
    const size_t n = c->n;
    const skpi__piece pieces[] = {SKPI__PIECE(c->track, n, 1),  SKPI__PIECE(c->sorted, n, SKPI__RANKED),
                                  SKPI__PIECE(c->group, n, 1),  SKPI__PIECE(c->key, n, 1),
                                  SKPI__PIECE(c->spare, n, 1),  SKPI__PIECE(c->order, n, 1),
                                  SKPI__PIECE(c->moved, n, 1),  SKPI__PIECE(c->count, c->line.n_tracks, 1),
                                  SKPI__PIECE(c->chosen, n, 1), SKPI__PIECE(c->tied, n, 1),
                                  SKPI__PIECE(c->wins, n, 1),   SKPI__PIECE(c->side, c->line.n_tracks + 1, 2)};
    c->block = SKPI__ALLOC_PIECES(pieces);
    return c->block ? SKPI_OK : skpi__no_memory(at, "n_entries", n);
}

/* Numbers the groups of scores that are close, and puts the present entries in their order. */
static void select_group(select_call *c)
{
    c->present = skpi__ranking_sort(c->n, NULL, c->score, 1, c->sorted);
    size_t groups = 0;
    for (size_t k = 0, first = 0; k < c->present; k++) {
        if (k && !skpi__tied(c->sorted[first].score, c->sorted[k].score, c->line.close)) {
            first = k;
            groups++;
        }
        c->group[c->sorted[k].at] = -(double)groups;
        c->order[k] = (uint32_t)c->sorted[k].at;
    }
}

/* Sorts the order by spare, the highest first, equal ones as they are. */
static void select_sort(select_call *c)
{
    skpi__ranking_sort(c->present, NULL, c->spare, 1, c->sorted);
    for (size_t k = 0; k < c->present; k++) c->moved[k] = c->order[c->sorted[k].at];
    memcpy(c->order, c->moved, c->present * sizeof *c->order);
}

/* The key of a lot: the entry's word of the seed's stream. */
static void select_lot(select_call *c)
{
    const skpi__stream_kernel *kernel = skpi__stream_kernel_at(0);
    uint32_t word[SKPI__BLOCK];
    for (size_t i = 0; i < c->n; i++) {
        if (i % SKPI__BLOCK == 0) kernel->words(&(skpi__stream){.seed = c->line.seed}, i / SKPI__BLOCK, word);
        c->key[i] = word[i % SKPI__BLOCK];
    }
}

/* The key of a second score, minus the number of those that are above it, but for rounding; one that is missing is below
 * all others, and equals another that is missing. */
static void select_second(select_call *c)
{
    const size_t present = skpi__ranking_sort(c->n, NULL, c->second, 1, c->sorted);
    for (size_t i = 0; i < c->n; i++) c->key[i] = -INFINITY;
    for (size_t k = 0, first = 0; k < present; k++) {
        if (!skpi__same(c->sorted[k].score, c->sorted[first].score)) first = k;
        c->key[c->sorted[k].at] = -(double)first;
    }
}

/* Reorders every group by key, the highest first, equal ones by number. */
static void select_reorder(select_call *c)
{
    for (size_t k = 0; k < c->present; k++) c->spare[k] = c->key[c->order[k]];
    select_sort(c);
    for (size_t k = 0; k < c->present; k++) c->spare[k] = c->group[c->order[k]];
    select_sort(c);
}

/* Marks who ties: 1 for an entry that could win as well, 2 for a winner that need not.  by_key: keys that differ
 * decide. */
static void select_ties(select_call *c, int by_key)
{
    const size_t tracks = c->line.n_tracks ? c->line.n_tracks : 1;
    for (size_t first = 0, end; first < c->present; first = end) {
        const uint32_t a = c->order[first];
        memset(c->side, 0, 2 * tracks);
        for (end = first; end < c->present; end++) {
            const uint32_t b = c->order[end];
            if (c->group[b] < c->group[a] || (by_key && c->key[b] < c->key[a])) break;
            c->side[2 * c->track[b] + c->chosen[b]] = 1;
        }
        for (size_t k = first; k < end; k++) {
            const uint32_t b = c->order[k];
            const size_t own = c->track[b];
            c->tied[b] = 0;
            for (size_t t = 0; t < tracks && !c->tied[b]; t++)
                if (c->side[2 * t + !c->chosen[b]] &&
                    skpi__award_quota_exchange(&c->quota, c->count, c->chosen[b] ? own : t, c->chosen[b] ? t : own))
                    c->tied[b] = c->chosen[b] ? 2 : 1;
        }
    }
}

static void select_write(select_call *c, const skpi_award_select_out *out)
{
    int32_t n = 0;
    double lowest = NAN;
    for (size_t i = 0; i < c->n; i++) {
        const int wins = c->wins[i];
        n += wins;
        if (wins && !(c->score[i] >= lowest)) lowest = c->score[i];
        skpi__set_int(out->selected, i, wins);
        skpi__set_int(out->tied, i, c->tied[i] != 0);
    }
    skpi__set_int(out->n_selected, 0, n);
    skpi__set(out->lowest, 0, lowest);
}

static skpi_status select_run(skpi__at at, select_call *c, const int32_t *track, const skpi_award_select_out *out)
{
    const int32_t tie = c->line.tie;
    for (size_t i = 0; i < c->n; i++) c->track[i] = c->line.n_tracks ? (size_t)track[i] : 0;
    select_group(c);
    const skpi_status s = skpi__award_quota_new(at, &c->line, c->present, c->order, c->track, &c->quota);
    if (s) return s;
    if (tie == SKPI_AWARD_TIE_LOT) select_lot(c);
    if (tie == SKPI_AWARD_TIE_SECOND) select_second(c);
    if (tie == SKPI_AWARD_TIE_LOT || tie == SKPI_AWARD_TIE_SECOND) select_reorder(c);
    skpi__award_quota_choose(&c->quota, c->present, c->order, c->track, c->count, c->chosen);
    if (tie == SKPI_AWARD_TIE_SECOND) select_ties(c, 1);
    for (size_t i = 0; i < c->n; i++) c->wins[i] = c->chosen[i] && !(tie == SKPI_AWARD_TIE_SECOND && c->tied[i]);
    select_ties(c, 0);
    for (size_t i = 0; i < c->n; i++) {
        if (tie == SKPI_AWARD_TIE_IN && c->tied[i]) c->wins[i] = 1;
        if (tie == SKPI_AWARD_TIE_OUT && c->tied[i]) c->wins[i] = 0;
    }
    select_write(c, out);
    return c->present < c->n || c->quota.empty ? SKPI_WMISSING : SKPI_OK;
}

skpi_status skpi_award_select(size_t n_entries, const double *score, const double *second, const int32_t *track,
                              const skpi_award_line *line, skpi_award_select_out *out)
{
    const skpi__at at = skpi__here(__func__);
    select_call c = {.n = n_entries, .score = score, .second = second};
    skpi_award_select_out to;
    skpi_status s;
    if ((s = select_check(at, score, second, track, line, &c)) || (s = SKPI__STRUCT(at, out, 0, &to))) return s;
    if (!(s = select_allocate(at, &c))) s = select_run(at, &c, track, &to);
    skpi__award_quota_free(&c.quota);
    free(c.block);
    return s;
}
