/* The urban share in a picture. */
#ifndef OUTLOOK_PICTURE_URBAN_H
#define OUTLOOK_PICTURE_URBAN_H
#include "picture.h"

void urban_picture(picture *p, const report_section *s, const report_sheet *t);

#endif
