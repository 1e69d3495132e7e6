/* Text in HTML and SVG, with <, >, & and quotes escaped. */
#ifndef OUTLOOK_MARKUP_H
#define OUTLOOK_MARKUP_H
#include <stdio.h>

/* In attributes and titles: a text of a file as it stands; words of the report, in which names that run from right to left
 * are set apart and CO2 is CO₂. */
void markup_text(FILE *f, const char *text);
void markup_words(FILE *f, const char *text);
/* In elements: the same two, where words in another script are marked with their language; and the text of a picture. */
void markup_name(FILE *f, const char *text);
void markup_prose(FILE *f, const char *text);
void markup_drawn(FILE *f, const char *text);
/* The scripts of this text are of this language from now on, which must live on. */
void markup_language(const char *text, const char *language);

#endif
