/* Parts of I - A from its factors.
 *
 * A table keeps P (I - A) = L U, and neither the flows nor A.  An element of I - A is a row of L times a column of U.
 * Its error is of the order of that of the factors.  A block of m sectors takes about n m^2 products.
 */
#include "economy/iotable_block.h"

void skpi__iotable_rows_of(const skpi_economy_iotable *t, size_t *where)
{
    for (size_t i = 0; i < t->n; i++) where[i] = i;
    for (size_t k = t->n; k-- > 0;) { /* undoes the exchanges, the last first: row k came from pivot[k] */
        const size_t kept = where[k];
        where[k] = where[t->pivot[k]];
        where[t->pivot[k]] = kept;
    }
}

void skpi__iotable_block(const skpi_economy_iotable *t, const size_t *where, size_t n_members, const size_t *member,
                         double *block)
{
    const size_t n = t->n;
    for (size_t a = 0; a < n_members; a++) {
        const size_t k = where[member[a]];
        double *row = block + a * n_members;
        for (size_t b = 0; b < n_members; b++) row[b] = 0;
        for (size_t q = 0; q <= k; q++) {
            const double l = q < k ? t->lu[k * n + q] : 1, *upper = t->lu + q * n;
            for (size_t b = 0; b < n_members && l != 0; b++)
                if (member[b] >= q) row[b] += l * upper[member[b]];
        }
    }
}
