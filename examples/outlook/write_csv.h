/* The tables of the report as CSV files. */
#ifndef OUTLOOK_REPORT_CSV_H
#define OUTLOOK_REPORT_CSV_H
#include "report.h"

void report_write_files(const report *r, const char *where); /* every sheet's file, and figures.csv */

#endif
