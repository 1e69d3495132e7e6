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
    int32_t before = 0;
    for (size_t i = 0; i < n; i++) {
        if (!of) row_subject(in, which, i, places);
        if (of && row_place(in, which, i, places) != of) continue;
        const int32_t year = csv_year(t, i, years);
        if (year == before) csv_fail(t, i, years, "year %d is a duplicate of the row before", (int)year);
        if (before) csv_year_after(t, i, years, before);
        before = year;
        if (kind == HISTORY_QUANTITY && csv_missing(t, i, h.column)) continue;
        h.row[h.n] = i;
        h.year[h.n] = year;
        h.value[h.n] = history_value(t, i, h.column, kind);
        if (h.n) csv_zero(t, i, h.column, h.value[h.n - 1], h.value[h.n]);
        h.n++;
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

static int32_t history_step(const history *h)
{
    int32_t step = INT32_MAX;
    for (size_t i = 1; i < h->n; i++)
        if (h->year[i] - h->year[i - 1] < step) step = h->year[i] - h->year[i - 1];
    return step;
}

size_t history_gap(const history *h, size_t from)
{
    const int32_t step = history_step(h);
    for (size_t i = from ? from : 1; i < h->n; i++)
        if (h->year[i] - h->year[i - 1] > step) return i;
    return h->n;
}

int history_gap_tell(const history *h, size_t position)
{
    const csv *t = h->table;
    const size_t places = csv_column(t, "place"), row = h->row[position];
    const int first = (int)h->year[position - 1] + 1, last = (int)h->year[position] - 1;
    int rows = 0; /* of the place and without a value: with one they would be in the series */
    for (size_t i = h->row[position - 1] + 1; i < row; i++)
        rows += !strcmp(csv_raw(t, i, places), csv_raw(t, row, places));
    if (rows > last - first) return 0;
    if (first == last)
        csv_warn(t, row, csv_column(t, "year"), "year %d is missing between %d and %d", first, first - 1, last + 1);
    else
        csv_warn(t, row, csv_column(t, "year"), "years %d to %d are missing between %d and %d", first, last, first - 1,
                 last + 1);
    return 1;
}

int history_gaps_tell(const history *h)
{
    int told = 0;
    for (size_t i = history_gap(h, 1); i < h->n; i = history_gap(h, i + 1)) told |= history_gap_tell(h, i);
    return told;
}

char *history_gaps(const history *h)
{
    const size_t room = h->n * 32 + 1;
    char *words = program_memory(room, 1);
    size_t used = 0;
    for (size_t i = history_gap(h, 1); i < h->n; i = history_gap(h, i + 1)) {
        const int first = (int)h->year[i - 1] + 1, last = (int)h->year[i] - 1;
        used += (size_t)snprintf(words + used, room - used, "%s%d", used ? ", " : "", first);
        if (last > first) used += (size_t)snprintf(words + used, room - used, "-%d", last);
    }
    return words;
}
