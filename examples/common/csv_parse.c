/* The bytes of a CSV file: RFC 4180 fields, UTF-8, comments.  Fields are unquoted in place. */
#include "csv.h"
#include "csv_inside.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

typedef struct { /* the position in the file */
    csv *t;
    char *at, *end;
    size_t line, field; /* both count from 1 */
} reader;

static _Noreturn void csv_refuse(const reader *r, size_t line, const char *text)
{
    char *words = program_memory(strlen(r->t->path) + strlen(text) + 50, 1);
    sprintf(words, "%s:%zu:%zu: %s", r->t->path, line, r->field, text);
    program_stop(PROGRAM_DATA, words);
}

static char *csv_slurp(const char *path, size_t *length)
{
    FILE *f = strcmp(path, "-") ? fopen(path, "rb") : stdin;
    size_t room = 1 << 16, used = 0, got;
    char *bytes = program_memory(room + 1, 1);
    if (!f) program_fail(PROGRAM_DATA, "%s: %s", path, strerror(errno));
    while ((got = fread(bytes + used, 1, room - used, f)) > 0) {
        used += got;
        if (used < room) continue;
        char *more = room < (size_t)-1 / 4 ? realloc(bytes, 2 * room + 1) : NULL;
        if (!more) program_fail(PROGRAM_DATA, "%s: out of memory", path);
        bytes = more;
        room *= 2;
    }
    if (ferror(f)) program_fail(PROGRAM_DATA, "%s: %s", path, strerror(errno));
    if (f != stdin) fclose(f);
    bytes[used] = '\0';
    *length = used;
    return bytes;
}

/* Length of the UTF-8 sequence at s; 0 if it is not valid, as are overlong forms, surrogates and values above
 * U+10FFFF. */
static size_t utf8_length(const unsigned char *s, size_t left)
{
    size_t n = s[0] < 0x80                   ? 1
               : s[0] >= 0xC2 && s[0] < 0xE0 ? 2
               : s[0] >= 0xE0 && s[0] < 0xF0 ? 3
               : s[0] >= 0xF0 && s[0] < 0xF5 ? 4
                                             : 0;
    if (!n || n > left) return 0;
    for (size_t i = 1; i < n; i++)
        if ((s[i] & 0xC0) != 0x80) return 0;
    if ((s[0] == 0xE0 && s[1] < 0xA0) || (s[0] == 0xED && s[1] >= 0xA0) || (s[0] == 0xF0 && s[1] < 0x90) ||
        (s[0] == 0xF4 && s[1] >= 0x90))
        return 0;
    return n;
}

/* Checks one character and returns its length. */
static size_t csv_character(const reader *r)
{
    if (*r->at == '\0') csv_refuse(r, r->line, "a NUL byte (not a text file, or UTF-16?)");
    size_t n = utf8_length((const unsigned char *)r->at, (size_t)(r->end - r->at));
    if (!n) csv_refuse(r, r->line, "not UTF-8 (another encoding?)");
    const unsigned char *c = (const unsigned char *)r->at;
    if ((*c < ' ' && !strchr("\t\r\n", *c)) || *c == 0x7F || (c[0] == 0xC2 && c[1] < 0xA0))
        csv_refuse(r, r->line, "a control character");
    if (*r->at == '\r' && (r->at + 1 == r->end || r->at[1] != '\n'))
        csv_refuse(r, r->line, "a carriage return without a line feed");
    return n;
}

/* Returns 1 if the line ends here, and steps over its end. */
static int csv_line_end(reader *r)
{
    if (r->at < r->end && *r->at != '\n' && *r->at != '\r') return 0;
    if (r->at < r->end) {
        r->at += csv_character(r);
        if (r->at[-1] == '\r') r->at++;
        r->line++;
    }
    return 1;
}

/* The length of the error of a spreadsheet with which a text begins; 0: it begins with none. */
static size_t csv_error(const char *text)
{
    static const char *const error[] = {"#N/A",  "#REF!",  "#NAME?",  "#DIV/0!", "#VALUE!",
                                        "#NUM!", "#NULL!", "#SPILL!", "#CALC!"};
    for (size_t i = 0; *text == '#' && i < sizeof error / sizeof *error; i++)
        if (!strncmp(text, error[i], strlen(error[i]))) return strlen(error[i]);
    return !strncmp(text, "Err:", 4) && strspn(text + 4, "0123456789") == 3 ? 7 : 0;
}

int csv_is_error(const char *text)
{
    const size_t length = csv_error(text);
    return length && !text[length];
}

/* A line that begins with # may be a row: what a spreadsheet writes where it has no value, or a name without quotes. */
static void csv_comment(const reader *r)
{
    const size_t error = csv_error(r->at); /* the bytes end with NUL */
    size_t fields = 1;
    if (error && strchr(",\r\n", r->at[error])) csv_refuse(r, r->line, CSV_ERROR);
    for (const char *c = r->at; c < r->end && *c != '\n'; c++) fields += *c == ',';
    if (r->t->columns > 1 && fields == r->t->columns && r->at[1] != ' ' && r->at[1] != '#')
        csv_doubt(r->t, r->line, 1, "a line that begins with # is left out: quote the first field if it is a row");
}

/* Skips comments and empty lines; returns 1 if a record follows. */
static int csv_skip(reader *r)
{
    while (r->at < r->end) {
        r->field = 1;
        if (*r->at == '#') {
            csv_comment(r);
            while (!csv_line_end(r)) r->at += csv_character(r);
        } else if (!csv_line_end(r))
            return 1;
    }
    return 0;
}

/* Reads a quoted field.  Its text is moved to where the quotes stood. */
static char *csv_quoted(reader *r)
{
    char *start = ++r->at, *to = start;
    size_t line = r->line;
    for (;;) {
        if (r->at == r->end) csv_refuse(r, line, "a quote is opened and never closed");
        if (*r->at == '"') {
            if (r->at + 1 == r->end || r->at[1] != '"') break;
            r->at++; /* a doubled quote stands for one */
        }
        if (*r->at == '\n') r->line++;
        for (size_t n = csv_character(r); n; n--) *to++ = *r->at++;
    }
    r->at++;
    if (r->at < r->end && *r->at != ',' && *r->at != '\n' && *r->at != '\r')
        csv_refuse(r, r->line, "text after a closing quote");
    *to = '\0'; /* writes over the closing quote at the latest */
    return start;
}

static char *csv_plain(reader *r)
{
    char *start = r->at;
    while (r->at < r->end && *r->at != ',' && *r->at != '\n' && *r->at != '\r') {
        if (*r->at == '"') csv_refuse(r, r->line, "a quote inside a field that does not begin with one");
        r->at += csv_character(r);
    }
    return start;
}

/* The first text of a file that has a space at an end is told: nobody sees that "A " is not "A". */
static void csv_ends(const reader *r, size_t line, const char *text)
{
    static const char *const blank[] = {" ", "\u00a0", "\u202f", "\u3000"};
    const size_t length = strlen(text);
    for (size_t i = 0; i < sizeof blank / sizeof *blank && !r->t->blank; i++) {
        const size_t n = strlen(blank[i]);
        if (length <= n || (strncmp(text, blank[i], n) && strcmp(text + length - n, blank[i]))) continue;
        csv_doubt(r->t, line, r->field, "\"%s\" has a space at an end", text);
        r->t->blank = 1;
    }
}

/* The first letter that is written in two parts, a Latin letter and a mark (U+0300 to U+036F), a kana and its mark (U+3099,
 * U+309A), or the parts of a Hangul (U+1100 to U+11FF); NULL: none is. */
static const char *csv_two_parts(const char *text)
{
    for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
        const int latin = (*c | 32) >= 'a' && (*c | 32) <= 'z';
        if (latin && (c[1] == 0xCC || (c[1] == 0xCD && c[2] < 0xB0))) return (const char *)c;
        if (*c == 0xE3 && c[1] == 0x82 && (c[2] == 0x99 || c[2] == 0x9A)) return (const char *)c;
        if (*c == 0xE1 && c[1] >= 0x84 && c[1] < 0x88) return (const char *)c;
    }
    return NULL;
}

/* The first such text of a file is told: two names may look alike and differ. */
static void csv_parts(const reader *r, size_t line, const char *text)
{
    if (r->t->apart || !csv_two_parts(text)) return;
    csv_doubt(r->t, line, r->field,
              "\"%s\" has letters in two parts: other programs write them as one, and the names differ (NFC is needed)",
              text);
    r->t->apart = 1;
}

/* Reads the fields of one record and returns their number, which the caller checks. */
static size_t csv_record(reader *r, char ***field, size_t *room)
{
    size_t n = 0;
    for (;;) {
        if (n == *room) {
            char **more = program_memory(2 * *room + 8, sizeof *more);
            if (n) memcpy(more, *field, n * sizeof *more);
            free(*field);
            *field = more;
            *room = 2 * *room + 8;
        }
        r->field = n + 1;
        const size_t line = r->line;
        (*field)[n++] = r->at < r->end && *r->at == '"' ? csv_quoted(r) : csv_plain(r);
        char *stop = r->at; /* the comma or line end, which is overwritten by the NUL of the field */
        int more = r->at < r->end && *r->at == ',';
        if (more)
            r->at++;
        else
            csv_line_end(r);
        *stop = '\0'; /* at the end of the file this is the byte behind it */
        csv_ends(r, line, (*field)[n - 1]);
        csv_parts(r, line, (*field)[n - 1]);
        if (!more) return n;
    }
}

/* What separates fields elsewhere. */
static const struct {
    const char *mark, *word;
} separator[] = {{";", "semicolons"},
                 {"\t", "tabs"},
                 {"|", "vertical bars"},
                 {"\uff0c", "full-width commas"},
                 {"\uff1b", "full-width semicolons"}};
enum { SEPARATORS = sizeof separator / sizeof *separator };

/* Refuses a line in which, outside of quotes, other marks separate the fields: there are more than commas. */
static void csv_separator(const reader *r)
{
    size_t commas = 0, marks[SEPARATORS] = {0};
    int quoted = 0;
    for (const char *c = r->at; c < r->end && (quoted || (*c != '\n' && *c != '\r')); c++) {
        if (*c == '"') quoted = !quoted;
        if (quoted) continue;
        commas += *c == ',';
        for (size_t i = 0; i < SEPARATORS; i++) marks[i] += !strncmp(c, separator[i].mark, strlen(separator[i].mark));
    }
    for (size_t i = 0; i < SEPARATORS; i++)
        if (marks[i] > commas) {
            char text[100];
            snprintf(text, sizeof text, "the columns are separated by %s: commas are needed", separator[i].word);
            csv_refuse(r, r->line, text);
        }
}

/* What perhaps separates the fields of a line that seems to have one field; NULL: nothing. */
static const char *csv_other_separator(const char *line)
{
    size_t i = 0;
    while (i < SEPARATORS && !strstr(line, separator[i].mark)) i++;
    return i < SEPARATORS ? separator[i].word : NULL;
}

static void csv_header(reader *r)
{
    csv *t = r->t;
    size_t room = 0;
    if (!csv_skip(r)) csv_refuse(r, 1, "no header line");
    csv_separator(r);
    t->header_line = r->line;
    t->columns = csv_record(r, &t->header, &room);
    t->known = program_memory(t->columns, 1);
    for (size_t i = 0; i < t->columns; i++) {
        r->field = i + 1;
        if (!*t->header[i]) csv_refuse(r, t->header_line, "a column without a name");
        if (csv_is_error(t->header[i])) csv_refuse(r, t->header_line, CSV_ERROR);
        for (size_t j = 0; j < i; j++)
            if (!strcmp(t->header[i], t->header[j])) csv_refuse(r, t->header_line, "a column's name is given twice");
    }
}

csv *csv_read(const char *path)
{
    csv *t = program_memory(1, sizeof *t);
    size_t length, room = 0, fields = 0, lines = 0;
    char **field = NULL;
    const char *shown = strcmp(path, "-") ? path : "standard input";
    t->path = strcpy(program_memory(strlen(shown) + 1, 1), shown);
    t->bytes = csv_slurp(path, &length);
    reader r = {.t = t, .at = t->bytes, .end = t->bytes + length, .line = 1, .field = 1};
    if (length >= 4 && (!memcmp(r.at, "PK\3\4", 4) || !memcmp(r.at, "\xD0\xCF\x11\xE0", 4)))
        csv_refuse(&r, 1, "an Excel file or another archive: save the sheet as CSV (UTF-8)");
    if (length >= 3 && !memcmp(r.at, "\xEF\xBB\xBF", 3)) r.at += 3;
    csv_header(&r);
    while (csv_skip(&r)) {
        size_t line = r.line, n = csv_record(&r, &field, &room);
        if (n != t->columns) {
            char text[120];
            const char *other = n == 1 ? csv_other_separator(field[0]) : NULL;
            r.field = n < t->columns ? n : t->columns + 1;
            snprintf(text, sizeof text, "%zu field%s, the header has %zu%s%s%s", n, n == 1 ? "" : "s", t->columns,
                     other ? ": separated by " : "", other ? other : "", other ? "?" : "");
            csv_refuse(&r, line, text);
        }
        if (t->rows == lines) { /* both lists grow together */
            lines = lines ? 2 * lines : 64;
            char **more = program_memory(lines, t->columns * sizeof *more);
            size_t *where = program_memory(lines, sizeof *where);
            if (fields) memcpy(more, t->field, fields * sizeof *more);
            if (t->rows) memcpy(where, t->line, t->rows * sizeof *where);
            free(t->field);
            free(t->line);
            t->field = more;
            t->line = where;
        }
        memcpy(t->field + fields, field, n * sizeof *field);
        fields += n;
        t->line[t->rows++] = line;
    }
    if (!t->rows) csv_doubt(t, t->header_line, 1, "no rows follow the header");
    free(field);
    return t;
}

void csv_free(csv *t)
{
    if (!t) return;
    free(t->path);
    free(t->bytes);
    free(t->header);
    free(t->known);
    free(t->field);
    free(t->line);
    free(t);
}
