/* The CO2 path in a picture. */
#ifndef OUTLOOK_PICTURE_CARBON_H
#define OUTLOOK_PICTURE_CARBON_H
#include "picture.h"

void carbon_picture(picture *p, const report_section *s, const report_sheet *t);

#endif
