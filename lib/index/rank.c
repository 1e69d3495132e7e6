/* Ranks of any scores (numeric/ranking.h). */
#include <smartkpi/index.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "numeric/ranking.h"

skpi_status skpi_index_rank(size_t n, size_t m, const double *score, double tie, int32_t *rank)
{
    const skpi__at at = skpi__here(__func__);
    skpi_status s;
    if ((s = skpi__array(at, "score", score, n, m))) return s;
    if (n > INT32_MAX) return skpi__no_memory(at, "n", n);
    for (size_t i = 0; i < n; i++)
        for (size_t j = 0; j < m; j++)
            if (!isnan(score[i * m + j]) && (s = skpi__finite(skpi__cell(at, i, j), "score", score[i * m + j])))
                return s;
    if ((s = skpi__quantity(at, "tie", tie)) || (s = skpi__array(at, "rank", rank, n, m))) return s;
    skpi__ranked *room = skpi__alloc(n, SKPI__RANKED, sizeof *room);
    if (!room) return skpi__no_memory(at, "n", n);
    for (size_t j = 0; n && j < m; j++) skpi__ranking(n, NULL, score + j, m, tie, SKPI_NONE, room, rank + j);
    free(room);
    return SKPI_OK;
}
