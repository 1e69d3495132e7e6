/* The tables of the report as CSV files. */
#ifndef OUTLOOK_REPORT_CSV_H
#define OUTLOOK_REPORT_CSV_H
#include "report.h"

void report_write_files(const report *r, const char *where); /* every sheet's file, and figures.csv */
/* Removes what an earlier run wrote into a directory, and the pictures that were drawn from it: only files with names of
 * this program's, and only where there is a page of an earlier run. */
void report_remove_files(const char *where);

#endif
