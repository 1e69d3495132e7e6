/* Tables on a terminal: as wide as their texts, or with texts in several lines where that is wider than a line. */
#include "text_table.h"
#include "text_paragraph.h"
#include "width.h"

#include <stdio.h>
#include <string.h>

static int text_right(const report_column *c) { return c->form != REPORT_TEXT && c->form != REPORT_RANGE; }

/* Bytes of the words at the beginning of a text that fit into a width: at least one. */
static size_t text_piece(const char *text, size_t width)
{
    size_t end = strcspn(text, " ");
    while (text[end]) {
        char part[600];
        const size_t next = end + 1 + strcspn(text + end + 1, " ");
        snprintf(part, sizeof part, "%.*s", (int)next, text);
        if (next >= sizeof part || text_width(part) > width) break;
        end = next;
    }
    return end;
}

static size_t text_longest_word(const char *text)
{
    size_t longest = 0;
    while (*text) {
        char word[600];
        const size_t length = strcspn(text, " ");
        snprintf(word, sizeof word, "%.*s", (int)length, text);
        if (text_width(word) > longest) longest = text_width(word);
        text += length + (text[length] == ' ');
    }
    return longest;
}

/* A table as it is printed. */
typedef struct text_columns {
    size_t n, *column, *width, *least; /* least: what it can be narrowed to, by texts and titles in several lines */
} text_columns;

static text_columns text_columns_find(report *r, const report_sheet *t, enum report_depth depth)
{
    text_columns c = {.n = 0};
    c.column = report_memory(r, t->columns, sizeof *c.column);
    c.width = report_memory(r, t->columns, sizeof *c.width);
    c.least = report_memory(r, t->columns, sizeof *c.least);
    for (size_t k = 0; k < t->columns; k++) {
        if (!t->column[k].title || t->column[k].depth > depth) continue;
        int any = 0;
        size_t width = text_width(t->column[k].title), least = text_longest_word(t->column[k].title);
        for (size_t i = 0; i < t->rows; i++) {
            if (t->depth[i] > depth) continue;
            const char *shown = sheet_shown(r, t, i, k);
            const size_t w = text_width(shown), word = t->column[k].form == REPORT_TEXT ? text_longest_word(shown) : w;
            any |= *shown && strcmp(shown, "-");
            if (w > width) width = w;
            if (word > least) least = word;
        }
        if (!any) continue; /* an empty column is left out */
        c.column[c.n] = k;
        c.width[c.n] = width;
        c.least[c.n++] = least;
    }
    return c;
}

/* Narrows the widest columns until the table fits, as far as their words allow. */
static void text_columns_fit(text_columns *c)
{
    for (;;) {
        size_t all = 0, widest = c->n;
        for (size_t k = 0; k < c->n; k++) {
            all += c->width[k] + 2;
            if (c->width[k] > c->least[k] && (widest == c->n || c->width[k] > c->width[widest])) widest = k;
        }
        if (all <= TEXT_WIDTH || widest == c->n) return;
        c->width[widest]--;
    }
}

/* One row in as many lines as its texts need; text: the cells. */
static void text_row(const report_sheet *t, const text_columns *c, const char **text)
{
    for (int line = 0, more = 1; more; line++) {
        size_t gap = 0; /* spaces that are printed before the next text only */
        more = 0;
        for (size_t k = 0; k < c->n; k++) {
            const size_t bytes = text_piece(text[k], c->width[k]);
            char part[600];
            snprintf(part, sizeof part, "%.*s", (int)bytes, text[k]);
            const size_t used = text_width(part), pad = used < c->width[k] ? c->width[k] - used : 0;
            const int right = text_right(&t->column[c->column[k]]);
            gap += 2 + (right ? pad : 0);
            if (bytes) text_pad(gap), gap = 0;
            fputs(part, stdout);
            gap += right ? 0 : pad;
            text[k] += bytes + (text[k][bytes] == ' ');
            more |= *text[k] != '\0';
        }
        putchar('\n');
    }
}

void text_table(report *r, const report_sheet *t, int full, int after_table)
{
    const enum report_depth depth = full ? REPORT_FULL : REPORT_ALWAYS;
    text_columns c = text_columns_find(r, t, depth);
    const char **text = report_memory(r, t->columns, sizeof *text);
    size_t rows = 0;
    for (size_t i = 0; i < t->rows; i++) rows += t->depth[i] <= depth;
    if (!c.n || !rows) return;
    text_columns_fit(&c);
    if (after_table && !t->title && full) putchar('\n');
    if (t->title) text_paragraph("", 0, t->title);
    for (size_t k = 0; k < c.n; k++) text[k] = t->column[c.column[k]].title;
    text_row(t, &c, text);
    for (size_t i = 0; i < t->rows; i++) {
        if (t->depth[i] > depth) continue;
        for (size_t k = 0; k < c.n; k++) text[k] = sheet_shown(r, t, i, c.column[k]);
        text_row(t, &c, text);
    }
}
