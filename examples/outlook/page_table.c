/* A sheet as a table whose every cell has its headers; on a narrow screen a row becomes a list (page_style.c). */
#include "page_table.h"
#include "markup.h"
#include "sheet_lookup.h"
#include "width.h"

#include <string.h>

enum { TABLE_NARROW = 40, TABLE_NOTE = 8 }; /* letters of a row that a small screen shows side by side; of a footnote */

typedef struct table_view {
    const report_sheet *t;
    enum report_depth depth;
    size_t *column, columns, source; /* source: of the file's column, SHEET_NONE = none; written as a footnote */
    size_t letters;                  /* of the widest row */
} table_view;

static table_view table_look(report *r, const report_sheet *t, int all)
{
    table_view v = {.t = t, .depth = all ? REPORT_FULL : REPORT_ALWAYS, .source = sheet_column(t, "source")};
    v.column = report_memory(r, t->columns, sizeof *v.column);
    for (size_t c = 0; c < t->columns; c++) {
        int any = 0;
        size_t width;
        if (!t->column[c].title || t->column[c].depth > v.depth || c == v.source) continue;
        width = text_width(t->column[c].title) / 2;
        for (size_t i = 0; i < t->rows; i++) {
            const char *shown = t->depth[i] > v.depth ? "" : sheet_shown(r, t, i, c);
            any |= *shown && strcmp(shown, "-");
            if (text_width(shown) > width) width = text_width(shown);
        }
        if (!any) continue; /* an empty column is left out */
        v.column[v.columns++] = c;
        v.letters += width + 2;
    }
    if (v.source != SHEET_NONE) v.letters += TABLE_NOTE;
    return v;
}

static int column_right(const report_column *c) { return c->form != REPORT_TEXT; }

static void table_head(FILE *f, const table_view *v)
{
    fputs("<thead><tr role=\"row\">", f);
    for (size_t k = 0; k < v->columns; k++) {
        const report_column *c = &v->t->column[v->column[k]];
        fprintf(f, "<th scope=\"col\" role=\"columnheader\"%s>", column_right(c) ? " class=\"n\"" : "");
        markup_prose(f, c->title);
        fputs("</th>", f);
    }
    if (v->source != SHEET_NONE) fputs("<th scope=\"col\" role=\"columnheader\">source</th>", f);
    fputs("</tr></thead>\n", f);
}

static void table_cell(FILE *f, report *r, const table_view *v, size_t row, size_t k)
{
    const report_column *c = &v->t->column[v->column[k]];
    const char *shown = sheet_shown(r, v->t, row, v->column[k]);
    if (!k)
        fprintf(f, "<th scope=\"row\" role=\"rowheader\"%s>", column_right(c) ? " class=\"n\"" : "");
    else {
        fprintf(f, "<td role=\"cell\"%s data-label=\"", column_right(c) ? " class=\"n\"" : "");
        markup_words(f, c->title);
        fputs("\">", f);
    }
    if (!*shown || !strcmp(shown, "-"))
        fputs("–", f);
    else if (c->form == REPORT_TEXT) { /* a name may be written from right to left */
        fputs("<bdi>", f);
        markup_name(f, shown);
        fputs("</bdi>", f);
    } else
        markup_text(f, shown);
    fputs(k ? "</td>" : "</th>", f);
}

static void table_note(FILE *f, const report *r, const table_view *v, size_t row, page_note *note)
{
    const char *source = v->t->cell[row * v->t->columns + v->source].text;
    const size_t n = source ? note(r, source) : 0;
    fputs("<td role=\"cell\" data-label=\"source\">", f);
    if (n)
        fprintf(f, "<a href=\"#source-%zu\" aria-label=\"source %zu\">[%zu]</a>", n, n, n);
    else
        markup_name(f, source && *source ? source : "–");
    fputs("</td>", f);
}

int page_table(FILE *f, report *r, const report_sheet *t, int all, page_note *note)
{
    const table_view v = table_look(r, t, all);
    size_t rows = 0;
    for (size_t i = 0; i < t->rows; i++) rows += t->depth[i] <= v.depth;
    if (!v.columns || !rows) return 0;
    fprintf(f, "<table role=\"table\"%s>\n<caption%s>", v.letters > TABLE_NARROW ? " class=\"wide\"" : "",
            t->title ? "" : " class=\"unseen\"");
    markup_prose(f, t->title ? t->title : t->section->title);
    fputs("</caption>\n", f);
    table_head(f, &v);
    fputs("<tbody>\n", f);
    for (size_t i = 0; i < t->rows; i++) {
        if (t->depth[i] > v.depth) continue;
        fputs("<tr role=\"row\">", f);
        for (size_t k = 0; k < v.columns; k++) table_cell(f, r, &v, i, k);
        if (v.source != SHEET_NONE) table_note(f, r, &v, i, note);
        fputs("</tr>\n", f);
    }
    fputs("</tbody>\n</table>\n", f);
    return 1;
}

int page_table_longer(report *r, const report_sheet *t)
{
    for (size_t i = 0; i < t->rows; i++)
        if (t->depth[i] == REPORT_FULL) return 1;
    return table_look(r, t, 1).columns > table_look(r, t, 0).columns;
}
