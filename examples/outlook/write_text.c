/* The report on a terminal: lines of at most 100 columns. */
#include "write_text.h"
#include "width.h"

#include <string.h>

enum { TEXT_WIDTH = 100 };

static void text_pad(size_t columns)
{
    while (columns--) putchar(' ');
}

/* A paragraph whose lines begin with some spaces, the first one with a text instead. */
static void text_paragraph(const char *first, size_t indent, const char *text)
{
    size_t column = text_width(first);
    int begun = 0;
    fputs(first, stdout);
    if (column < indent) text_pad(indent - column), column = indent;
    while (*text) {
        const size_t length = strcspn(text, " ");
        char word[600];
        snprintf(word, sizeof word, "%.*s", (int)length, text);
        const size_t width = text_width(word);
        if (begun && column + 1 + width > TEXT_WIDTH) {
            putchar('\n');
            text_pad(indent);
            column = indent;
            begun = 0;
        }
        printf("%s%.*s", begun ? " " : "", (int)length, text);
        column += width + (begun ? 1 : 0);
        begun = 1;
        text += length + (text[length] == ' ');
    }
    putchar('\n');
}

/* The heading with a rule to the end of the line; a blank line before it where there is room. */
static void text_heading(const char *text, int full)
{
    size_t used = text_width(text) + 1;
    printf("%s%s ", full ? "\n" : "", text);
    for (; used < TEXT_WIDTH; used++) putchar('-');
    putchar('\n');
}

static int text_right(const report_column *c) { return c->form != REPORT_TEXT && c->form != REPORT_RANGE; }

static void text_cell(const char *text, size_t width, int right, int last)
{
    const size_t used = text_width(text), pad = used < width ? width - used : 0;
    if (right) text_pad(pad);
    fputs(text, stdout);
    if (!right && !last) text_pad(pad);
}

static void text_table(report *r, const report_sheet *t, int full, int after_table)
{
    const enum report_depth depth = full ? REPORT_FULL : REPORT_ALWAYS;
    size_t *column = report_memory(r, t->columns, sizeof *column), *width = report_memory(r, t->columns, sizeof *width);
    size_t n = 0, rows = 0;
    for (size_t c = 0; c < t->columns; c++) {
        if (!t->column[c].title || t->column[c].depth > depth) continue;
        int any = 0;
        width[n] = text_width(t->column[c].title);
        for (size_t i = 0; i < t->rows; i++) {
            if (t->depth[i] > depth) continue;
            const char *shown = sheet_shown(r, t, i, c);
            const size_t w = text_width(shown);
            any |= *shown && strcmp(shown, "-");
            if (w > width[n]) width[n] = w;
        }
        if (any) column[n++] = c; /* an empty column is left out */
    }
    for (size_t i = 0; i < t->rows; i++) rows += t->depth[i] <= depth;
    if (!n || !rows) return;
    if (after_table && !t->title && full) putchar('\n');
    if (t->title) text_paragraph("", 0, t->title);
    for (size_t k = 0; k < n; k++) {
        text_pad(2);
        text_cell(t->column[column[k]].title, width[k], text_right(&t->column[column[k]]), k + 1 == n);
    }
    putchar('\n');
    for (size_t i = 0; i < t->rows; i++) {
        if (t->depth[i] > depth) continue;
        for (size_t k = 0; k < n; k++) {
            text_pad(2);
            text_cell(sheet_shown(r, t, i, column[k]), width[k], text_right(&t->column[column[k]]), k + 1 == n);
        }
        putchar('\n');
    }
}

static void text_headlines(report *r)
{
    int at = 0;
    for (size_t i = 0; i < r->sections; i++)
        for (size_t k = 0; k < r->section[i].headlines; k++) {
            const report_headline *h = &r->section[i].headline[k];
            text_paragraph(report_words(r, "%d  %s ", ++at, h->figure), 20,
                           report_words(r, "%s (%s)", h->what, h->kind));
            text_paragraph("", 3, report_words(r, "range: %s; source: %s", h->range, h->source));
        }
}

static void text_section(report *r, const report_section *s, int full)
{
    int after_table = 0;
    text_heading(s->title, full);
    for (size_t i = 0; i < s->blocks; i++) {
        const report_block *b = &s->block[i];
        if (b->depth > (full ? REPORT_FULL : REPORT_ALWAYS)) continue;
        if (b->sheet && b->sheet->late) continue;
        if (b->sheet)
            text_table(r, b->sheet, full, after_table);
        else if (b->kind == REPORT_HEADING)
            printf("\n%s\n", b->text);
        else
            text_paragraph("", 0, b->text);
        after_table = b->sheet != NULL;
    }
}

/* 1: something of the section stands in this report. */
static int section_shown(const report_section *s, int full)
{
    for (size_t i = 0; i < s->blocks; i++)
        if (s->block[i].depth <= (full ? REPORT_FULL : REPORT_ALWAYS)) return 1;
    return 0;
}

/* Tables that stand behind all sections. */
static void text_late(report *r)
{
    int any = 0;
    for (size_t i = 0; i < r->sections; i++)
        for (size_t k = 0; k < r->section[i].blocks; k++) {
            const report_sheet *t = r->section[i].block[k].sheet;
            if (!t || !t->late) continue;
            if (!any++) text_heading("Input-output tables of other economies", 1);
            text_table(r, t, 1, 0);
        }
}

void report_print(report *r, int full)
{
    text_paragraph("", 0, r->title);
    text_paragraph("", 0, r->subtitle);
    text_headlines(r);
    for (size_t i = 0; i < r->sections; i++)
        if (section_shown(&r->section[i], full)) text_section(r, &r->section[i], full);
    int first = 1;
    for (size_t i = 0; i < r->sections; i++)
        if (r->section[i].absent) {
            if (first) putchar('\n');
            first = 0;
            text_paragraph("", 0, r->section[i].absent);
        }
    if (!full) return;
    text_late(r);
    text_heading("Sources", 1);
    for (size_t i = 0; i < r->sections; i++) {
        if (!r->section[i].sources) continue;
        printf("%s\n", r->section[i].title);
        for (size_t k = 0; k < r->section[i].sources; k++) text_paragraph("    ", 4, r->section[i].source[k]);
    }
}
