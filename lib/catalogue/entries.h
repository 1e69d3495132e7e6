/* The lists of the catalogue, made from the tables beside this file. */
#ifndef SKPI_CATALOGUE_ENTRIES_H
#define SKPI_CATALOGUE_ENTRIES_H
#include <smartkpi/catalogue.h>

typedef struct skpi__catalogue_list {
    int32_t list, count; /* enum skpi_catalogue_list; of its entries */
    const skpi_catalogue_entry_out *entry;
} skpi__catalogue_list;

extern const skpi__catalogue_list skpi__catalogue_lists[]; /* the last one has no entries */

#endif
