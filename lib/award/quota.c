/* The places of an award (quota.h). */
#include "award/quota.h"
#include <stdlib.h>
#include <string.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"

static skpi_status quota_tracks(skpi__at at, const skpi_award_line *line)
{
    const size_t n = line->n_tracks;
    uint64_t sum = 0;
    if (!n && (line->least || line->most))
        return skpi__fail(at, SKPI_EINVAL, "line->n_tracks", 0, "must be above 0: %s is given",
                          line->least ? "line->least" : "line->most");
    for (size_t t = 0; line->least && t < n; t++)
        if (line->least[t] < 0)
            return skpi__fail(skpi__element(at, t), SKPI_ERANGE, "line->least", line->least[t], "is below 0");
    for (size_t t = 0; line->most && t < n; t++)
        if (line->most[t] < 0)
            return skpi__fail(skpi__element(at, t), SKPI_ERANGE, "line->most", line->most[t], "is below 0");
    for (size_t t = 0; line->least && t < n; t++) {
        if (line->most && line->least[t] > line->most[t])
            return skpi__fail(skpi__element(at, t), SKPI_EINCONSISTENT, "line->least", line->least[t],
                              "is above line->most = %d", (int)line->most[t]);
        sum += (uint64_t)line->least[t];
    }
    if (sum > line->n_winners)
        return skpi__refuse(at, SKPI_EINCONSISTENT, "line->least", "adds up to %g, above line->n_winners = %g",
                            (double)sum, (double)line->n_winners);
    return SKPI_OK;
}

skpi_status skpi__award_line_read(skpi__at at, const skpi_award_line *line, size_t n_entries, const char *count,
                                  skpi_award_line *to)
{
    static const int32_t ties[] = {SKPI_AWARD_TIE_IN, SKPI_AWARD_TIE_OUT, SKPI_AWARD_TIE_SECOND, SKPI_AWARD_TIE_LOT, 0};
    skpi_status s = SKPI__STRUCT(at, line, 0, to);
    if (s || (s = skpi__count(at, "line->n_winners", to->n_winners))) return s;
    if (to->n_winners > n_entries)
        return skpi__fail(at, SKPI_ERANGE, "line->n_winners", (double)to->n_winners, "is above %s = %zu", count,
                          n_entries);
    if ((s = skpi__array_size(at, "line->n_tracks", to->n_tracks, 1)) || (s = quota_tracks(at, to)) ||
        (s = skpi__quantity(at, "line->close", to->close)))
        return s;
    if (to->tie && (s = skpi__choice(at, "line->tie", to->tie, ties, "a rule for ties (enum skpi_award_tie)")))
        return s;
    return skpi__reserved(at, "line->zero", to->zero);
}

skpi_status skpi__award_quota_new(skpi__at at, const skpi_award_line *line, size_t n, const uint32_t *order,
                                  const size_t *track, skpi__award_quota *q)
{
    *q = (skpi__award_quota){.n_winners = line->n_winners, .n_tracks = line->n_tracks, .most = line->most};
    size_t room = line->n_tracks ? 0 : n;
    q->least = skpi__alloc(line->n_tracks, 1, sizeof *q->least);
    if (!q->least) return skpi__no_memory(at, "line->n_tracks", line->n_tracks);
    for (size_t k = 0; line->n_tracks && k < n; k++) q->least[track[order[k]]]++; /* the entries of the track */
    for (size_t t = 0; t < line->n_tracks; t++) {
        const int32_t entries = q->least[t], least = line->least ? line->least[t] : 0;
        room += (size_t)(line->most && line->most[t] < entries ? line->most[t] : entries);
        q->least[t] = least < entries ? least : entries;
        q->empty |= entries < least;
    }
    q->empty |= room < q->n_winners;
    return SKPI_OK;
}

void skpi__award_quota_free(skpi__award_quota *q) { free(q->least); }

void skpi__award_quota_choose(const skpi__award_quota *q, size_t n, const uint32_t *order, const size_t *track,
                              int32_t *count, unsigned char *chosen)
{
    size_t total = 0;
    for (size_t k = 0; k < n; k++) chosen[order[k]] = 0;
    if (!q->n_tracks) {
        for (; total < n && total < q->n_winners; total++) chosen[order[total]] = 1;
        return;
    }
    memset(count, 0, q->n_tracks * sizeof *count);
    for (size_t k = 0; k < n; k++) {
        const size_t i = order[k], t = track[i];
        if (count[t] >= q->least[t]) continue;
        chosen[i] = 1;
        count[t]++;
        total++;
    }
    for (size_t k = 0; k < n && total < q->n_winners; k++) {
        const size_t i = order[k], t = track[i];
        if (chosen[i] || (q->most && count[t] >= q->most[t])) continue;
        chosen[i] = 1;
        count[t]++;
        total++;
    }
}

int skpi__award_quota_exchange(const skpi__award_quota *q, const int32_t *count, size_t from, size_t to)
{
    if (!q->n_tracks || from == to) return 1;
    return count[from] > q->least[from] && (!q->most || count[to] < q->most[to]);
}
