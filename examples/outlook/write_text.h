/* The report on a terminal. */
#ifndef OUTLOOK_REPORT_TEXT_H
#define OUTLOOK_REPORT_TEXT_H
#include "report.h"

void report_print(report *r, int full); /* on standard output */

#endif
