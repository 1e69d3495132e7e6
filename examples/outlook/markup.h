/* Text in HTML and SVG: whatever a file holds stays text. */
#ifndef OUTLOOK_MARKUP_H
#define OUTLOOK_MARKUP_H
#include <stdio.h>

/* & < > " ' become references; a control character becomes a space. */
void markup_text(FILE *f, const char *text);
/* The same of the program's own sentences, where CO2 is written with a lowered 2. */
void markup_words(FILE *f, const char *text);

#endif
