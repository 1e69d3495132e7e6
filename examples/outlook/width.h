/* Width of a text on a terminal. */
#ifndef OUTLOOK_WIDTH_H
#define OUTLOOK_WIDTH_H
#include <stddef.h>

size_t text_width(const char *utf8); /* columns */

#endif
