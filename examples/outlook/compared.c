/* Series of the tables, and what may stand beside what. */
#include "compared.h"

void compared_pair(compared *all, size_t a, size_t b, scale_relation r)
{
    if (a == SCALE_ALONE || b == SCALE_ALONE) return;
    r.a = a;
    r.b = b;
    scale_compare(&all->s, r);
}

void compared_own(compared *all, size_t a, double step, double slack, scale_relation alone)
{
    if (a == SCALE_ALONE) return;
    compared_pair(all, a, a, (scale_relation){.low = 1 / step, .high = step, .slack = slack, .apart = COMPARED_NEAR});
    alone.a = a;
    alone.b = SCALE_ALONE;
    if (alone.what) scale_compare(&all->s, alone);
}

size_t compared_history(compared *all, enum table which, const char *column, const char *unit, enum scale_kind kind,
                        enum history_kind value, const place *of, double factor)
{
    const tables *in = all->in;
    if (!table_given(in, which)) return SCALE_ALONE;
    history h = history_read(in, which, column, value, of);
    const size_t a =
        scale_series_add(&all->s, h.table, of, h.column, unit ? csv_column(h.table, unit) : CSV_NONE, kind);
    for (size_t i = 0; i < h.n; i++) scale_point(&all->s, a, h.row[i], h.year[i], h.value[i] * factor);
    history_release(&h);
    return a;
}

size_t compared_heads(compared *all, size_t gdp, size_t people)
{
    if (gdp == SCALE_ALONE || people == SCALE_ALONE) return SCALE_ALONE;
    const scale_series g = all->s.series[gdp];
    const size_t a = scale_series_add(&all->s, g.table, g.place, g.column, g.unit, g.kind);
    for (size_t i = 0; i < g.n; i++)
        scale_point(&all->s, a, g.row[i], g.year[i],
                    g.value[i] / scale_value(&all->s, people, g.year[i], COMPARED_NEAR));
    return a;
}
