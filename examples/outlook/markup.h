/* Text in HTML and SVG: whatever a file holds stays text. */
#ifndef OUTLOOK_MARKUP_H
#define OUTLOOK_MARKUP_H
#include <stdio.h>

/* & < > " ' become references; a control character becomes a space. */
void markup_text(FILE *f, const char *text);
/* The same of a sentence of the report: CO2 has a lowered 2, and names from right to left stay where they are. */
void markup_words(FILE *f, const char *text);

#endif
