/* Imputation (impute.h): means and medians of a column or of a group in it; or, within a unit, the mean of its siblings
 * on the scale from the worst unit (0) to the best (1) of each column.
 *
 * Source: the methods of the R package COINr (Becker et al., Journal of Open Source Software 7 (2022) 4567).
 */
#include "index/impute.h"
#include <stdlib.h>
#include "core/check.h"
#include "core/size.h"
#include "numeric/decimal.h"
#include "numeric/moments.h"
#include "numeric/select.h"

/* The mean or median of the units of one group (NULL: of all) that have a value; NaN if none has.  present: n. */
static double impute_centre(size_t n, const double *x, const int32_t *group, int32_t own, int median, double *present)
{
    size_t found = 0;
    for (size_t i = 0; i < n; i++)
        if (!isnan(x[i]) && (!group || group[i] == own)) present[found++] = x[i];
    if (!found) return (double)NAN;
    if (median) return skpi__median(found, present);
    const skpi__moments m = skpi__moments_of(found, present, 1);
    return skpi__rounded(m.mean, fmax(fabs(m.low), fabs(m.high))); /* of -.9, 0, .1 and .8 it is 0 */
}

static void impute_fill(skpi__index_columns *c, size_t at, double value)
{
    if (isnan(value)) return;
    c->x[at] = value;
    c->change[at] |= SKPI_INDEX_CHANGE_FLAG_IMPUTED;
}

/* room: 2 n; the values are found before any is filled in. */
static void impute_by_column(const int32_t *group, int median, skpi__index_columns *c, double *room)
{
    const size_t n = c->n;
    double *found = room + n;
    for (size_t j = 0; j < c->m; j++) {
        const double *x = c->x + j * n;
        for (size_t i = 0; i < n; i++) {
            found[i] = (double)NAN;
            if (!isnan(x[i])) continue;
            size_t like = 0; /* an earlier gap of the same group has the value already */
            while (like < i && !(isnan(x[like]) && (!group || group[like] == group[i]))) like++;
            found[i] = like < i ? found[like] : impute_centre(n, x, group, group ? group[i] : 0, median, room);
        }
        for (size_t i = 0; i < n; i++) impute_fill(c, j * n + i, found[i]);
    }
}

/* Where a column lies on the scale from 0 to 1. */
typedef struct impute_scale {
    double low, range;
    int turned; /* less is better */
} impute_scale;

/* The mean over the siblings of column j that unit i has, back on the scale of column j; NaN if it has none.  A constant
 * column has no scale: it counts for nothing in the mean of another one, and is filled in with its one value. */
static double impute_sibling_mean(const skpi_index_tree *t, const skpi__index_columns *c, const impute_scale *scale,
                                  size_t j, size_t i)
{
    const int32_t parent = t->parent[t->indicator[j]];
    double sum = 0;
    size_t siblings = 0, found = 0;
    for (size_t a = parent == SKPI_NONE ? 0 : t->first[parent]; parent != SKPI_NONE && a < t->first[parent + 1]; a++) {
        if (!skpi__index_is_indicator(t, t->child[a])) continue;
        const size_t b = (size_t)t->column[t->child[a]];
        const double x = c->x[b * c->n + i];
        if (b == j || isnan(x)) continue;
        siblings++;
        if (!(scale[b].range > 0)) continue;
        const double part = (x - scale[b].low) / scale[b].range;
        sum += scale[b].turned ? 1 - part : part;
        found++;
    }
    if (siblings && !(scale[j].range > 0)) return scale[j].low;
    if (!found) return (double)NAN;
    const double mean = sum / (double)found;
    return scale[j].low + (scale[j].turned ? 1 - mean : mean) * scale[j].range;
}

static skpi_status impute_by_parent(skpi__at at, const skpi_index_tree *t, skpi__index_columns *c)
{
    impute_scale *scale;
    double *found;
    const skpi__piece pieces[] = {SKPI__PIECE(scale, c->m, 1), SKPI__PIECE(found, c->n, c->m)};
    void *const block = SKPI__ALLOC_PIECES(pieces);
    if (!block) return skpi__no_memory(at, "data->n_units", c->n);
    for (size_t j = 0; j < c->m; j++) {
        const skpi__moments m = skpi__moments_of(c->n, c->x + j * c->n, 1);
        scale[j] =
            (impute_scale){m.low, skpi__varies(m.low, m.high) ? m.high - m.low : 0, t->direction[t->indicator[j]] < 0};
    }
    for (size_t j = 0; j < c->m; j++)
        for (size_t i = 0; i < c->n; i++)
            found[j * c->n + i] = isnan(c->x[j * c->n + i]) ? impute_sibling_mean(t, c, scale, j, i) : (double)NAN;
    for (size_t k = 0; k < c->n * c->m; k++) impute_fill(c, k, found[k]);
    free(block);
    return SKPI_OK;
}

skpi_status skpi__index_impute(skpi__at at, const skpi_index_tree *t, const int32_t *group, int32_t impute,
                               skpi__index_columns *c)
{
    const int grouped = impute == SKPI_INDEX_IMPUTE_GROUP_MEAN || impute == SKPI_INDEX_IMPUTE_GROUP_MEDIAN;
    const int median = impute == SKPI_INDEX_IMPUTE_MEDIAN || impute == SKPI_INDEX_IMPUTE_GROUP_MEDIAN;
    if (!impute) return SKPI_OK;
    if (impute == SKPI_INDEX_IMPUTE_PARENT_MEAN) return impute_by_parent(at, t, c);
    double *room = skpi__alloc(c->n, 2, sizeof *room);
    if (!room) return skpi__no_memory(at, "data->n_units", c->n);
    impute_by_column(grouped ? group : NULL, median, c, room);
    free(room);
    return SKPI_OK;
}
