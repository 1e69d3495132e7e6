/* Looking into the sheets of a report by the names that their columns have in the files. */
#ifndef OUTLOOK_SHEET_LOOKUP_H
#define OUTLOOK_SHEET_LOOKUP_H
#include "report.h"

#define SHEET_NONE ((size_t)-1)

const report_sheet *sheet_find(const report_section *s,
                               const char *file);                       /* the section's first of this file, or NULL */
size_t sheet_column(const report_sheet *t, const char *key);            /* or SHEET_NONE */
double sheet_value(const report_sheet *t, size_t row, const char *key); /* NaN: none */
const char *sheet_text(const report_sheet *t, size_t row, const char *key); /* "": none */
/* A column's figures, those of the rows whose kind is not this one NaN; kind NULL = of all rows. */
double *sheet_values(report *r, const report_sheet *t, const char *key, const char *kind);

#endif
