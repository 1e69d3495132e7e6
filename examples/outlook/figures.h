/* How the report writes figures.  Texts made here live in a ring and are for use at once. */
#ifndef OUTLOOK_FIGURES_H
#define OUTLOOK_FIGURES_H

enum { REPORT_TRIMMED = 100 }; /* added to decimals: without zeros at the end */

const char *number(double value, int decimals);  /* "12,755.5"; "-" for NaN; decimals may be of REPORT_TRIMMED */
const char *trimmed(double value, int decimals); /* without the zeros at its end: "34.8" */
const char *percent(double share, int decimals);
const char *signed_number(double value, int decimals); /* "+1.5" */
double in_percent(double share);                       /* without the last digits that the multiplication adds */

#endif
