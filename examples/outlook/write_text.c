/* The report on a terminal: lines of at most 100 columns. */
#include "write_text.h"
#include "text_paragraph.h"
#include "text_table.h"
#include "width.h"

#include <string.h>

/* The heading with a rule to the end of the line, in the full report after a blank line. */
static void text_heading(const char *text, int full)
{
    size_t used = text_width(text) + 1;
    printf("%s%s ", full ? "\n" : "", text);
    for (; used < TEXT_WIDTH; used++) putchar('-');
    putchar('\n');
}

static void text_headlines(report *r, int full)
{
    int at = 0;
    for (size_t i = 0; i < r->sections && full; i++)
        if (r->section[i].headlines && !at++) putchar('\n');
    at = 0;
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

/* Where the input is doubtful: what is the matter has been printed before, as a warning. */
static void text_doubts(report *r)
{
    const char *list = "";
    for (size_t k = 0; k < r->doubts; k++) {
        const char *end = strstr(r->doubt[k], ": warning: "), *begin = end;
        while (begin && begin > r->doubt[k] && begin[-1] != '/') begin--;
        if (begin) list = report_words(r, "%s%s%.*s", list, *list ? ", " : "", (int)(end - begin), begin);
    }
    if (*list) text_paragraph("", 0, report_words(r, "Doubtful input (see the warnings): %s.", list));
}

void report_print(report *r, int full)
{
    text_paragraph("", 0, r->title);
    text_paragraph("", 0, r->subtitle);
    text_doubts(r);
    text_headlines(r, full);
    for (size_t i = 0; i < r->sections; i++)
        if (section_shown(&r->section[i], full)) text_section(r, &r->section[i], full);
    int first = 1;
    for (size_t i = 0; i < r->sections; i++)
        if (r->section[i].absent) {
            if (first) putchar('\n');
            first = 0;
            text_paragraph("", 0, r->section[i].absent);
        }
    if (first && (r->unused || r->empty)) putchar('\n');
    if (r->unused) text_paragraph("", 0, r->unused);
    if (r->empty) text_paragraph("", 0, r->empty);
    if (!full) return;
    text_late(r);
    text_heading("Sources", 1);
    for (size_t i = 0; i < r->sections; i++) {
        if (!r->section[i].sources) continue;
        printf("%s\n", r->section[i].title);
        for (size_t k = 0; k < r->section[i].sources; k++) text_paragraph("    ", 4, r->section[i].source[k]);
    }
}
