/* Ranks among the units of a period (period_ranks.h): the units of each are gathered, ranked, and put back. */
#include "index/period_ranks.h"
#include <stdlib.h>
#include "core/size.h"
#include "numeric/ranking.h"

typedef struct period_room {
    skpi__ranked *sorted; /* 2 n */
    double *score;        /* n */
    int32_t *rank;        /* n */
    size_t *unit;         /* n: those of the period */
    unsigned char *done;  /* n */
} period_room;

/* The units of the period of unit first into room->unit; returns how many. */
static size_t period_gather(size_t n, const int32_t *period, size_t first, period_room *room)
{
    size_t found = 0;
    for (size_t i = first; i < n; i++)
        if (!period || period[i] == period[first]) {
            room->unit[found++] = i;
            room->done[i] = 1;
        }
    return found;
}

skpi_status skpi__index_period_ranks(skpi__at at, size_t n, size_t m, const double *score, const int32_t *period,
                                     double tie, int32_t *rank)
{
    period_room room = {skpi__alloc(n, 2, sizeof *room.sorted), skpi__alloc(n, 1, sizeof *room.score),
                        skpi__alloc(n, 1, sizeof *room.rank), skpi__alloc(n, 1, sizeof *room.unit),
                        skpi__alloc(n, 1, sizeof *room.done)};
    const int good = room.sorted && room.score && room.rank && room.unit && room.done;
    for (size_t first = 0; good && first < n; first++) {
        if (room.done[first]) continue;
        const size_t found = period_gather(n, period, first, &room);
        for (size_t j = 0; j < m; j++) {
            for (size_t i = 0; i < found; i++) room.score[i] = score[j * n + room.unit[i]];
            skpi__ranking(found, room.score, 1, tie, SKPI_NONE, room.sorted, room.rank);
            for (size_t i = 0; i < found; i++) rank[j * n + room.unit[i]] = room.rank[i];
        }
    }
    free(room.sorted);
    free(room.score);
    free(room.rank);
    free(room.unit);
    free(room.done);
    return good ? SKPI_OK : skpi__no_memory(at, "data->n_units", n);
}
