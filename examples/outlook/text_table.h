/* Tables on a terminal. */
#ifndef OUTLOOK_TEXT_TABLE_H
#define OUTLOOK_TEXT_TABLE_H
#include "report.h"

/* full: with all rows and columns; after_table: 1 = a blank line parts it from the table before. */
void text_table(report *r, const report_sheet *t, int full, int after_table);

#endif
