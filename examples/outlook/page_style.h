/* The style of the page. */
#ifndef OUTLOOK_PAGE_STYLE_H
#define OUTLOOK_PAGE_STYLE_H
#include <stdio.h>

void page_style(FILE *f);

#endif
