/* Whose the rows of the index's cities are (index_owners.h). */
#include "index_owners.h"
#include "../common/nearest.h"

#include <string.h>

const char *index_city_name(const tables *in, const char *key)
{
    for (size_t i = 0; i < in->places; i++)
        if (in->place[i].is_city && !strcmp(in->place[i].key, key)) return in->place[i].name;
    return key;
}

enum index_owner index_owner_of(const tables *in, const index_city *c)
{
    const place *country = in->place;
    for (size_t i = 0; i < in->places; i++) {
        const place *p = &in->place[i];
        if (p->is_city && (!strcmp(p->key, c->key) || !strcmp(p->name, c->name))) return INDEX_OF_REPORT;
    }
    return in->has_country && (!strcmp(country->key, c->country) || !strcmp(country->name, c->country)) ? INDEX_NATIONAL
                                                                                                        : INDEX_FOREIGN;
}

static int place_has_row(const city_index *x, const place *p)
{
    for (size_t i = 0; i < x->n; i++)
        if (!strcmp(p->key, x->city[i].key) || !strcmp(p->name, x->city[i].name)) return 1;
    return 0;
}

/* Whether a word of a row is probably a slip for a place.  Numbered codes differ by one letter anyway, and so do short
 * ones of other countries. */
static int place_meant(const place *p, const char *word, int home)
{
    const char *const name[] = {p->key, p->name, p->name_local};
    for (size_t k = 0; k < sizeof name / sizeof *name; k++) {
        const size_t length = strlen(name[k]);
        const int alike = length == strlen(word) && length <= 3;
        if (length < 3 || strpbrk(name[k], "0123456789") || strpbrk(word, "0123456789") || (alike && !home)) continue;
        if (nearest_slip(word, name[k])) return 1;
    }
    return 0;
}

void index_owners_check(const city_index *x, const tables *in)
{
    const size_t key = csv_column(x->cities, "place");
    size_t told = 0, own = 0, national = 0, cities = 0;
    for (size_t i = 0; i < x->n; i++) {
        own += index_owner_of(in, &x->city[i]) == INDEX_OF_REPORT;
        national += index_owner_of(in, &x->city[i]) == INDEX_NATIONAL;
    }
    for (size_t k = 0; k < in->places; k++) {
        const place *p = &in->place[k];
        cities += p->is_city != 0;
        const size_t rows = p->is_city && !place_has_row(x, p) ? x->n : 0;
        for (size_t i = 0; i < rows; i++) {
            const index_city *c = &x->city[i];
            const enum index_owner owner = index_owner_of(in, c);
            const int home = owner == INDEX_NATIONAL;
            if (owner == INDEX_OF_REPORT || (in->has_country && *c->country && !home)) continue;
            if (!place_meant(p, c->key, home) && !place_meant(p, c->name, home)) continue;
            csv_warn(x->cities, i, key, "\"%s\" is not in %s, and \"%s\" of it has no row here: is \"%s\" meant?",
                     c->key, csv_name(in->table[PLACES]), p->key, p->key);
            told++;
        }
    }
    if (!told && !own && (!national || (national == x->n && cities)))
        csv_warn(x->cities, CSV_WHOLE, key, "no row is a place of %s: the report has no city of its own here",
                 csv_name(in->table[PLACES]));
}
