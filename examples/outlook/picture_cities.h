/* Pictures of cities. */
#ifndef OUTLOOK_PICTURE_CITIES_H
#define OUTLOOK_PICTURE_CITIES_H
#include "picture.h"

void cities_picture(picture *p, const report_section *s, const report_sheet *t);
void peaks_picture(picture *p, const report_section *s, const report_sheet *t);

#endif
