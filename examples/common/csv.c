/* The table of a CSV file: columns by name, fields by kind.  Reading the bytes is csv_parse.c. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* for newlocale and strtod_l */
#endif
#include "csv.h"
#include "csv_inside.h"
#include "nearest.h"

#include <locale.h>
#include <math.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* "file:line:field: kind text", for free(). */
static char *csv_words(const csv *t, size_t line, size_t field, const char *kind, const char *text, va_list list)
{
    enum { ROOM = 2000 };
    char *words = program_memory(ROOM, 1);
    const int used = snprintf(words, ROOM, "%s:%zu:%zu: %s", t->path, line, field, kind);
    if (used >= 0 && used < ROOM) vsnprintf(words + used, ROOM - (size_t)used, text, list);
    return words;
}

static size_t csv_field(const csv *t, size_t column) { return column < t->columns ? column + 1 : 1; }

void csv_fail(const csv *t, size_t row, size_t column, const char *text, ...)
{
    va_list list;
    va_start(list, text);
    program_stop(PROGRAM_DATA, csv_words(t, csv_line(t, row), csv_field(t, column), "", text, list));
}

#define HASH UINT64_C(14695981039346656037)
static char **warned;                 /* all warnings, slots / 2 at most; freed by csv_warnings_free */
static size_t warnings, slots, *slot; /* slot: a power of two of them: 1 + the number of a warning */

static uint64_t csv_hash(uint64_t hash, const char *text, size_t length) /* FNV-1a of the text and of a 0 */
{
    for (size_t i = 0; i < length; i++) hash = (hash ^ (unsigned char)text[i]) * UINT64_C(1099511628211);
    return hash * UINT64_C(1099511628211);
}

/* The slot of a warning, or the empty one where it would be. */
static size_t *csv_warned(const char *words)
{
    size_t at = (size_t)csv_hash(HASH, words, strlen(words)) & (slots - 1);
    while (slot[at] && strcmp(warned[slot[at] - 1], words)) at = (at + 1) & (slots - 1);
    return slot + at;
}

/* Room for twice as many warnings. */
static void csv_warn_room(void)
{
    slots = slots ? 2 * slots : 16;
    char **more = program_memory(slots / 2, sizeof *more);
    if (warnings) memcpy(more, warned, warnings * sizeof *more);
    free(warned);
    free(slot);
    warned = more;
    slot = program_memory(slots, sizeof *slot);
    for (size_t k = 0; k < warnings; k++) *csv_warned(warned[k]) = k + 1;
}

static void csv_warn_once(char *words)
{
    if (2 * warnings >= slots) csv_warn_room();
    size_t *at = csv_warned(words);
    if (*at) {
        free(words);
        return;
    }
    warned[warnings++] = words;
    *at = warnings;
    program_say("%s", words);
}

void csv_warn(const csv *t, size_t row, size_t column, const char *text, ...)
{
    va_list list;
    va_start(list, text);
    csv_warn_once(csv_words(t, csv_line(t, row), csv_field(t, column), "warning: ", text, list));
    va_end(list);
}

void csv_doubt(const csv *t, size_t line, size_t field, const char *text, ...)
{
    va_list list;
    va_start(list, text);
    csv_warn_once(csv_words(t, line, field, "warning: ", text, list));
    va_end(list);
}

const char *csv_warning(size_t k) { return k < warnings ? warned[k] : NULL; }

void csv_warnings_free(void)
{
    while (warnings) free(warned[--warnings]);
    free(warned);
    free(slot);
    warned = NULL;
    slot = NULL;
    slots = 0;
}

const char *csv_name(const csv *t) { return t->path; }
size_t csv_rows(const csv *t) { return t->rows; }
const char *csv_title(const csv *t, size_t column) { return t->header[column]; }
size_t csv_line(const csv *t, size_t row) { return row < t->rows ? t->line[row] : t->header_line; }
size_t csv_columns(const csv *t) { return t->columns; }

size_t csv_exact(const csv *t, const char *name)
{
    for (size_t c = 0; c < t->columns; c++)
        if (!strcmp(t->header[c], name)) {
            t->known[c] = 1;
            return c;
        }
    return CSV_NONE;
}

size_t csv_optional(const csv *t, const char *name)
{
    const size_t c = csv_exact(t, name);
    if (c != CSV_NONE) return c;
    const size_t near = nearest_word(name, t->columns, (const char *const *)t->header);
    if (near < t->columns && !t->known[near])
        csv_warn(t, CSV_WHOLE, near, "column \"%s\" is not read: is \"%s\" meant?", t->header[near], name);
    return CSV_NONE;
}

/* The column that a missing one is probably called; t->columns: none is. */
static size_t csv_near(const csv *t, const char *name)
{
    const char *const *header = (const char *const *)t->header;
    const size_t near = nearest_word(name, t->columns, header);
    return near < t->columns ? near : nearest_beginning(name, t->columns, header);
}

void csv_need(const csv *t, const char *columns, const char *may)
{
    char name[60], missing[1000] = "";
    size_t n = 0, used = 0, first = t->columns;
    for (const char *at = columns; *at; at += strcspn(at, ",")) {
        at += *at == ',';
        snprintf(name, sizeof name, "%.*s", (int)strcspn(at, ","), at);
        if (csv_exact(t, name) != CSV_NONE) continue;
        const size_t near = csv_near(t, name);
        const char *meant = near < t->columns ? t->header[near] : "";
        if (first == t->columns) first = near;
        if (used + strlen(name) + strlen(meant) + 20 < sizeof missing)
            used += (size_t)snprintf(missing + used, sizeof missing - used, "%s\"%s\"%s%s%s", n ? ", " : "", name,
                                     *meant ? " (is \"" : "", meant, *meant ? "\" meant?)" : "");
        n++;
    }
    if (n)
        csv_fail(t, CSV_WHOLE, first, "%s %s %s missing; columns of this table: %s%s%s", n > 1 ? "columns" : "column",
                 missing, n > 1 ? "are" : "is", columns, *may ? "; it may also have: " : "", may);
}

size_t csv_column(const csv *t, const char *name)
{
    const size_t c = csv_exact(t, name);
    if (c != CSV_NONE) return c;
    const size_t near = csv_near(t, name);
    if (near < t->columns)
        csv_fail(t, CSV_WHOLE, near, "column \"%s\" is missing: is \"%s\" meant?", name, t->header[near]);
    csv_fail(t, CSV_WHOLE, 0, "column \"%s\" is missing", name);
}

void csv_least(const csv *t, size_t rows, const char *what)
{
    if (t->rows < rows)
        csv_fail(t, CSV_WHOLE, 0, "%zu %s%s: at least %zu %s needed", t->rows, what, t->rows == 1 ? "" : "s", rows,
                 rows == 1 ? "is" : "are");
}

const char *csv_raw(const csv *t, size_t row, size_t column)
{
    const char *text = column == CSV_NONE ? "" : t->field[row * t->columns + column];
    if (csv_is_error(text)) csv_fail(t, row, column, "%s \"%s\" is " CSV_ERROR, t->header[column], text);
    return text;
}

const char *csv_text(const csv *t, size_t row, size_t column)
{
    const char *text = csv_raw(t, row, column);
    if (!*text) csv_fail(t, row, column, "%s is empty", t->header[column]);
    if (csv_missing(t, row, column))
        csv_fail(t, row, column, "%s is missing (\"%s\"), a text is needed", t->header[column], text);
    return text;
}

int csv_missing(const csv *t, size_t row, size_t column)
{
    const char *text = csv_raw(t, row, column);
    return !*text || !strcmp(text, "..") || !strcmp(text, ":");
}

/* What cannot be seen in a number, in words. */
static const char *csv_cause(const char *text)
{
    if (strstr(text, "\u2212") || strstr(text, "\u2013")) return ": its minus is a sign of printing, \"-\" is needed";
    if (strchr(text, ' ') || strstr(text, "\u00a0") || strstr(text, "\u202f")) return ": it has a space in it";
    return "";
}

double csv_number(const csv *t, size_t row, size_t column)
{
    static locale_t c_locale;
    const char *text = csv_raw(t, row, column), *name = t->header[column];
    char *end;
    if (csv_missing(t, row, column)) csv_fail(t, row, column, "%s is missing (\"%s\"), a number is needed", name, text);
    if (strchr(text, ','))
        csv_fail(t, row, column, "%s \"%s\" is not a number: no thousands separators, decimal dot", name, text);
    if (!c_locale && !(c_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0)))
        program_fail(PROGRAM_DATA, "out of memory");
    /* strtod alone would accept leading space, hexadecimal digits, "inf" and "nan" */
    double value = strspn(text, "+-.0123456789eE") == strlen(text) ? strtod_l(text, &end, c_locale) : (end = NULL, 0.0);
    if (!end || *end || end == text)
        csv_fail(t, row, column, "%s \"%s\" is not a number%s", name, text, csv_cause(text));
    if (!isfinite(value)) csv_fail(t, row, column, "%s \"%s\" is too large", name, text);
    return value;
}

double csv_number_or(const csv *t, size_t row, size_t column, double missing)
{
    return csv_missing(t, row, column) ? missing : csv_number(t, row, column);
}

double csv_positive(const csv *t, size_t row, size_t column)
{
    double value = csv_number(t, row, column);
    if (!(value > 0)) csv_fail(t, row, column, "%s \"%s\" is not above 0", t->header[column], csv_raw(t, row, column));
    return value;
}

double csv_share(const csv *t, size_t row, size_t column)
{
    double value = csv_number(t, row, column);
    if (!(value >= 0 && value <= 1))
        csv_fail(t, row, column, "%s \"%s\" is not a fraction in [0,1]%s", t->header[column], csv_raw(t, row, column),
                 value > 1 && value <= 100 ? " (percent?)" : "");
    return value;
}

void csv_zero(const csv *t, size_t row, size_t column, double before, double value)
{
    if (before > 0 && value == 0)
        csv_warn(t, row, column, "%s is \"%s\" after a value above 0: is it missing?", t->header[column],
                 csv_raw(t, row, column));
}

int32_t csv_year(const csv *t, size_t row, size_t column)
{
    double value = csv_number(t, row, column);
    if (!(value >= 1500 && value <= 2400) || value != floor(value))
        csv_fail(t, row, column, "%s \"%s\" is not a year in 1500..2400", t->header[column], csv_raw(t, row, column));
    return (int32_t)value;
}

int32_t csv_year_after(const csv *t, size_t row, size_t column, int32_t before)
{
    const int32_t year = csv_year(t, row, column);
    if (year <= before) csv_fail(t, row, column, "year %d does not come after %d", (int)year, (int)before);
    return year;
}

int32_t csv_year_next(const csv *t, size_t row, size_t column, int32_t before)
{
    const int32_t year = csv_year(t, row, column);
    if (year != before + 1)
        csv_fail(t, row, column, "year %d does not follow %d: one row a year is needed", (int)year, (int)before);
    return year;
}

size_t csv_choice(const csv *t, size_t row, size_t column, size_t n, const char *const *name)
{
    const char *text = csv_raw(t, row, column);
    for (size_t i = 0; i < n; i++)
        if (!strcmp(text, name[i])) return i;
    char list[400] = "";
    for (size_t i = 0; i < n; i++) {
        size_t used = strlen(list);
        snprintf(list + used, sizeof list - used, "%s%s", i ? ", " : "", *name[i] ? name[i] : "empty");
    }
    const size_t near = *text ? nearest_word(text, n, name) : n;
    csv_fail(t, row, column, "%s \"%s\" is none of: %s%s%s%s", t->header[column], text, list, near < n ? "; is \"" : "",
             near < n ? name[near] : "", near < n ? "\" meant?" : "");
}

/* The letters of a text by which it is compared: of a year without ".0", which some programs write. */
static size_t csv_letters(const csv *t, size_t row, size_t column)
{
    const char *text = csv_raw(t, row, column), *point = strchr(text, '.');
    const int whole = point && !strcmp(t->header[column], "year") && strspn(point + 1, "0") == strlen(point + 1);
    return whole ? (size_t)(point - text) : strlen(text);
}

static int csv_same(const csv *t, size_t a, size_t b, size_t n, const size_t *column)
{
    for (size_t k = 0; k < n; k++) {
        const size_t length = csv_letters(t, a, column[k]);
        if (length != csv_letters(t, b, column[k]) ||
            memcmp(csv_raw(t, a, column[k]), csv_raw(t, b, column[k]), length))
            return 0;
    }
    return 1;
}

static uint64_t csv_row_hash(const csv *t, size_t row, size_t n, const size_t *column)
{
    uint64_t hash = HASH;
    for (size_t k = 0; k < n; k++) hash = csv_hash(hash, csv_raw(t, row, column[k]), csv_letters(t, row, column[k]));
    return hash;
}

void csv_unique(const csv *t, size_t n, const size_t *column)
{
    size_t room = 16;
    while (room < 2 * t->rows) room *= 2;
    size_t *seen = program_memory(room, sizeof *seen); /* 1 + row */
    for (size_t i = 0; n && i < t->rows; i++) {
        size_t at = (size_t)csv_row_hash(t, i, n, column) & (room - 1);
        for (; seen[at]; at = (at + 1) & (room - 1))
            if (csv_same(t, i, seen[at] - 1, n, column))
                csv_fail(t, i, column[n - 1], "%s \"%s\" is a duplicate of row %zu", t->header[column[n - 1]],
                         csv_raw(t, i, column[n - 1]), t->line[seen[at] - 1]);
        seen[at] = i + 1;
    }
    free(seen);
}

void csv_put_text(FILE *file, int first, const char *text)
{
    /* A line may begin neither as a comment nor with the mark that a file of UTF-8 may have. */
    int quote = text[strcspn(text, ",\"\r\n")] != '\0' || text[0] == '#' || !strncmp(text, "\xEF\xBB\xBF", 3);
    if (!first) fputc(',', file);
    if (quote) fputc('"', file);
    for (; *text; text++) {
        if (*text == '"') fputc('"', file);
        fputc(*text, file);
    }
    if (quote) fputc('"', file);
}

void csv_put_number(FILE *file, int first, double value)
{
    char text[40];
    if (!first) fputc(',', file);
    if (isnan(value)) return;
    const int whole = fabs(value) < 1e15 && value == floor(value); /* 2000, not 2e+03 */
    for (int digits = whole ? 15 : 1; digits <= 17; digits++) {
        snprintf(text, sizeof text, "%.*g", digits, value);
        if (strtod(text, NULL) == value) break;
    }
    fputs(text, file);
}
