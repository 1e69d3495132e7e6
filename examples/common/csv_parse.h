/* The inside of a csv table: shared by csv.c and csv_parse.c only. */
#ifndef EXAMPLES_CSV_PARSE_H
#define EXAMPLES_CSV_PARSE_H
#include <stddef.h>

struct csv {
    char *path, *bytes; /* path and bytes of the file; fields are pointers into bytes and end with NUL */
    size_t columns, rows;
    size_t header_line, *line; /* line at which each row begins */
    char **header, **field;    /* names of columns; cells, rows x columns */
};

#endif
