/* Sums of an input-output table, and what the rules of consistency find in it. */
#ifndef SKPI_ECONOMY_IOTABLE_SUMS_H
#define SKPI_ECONOMY_IOTABLE_SUMS_H
#include <smartkpi/economy.h>
#include "core/error.h"

#define SKPI__NO_SECTOR (-1) /* in the place of a sector's number, which is never below 0 */

/* How the figures are read, and where.  It has only numbers, so that a factored table can keep it and repeat the
 * warning. */
typedef struct skpi__iotable_finding {
    int32_t reading;                  /* enum skpi_economy_reading */
    int refused;                      /* 1: the table is refused */
    int64_t row, column, first, last; /* SKPI__NO_SECTOR: none; first and last are the sectors of a total */
    double value, expected;           /* the figure that the words show, and what it should be */
    int power;                        /* the power of ten by which the figures must be multiplied */
    size_t count;                     /* number of rows or sectors that do not add up */
} skpi__iotable_finding;

/* The table's sums and what was found.  Sectors without output take no part. */
typedef struct skpi__iotable_consistency { /* pointers are valid only inside skpi__iotable_consistent */
    const skpi_economy_iotable_source *source;
    size_t n;                         /* sectors */
    size_t n_sectors;                 /* sectors with output */
    double *row_sum, *column_sum;     /* n each: flows sold, flows bought */
    double *by_output;                /* n: sum_j z_ij x_j, made where it is wanted */
    double *balance;                  /* n: flows sold + final demand - output */
    double *work;                     /* SKPI__IOTABLE_WORK n */
    size_t *sector;                   /* n: room for a list of sectors */
    int32_t *is_total;                /* n: 1 = the sector was found to be a sum of others */
    double unit, allowance;           /* u and a: the unit, and what rounding may leave in a row */
    double output, flow, value_added; /* sums */
    double off;                       /* sum of |balance| over the sum of the output */
    skpi__iotable_finding found;      /* the most telling finding */
    size_t n_unbalanced;
    int64_t worst_row;         /* SKPI__NO_SECTOR: none */
    int64_t column;            /* the column of which the balances are a multiple; SKPI__NO_SECTOR: none */
    double column_coefficient; /* the multiple */
} skpi__iotable_consistency;

#define SKPI__IOTABLE_WORK 10
#define SKPI__IOTABLE_ROOM (4 + SKPI__IOTABLE_WORK)

/* Computes the sums.  room holds SKPI__IOTABLE_ROOM n doubles, sector and is_total n elements each. */
void skpi__iotable_sums(const skpi_economy_iotable_source *s, double *room, size_t *sector, int32_t *is_total,
                        skpi__iotable_consistency *c);
/* What rounding and statistical differences may leave in sector i. */
double skpi__iotable_tolerance(const skpi__iotable_consistency *c, size_t i);
/* The whole number p other than 0 with ratio = 10^p within 2 %; 0 if there is none. */
int skpi__power_of_ten(double ratio);
/* Keeps f unless a more telling finding is there. */
void skpi__iotable_found(skpi__iotable_consistency *c, skpi__iotable_finding f);

#endif
