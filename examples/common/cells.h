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

/* How a position in an argument moves its cell: not at all, down the file with the row, or down it with the column. */
enum cell_step { CELL_ONE, CELL_BY_ROW, CELL_BY_COLUMN };

typedef struct cell {
    const char *argument; /* the argument's name in skpi_last_error_get */
    const csv *table;
    size_t row, column; /* cell of the first value; row CSV_WHOLE is the header line */
    enum cell_step step;
    const size_t *rows; /* the row of each value if they do not follow each other; NULL if they do */
} cell;

/* An argument with one value. */
static inline cell cell_at(const char *argument, const csv *table, size_t row, size_t column)
{
    return (cell){.argument = argument, .table = table, .row = row, .column = column};
}
/* An argument with one value for each place: place k of the call is k rows below the first one, or is in the k-th of
 * the rows. */
static inline cell cell_by_row(const char *argument, const csv *table, size_t row, size_t column, const size_t *rows)
{
    return (cell){argument, table, row, column, CELL_BY_ROW, rows};
}
/* A series of one place: year k is k rows below the first one, or is in the k-th of the rows. */
static inline cell cell_by_column(const char *argument, const csv *table, size_t row, size_t column, const size_t *rows)
{
    return (cell){argument, table, row, column, CELL_BY_COLUMN, rows};
}

/* The library's words without the name of its function. */
const char *cells_words(void);
/* The same behind the argument and its value, without the "path->" that only a programmer knows, and with six digits of a
 * number at most. */
void cells_reason(char *to, size_t room);
/* What stands for an argument's name, or for another text, in the words of a program. */
typedef struct cells_name {
    const char *argument, *words;
} cells_name;
/* The library's words in those of a program: names are replaced, without their positions, but not inside quotes; of other
 * names "path->" and the positions are left out, and numbers have six digits at most. */
void cells_named(char *to, size_t room, size_t n, const cells_name *names);
/* Reports the status of a call that has just returned.  A failure ends the program, and SKPI_WUNUSUAL is a warning;
 * both print the library's words at the cell of the argument, which has the name of its column there.  If the argument is none of the cells, the first cell is
 * used.  The same warning about the same cell is printed once. */
void cells_tell(skpi_status status, size_t n, const cell *cells);

#endif
