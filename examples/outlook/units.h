/* Units of tables: money and CO2. */
#ifndef OUTLOOK_UNITS_H
#define OUTLOOK_UNITS_H
#include "../common/csv.h"

/* Money: the columns "currency" (ISO 4217, three letters) and "money_unit" (thousand, mn, bn, tn; empty = 1). */
typedef struct money {
    size_t currency, unit; /* columns */
} money;
money money_columns(const csv *t);
const char *money_currency(const csv *t, size_t row, money m);
double money_bn(const csv *t, size_t row, money m); /* what one of the row's unit is in billions */

/* The column "co2_unit" (t, kt, Mt, Gt): every row's is the first one's. */
typedef struct co2_unit {
    const char *name;
    double gt; /* what one of it is in Gt */
} co2_unit;
co2_unit co2_unit_read(const csv *t);

/* Fails where a row's text in a column is not the first row's. */
void column_uniform(const csv *t, size_t column);

#endif
