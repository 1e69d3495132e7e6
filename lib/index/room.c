/* Room for the scores of all nodes of a tree (room.h). */
#include "index/room.h"
#include <float.h>
#include <stdlib.h>
#include "core/size.h"

#define NEARLY 1e-9 /* a half that rounding has moved, a unit that is no binary number */

skpi_status skpi__index_room_new(skpi__at at, const skpi_index_tree *t, size_t n, skpi__index_room *room)
{
    size_t most = 1;
    for (size_t k = 0; k < t->n_nodes; k++)
        if (t->first[k + 1] - t->first[k] > most) most = t->first[k + 1] - t->first[k];
    *room = (skpi__index_room){.n = n};
    room->node = skpi__alloc(t->n_nodes, 1, sizeof *room->node);
    room->score = skpi__alloc(t->n_nodes, n, sizeof *room->score);
    room->log = skpi__alloc(t->n_nodes, n, sizeof *room->log);
    room->sum = skpi__alloc(4, n, sizeof *room->sum);
    room->power = skpi__alloc(most, n, sizeof *room->power);
    room->term = skpi__alloc(most, 1, sizeof *room->term);
    room->factor = skpi__alloc(most, 1, sizeof *room->factor);
    if (!room->node || !room->score || !room->log || !room->sum || !room->power || !room->term || !room->factor) {
        skpi__index_room_free(room);
        return skpi__no_memory(at, "data->n_units", n);
    }
    room->weight = room->sum + n;
    room->present = room->sum + 2 * n;
    room->spare = room->sum + 3 * n;
    return SKPI_OK;
}

void skpi__index_room_free(skpi__index_room *room)
{
    free(room->node);
    free(room->score);
    free(room->log);
    free(room->sum);
    free(room->power);
    free((void *)room->term);
    free(room->factor);
    *room = (skpi__index_room){.n = 0};
}

skpi__index_node skpi__index_node_of(size_t n, const double *score)
{
    return skpi__index_node_seen(score, skpi__weighted_kernel_at(0)->seen(n, score, 0, DBL_MAX));
}

void skpi__index_bounds_add(skpi__index_bounds *bounds, size_t n, const double *score)
{
    size_t i = 0;
    bounds->size = fmax(bounds->size, skpi__weighted_kernel_at(0)->largest(n, score));
    while (!bounds->negative && i < n && !(score[i] < 0)) i++;
    bounds->negative |= i < n;
}

void skpi__index_round(size_t n, double unit, double *score)
{
    const double per = rint(1 / unit); /* 0.01 is no binary number, 100 is */
    const int whole = fabs(per * unit - 1) < NEARLY;
    for (size_t i = 0; unit > 0 && i < n; i++) {
        const double steps = floor(fabs(whole ? score[i] * per : score[i] / unit) + .5 + NEARLY);
        if (steps < 0x1p52) score[i] = copysign(whole ? steps / per : steps * unit, score[i]); /* larger are whole */
    }
}
