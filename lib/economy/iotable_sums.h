/* Sums of an input-output table, and what the rules of consistency find in it. */
#ifndef SKPI_ECONOMY_IOTABLE_SUMS_H
#define SKPI_ECONOMY_IOTABLE_SUMS_H
#include <smartkpi/economy.h>
#include "core/error.h"

/* What the figures are taken for, and where.  Numbers alone, so that a factored table keeps it and tells it again. */
typedef struct skpi__iotable_finding {
    int32_t reading;                  /* enum skpi_economy_reading */
    int refused;                      /* 1: the table is of no use */
    int64_t row, column, first, last; /* -1: none; a total is the sum of sectors first to last */
    double value, expected;           /* the figure shown, and what it should be */
    int power;                        /* of ten by which the figures named are to be multiplied */
    size_t count;                     /* rows or sectors out */
} skpi__iotable_finding;

/* The table's sums and what was found.  Sectors without output take no part. */
typedef struct skpi__iotable_consistency { /* pointers are of no use after skpi__iotable_consistent */
    const skpi_economy_iotable_source *source;
    size_t n;                         /* sectors */
    size_t n_sectors;                 /* that have output */
    double *row_sum, *column_sum;     /* n each: flows sold, flows bought */
    double *by_output;                /* n: sum_j z_ij x_j, made where it is wanted */
    double *balance;                  /* n: flows sold + final demand - output */
    double *work;                     /* SKPI__IOTABLE_WORK n */
    size_t *sector;                   /* n: room for an order of sectors */
    int32_t *is_total;                /* n: 1 = the sector was found to be a sum of others */
    double unit, allowance;           /* u; what rounding may leave in a row */
    double output, flow, value_added; /* sums */
    double off;                       /* sum of |balance| over that of the output */
    skpi__iotable_finding found;      /* the most telling one */
    size_t n_unbalanced;
    int64_t worst_row;         /* -1: none */
    int64_t column;            /* of which the balances are a multiple, -1: none; */
    double column_coefficient; /* the multiple */
} skpi__iotable_consistency;

#define SKPI__IOTABLE_WORK 10
#define SKPI__IOTABLE_ROOM (4 + SKPI__IOTABLE_WORK)

/* The sums, made in room: SKPI__IOTABLE_ROOM n, sector and is_total n each. */
void skpi__iotable_sums(const skpi_economy_iotable_source *s, double *room, size_t *sector, int32_t *is_total,
                        skpi__iotable_consistency *c);
/* What rounding and statistical differences may leave in sector i. */
double skpi__iotable_tolerance(const skpi__iotable_consistency *c, size_t i);
/* The whole power p other than 0 with ratio = 10^p within 2 %; 0: none. */
int skpi__power_of_ten(double ratio);
/* Keep f unless something more telling was found. */
void skpi__iotable_found(skpi__iotable_consistency *c, skpi__iotable_finding f);

#endif
