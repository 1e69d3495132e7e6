/* What the library says about the cells of files (cells.h). */
#include "cells.h"

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

void cells_tell(skpi_status status, size_t n, const cell *cells)
{
    skpi_error e = {.size = sizeof e};
    const cell *at = cells;
    if (status >= 0 && !(status & SKPI_WUNUSUAL)) return;
    if (status == SKPI_ENOMEM || !n) program_fail(PROGRAM_DATA, "%s", skpi_last_error());
    if (skpi_last_error_get(&e) >= 0)
        for (size_t i = 0; i < n; i++)
            if (!strcmp(e.name, cells[i].argument)) at = &cells[i];
    if (status < 0) csv_fail(at->table, cell_row(at, &e), at->column, "%s", skpi_last_error());
    if (!cell_warned(at, cell_row(at, &e))) csv_warn(at->table, cell_row(at, &e), at->column, "%s", skpi_last_error());
}
