/* The pictures of the page. */
#ifndef OUTLOOK_PICTURES_H
#define OUTLOOK_PICTURES_H
#include "picture.h"

/* The pictures that stand beside this table; first: it is the first table of its section.  The number drawn. */
int pictures_beside(picture *p, const report_section *s, const report_sheet *t, int first);

#endif
