/* The values of units, column by column (columns.h). */
#include "index/columns.h"
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/moments.h"

static skpi_status data_values(skpi__at at, const skpi_index_data *d)
{
    skpi_status s;
    size_t present = 0;
    for (size_t i = 0; i < d->n_units; i++)
        for (size_t j = 0; j < d->n_indicators; j++) {
            const double x = d->value[i * d->n_indicators + j];
            if (isnan(x)) continue;
            if ((s = skpi__finite(skpi__cell(at, i, j), "data->value", x))) return s;
            present++;
        }
    for (size_t i = 0; d->denominator && i < d->n_units; i++)
        for (size_t j = 0; j < d->n_indicators; j++)
            if ((s = skpi__divisor(skpi__cell(at, i, j), "data->denominator", d->denominator[i * d->n_indicators + j])))
                return s;
    return present ? SKPI_OK : skpi__refuse(at, SKPI_ENODATA, "data->value", "has no value that is not missing");
}

skpi_status skpi__index_data_read(skpi__at at, const skpi_index_data *data, const skpi_index_tree *t,
                                  skpi_index_data *d)
{
    skpi_status s;
    if ((s = SKPI__STRUCT(at, data, 0, d)) || (s = skpi__count(at, "data->n_units", d->n_units)) ||
        (s = skpi__count(at, "data->n_indicators", d->n_indicators)) ||
        (s = skpi__array(at, "data->value", d->value, d->n_units, d->n_indicators)))
        return s;
    if (d->n_units > INT32_MAX) return skpi__no_memory(at, "data->n_units", d->n_units); /* ranks are int32_t */
    if (d->n_indicators != t->n_indicators)
        return skpi__fail(at, SKPI_EINCONSISTENT, "data->n_indicators", (double)d->n_indicators,
                          "is not the number of indicators of tree, %zu: nodes without children", t->n_indicators);
    return data_values(at, d);
}

skpi_status skpi__index_columns_new(skpi__at at, const skpi_index_data *d, skpi__index_columns *c)
{
    *c = (skpi__index_columns){d->n_units, d->n_indicators, NULL, NULL};
    c->x = skpi__alloc(c->n, c->m, sizeof *c->x);
    c->change = skpi__alloc(c->n, c->m, sizeof *c->change);
    if (!c->x || !c->change) {
        skpi__index_columns_free(c);
        return skpi__no_memory(at, "data->n_units", d->n_units);
    }
    for (size_t i = 0; i < c->n; i++)
        for (size_t j = 0; j < c->m; j++) {
            const double x = d->value[i * c->m + j], by = d->denominator ? d->denominator[i * c->m + j] : 1;
            const double quotient = x / by;
            if (!isnan(x) && !isfinite(quotient)) {
                skpi__index_columns_free(c);
                return skpi__fail(skpi__cell(at, i, j), SKPI_EOVERFLOW, "data->denominator", by,
                                  "makes a quotient beyond the range of a double");
            }
            c->x[j * c->n + i] = quotient;
        }
    for (size_t j = 0; j < c->m; j++) { /* every later step divides by the range */
        const skpi__moments m = skpi__moments_of(c->n, c->x + j * c->n, 1);
        if (!m.n || isfinite(m.high - m.low)) continue;
        skpi__index_columns_free(c);
        return skpi__refuse(skpi__column(at, j), SKPI_EOVERFLOW, "data->value",
                            "has a range beyond that of a double in column %zu", j);
    }
    return SKPI_OK;
}

void skpi__index_columns_free(skpi__index_columns *c)
{
    free(c->x);
    free(c->change);
    *c = (skpi__index_columns){0, 0, NULL, NULL};
}
