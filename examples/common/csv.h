/* A small strict CSV reader for the example programs.
 *
 *     csv *t = csv_read("urban.csv");                      // "-" is standard input
 *     size_t year = csv_column(t, "year"), share = csv_column(t, "share");
 *     csv_unique(t, 1, &year);                             // no year twice
 *     for (size_t i = 0; i < csv_rows(t); i++)
 *         printf("%d %g\n", (int)csv_year(t, i, year), csv_share(t, i, share));
 *     csv_free(t);
 *
 * Accepted: UTF-8, with or without a byte order mark; LF or CRLF; fields quoted as in RFC 4180 (commas, line breaks and
 * doubled quotes inside); lines that begin with '#' (comments) and empty lines are skipped; what begins with '#' but may
 * be a row warns.  The first other line names the columns, which are found by name, in any order; other columns are
 * ignored.  Decimal dot, always.  Refused: control characters, other encodings, rows with more or fewer fields than the
 * header, a name twice in the header, stray quotes, spaces and units in numbers, NaN, infinities, a spreadsheet's error
 * such as #N/A, and a missing mark (empty, "..", ":") where the caller asked for a value or a name.  Any of these ends
 * the program with status 1 and one line on standard error, `file:row:column: text`: row is the line of the file, column
 * the number of the field in it.  A program reports faults that it finds itself in the same form, by csv_fail, and what
 * is legal but suspicious by csv_warn. */
#ifndef EXAMPLES_CSV_H
#define EXAMPLES_CSV_H
#include "program.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#define CSV_NONE ((size_t)-1)  /* there is no such column */
#define CSV_WHOLE ((size_t)-2) /* for csv_fail and csv_warn: the header line instead of a row */

typedef struct csv csv;

csv *csv_read(const char *path);
void csv_free(csv *t); /* NULL is allowed; texts live as long as the table */

const char *csv_name(const csv *t); /* the path */
size_t csv_rows(const csv *t);
size_t csv_line(const csv *t, size_t row); /* of the file; CSV_WHOLE: of the header */
size_t csv_columns(const csv *t);
const char *csv_title(const csv *t, size_t column);  /* the name of a column */
size_t csv_column(const csv *t, const char *name);   /* fails if the column is missing */
size_t csv_exact(const csv *t, const char *name);    /* CSV_NONE if the column is missing */
size_t csv_optional(const csv *t, const char *name); /* the same, and warns of a column whose name is nearly this */
/* Fails unless there are all columns of a list, "place,year,share"; the message names all that are missing, and these and
 * the columns that may be there. */
void csv_need(const csv *t, const char *columns, const char *may);
/* Fails if there are fewer rows of what they are, in the singular. */
void csv_least(const csv *t, size_t rows, const char *what);
/* Fails if two rows have the same texts in these columns; the years 2020 and 2020.0 are the same. */
void csv_unique(const csv *t, size_t n, const size_t *column);

/* Whether a name is that of a row with a total or a mean, or begins a footnote; the second warns of such rows among places
 * or entries that are compared with each other. */
enum { CSV_TOTAL = 1, CSV_FOOTNOTE = 2 };
int csv_names_total(const char *name);
void csv_compared(const csv *t, size_t column);
int csv_empty(const csv *t, size_t row, size_t n, const size_t *column); /* 1: all these cells are missing */
/* Warns of a column that is read as what it probably is not, "an indicator": a year, an identifier, a rank. */
void csv_measure(const csv *t, size_t column, const char *what);

const char *csv_raw(const csv *t, size_t row, size_t column);  /* the text as it stands, which may be empty */
const char *csv_text(const csv *t, size_t row, size_t column); /* fails if csv_missing */
int csv_missing(const csv *t, size_t row, size_t column);      /* 1: empty, ".." or ":", or the column is CSV_NONE */
double csv_number(const csv *t, size_t row, size_t column);
double csv_number_or(const csv *t, size_t row, size_t column, double missing); /* `missing` if csv_missing */
double csv_positive(const csv *t, size_t row, size_t column);                  /* > 0 */
double csv_share(const csv *t, size_t row, size_t column);                     /* a fraction in [0,1] */
/* Warns of a value of 0 that follows one above 0 in a series: it is perhaps missing. */
void csv_zero(const csv *t, size_t row, size_t column, double before, double value);
int32_t csv_year(const csv *t, size_t row, size_t column); /* 1500 .. 2400 */
/* fails unless the year is after `before` */
int32_t csv_year_after(const csv *t, size_t row, size_t column, int32_t before);
/* fails unless it is the year after `before` */
int32_t csv_year_next(const csv *t, size_t row, size_t column, int32_t before);
/* The position of the text among n names; fails if it is none of them. */
size_t csv_choice(const csv *t, size_t row, size_t column, size_t n, const char *const *name);

_Noreturn void csv_fail(const csv *t, size_t row, size_t column, const char *text, ...) PROGRAM_FORMAT(4, 5);
/* Prints `file:row:column: warning: text`, once each; the program goes on. */
void csv_warn(const csv *t, size_t row, size_t column, const char *text, ...) PROGRAM_FORMAT(4, 5);
const char *csv_warning(size_t k); /* what was printed as the k-th warning, from 0; NULL: there were no more */
void csv_warnings_free(void);

/* Writes one field, quoted where needed.  A comma stands before it unless it is the first of its line. */
void csv_put_text(FILE *file, int first, const char *text);
void csv_put_number(FILE *file, int first, double value); /* the shortest form that reads back; NaN is an empty field */

#endif
