/* Histories: the one reader of all series of years. */
#include "history.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static double history_value(const csv *t, size_t row, size_t column, enum history_kind kind)
{
    if (kind == HISTORY_SHARE) return csv_share(t, row, column);
    if (kind == HISTORY_POSITIVE) return csv_positive(t, row, column);
    const double value = csv_number(t, row, column);
    if (value < 0) csv_fail(t, row, column, "\"%s\" is below 0", csv_raw(t, row, column));
    return value;
}

history history_read(const tables *in, enum table which, const char *column, enum history_kind kind, const place *of)
{
    const csv *t = in->table[which];
    const size_t places = csv_column(t, "place"), years = csv_column(t, "year"), n = csv_rows(t);
    history h = {.table = t, .column = csv_column(t, column)};
    csv_column(t, "source");
    h.row = program_memory(n, sizeof *h.row);
    h.year = program_memory(n, sizeof *h.year);
    h.value = program_memory(n, sizeof *h.value);
    for (size_t i = 0; i < n; i++) {
        if (!of) row_subject(in, which, i, places);
        if (of && row_place(in, which, i, places) != of) continue;
        const int32_t year = csv_year(t, i, years);
        if (h.n && year == h.year[h.n - 1])
            csv_fail(t, i, years, "year %d is a duplicate of the row before", (int)year);
        if (h.n) csv_year_after(t, i, years, h.year[h.n - 1]);
        h.row[h.n] = i;
        h.year[h.n] = year;
        h.value[h.n++] = history_value(t, i, h.column, kind);
    }
    return h;
}

void history_release(history *h)
{
    free(h->row);
    free(h->year);
    free(h->value);
    *h = (history){.n = 0};
}

size_t history_find(const history *h, int32_t year)
{
    for (size_t i = 0; i < h->n; i++)
        if (h->year[i] == year) return i;
    return h->n;
}

/* The years around this one: the later one's position, or n. */
static size_t history_later(const history *h, int32_t year)
{
    size_t i = 0;
    while (i < h->n && h->year[i] < year) i++;
    return i < h->n && (i || h->year[i] == year) ? i : h->n;
}

static double history_part(const history *h, size_t later, int32_t year)
{
    return (double)(year - h->year[later - 1]) / (h->year[later] - h->year[later - 1]);
}

double history_at(const history *h, int32_t year)
{
    const size_t i = history_later(h, year);
    if (i == h->n) return (double)NAN;
    if (h->year[i] == year) return h->value[i];
    return h->value[i - 1] * pow(h->value[i] / h->value[i - 1], history_part(h, i, year));
}

double history_share_at(const history *h, int32_t year)
{
    const size_t i = history_later(h, year);
    if (i == h->n) return (double)NAN;
    if (h->year[i] == year) return h->value[i];
    const double a = h->value[i - 1], b = h->value[i], x = history_part(h, i, year);
    if (!(a > 0 && a < 1 && b > 0 && b < 1)) return a + (b - a) * x;
    const double logit = log(a / (1 - a)) * (1 - x) + log(b / (1 - b)) * x;
    return 1 / (1 + exp(-logit));
}
