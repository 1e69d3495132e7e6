/* Figures of the columns of a table (numeric/moments.h). */
#include <smartkpi/index.h>
#include <stdlib.h>
#include "core/cells.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/moments.h"
#include "numeric/ranking.h"

typedef struct describe_room {
    double *low, *high;   /* m */
    skpi__ranked *sorted; /* SKPI__RANKED n */
} describe_room;

/* What a column in descending order shows: median, different values, the most frequent one. */
static void describe_sorted(const skpi_index_describe_out *o, size_t j, size_t present, const skpi__ranked *sorted)
{
    size_t distinct = 0, most = 0, nonzero = 0;
    for (size_t first = 0, end = 0; first < present; first = end) {
        while (end < present && sorted[end].score == sorted[first].score) end++;
        distinct++;
        most = end - first > most ? end - first : most;
        if (sorted[first].score != 0) nonzero += end - first;
    }
    const double a = present ? sorted[(present - 1) / 2].score : (double)NAN;
    const double b = present ? sorted[present / 2].score : (double)NAN;
    skpi__set(o->median, j, b + (a - b) / 2);
    skpi__set_int(o->present, j, (int32_t)present);
    skpi__set_int(o->nonzero, j, (int32_t)nonzero);
    skpi__set_int(o->distinct, j, (int32_t)distinct);
    skpi__set_int(o->most_same, j, (int32_t)most);
}

static void describe_columns(size_t n, size_t m, const double *value, const describe_room *room,
                             const skpi_index_describe_out *o)
{
    for (size_t j = 0; j < m; j++) {
        const skpi__moments f = skpi__moments_of(n, value + j, m);
        describe_sorted(o, j, skpi__ranking_sort(n, NULL, value + j, m, room->sorted), room->sorted);
        skpi__set(o->low, j, f.low);
        skpi__set(o->high, j, f.high);
        skpi__set(o->mean, j, f.mean);
        skpi__set(o->sd, j, f.sd);
        skpi__set(o->skewness, j, f.skewness);
        skpi__set(o->kurtosis, j, f.kurtosis);
    }
}

skpi_status skpi_index_describe(size_t n, size_t m, const double *value, skpi_index_describe_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi_index_describe_out o;
    skpi_status s;
    int missing = 0;
    if ((s = skpi__count(at, "n", n)) || (s = skpi__array(at, "value", value, n, m)) ||
        (s = SKPI__STRUCT(at, out, 0, &o)))
        return s;
    if (n > INT32_MAX) return skpi__no_memory(at, "n", n); /* counts are int32_t */
    const describe_room room = {skpi__alloc(m, 1, sizeof *room.low), skpi__alloc(m, 1, sizeof *room.high),
                                skpi__alloc(n, SKPI__RANKED, sizeof *room.sorted)};
    if (!room.low || !room.high || !room.sorted)
        s = skpi__no_memory(at, "n", n);
    else
        s = skpi__cells_check(at, n, m, value, room.low, room.high, &missing);
    if (!s) describe_columns(n, m, value, &room, &o);
    free(room.low);
    free(room.high);
    free(room.sorted);
    return s ? s : missing ? SKPI_WMISSING : SKPI_OK;
}
