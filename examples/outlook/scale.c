/* Series of figures whose scales are compared, and what is compared. */
#include "scale.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void *scale_grown(void *list, size_t n, size_t *room, size_t size)
{
    if (n < *room) return list;
    *room = *room ? 2 * *room : 16;
    void *more = program_memory(*room, size);
    if (n) memcpy(more, list, n * size);
    free(list);
    return more;
}

size_t scale_series_add(scale *s, const csv *t, const void *place, size_t column, size_t unit, enum scale_kind kind)
{
    s->series = scale_grown(s->series, s->n_series, &s->series_room, sizeof *s->series);
    s->series[s->n_series] = (scale_series){.table = t, .place = place, .column = column, .unit = unit, .kind = kind};
    return s->n_series++;
}

void scale_point(scale *s, size_t series, size_t row, int32_t year, double value)
{
    scale_series *a = &s->series[series];
    if (!(value > 0)) return;
    if (a->n == a->room) {
        size_t rooms[] = {a->room, a->room, a->room};
        a->row = scale_grown(a->row, a->n, &rooms[0], sizeof *a->row);
        a->year = scale_grown(a->year, a->n, &rooms[1], sizeof *a->year);
        a->value = scale_grown(a->value, a->n, &rooms[2], sizeof *a->value);
        a->room = rooms[0];
    }
    a->row[a->n] = row;
    a->year[a->n] = year;
    a->value[a->n++] = value;
}

double scale_value(const scale *s, size_t series, int32_t year, int32_t apart)
{
    const scale_series *b = &s->series[series];
    size_t best = b->n;
    for (size_t k = 0; k < b->n; k++)
        if (abs(b->year[k] - year) <= apart && (best == b->n || abs(b->year[k] - year) < abs(b->year[best] - year)))
            best = k;
    return best < b->n ? b->value[best] : (double)NAN;
}

void scale_compare(scale *s, scale_relation r)
{
    if (!s->series[r.a].n || (r.b != SCALE_ALONE && !s->series[r.b].n)) return;
    s->relation = scale_grown(s->relation, s->n_relations, &s->relations_room, sizeof *s->relation);
    s->relation[s->n_relations++] = r;
}

void scale_release(scale *s)
{
    for (size_t i = 0; i < s->n_series; i++) {
        free(s->series[i].row);
        free(s->series[i].year);
        free(s->series[i].value);
    }
    free(s->series);
    free(s->relation);
    *s = (scale){.n_series = 0};
}
