/* Weights of indicators from their data: checks, the choice of the method, the sum. */
#include "index/weighing.h"
#include <smartkpi/index.h>
#include <stdlib.h>
#include <string.h>
#include "core/cells.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "index/weight_balanced.h"
#include "index/weight_spread.h"
#include "numeric/decimal.h"

static skpi_status weight_importance(skpi__at at, size_t m, int32_t method, const double *importance)
{
    skpi_status s;
    if (importance && method != SKPI_INDEX_WEIGHT_BALANCED)
        return skpi__refuse(at, SKPI_EINVAL, "importance", "must be NULL: only balanced weights have an importance");
    for (size_t j = 0; importance && j < m; j++)
        if ((s = skpi__positive(skpi__element(at, j), "importance", importance[j]))) return s;
    return SKPI_OK;
}

static skpi_status weight_by(skpi__at at, int32_t method, const skpi__index_weigh *w)
{
    switch (method) {
    case SKPI_INDEX_WEIGHT_BALANCED: return skpi__index_weight_balanced(at, w);
    case SKPI_INDEX_WEIGHT_PRINCIPAL: return skpi__index_weight_principal(at, w);
    case SKPI_INDEX_WEIGHT_ENTROPY: return skpi__index_weight_entropy(at, w, 0);
    case SKPI_INDEX_WEIGHT_ENTROPY_RAW: return skpi__index_weight_entropy(at, w, 1);
    default: return skpi__index_weight_spread(at, w, method == SKPI_INDEX_WEIGHT_CRITIC);
    }
}

/* The weights before they are divided by their sum, into w->best. */
static skpi_status weight_find(skpi__at at, int32_t method, const skpi__index_weigh *w)
{
    double sum = 0;
    size_t varying = 0;
    for (size_t j = 0; j < w->m; j++) varying += (size_t)skpi__varies(w->low[j], w->high[j]);
    if (!varying) return skpi__refuse(at, SKPI_EDOM, "value", "is constant in every column: it tells no units apart");
    const skpi_status s = weight_by(at, method, w);
    if (s < 0) return s;
    for (size_t j = 0; j < w->m; j++) sum += w->best[j];
    for (size_t j = 0; j < w->m; j++) w->best[j] /= sum;
    return s;
}

static skpi_status weight_allocate(skpi__at at, skpi__index_weigh *w)
{
    const size_t m = w->m;
    w->low = skpi__alloc(m, 1, sizeof *w->low);
    w->high = skpi__alloc(m, 1, sizeof *w->high);
    w->x = skpi__alloc(w->n, m, sizeof *w->x);
    w->length = skpi__alloc(m, 1, sizeof *w->length);
    w->spare = skpi__alloc(m, 3, sizeof *w->spare);
    w->best = skpi__alloc(m, 1, sizeof *w->best);
    w->gram = skpi__alloc(m, m, sizeof *w->gram);
    w->square = skpi__alloc(m, m, sizeof *w->square);
    w->held = skpi__alloc(m, 1, sizeof *w->held);
    w->place = skpi__alloc(m, 1, sizeof *w->place);
    return w->low && w->high && w->x && w->length && w->spare && w->best && w->gram && w->square && w->held && w->place
               ? SKPI_OK
               : skpi__no_memory(at, "n", w->n);
}

static void weight_free(const skpi__index_weigh *w)
{
    void *const all[] = {w->low, w->high, w->x, w->length, w->spare, w->best, w->gram, w->square, w->held, w->place};
    for (size_t k = 0; k < sizeof all / sizeof *all; k++) free(all[k]);
}

skpi_status skpi_index_weight(size_t n, size_t m, const double *value, const int32_t *direction, int32_t method,
                              const double *importance, double *weight)
{
    static const int32_t methods[] = {SKPI_INDEX_WEIGHT_ENTROPY,
                                      SKPI_INDEX_WEIGHT_ENTROPY_RAW,
                                      SKPI_INDEX_WEIGHT_CRITIC,
                                      SKPI_INDEX_WEIGHT_DEVIATION,
                                      SKPI_INDEX_WEIGHT_PRINCIPAL,
                                      SKPI_INDEX_WEIGHT_BALANCED,
                                      0};
    const skpi__at at = skpi__here(__func__);
    skpi__index_weigh w = {.n = n, .m = m, .value = value, .direction = direction, .importance = importance};
    skpi_status s;
    if ((s = skpi__count(at, "n", n)) || (s = skpi__count(at, "m", m)) || (s = skpi__array(at, "value", value, n, m)) ||
        (s = skpi__directions_check(at, m, direction)) ||
        (s = skpi__choice(at, "method", method, methods, "a way to find weights (enum skpi_index_weight)")) ||
        (s = weight_importance(at, m, method, importance)) || (s = skpi__array(at, "weight", weight, m, m)))
        return s;
    if (!(s = weight_allocate(at, &w)) && !(s = skpi__cells_check(at, n, m, value, w.low, w.high, NULL)))
        s = weight_find(at, method, &w);
    if (s >= 0) memcpy(weight, w.best, m * sizeof *weight);
    weight_free(&w);
    return s;
}
