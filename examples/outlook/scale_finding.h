/* What comparing two series has found, and how it is told. */
#ifndef OUTLOOK_SCALE_FINDING_H
#define OUTLOOK_SCALE_FINDING_H
#include "scale.h"

enum { SCALE_KEPT, SCALE_UNUSUAL, SCALE_BROKEN };
/* The pair of figures of a relation that is farthest from what is usual. */
typedef struct scale_finding {
    int level;
    size_t count;      /* pairs that could be compared */
    size_t at_a, at_b; /* positions in the series */
    double ratio, low, high;
} scale_finding;

/* Ends the program if the finding is broken and not only evidence, else warns.  blame_b: 1 = the second figure is told to
 * be wrong; more: places of which the same could be said. */
void scale_say(const scale *s, const scale_relation *r, const scale_finding *f, int blame_b, size_t more);

/* scale_proof.c: proved, of each series, given the findings of all relations. */
void scale_prove(const scale *s, const scale_finding *f, int *proved);

#endif
