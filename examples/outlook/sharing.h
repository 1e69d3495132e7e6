/* The budget per head: the part of each city's inhabitants.  This is arithmetic and not a target. */
#ifndef OUTLOOK_SHARING_H
#define OUTLOOK_SHARING_H
#include "carbon.h"

typedef struct sharing {
    size_t n;            /* the cities and all others; 0 = not shared */
    double *head, *part; /* thousands; unit of the carbon history */
    double all;
    int32_t year;
} sharing;

void sharing_compute(sharing *p, const urban *u, const cities *c, const carbon *k);
void sharing_report(const sharing *p, const cities *c, const carbon *k, report_section *s);
void sharing_say(const sharing *p, const carbon *k, report_section *s); /* one line, for the section of the path */
void sharing_release(sharing *p);

#endif
