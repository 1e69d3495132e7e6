/* Pictures of the ranks of an index, and of peers. */
#ifndef OUTLOOK_PICTURE_INDEX_H
#define OUTLOOK_PICTURE_INDEX_H
#include "picture.h"

void index_picture(picture *p, const report_section *s, const report_sheet *t);
void peers_picture(picture *p, const report_section *s, const report_sheet *t);

#endif
