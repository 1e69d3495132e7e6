/* The series of all tables whose scales are compared (contradictions.c). */
#ifndef OUTLOOK_COMPARED_H
#define OUTLOOK_COMPARED_H
#include "history.h"
#include "scale.h"

enum { COMPARED_NEAR = 12 }; /* years within which figures of one series are neighbours */

/* The series of a report; those of the places by their number, SCALE_ALONE where there is none. */
typedef struct compared {
    scale s;
    const tables *in;
    size_t people, kaya_people, co2, kaya_co2, kaya_gdp, energy, urban[4]; /* SCALE_ALONE: there is none */
    size_t *city_people, *city_co2, *gdp, *city_gdp; /* city_gdp: in the currency of the country */
    size_t world_people, world_gdp;                  /* of the country, by countries.csv */
} compared;

/* The relation between two series; nothing where one of them is not there. */
void compared_pair(compared *all, size_t a, size_t b, scale_relation r);
/* What one series may be, unless alone.what is NULL, and how far it may go from one year to the next. */
void compared_own(compared *all, size_t a, double step, double slack, scale_relation alone);
/* The series of a table's column, in its unit times the factor; unit: the name of the column of units, or NULL. */
size_t compared_history(compared *all, enum table which, const char *column, const char *unit, enum scale_kind kind,
                        enum history_kind value, const place *of, double factor);
/* GDP per head, as a series of the GDP; SCALE_ALONE where one of them is not there. */
size_t compared_heads(compared *all, size_t gdp, size_t people);
double
compared_head_slack(const char *currency); /* of GDP per head: told only where the currency is worth about a dollar */
/* compared_world.c: the country among all others; then GDP per head in the currency of a place, which compared_money.c
 * gives as a series beside that of its people. */
void compared_world(compared *all);
void compared_world_gdp(compared *all, size_t gdp, const char *currency);
/* prices: the year of constant prices, 0 = current ones. */
void compared_world_heads(compared *all, size_t heads, size_t people, const char *currency, int32_t prices);
/* compared_parts.c: the cities of a year together beside their country. */
void compared_parts(const compared *all);
/* compared_money.c: GDP, the digital economy and investments of every place. */
void compared_money(compared *all);

#endif
