/* The order of n entries that overrules the fewest judges. */
#ifndef SKPI_AWARD_KEMENY_H
#define SKPI_AWARD_KEMENY_H
#include <stddef.h>
#include <stdint.h>

enum { SKPI__AWARD_KEMENY_EXACT = 16 }; /* entries up to which the order is the best of all */

/* Room for the costs of all sets, and of a table of 2 x 256 numbers for each entry. */
#define SKPI__AWARD_KEMENY_ROOM(n) (((size_t)1 << (n)) + 512 * (n))

/* What both forms need: n <= SKPI__AWARD_KEMENY_EXACT: cost SKPI__AWARD_KEMENY_ROOM, else 0; order, spare: n. */
typedef struct skpi__award_kemeny {
    size_t n;
    const int32_t *prefer; /* n x n: judges who put the first above the second */
    int64_t *cost;
    uint32_t *order, *spare; /* order: from the best down */
} skpi__award_kemeny;

/* How many judges the order overrules. */
int64_t skpi__award_kemeny_cost(size_t n, const int32_t *prefer, const uint32_t *order);
/* The first of the best orders in numbers of entries, for n <= SKPI__AWARD_KEMENY_EXACT. */
void skpi__award_kemeny_exact(const skpi__award_kemeny *k);
/* A good order for any n, from the order that is given. */
void skpi__award_kemeny_search(const skpi__award_kemeny *k);

#endif
