/* Paragraphs of the report on a terminal. */
#ifndef OUTLOOK_TEXT_PARAGRAPH_H
#define OUTLOOK_TEXT_PARAGRAPH_H
#include <stddef.h>

enum { TEXT_WIDTH = 100 }; /* columns */

void text_pad(size_t columns); /* spaces */
/* A paragraph whose lines begin with some spaces, the first one with a text instead. */
void text_paragraph(const char *first, size_t indent, const char *text);

#endif
