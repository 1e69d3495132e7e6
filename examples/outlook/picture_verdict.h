/* Pictures of the verdict. */
#ifndef OUTLOOK_PICTURE_VERDICT_H
#define OUTLOOK_PICTURE_VERDICT_H
#include "picture.h"

void verdict_picture(picture *p, const report_section *s, const report_sheet *t);

#endif
