/* Copeland's rule for alternatives, with the shares of the criteria in which each is above each other one
 * (index/copeland.h). */
#include "index/decide_copeland.h"
#include <string.h>
#include "index/copeland.h"
#include "numeric/decimal.h"

/* Directed values, column by column. */
static void copeland_columns(const skpi__index_decision *d)
{
    for (size_t j = 0; j < d->m; j++) {
        const double sign = skpi__index_decision_up(d, j) ? 1 : -1;
        for (size_t i = 0; i < d->n; i++) d->column[j * d->n + i] = sign * d->value[i * d->m + j];
    }
}

/* The weight of the criteria that both have. */
static double copeland_common(const skpi__index_decision *d, size_t i, size_t j)
{
    double common = 0;
    for (size_t k = 0; k < d->m; k++)
        if (!isnan(d->column[k * d->n + i]) && !isnan(d->column[k * d->n + j])) common += d->weight[k];
    return common;
}

void skpi__index_decide_copeland(const skpi__index_decision *d)
{
    const size_t n = d->n;
    copeland_columns(d);
    for (size_t i = 0; i < n; i++) {
        memset(d->margin, 0, n * sizeof *d->margin);
        for (size_t k = 0; k < d->m; k++) {
            const double *x = d->column + k * n;
            skpi__index_margin_add(n, i, x, SKPI__DECIMAL * fabs(x[i]), d->weight[k], d->margin);
        }
        if (d->pair) d->pair[i * n + i] = .5;
        for (size_t j = i + 1; j < n; j++) {
            const double common = d->missing ? copeland_common(d, i, j) : 1;
            const int won = skpi__index_margin_won(d->margin[j], common);
            d->first[i] += won > 0;
            d->second[i] += won < 0;
            d->first[j] += won < 0;
            d->second[j] += won > 0;
            if (!d->pair) continue;
            d->pair[i * n + j] = common > 0 ? .5 + .5 * d->margin[j] / common : .5;
            d->pair[j * n + i] = 1 - d->pair[i * n + j];
        }
    }
    for (size_t i = 0; i < n; i++) d->score[i] = d->first[i] - d->second[i];
}
