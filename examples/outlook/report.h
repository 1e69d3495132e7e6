/* The report as data: sections of headlines, sentences, tables and figures.  Every section is described once
 * (urban_report.c and its like); text, CSV files and page are written from that description (write_text.h, write_csv.h),
 * so that they cannot differ. */
#ifndef OUTLOOK_REPORT_H
#define OUTLOOK_REPORT_H
#include "figures.h"
#include "../common/program.h"

#include <stddef.h>

/* Where a sentence, a column or a row stands. */
enum report_depth {
    REPORT_ALWAYS, /* in every report, on the page and in the file */
    REPORT_FULL,   /* not in the short report */
    REPORT_FILE    /* in the CSV file only */
};
/* How the cells of a column are written. */
enum report_form {
    REPORT_FIGURE, /* on the right, thousands separated */
    REPORT_YEAR,
    REPORT_SIGNED, /* with + or - */
    REPORT_TEXT,   /* on the left */
    REPORT_RANGE   /* "64.4 to 74.3": two other columns, and in no file */
};
/* What a sentence is; a page may fold methods. */
enum report_kind { REPORT_RESULT, REPORT_HEADING, REPORT_METHOD, REPORT_REFUSAL, REPORT_TABLE };

typedef struct report_column {
    const char *key;   /* its name in the file; NULL: it is in none */
    const char *title; /* its name in text and page; NULL: it is in the file only */
    enum report_form form;
    int decimals;
    size_t low, high; /* of a range: columns of its ends, whose decimals are those of this column */
    enum report_depth depth;
} report_column;

typedef struct report_cell {
    double value;     /* NaN = none */
    const char *text; /* of a text; of a figure: what is shown in its place, NULL = the figure */
    int decimals;     /* -1: the column's */
} report_cell;

typedef struct report_section report_section;

typedef struct report_sheet {
    report_section *section;
    const char *file;  /* "urban": urban.csv; NULL = none.  Sheets of one file have the same columns */
    const char *title; /* NULL = none */
    int late;          /* 1: in text it stands behind all sections */
    const report_column *column;
    size_t columns, rows, room;
    report_cell *cell;        /* rows x columns */
    enum report_depth *depth; /* of each row */
} report_sheet;

typedef struct report_block { /* a sentence or a table, in the order of the report */
    enum report_kind kind;
    enum report_depth depth;
    const char *text;    /* NULL: a table */
    report_sheet *sheet; /* NULL: a sentence */
} report_block;

typedef struct report_headline {
    const char *figure, *what, *kind, *range, *source;
} report_headline;

typedef struct report_figure { /* one line of figures.csv, which the pictures read */
    const char *key, *text;
    double value;
} report_figure;

typedef struct report {
    const char *title, *subtitle;
    const char *unused,
        *empty;         /* sentences about tables that no section uses, or without rows; NULL = there are none */
    const char **doubt; /* warnings of the input */
    report_section *section;
    size_t sections, doubts;
    void **block; /* all memory of the report */
    size_t blocks, room;
} report;

struct report_section {
    report *all;
    const char *key, *title;
    const char *absent;  /* why there is nothing to report; NULL: there is */
    const char *picture; /* urban: urban.svg and urban.png; NULL = none */
    report_headline *headline;
    report_block *block;
    report_figure *figure;
    const char **source; /* distinct */
    size_t headlines, blocks, figures, sources;
};

void report_begin(report *r, size_t sections);
void report_release(report *r);
void *report_memory(report *r, size_t count, size_t size); /* lives as long as the report */

/* A text that lives as long as the report. */
const char *report_words(report *r, const char *text, ...) PROGRAM_FORMAT(2, 3);
void report_say(report_section *s, enum report_kind kind, enum report_depth depth, const char *text, ...)
    PROGRAM_FORMAT(4, 5);
void report_headline_add(report_section *s, report_headline line);
void report_source_add(report_section *s, const char *source); /* once each */
void report_figure_add(report_section *s, const char *key, double value);
void report_figure_text(report_section *s, const char *key, const char *text); /* none, if it is empty */

/* columns must live as long as the report; a text copied by report_words does. */
report_sheet *report_sheet_add(report_section *s, enum report_depth depth, const char *file, const char *title,
                               const report_column *column, size_t columns);
void sheet_row(report_sheet *t, enum report_depth depth); /* one more row, of empty cells; the next calls fill it */
void sheet_put(report_sheet *t, size_t column, double value);
void sheet_put_digits(report_sheet *t, size_t column, double value, int decimals);
/* A text; in a column of figures what is shown instead of the figure. */
void sheet_say(report_sheet *t, size_t column, const char *text, ...) PROGRAM_FORMAT(3, 4);

/* What stands in text and page: the cell as it is shown. */
const char *sheet_shown(report *r, const report_sheet *t, size_t row, size_t column);

#endif
