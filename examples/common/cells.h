/* The cells of files from which the arguments of a call were read: what the library says about an argument is told at
 * its cell.
 *
 *     const cell cells[] = {cell_at("in->share", t, row, share), cell_at("in->urgd", t, row, urgd)};
 *     cells_tell(skpi_urban_project(...), 2, cells);
 */
#ifndef EXAMPLES_CELLS_H
#define EXAMPLES_CELLS_H
#include "csv.h"

#include <smartkpi.h>

/* How the position in an argument moves its cell: not at all, or down the file by its row or by its column. */
enum cell_step { CELL_ONE, CELL_BY_ROW, CELL_BY_COLUMN };

typedef struct cell {
    const char *argument; /* as skpi_last_error_get names it */
    const csv *table;
    size_t row, column; /* of its first value; row CSV_WHOLE: the header line */
    enum cell_step step;
    const size_t *rows; /* of each value, where they do not follow each other; NULL: they do */
} cell;

/* An argument of one value. */
static inline cell cell_at(const char *argument, const csv *table, size_t row, size_t column)
{
    return (cell){.argument = argument, .table = table, .row = row, .column = column};
}
/* An argument of many places: place k of the call is k rows below the first, or in the k-th of the rows. */
static inline cell cell_by_row(const char *argument, const csv *table, size_t row, size_t column, const size_t *rows)
{
    return (cell){argument, table, row, column, CELL_BY_ROW, rows};
}
/* A series of one place: year k is k rows below the first, or in the k-th of the rows. */
static inline cell cell_by_column(const char *argument, const csv *table, size_t row, size_t column, const size_t *rows)
{
    return (cell){argument, table, row, column, CELL_BY_COLUMN, rows};
}

/* The status of a call that has just returned.  A failure ends the program, and SKPI_WUNUSUAL is a warning, in both
 * cases with the library's words at the cell of the argument; an argument that is none of them is told at the first.  The
 * same words about the same cell are a warning once. */
void cells_tell(skpi_status status, size_t n, const cell *cells);

#endif
