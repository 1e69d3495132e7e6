/* Whose the rows of the index's cities are. */
#ifndef OUTLOOK_INDEX_OWNERS_H
#define OUTLOOK_INDEX_OWNERS_H
#include "city_index.h"

enum index_owner {
    INDEX_FOREIGN,
    INDEX_OF_REPORT, /* one of the report's places */
    INDEX_NATIONAL   /* another city of its country */
};

enum index_owner index_owner_of(const tables *in, const index_city *c);
/* Where the table has no name: that of its place, or else the key. */
const char *index_city_name(const tables *in, const char *key);
/* Warns of rows that are probably those of a place which has none, or else if no row belongs to the report. */
void index_owners_check(const city_index *x, const tables *in);

#endif
