/* Checks scores and orders them by entry and judge; finds the parts that no judge connects, with a tree for each part
 * (Tarjan, Journal of the ACM 22 (1975) 215). */
#include "award/jury.h"
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/steps.h"
#include "core/struct.h"

static skpi_status jury_index(skpi__at at, const char *name, int32_t value, size_t n, const char *count)
{
    if (value < 0) return skpi__fail(at, SKPI_ERANGE, name, value, "is below 0");
    if ((size_t)value >= n) return skpi__fail(at, SKPI_ERANGE, name, value, "is not below %s = %zu", count, n);
    return SKPI_OK;
}

static skpi_status jury_tracks(skpi__at at, const skpi_award_scores *in)
{
    if (!in->n_tracks != !in->track)
        return skpi__refuse(at, SKPI_EINVAL, "scores->track",
                            in->track ? "is given although scores->n_tracks is 0"
                                      : "is NULL although scores->n_tracks is above 0");
    skpi_status s = SKPI_OK;
    for (size_t i = 0; in->track && i < in->n_entries && !s; i++)
        s = jury_index(skpi__element(at, i), "scores->track", in->track[i], in->n_tracks, "scores->n_tracks");
    return s;
}

static skpi_status jury_rows(skpi__at at, const skpi_award_scores *in)
{
    skpi_status s;
    double sum = 0;
    for (size_t i = 0; i < in->n_scores; i++)
        if ((s = jury_index(skpi__element(at, i), "scores->entry", in->entry[i], in->n_entries, "scores->n_entries")))
            return s;
    for (size_t i = 0; i < in->n_scores; i++)
        if ((s = jury_index(skpi__element(at, i), "scores->judge", in->judge[i], in->n_judges, "scores->n_judges")))
            return s;
    for (size_t i = 0; i < in->n_scores; i++)
        if ((s = skpi__finite(skpi__element(at, i), "scores->score", in->score[i]))) return s;
    for (size_t i = 0; in->weight && i < in->n_scores; i++) {
        if ((s = skpi__positive(skpi__element(at, i), "scores->weight", in->weight[i]))) return s;
        sum += in->weight[i];
    }
    return skpi__finite_sum(at, "scores->weight", sum);
}

static skpi_status jury_read(skpi__at at, const skpi_award_scores *scores, skpi_award_scores *in)
{
    skpi_status s;
    if ((s = SKPI__STRUCT(at, scores, 0, in)) || (s = skpi__count(at, "scores->n_scores", in->n_scores)) ||
        (s = skpi__count(at, "scores->n_entries", in->n_entries)) ||
        (s = skpi__count(at, "scores->n_judges", in->n_judges)) ||
        (s = skpi__array(at, "scores->entry", in->entry, in->n_scores, 1)) ||
        (s = skpi__array(at, "scores->judge", in->judge, in->n_scores, 1)) ||
        (s = skpi__array(at, "scores->score", in->score, in->n_scores, 1)) ||
        (s = skpi__array_size(at, "scores->n_entries", in->n_entries, 1)) ||
        (s = skpi__array_size(at, "scores->n_judges", in->n_judges, 1)) ||
        (s = skpi__array_size(at, "scores->n_tracks", in->n_tracks, 1)))
        return s;
    if (in->n_entries > INT32_MAX) return skpi__no_memory(at, "scores->n_entries", in->n_entries);
    if (in->n_judges > INT32_MAX) return skpi__no_memory(at, "scores->n_judges", in->n_judges);
    if (in->n_tracks > INT32_MAX) return skpi__no_memory(at, "scores->n_tracks", in->n_tracks);
    if ((s = jury_rows(at, in))) return s;
    return jury_tracks(at, in);
}

/* Sorts rows by key (0 .. n_keys - 1), equal keys in the order that they have.  start: n_keys + 1 zeros. */
static void jury_sort(size_t n, const int32_t *key, size_t n_keys, const size_t *from, size_t *to, size_t *start)
{
    for (size_t i = 0; i < n; i++) start[key[i] + 1]++;
    for (size_t k = 0; k < n_keys; k++) start[k + 1] += start[k];
    for (size_t i = 0; i < n; i++) {
        const size_t row = from ? from[i] : i;
        to[start[key[row]]++] = row;
    }
    for (size_t k = n_keys; k > 0; k--) start[k] = start[k - 1];
    start[0] = 0;
}

static skpi_status jury_twice(skpi__at at, const skpi__award_jury *j)
{
    for (size_t i = 0; i < j->in.n_entries; i++)
        for (size_t k = j->start[i] + 1; k < j->start[i + 1]; k++)
            if (j->in.judge[j->row[k]] == j->in.judge[j->row[k - 1]])
                return skpi__fail(skpi__element(at, j->row[k]), SKPI_EDUPLICATE, "scores->entry", (double)i,
                                  "has a second score by judge %d: the first is in row %zu",
                                  (int)j->in.judge[j->row[k]], j->row[k - 1]);
    return SKPI_OK;
}

static size_t jury_root(size_t *parent, size_t i)
{
    while (parent[i] != i) {
        SKPI__STEP();
        parent[i] = parent[parent[i]];
        i = parent[i];
    }
    return i;
}

/* The parent of each entry and judge becomes the number of its part; parent is part itself, label has room for all. */
static void jury_connect(skpi__award_jury *j, size_t *label)
{
    const size_t entries = j->in.n_entries, all = entries + j->in.n_judges;
    for (size_t i = 0; i < all; i++) {
        j->part[i] = i;
        label[i] = SIZE_MAX;
    }
    for (size_t r = 0; r < j->in.n_scores; r++) {
        const size_t a = jury_root(j->part, (size_t)j->in.entry[r]);
        const size_t b = jury_root(j->part, entries + (size_t)j->in.judge[r]);
        if (a < b) j->part[b] = a; /* the root of a part is its first entry */
        if (b < a) j->part[a] = b;
    }
    for (size_t i = 0; i < all; i++) {
        const int scored = i < entries ? j->start[i + 1] > j->start[i] : j->count[i - entries] > 0;
        const size_t root = jury_root(j->part, i);
        if (i < entries && scored && root == i) label[i] = j->n_parts++;
        j->entries += i < entries && scored;
        j->judges += i >= entries && scored;
    }
    for (size_t i = all; i-- > 0;) label[i] = label[jury_root(j->part, i)];
    for (size_t i = 0; i < all; i++) j->part[i] = label[i];
}

skpi_status skpi__award_jury_new(skpi__at at, const skpi_award_scores *scores, skpi__award_jury *jury)
{
    *jury = (skpi__award_jury){0};
    skpi_status s = jury_read(at, scores, &jury->in);
    if (s) return s;
    const size_t n = jury->in.n_scores, entries = jury->in.n_entries, judges = jury->in.n_judges;
    size_t *spare, *label;
    const skpi__piece room[] = {SKPI__PIECE(spare, n > judges + 1 ? n : judges + 1, 1),
                                SKPI__PIECE(label, entries + judges + 1, 1)};
    const skpi__piece pieces[] = {SKPI__PIECE(jury->start, entries + 1, 1), SKPI__PIECE(jury->row, n, 1),
                                  SKPI__PIECE(jury->count, judges, 1), SKPI__PIECE(jury->part, entries + judges, 1)};
    void *const block = SKPI__ALLOC_PIECES(room);
    jury->block = SKPI__ALLOC_PIECES(pieces);
    if (!block || !jury->block) s = skpi__no_memory(at, "scores->n_scores", n);
    if (!s) {
        jury_sort(n, jury->in.judge, judges, NULL, spare, label); /* label has room for the starts of judges */
        for (size_t j = 0; j < judges; j++) jury->count[j] = label[j + 1] - label[j];
        jury_sort(n, jury->in.entry, entries, spare, jury->row, jury->start);
        if (!(s = jury_twice(at, jury))) jury_connect(jury, label);
    }
    free(block);
    return s;
}

void skpi__award_jury_free(skpi__award_jury *jury) { free(jury->block); }

int32_t skpi__award_jury_warnings(const skpi__award_jury *jury)
{
    return jury->entries < jury->in.n_entries || jury->judges < jury->in.n_judges ? SKPI_WMISSING : 0;
}
