/* Sheets as tables of the page. */
#ifndef OUTLOOK_PAGE_TABLE_H
#define OUTLOOK_PAGE_TABLE_H
#include "report.h"

/* A sheet as a table.  note: the number of a source for footnotes, 0 = it has none; all: every row and column, else those
 * of the short report. */
typedef size_t page_note(const report *r, const char *source);
int page_table(FILE *f, report *r, const report_sheet *t, int all, page_note *note); /* 0: there was nothing to write */
int page_table_longer(report *r, const report_sheet *t); /* 1: the short report leaves rows or columns out */

#endif
