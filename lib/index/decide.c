/* Decisions by several criteria: checks, the choice of the method, ranks. */
#include "index/decision.h"
#include <stdlib.h>
#include <string.h>
#include "core/cells.h"
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "index/decide_copeland.h"
#include "index/decide_options.h"
#include "index/decide_promethee.h"
#include "index/decide_topsis.h"
#include "index/decide_vikor.h"
#include "numeric/ranking.h"

typedef struct decide_call {
    skpi__index_decision d;
    const double *weight;
    int32_t method;
    skpi_index_decide_out out;
    double *rows, *columns; /* 4 n and 7 m: the arrays of the decision */
    skpi__ranked *sorted;   /* SKPI__RANKED n */
} decide_call;

static skpi_status decide_weights(skpi__at at, const decide_call *c)
{
    double sum = 0;
    skpi_status s;
    for (size_t j = 0; j < c->d.m; j++) {
        const double w = c->weight ? c->weight[j] : 1;
        if ((s = skpi__quantity(skpi__element(at, j), "weight", w))) return s;
        sum += w;
    }
    if ((s = skpi__finite_sum(at, "weight", sum))) return s;
    if (!(sum > 0)) return skpi__refuse(at, SKPI_EZERODIV, "weight", "adds up to 0");
    for (size_t j = 0; j < c->d.m; j++) c->d.weight[j] = (c->weight ? c->weight[j] : 1) / sum;
    return SKPI_OK;
}

static skpi_status decide_allocate(skpi__at at, decide_call *c)
{
    skpi__index_decision *d = &c->d;
    const size_t n = d->n, m = d->m, copeland = c->method == SKPI_INDEX_DECIDE_COPELAND;
    c->rows = skpi__alloc(n, 4, sizeof *c->rows);
    c->columns = skpi__alloc(m, 7, sizeof *c->columns);
    d->column = skpi__alloc(n, copeland ? m : 0, sizeof *d->column);
    c->sorted = skpi__alloc(n, SKPI__RANKED, sizeof *c->sorted);
    if (!c->rows || !c->columns || !d->column || !c->sorted) return skpi__no_memory(at, "n", n);
    d->score = c->rows;
    d->first = c->rows + n;
    d->second = c->rows + 2 * n;
    d->margin = c->rows + 3 * n;
    d->weight = c->columns;
    d->low = c->columns + m;
    d->high = c->columns + 2 * m;
    d->by = c->columns + 3 * m;
    d->best = c->columns + 4 * m;
    d->worst = c->columns + 5 * m;
    d->unit = c->columns + 6 * m;
    return SKPI_OK;
}

static void decide_free(const decide_call *c)
{
    free(c->rows);
    free(c->columns);
    free(c->d.column);
    free(c->sorted);
}

/* Ranks of the scores, of which the lowest is the best for VIKOR. */
static void decide_rank(const decide_call *c)
{
    double *const ranked = c->d.margin;
    const double sign = c->method == SKPI_INDEX_DECIDE_VIKOR ? -1 : 1;
    for (size_t i = 0; i < c->d.n; i++) ranked[i] = sign * c->d.score[i];
    skpi__ranking(c->d.n, NULL, ranked, 1, SKPI__RANKING_SUMS, SKPI_NONE, c->sorted, c->out.rank);
}

static void decide_by(const decide_call *c)
{
    const size_t n = c->d.n;
    switch (c->method) {
    case SKPI_INDEX_DECIDE_TOPSIS: skpi__index_decide_topsis(&c->d); break;
    case SKPI_INDEX_DECIDE_VIKOR: skpi__index_decide_vikor(&c->d); break;
    case SKPI_INDEX_DECIDE_PROMETHEE: skpi__index_decide_promethee(&c->d); break;
    default: skpi__index_decide_copeland(&c->d); break;
    }
    if (c->d.pair && (c->method == SKPI_INDEX_DECIDE_TOPSIS || c->method == SKPI_INDEX_DECIDE_VIKOR))
        skpi__set_nan(c->d.pair, n * n);
    if (c->out.score) memcpy(c->out.score, c->d.score, n * sizeof *c->d.score);
    if (c->out.first) memcpy(c->out.first, c->d.first, n * sizeof *c->d.first);
    if (c->out.second) memcpy(c->out.second, c->d.second, n * sizeof *c->d.second);
    if (c->out.rank) decide_rank(c);
}

static skpi_status decide_all(skpi__at at, decide_call *c)
{
    skpi__index_decision *d = &c->d;
    int *const missing = c->method == SKPI_INDEX_DECIDE_COPELAND ? &d->missing : NULL;
    skpi_status s;
    if ((s = decide_allocate(at, c)) || (s = skpi__cells_check(at, d->n, d->m, d->value, d->low, d->high, missing)) ||
        (s = decide_weights(at, c)))
        return s;
    decide_by(c);
    return d->missing ? SKPI_WMISSING : SKPI_OK;
}

skpi_status skpi_index_decide(size_t n, size_t m, const double *value, const double *weight, const int32_t *direction,
                              int32_t method, const skpi_index_decide_options *options, skpi_index_decide_out *out)
{
    static const int32_t methods[] = {SKPI_INDEX_DECIDE_TOPSIS, SKPI_INDEX_DECIDE_VIKOR, SKPI_INDEX_DECIDE_PROMETHEE,
                                      SKPI_INDEX_DECIDE_COPELAND, 0};
    const skpi__at at = skpi__here(__func__);
    decide_call c = {.d = {.n = n, .m = m, .value = value, .direction = direction}, .weight = weight, .method = method};
    skpi_status s;
    if ((s = skpi__count(at, "n", n)) || (s = skpi__count(at, "m", m)) || (s = skpi__array(at, "value", value, n, m)) ||
        (s = skpi__directions_check(at, m, direction)) ||
        (s = skpi__choice(at, "method", method, methods, "a way to decide (enum skpi_index_decide)")) ||
        (s = skpi__index_decide_options_read(at, options, m, &c.d.options)) || (s = SKPI__STRUCT(at, out, 0, &c.out)) ||
        (s = skpi__array_size(at, "n", n, c.out.pair ? n : 1)))
        return s;
    if (n > INT32_MAX) return skpi__no_memory(at, "n", n); /* ranks are int32_t */
    c.d.pair = c.out.pair;
    s = decide_all(at, &c);
    decide_free(&c);
    return s;
}
