/* Which picture stands beside which table. */
#include "pictures.h"
#include "picture_bars.h"
#include "picture_carbon.h"
#include "picture_cities.h"
#include "picture_index.h"
#include "picture_urban.h"
#include "picture_verdict.h"

#include <string.h>

typedef struct picture_where {
    const char *section, *file; /* beside the first table of this file; NULL: the first of the section */
    void (*draw)(picture *p, const report_section *s, const report_sheet *t);
} picture_where;

static const picture_where picture_at[] = {
    {"digital", "digital", digital_picture},
    {"investment", "impact", impact_picture},
    {"urban", "urban", urban_picture},
    {"cities", NULL, cities_picture},
    {"carbon", "carbon", carbon_picture},
    {"sharing", "carbon_shares", sharing_picture},
    {"city_peaks", "carbon_cities", peaks_picture},
    {"verdict", NULL, verdict_picture},
    {"verdict", "verdict_causes", causes_picture},
    {"index", "index", index_picture},
    {"peers", "peers", peers_picture},
};

int pictures_beside(picture *p, const report_section *s, const report_sheet *t, int first)
{
    const int before = p->drawn;
    for (size_t i = 0; i < sizeof picture_at / sizeof *picture_at; i++) {
        const picture_where *w = &picture_at[i];
        if (strcmp(w->section, s->key) || (w->file ? sheet_find(s, w->file) != t : !first)) continue;
        w->draw(p, s, t);
    }
    return p->drawn - before;
}
