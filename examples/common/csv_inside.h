/* The inside of a csv table: shared by csv.c and csv_parse.c only. */
#ifndef EXAMPLES_CSV_INSIDE_H
#define EXAMPLES_CSV_INSIDE_H
#include "program.h"
#include <stddef.h>

#define CSV_ERROR "an error of a spreadsheet instead of a value"

struct csv {
    char *path, *bytes; /* path and bytes of the file; fields are pointers into bytes and end with NUL */
    size_t columns, rows;
    size_t header_line, *line; /* line at which each row begins */
    char **header, **field;    /* names of columns; cells, rows x columns */
    char *known;               /* columns: 1 for one that was asked for */
    int blank;                 /* 1: a space at an end was told */
    int apart;                 /* 1: a letter in two parts was told */
};

/* Whether a field is what a spreadsheet writes where a formula failed, such as "#N/A". */
int csv_is_error(const char *text);
/* Warns, once, of a field of a line that is no row yet. */
void csv_doubt(const struct csv *t, size_t line, size_t field, const char *text, ...) PROGRAM_FORMAT(4, 5);

#endif
