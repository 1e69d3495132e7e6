/* A level whose drift persists and fades (walk.h). */
#include "series/walk.h"

#define FADING SKPI__WALK_FADING

void skpi__walk_leads(size_t n, skpi__walk_lead *lead)
{
    double c = 0, squares = 0;
    for (size_t k = 0; k < n; k++) {
        c = 1 + FADING * c;
        squares += c * c;
        lead[k] = (skpi__walk_lead){(double)(k + 1), FADING * c, squares};
    }
}
