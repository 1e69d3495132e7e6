/* What the library says about the cells of files (cells.h). */
#include "cells.h"

#include <stdlib.h>
#include <string.h>

static size_t cell_row(const cell *c, const skpi_error *e)
{
    const int64_t steps = c->step == CELL_BY_ROW ? e->row : c->step == CELL_BY_COLUMN ? e->column : 0;
    if (steps < 0 || c->step == CELL_ONE) return c->row;
    const size_t row = c->rows ? c->rows[steps] : c->row + (size_t)steps;
    return row < csv_rows(c->table) ? row : CSV_WHOLE;
}

/* Whether the last words were the same and about this cell, as after two calls that read the same argument. */
static int cell_warned(const cell *c, size_t row)
{
    static cell last;
    static char words[400];
    const char *colon = strchr(skpi_last_error(), ':'), *text = colon ? colon : skpi_last_error();
    if (last.table == c->table && last.row == row && last.column == c->column && !strcmp(words, text)) return 1;
    last = cell_at(c->argument, c->table, row, c->column);
    snprintf(words, sizeof words, "%s", text);
    return 0;
}

/* Appends a word of the library's text: "path->t_peak[0]" is t_peak, and numbers have six digits at most. */
static size_t cell_word(char *to, size_t room, const char *word, size_t length)
{
    char own[200];
    snprintf(own, sizeof own, "%.*s", (int)length, word);
    const size_t lead = strspn(own, "(["), digits = strspn(own + lead, "+-.0123456789eE");
    char *from = own, *member;
    while ((member = strstr(from, "->")) != NULL) from = member + 2;
    if (digits > 8) {
        char rest[200];
        snprintf(rest, sizeof rest, "%s", own + lead + digits);
        return (size_t)snprintf(to, room, "%.*s%.6g%s", (int)lead, own, strtod(own + lead, NULL), rest);
    }
    if (from != own) { /* a member: without its position */
        const size_t name = strcspn(from, "[");
        const char *end = strrchr(from, ']');
        return (size_t)snprintf(to, room, "%.*s%s", (int)name, from, end ? end + 1 : from + name);
    }
    return (size_t)snprintf(to, room, "%s", own);
}

const char *cells_words(void)
{
    const char *words = skpi_last_error(), *behind = strstr(words, ": ");
    return behind ? behind + 2 : words;
}

void cells_reason(char *to, size_t room)
{
    const char *from = cells_words();
    size_t used = 0;
    from += strcspn(from, " ");
    if (!strncmp(from, " = ", 3)) from += 3 + strcspn(from + 3, " ");
    while (*from && used + 20 < room) {
        const size_t digits = strspn(from, "+-.0123456789eE");
        if (digits > 8) {
            used += (size_t)snprintf(to + used, 20, "%.6g", strtod(from, NULL));
            from += digits;
        } else if (!strncmp(from, "path->", 6))
            from += 6;
        else
            to[used++] = *from++;
    }
    to[used] = '\0';
}

static int cell_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* The length of a name with which a text begins, and of its positions; 0: it begins with none. */
static size_t cell_name(const char *text, size_t n, const cells_name *names, const char **words)
{
    for (size_t k = 0; k < n; k++) {
        size_t length = strlen(names[k].argument);
        if (!length || strncmp(text, names[k].argument, length)) continue;
        if (cell_letter(text[length - 1]) && (cell_letter(text[length]) || text[length] == '-')) continue;
        while (text[length] == '[' && strchr(text + length, ']')) length += strcspn(text + length, "]") + 1;
        *words = names[k].words;
        return length;
    }
    return 0;
}

void cells_named(char *to, size_t room, size_t n, const cells_name *names)
{
    const char *text = cells_words(), *words;
    size_t used = 0;
    while (*text && used + 1 < room) {
        size_t length = cell_name(text, n, names, &words);
        if (length) {
            used += (size_t)snprintf(to + used, room - used, "%s", words);
        } else if (*text == '"') { /* of a file */
            length = strcspn(text + 1, "\"") + 1;
            length += text[length] == '"';
            used += (size_t)snprintf(to + used, room - used, "%.*s", (int)length, text);
        } else if ((length = strcspn(text, " \":;()")) != 0) {
            used += cell_word(to + used, room - used, text, length);
        } else {
            length = 1;
            to[used++] = *text;
        }
        text += length;
    }
    to[used < room ? used : room - 1] = '\0';
}

/* The library's text without the names that only a programmer knows: the argument is the title of its column. */
static void cell_words(const cell *at, int known, char *to, size_t room)
{
    const char *text = cells_words();
    size_t used = 0;
    if (known && at->column < csv_columns(at->table) && strspn(csv_title(at->table, at->column), "0123456789") == 0) {
        text += strcspn(text, " ");
        used = (size_t)snprintf(to, room, "%.100s", csv_title(at->table, at->column));
        if (!strncmp(text, " = ", 3)) text += 2;
    }
    while (*text && used + 1 < room) {
        const size_t length = strcspn(text, " ");
        if (length) used += cell_word(to + used, room - used, text, length);
        text += length;
        for (; *text == ' ' && used + 1 < room; text++) to[used++] = ' ';
    }
    to[used < room ? used : room - 1] = '\0';
}

void cells_tell(skpi_status status, size_t n, const cell *cells)
{
    skpi_error e = {.size = sizeof e};
    const cell *at = cells;
    int known = 0;
    char words[800] = "";
    if (status >= 0 && !(status & SKPI_WUNUSUAL)) return;
    if (status == SKPI_ENOMEM || !n) program_fail(PROGRAM_DATA, "%s", skpi_last_error());
    if (skpi_last_error_get(&e) >= 0)
        for (size_t i = 0; i < n; i++)
            if (!strcmp(e.name, cells[i].argument)) {
                at = &cells[i];
                known = 1;
            }
    cell_words(at, known, words, sizeof words);
    if (status < 0) csv_fail(at->table, cell_row(at, &e), at->column, "%s", words);
    if (!cell_warned(at, cell_row(at, &e))) csv_warn(at->table, cell_row(at, &e), at->column, "%s", words);
}
