/* The report as one page, outlook.html: no script, no reference to anything but the CSV files beside it. */
#ifndef OUTLOOK_PAGE_H
#define OUTLOOK_PAGE_H
#include "report.h"

void page_write(report *r, const char *where); /* where/outlook.html */

#endif
