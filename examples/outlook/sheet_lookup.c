/* Looking into the sheets of a report. */
#include "sheet_lookup.h"

#include <math.h>
#include <string.h>

const report_sheet *sheet_find(const report_section *s, const char *file)
{
    for (size_t i = 0; i < s->blocks; i++) {
        const report_sheet *t = s->block[i].sheet;
        if (t && t->file && !strcmp(t->file, file) && t->rows) return t;
    }
    return NULL;
}

size_t sheet_column(const report_sheet *t, const char *key)
{
    for (size_t c = 0; c < t->columns; c++)
        if (t->column[c].key && !strcmp(t->column[c].key, key)) return c;
    return SHEET_NONE;
}

double sheet_value(const report_sheet *t, size_t row, const char *key)
{
    const size_t c = sheet_column(t, key);
    return c == SHEET_NONE ? (double)NAN : t->cell[row * t->columns + c].value;
}

const char *sheet_text(const report_sheet *t, size_t row, const char *key)
{
    const size_t c = sheet_column(t, key);
    const char *text = c == SHEET_NONE ? NULL : t->cell[row * t->columns + c].text;
    return text ? text : "";
}

double *sheet_values(report *r, const report_sheet *t, const char *key, const char *kind)
{
    double *value = report_memory(r, t->rows, sizeof *value);
    for (size_t i = 0; i < t->rows; i++)
        value[i] = kind && strcmp(sheet_text(t, i, "kind"), kind) ? (double)NAN : sheet_value(t, i, key);
    return value;
}
