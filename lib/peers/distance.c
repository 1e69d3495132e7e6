/* Distances between all pairs of units (measure.h). */
#include <smartkpi/peers.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "peers/measure.h"

skpi_status skpi_peers_distance(size_t n, size_t m, const double *value, const skpi_peers_distance_options *options,
                                double *distance)
{
    const skpi__at at = skpi__here(__func__);
    skpi__peers_measure p = {.n = n, .m = m, .value = value};
    double *room = NULL;
    skpi_status s = skpi__peers_measure_new(at, options, &p);
    if (!s && !(s = skpi__array(at, "distance", distance, n, n))) {
        room = skpi__alloc(n + 1, m, sizeof *room);
        if (!room) s = skpi__no_memory(at, "n", n);
    }
    if (!s) skpi__peers_measure_all(&p, NULL, room, distance);
    free(room);
    skpi__peers_measure_free(&p);
    return s ? s : p.missing ? SKPI_WMISSING : SKPI_OK;
}
