/* The page: headlines as cards, each section with its pictures beside its tables, methods and refusals folded, sources as
 * footnotes. */
#include "page.h"
#include "markup.h"
#include "page_style.h"
#include "page_table.h"
#include "pictures.h"

#include <string.h>

enum { PAGE_LONG = 15, PAGE_ALONE = 8 }; /* more rows of a table of the full report are folded; without a picture */
enum { PAGE_TALL = 450 };                /* beside a higher picture stands the rest of its section */

/* Sources are numbered through all sections, each once. */
static size_t source_number(const report *r, const char *source)
{
    size_t n = 0;
    for (size_t i = 0; i < r->sections; i++)
        for (size_t k = 0; k < r->section[i].sources; k++) {
            size_t first = 1;
            for (size_t j = 0; j < i && first; j++)
                for (size_t l = 0; l < r->section[j].sources && first; l++)
                    first = strcmp(r->section[j].source[l], r->section[i].source[k]) != 0;
            n += first;
            if (first && !strcmp(r->section[i].source[k], source)) return n;
        }
    return 0;
}

static void page_link(FILE *f, size_t n)
{
    if (n) fprintf(f, " <a href=\"#source-%zu\" aria-label=\"source %zu\">[%zu]</a>", n, n, n);
}

static const char *subject(const report *r, const char *key)
{
    for (size_t i = 0; i < r->section[0].figures; i++)
        if (!strcmp(r->section[0].figure[i].key, key)) return r->section[0].figure[i].text;
    return "";
}

static void page_head(FILE *f, const report *r)
{
    fputs("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta name=\"color-scheme\" content=\"light dark\">\n<title>",
          f);
    markup_words(f, r->title);
    fputs("</title>\n<style>\n", f);
    page_style(f);
    fputs("</style>\n</head>\n<body>\n<header>\n<h1>", f);
    markup_prose(f, r->title);
    if (*subject(r, "subject_local")) {
        fputs(" <bdi class=\"local\">", f);
        markup_name(f, subject(r, "subject_local"));
        fputs("</bdi>", f);
    }
    fputs("</h1>\n<p>", f);
    markup_words(f, r->subtitle);
    fputs("</p>\n</header>\n<main>\n", f);
}

static void page_doubts(FILE *f, report *r)
{
    if (!r->doubts) return;
    fputs("<section class=\"doubts\" aria-labelledby=\"doubts\">\n<h2 id=\"doubts\">Doubtful input</h2>\n<ul>\n", f);
    for (size_t k = 0; k < r->doubts; k++) {
        const char *at = strstr(r->doubt[k], ": warning: "), *begin = at;
        while (begin && begin > r->doubt[k] && begin[-1] != '/') begin--;
        if (!at) continue;
        fputs("<li>", f);
        markup_prose(f, report_words(r, "%.*s: %s", (int)(at - begin), begin, at + strlen(": warning: ")));
        fputs("</li>\n", f);
    }
    fputs("</ul>\n</section>\n", f);
}

/* The sources of a section that are named in a headline's text. */
static void card_links(FILE *f, const report *r, const report_section *s, const char *text)
{
    for (size_t k = 0; k < s->sources; k++)
        if (strstr(text, s->source[k])) page_link(f, source_number(r, s->source[k]));
}

static void page_cards(FILE *f, const report *r)
{
    size_t n = 0;
    for (size_t i = 0; i < r->sections; i++) n += r->section[i].headlines;
    if (!n) return;
    fputs("<section aria-labelledby=\"headlines\">\n<h2 id=\"headlines\">Headlines</h2>\n"
          "<table class=\"cards\" role=\"table\">\n<caption class=\"unseen\">Headlines</caption>\n"
          "<thead><tr role=\"row\"><th scope=\"col\" role=\"columnheader\">figure</th>"
          "<th scope=\"col\" role=\"columnheader\">of what</th><th scope=\"col\" role=\"columnheader\">kind</th>"
          "<th scope=\"col\" role=\"columnheader\">range</th><th scope=\"col\" role=\"columnheader\">source</th>"
          "</tr></thead>\n<tbody>\n",
          f);
    for (size_t i = 0; i < r->sections; i++)
        for (size_t k = 0; k < r->section[i].headlines; k++) {
            const report_headline *h = &r->section[i].headline[k];
            fputs("<tr role=\"row\"><td role=\"cell\" class=\"figure\">", f);
            markup_prose(f, h->figure);
            fputs("</td><th scope=\"row\" role=\"rowheader\">", f);
            markup_prose(f, h->what);
            fputs("</th><td role=\"cell\" class=\"kind\">", f);
            markup_prose(f, h->kind);
            fputs("</td><td role=\"cell\" data-label=\"range\">", f);
            markup_prose(f, h->range);
            fputs("</td><td role=\"cell\" data-label=\"source\">", f);
            markup_prose(f, h->source);
            card_links(f, r, &r->section[i], h->source);
            fputs("</td></tr>\n", f);
        }
    fputs("</tbody>\n</table>\n</section>\n", f);
}

/* A sentence up to one of these marks. */
static void page_words_to(FILE *f, const char *text, const char *marks)
{
    char part[200];
    size_t n = strcspn(text, marks);
    while (n && text[n - 1] == ' ') n--;
    while (n >= sizeof part || (n && (text[n] & 0xC0) == 0x80)) n--;
    memcpy(part, text, n);
    part[n] = '\0';
    markup_words(f, part);
}

static void page_contents(FILE *f, const report *r)
{
    fputs("<nav aria-label=\"Sections\">\n<ul>\n", f);
    for (size_t i = 0; i < r->sections; i++) {
        const report_section *s = &r->section[i];
        if (s->absent || !s->blocks) continue;
        fprintf(f, "<li><a href=\"#%s\">", s->key);
        page_words_to(f, s->title, ":(");
        fputs("</a></li>\n", f);
    }
    fputs("</ul>\n</nav>\n", f);
}

/* The summary over all rows of a table. */
static void page_summary(FILE *f, const report_sheet *t)
{
    fputs("<summary>", f);
    if (t->title)
        page_words_to(f, t->title, ":");
    else
        fprintf(f, "%s%s", t->file ? t->file : "Table", t->file ? ".csv" : "");
    fprintf(f, ": all %zu row%s</summary>\n", t->rows, t->rows == 1 ? "" : "s");
}

/* A table that begins with its short form, or is folded as a whole where it has none.  1: beside a tall picture it is left
 * open for the rest of the section. */
static int page_sheet(picture *p, report *r, const report_sheet *t, enum report_depth depth, int first)
{
    FILE *f = p->f;
    fputs("<div class=\"pair\">\n", f);
    const int pictures = pictures_beside(p, t->section, t, first), tall = pictures && p->height > PAGE_TALL;
    const int folded = depth == REPORT_FULL && t->rows > (pictures ? PAGE_LONG : PAGE_ALONE);
    fprintf(f, "<div class=\"rows%s\">\n", tall ? " beside" : "");
    if (!folded) page_table(f, r, t, depth == REPORT_FULL, source_number);
    if (folded || (depth == REPORT_ALWAYS && page_table_longer(r, t))) {
        fputs("<details>\n", f);
        page_summary(f, t);
        page_table(f, r, t, 1, source_number);
        fputs("</details>\n", f);
    }
    if (!tall) fputs("</div>\n</div>\n", f);
    return tall;
}

/* All sentences of one kind under a summary that opens. */
static void page_fold(FILE *f, const report_section *s, enum report_kind kind, const char *summary)
{
    size_t n = 0;
    for (size_t i = 0; i < s->blocks; i++) {
        const report_block *b = &s->block[i];
        if (b->kind != kind || !b->text || b->depth == REPORT_FILE) continue;
        if (!n++) fprintf(f, "<details class=\"words\">\n<summary>%s</summary>\n", summary);
        fputs("<p>", f);
        markup_prose(f, b->text);
        fputs("</p>\n", f);
    }
    if (n) fputs("</details>\n", f);
}

/* 1: an earlier table of the section has the same file. */
static int file_listed(const report_section *s, size_t block)
{
    for (size_t i = 0; i < block; i++)
        if (s->block[i].sheet && s->block[i].sheet->file &&
            !strcmp(s->block[i].sheet->file, s->block[block].sheet->file))
            return 1;
    return 0;
}

static void page_files(FILE *f, const report *r, const report_section *s)
{
    size_t n = 0;
    fputs("<p class=\"quiet\">", f);
    for (size_t i = 0; i < s->blocks; i++) {
        const report_sheet *t = s->block[i].sheet;
        if (!t || !t->file || !t->rows || file_listed(s, i)) continue;
        fprintf(f, "%s<a href=\"%s.csv\">%s.csv</a>", n++ ? ", " : "Files: ", t->file, t->file);
    }
    if (s->sources) fputs(n ? ". Sources:" : "Sources:", f);
    for (size_t k = 0; k < s->sources; k++) page_link(f, source_number(r, s->source[k]));
    fputs(".</p>\n", f);
}

static void page_section(picture *p, report *r, const report_section *s)
{
    FILE *f = p->f;
    int first = 1, open = 0;
    fprintf(f, "<section aria-labelledby=\"%s\">\n<h2 id=\"%s\">", s->key, s->key);
    markup_prose(f, s->title);
    fputs("</h2>\n", f);
    for (size_t i = 0; i < s->blocks; i++) {
        const report_block *b = &s->block[i];
        if (b->depth == REPORT_FILE) continue;
        if (b->sheet) {
            open += page_sheet(p, r, b->sheet, b->depth, first);
            first = 0;
        } else if (b->kind == REPORT_HEADING || b->kind == REPORT_RESULT) {
            fputs(b->kind == REPORT_HEADING ? "<h3>" : "<p>", f);
            markup_prose(f, b->text);
            fputs(b->kind == REPORT_HEADING ? "</h3>\n" : "</p>\n", f);
        }
    }
    while (open--) fputs("</div>\n</div>\n", f);
    page_fold(f, s, REPORT_REFUSAL, "What is refused");
    page_fold(f, s, REPORT_METHOD, "Methods");
    page_files(f, r, s);
    fputs("</section>\n", f);
}

static void page_item(FILE *f, size_t *n, const char *text)
{
    if (!text) return;
    if (!(*n)++) fputs("<section aria-labelledby=\"absent\">\n<h2 id=\"absent\">Left out</h2>\n<ul>\n", f);
    fputs("<li>", f);
    markup_prose(f, text);
    fputs("</li>\n", f);
}

static void page_absent(FILE *f, const report *r)
{
    size_t n = 0;
    for (size_t i = 0; i < r->sections; i++) page_item(f, &n, r->section[i].absent);
    page_item(f, &n, r->unused);
    page_item(f, &n, r->empty);
    if (n) fputs("</ul>\n</section>\n", f);
}

static void page_sources(FILE *f, const report *r)
{
    size_t n = 0;
    for (size_t i = 0; i < r->sections; i++)
        for (size_t k = 0; k < r->section[i].sources; k++) {
            const report_section *s = &r->section[i];
            if (source_number(r, s->source[k]) != n + 1) continue; /* it is in the list */
            if (!n++)
                fputs(
                    "<section class=\"sources\" aria-labelledby=\"sources\">\n<h2 id=\"sources\">Sources</h2>\n<ol>\n",
                    f);
            fprintf(f, "<li id=\"source-%zu\"><bdi>", n);
            markup_name(f, s->source[k]);
            fprintf(f, "</bdi> <a href=\"#%s\" aria-label=\"back to ", s->key);
            markup_words(f, s->title);
            fputs("\">↩</a></li>\n", f);
        }
    if (n) fputs("</ol>\n</section>\n", f);
}

void page_write(report *r, const char *where)
{
    FILE *f = program_create(where, "outlook.html");
    picture p = {.f = f, .r = r, .place = subject(r, "subject")};
    p.box = report_memory(r, SVG_BOXES, sizeof *p.box);
    page_head(f, r);
    page_doubts(f, r);
    page_cards(f, r);
    page_contents(f, r);
    for (size_t i = 0; i < r->sections; i++)
        if (r->section[i].blocks) page_section(&p, r, &r->section[i]);
    page_absent(f, r);
    page_sources(f, r);
    fputs("</main>\n</body>\n</html>\n", f);
    program_close(f, "outlook.html");
}
