/* The inside of a csv table: shared by csv.c and csv_parse.c only. */
#ifndef EXAMPLES_CSV_PARSE_H
#define EXAMPLES_CSV_PARSE_H
#include <stddef.h>

struct csv {
    char *path, *bytes; /* the file; fields are pointers into it, ended by NUL */
    size_t columns, rows;
    size_t header_line, *line; /* line on which each row begins */
    char **header, **field;    /* columns; rows x columns */
};

#endif
