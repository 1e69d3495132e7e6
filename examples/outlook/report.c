/* The report as data: how sections, sentences and tables are collected. */
#include "report.h"

#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

void report_begin(report *r, size_t sections)
{
    *r = (report){.sections = sections};
    r->section = report_memory(r, sections, sizeof *r->section);
    for (size_t i = 0; i < sections; i++) r->section[i].all = r;
}

void report_release(report *r)
{
    for (size_t i = 0; i < r->blocks; i++) free(r->block[i]);
    free(r->block);
    *r = (report){.sections = 0};
}

void *report_memory(report *r, size_t count, size_t size)
{
    if (r->blocks == r->room) {
        void **more = program_memory(2 * r->room + 64, sizeof *more);
        if (r->blocks) memcpy(more, r->block, r->blocks * sizeof *more);
        free(r->block);
        r->block = more;
        r->room = 2 * r->room + 64;
    }
    return r->block[r->blocks++] = program_memory(count, size);
}

/* A list of n elements with room for one more: it is copied whenever n is a power of two. */
static void *report_grown(report *r, void *list, size_t n, size_t size)
{
    if (n & (n - 1)) return list;
    void *more = report_memory(r, n ? 2 * n : 1, size);
    if (n) memcpy(more, list, n * size);
    return more;
}

static const char *report_words_list(report *r, const char *text, va_list list)
{
    va_list again;
    va_copy(again, list);
    const int n = text ? vsnprintf(NULL, 0, text, again) : 0;
    va_end(again);
    const size_t room = n < 0 ? 1 : (size_t)n + 1;
    char *out = report_memory(r, room, 1);
    vsnprintf(out, room, text, list);
    for (char *at = out; (at = strpbrk(at, "\t\r\n")) != NULL;) *at = ' '; /* a name may have two lines in its file */
    return out;
}

const char *report_words(report *r, const char *text, ...)
{
    va_list list;
    va_start(list, text);
    const char *out = report_words_list(r, text, list);
    va_end(list);
    return out;
}

static void report_block_add(report_section *s, report_block block)
{
    s->block = report_grown(s->all, s->block, s->blocks, sizeof *s->block);
    s->block[s->blocks++] = block;
}

void report_say(report_section *s, enum report_kind kind, enum report_depth depth, const char *text, ...)
{
    va_list list;
    va_start(list, text);
    report_block_add(s, (report_block){.kind = kind, .depth = depth, .text = report_words_list(s->all, text, list)});
    va_end(list);
}

void report_headline_add(report_section *s, report_headline line)
{
    s->headline = report_grown(s->all, s->headline, s->headlines, sizeof *s->headline);
    line.source = report_words(s->all, "%s", line.source);
    s->headline[s->headlines++] = line;
}

void report_source_add(report_section *s, const char *source)
{
    if (!*source) return;
    source = report_words(s->all, "%s", source);
    for (size_t i = 0; i < s->sources; i++)
        if (!strcmp(s->source[i], source)) return;
    s->source = report_grown(s->all, s->source, s->sources, sizeof *s->source);
    s->source[s->sources++] = source;
}

static void report_figure_line(report_section *s, const char *key, double value, const char *text)
{
    s->figure = report_grown(s->all, s->figure, s->figures, sizeof *s->figure);
    s->figure[s->figures++] = (report_figure){report_words(s->all, "%s", key), report_words(s->all, "%s", text), value};
}

void report_figure_add(report_section *s, const char *key, double value) { report_figure_line(s, key, value, ""); }

void report_figure_text(report_section *s, const char *key, const char *text)
{
    if (*text) report_figure_line(s, key, (double)NAN, text);
}

report_sheet *report_sheet_add(report_section *s, enum report_depth depth, const char *file, const char *title,
                               const report_column *column, size_t columns)
{
    report_sheet *t = report_memory(s->all, 1, sizeof *t);
    *t = (report_sheet){.section = s, .file = file, .title = title, .column = column, .columns = columns};
    report_block_add(s, (report_block){.kind = REPORT_TABLE, .depth = depth, .sheet = t});
    return t;
}

void sheet_row(report_sheet *t, enum report_depth depth)
{
    if (t->rows == t->room) {
        const size_t room = t->room ? 2 * t->room : 16;
        report_cell *cell = report_memory(t->section->all, room * t->columns, sizeof *cell);
        enum report_depth *depths = report_memory(t->section->all, room, sizeof *depths);
        if (t->rows) {
            memcpy(cell, t->cell, t->rows * t->columns * sizeof *cell);
            memcpy(depths, t->depth, t->rows * sizeof *depths);
        }
        t->cell = cell;
        t->depth = depths;
        t->room = room;
    }
    t->depth[t->rows] = depth;
    for (size_t c = 0; c < t->columns; c++)
        t->cell[t->rows * t->columns + c] = (report_cell){.value = (double)NAN, .decimals = -1};
    t->rows++;
}

static report_cell *sheet_last(const report_sheet *t, size_t column)
{
    return &t->cell[(t->rows - 1) * t->columns + column];
}

void sheet_put(report_sheet *t, size_t column, double value) { sheet_last(t, column)->value = value; }

void sheet_put_digits(report_sheet *t, size_t column, double value, int decimals)
{
    *sheet_last(t, column) = (report_cell){.value = value, .decimals = decimals};
}

void sheet_say(report_sheet *t, size_t column, const char *text, ...)
{
    va_list list;
    va_start(list, text);
    sheet_last(t, column)->text = report_words_list(t->section->all, text, list);
    va_end(list);
}

const char *sheet_shown(report *r, const report_sheet *t, size_t row, size_t column)
{
    const report_column *c = &t->column[column];
    const report_cell *here = &t->cell[row * t->columns], *cell = &here[column];
    const int decimals = cell->decimals < 0 ? c->decimals : cell->decimals;
    if (cell->text) return cell->text;
    switch (c->form) {
    case REPORT_TEXT: return "";
    case REPORT_YEAR: return isnan(cell->value) ? "" : report_words(r, "%.0f", cell->value);
    case REPORT_SIGNED: return report_words(r, "%s", signed_number(cell->value, decimals));
    case REPORT_RANGE: {
        const double low = here[c->low].value, high = here[c->high].value;
        if (isnan(low) || isnan(high)) return "-";
        return report_words(r, "%s to %s", number(low, decimals), number(high, decimals));
    }
    default: return report_words(r, "%s", number(cell->value, decimals));
    }
}
