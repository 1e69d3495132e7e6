/* The tables of the report as CSV files, and figures.csv for the pictures. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L /* unlink */
#endif
#include "write_csv.h"
#include "width.h"
#include "../common/csv.h"

#include <errno.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void file_header(FILE *f, const report_sheet *t)
{
    int first = 1;
    for (size_t c = 0; c < t->columns; c++)
        if (t->column[c].key) {
            csv_put_text(f, first, t->column[c].key);
            first = 0;
        }
    fputc('\n', f);
}

static void file_rows(FILE *f, const report_sheet *t)
{
    for (size_t i = 0; i < t->rows; i++) {
        int first = 1;
        for (size_t c = 0; c < t->columns; c++) {
            const report_cell *cell = &t->cell[i * t->columns + c];
            if (!t->column[c].key) continue;
            if (t->column[c].form == REPORT_TEXT)
                csv_put_text(f, first, cell->text ? cell->text : "");
            else
                csv_put_number(f, first, cell->value);
            first = 0;
        }
        fputc('\n', f);
    }
}

/* 1: a sheet before this one has the same file. */
static int file_begun(const report *r, const report_sheet *t)
{
    for (size_t i = 0; i < r->sections; i++)
        for (size_t k = 0; k < r->section[i].blocks; k++) {
            const report_sheet *other = r->section[i].block[k].sheet;
            if (other == t) return 0;
            if (other && other->file && !strcmp(other->file, t->file)) return 1;
        }
    return 0;
}

/* A file with this sheet and all later ones of its name. */
static void file_write(const report *r, const report_sheet *t, const char *where)
{
    char name[80];
    snprintf(name, sizeof name, "%s.csv", t->file);
    FILE *f = program_create(where, name);
    file_header(f, t);
    for (size_t i = 0; i < r->sections; i++)
        for (size_t k = 0; k < r->section[i].blocks; k++) {
            const report_sheet *each = r->section[i].block[k].sheet;
            if (each && each->file && !strcmp(each->file, t->file)) file_rows(f, each);
        }
    program_close(f, name);
}

enum { FOOT_ROOM = 108, FOOT_SHORT = 84 }; /* columns: a whole line, and one that goes on "; others in ..." */

/* The sources of a section on one line for the foot of its picture; what does not fit is in the files. */
static void figures_sources(FILE *f, const report_section *s)
{
    char key[60], text[FOOT_ROOM * 4] = "Sources: ";
    size_t taken = 0;
    for (; taken < s->sources; taken++) {
        const size_t room = taken + 1 < s->sources ? FOOT_SHORT : FOOT_ROOM, used = strlen(text);
        if (text_width(text) + text_width(s->source[taken]) + 2 > room) break;
        if (used + strlen(s->source[taken]) + 40 > sizeof text) break;
        snprintf(text + used, sizeof text - used, "%s%s", taken ? "; " : "", s->source[taken]);
    }
    if (taken < s->sources)
        snprintf(text + strlen(text), sizeof text - strlen(text), "%s in the files", taken ? "; others" : "those");
    snprintf(key, sizeof key, "%s_sources", s->key);
    csv_put_text(f, 1, key);
    fputc(',', f);
    csv_put_text(f, 0, text);
    fputc('\n', f);
}

void report_write_files(const report *r, const char *where)
{
    for (size_t i = 0; i < r->sections; i++)
        for (size_t k = 0; k < r->section[i].blocks; k++) {
            const report_sheet *t = r->section[i].block[k].sheet;
            if (t && t->file && !file_begun(r, t)) file_write(r, t, where);
        }
    FILE *f = program_create(where, "figures.csv");
    fputs("key,value,text\n", f);
    for (size_t i = 0; i < r->sections; i++) {
        if (r->section[i].picture) fprintf(f, "picture,,%s\n", r->section[i].picture);
        if (r->section[i].sources) figures_sources(f, &r->section[i]);
        for (size_t k = 0; k < r->section[i].figures; k++) {
            const report_figure *each = &r->section[i].figure[k];
            csv_put_text(f, 1, each->key);
            csv_put_number(f, 0, each->value);
            csv_put_text(f, 0, each->text);
            fputc('\n', f);
        }
    }
    program_close(f, "figures.csv");
}

static char *file_path(const char *where, const char *name, const char *ending)
{
    const size_t room = strlen(where) + strlen(name) + strlen(ending) + 2;
    char *path = program_memory(room, 1);
    snprintf(path, room, "%s/%s%s", where, name, ending);
    return path;
}

static void file_remove(const char *where, const char *name, const char *ending)
{
    char *path = file_path(where, name, ending);
    if (unlink(path) && errno != ENOENT) program_fail(PROGRAM_DATA, "%s: %s", path, strerror(errno));
    free(path);
}

void report_remove_files(const char *where)
{
    static const char *const table[] = {
        "digital",       "impact",  "urban",          "urban_observed", "urban_past",       "urban_published",
        "cities",        "carbon",  "carbon_since",   "carbon_world",   "carbon_waypoints", "carbon_shares",
        "carbon_cities", "verdict", "verdict_causes", "index",          "index_weights",    "peers",
        "figures"};
    static const char *const picture[] = {"definitions", "impact", "urban", "carbon", "verdict", "index"};
    char *page = file_path(where, "outlook", ".html");
    const int there = !access(page, F_OK);
    free(page);
    if (!there) return;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) file_remove(where, table[i], ".csv");
    for (size_t i = 0; i < sizeof picture / sizeof *picture; i++) {
        file_remove(where, picture[i], ".svg");
        file_remove(where, picture[i], ".png");
    }
    file_remove(where, "outlook", ".html"); /* last: without it the others are not this program's */
}
