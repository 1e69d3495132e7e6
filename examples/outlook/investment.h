/* Effects of an investment: a final demand in input-output tables of other economies, which are used instead of the
 * city's. */
#ifndef OUTLOOK_INVESTMENT_H
#define OUTLOOK_INVESTMENT_H
#include "report.h"
#include "input_tables.h"

#include <smartkpi.h>

typedef struct io_columns { /* of io_sectors.csv and io_flows.csv */
    size_t table, sector, name, digital, output, value_added, final_demand, jobs, purchase;
    size_t flow_table, seller, buyer, flow;
} io_columns;

typedef struct io_table { /* an input-output table, its rows of io_sectors.csv together */
    const char *name;
    size_t first, n; /* row of its first sector, sectors */
    int knows_value, knows_jobs;
    double *flow, *output, *value, *final, *jobs, *part; /* money of the table; part: of what is bought, sums to 1 */
    skpi_economy_iotable *factored;
} io_table;

typedef struct investment {
    size_t row; /* of investment.csv */
    const place *place;
    int32_t year;
    const char *bound, *currency;
    double bn, projects, gdp; /* bn; NaN = not given */
} investment;

typedef struct impact { /* of one investment by one table, bn by sector; jobs in a unit of their own */
    double *bought, *output, *value, *jobs, all_output, all_value, all_jobs, direct_jobs, digital_value;
} impact;

typedef struct investments {
    investment *row;
    size_t rows;
    io_columns columns;
    io_table *io;
    size_t ios;
    impact *impact; /* rows x ios */
} investments;

void investments_compute(investments *v, const tables *in);
void investments_report(const investments *v, const tables *in, report_section *s);
void investments_release(investments *v);

/* io_tables.c */
void io_tables_read(investments *v, const tables *in);

#endif
