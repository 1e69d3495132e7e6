/* The CO2 path: rise, plateau, decline to net zero under an exact budget, the warming it causes; with and without a
 * waypoint.  Emissions are totals of calendar years in the unit of the history. */
#ifndef OUTLOOK_CARBON_H
#define OUTLOOK_CARBON_H
#include "cities.h"
#include "units.h"

#include <smartkpi.h>

typedef struct carbon_year {
    int32_t year;
    double total, cumulative, best, low, high; /* of the year; from t_budget to its end; degrees C; NaN = none */
    int observed;
} carbon_year;

/* The numbers of one path, in the order of skpi_carbon_path. */
typedef struct carbon_terms {
    double t0, e0, t_peak, e_peak, plateau, t_net_zero, residual, budget, t_budget;
} carbon_terms;

typedef struct carbon_waypoint { /* a share below the peak in a year */
    size_t row;                  /* of carbon_waypoints.csv */
    double date, below;          /* NaN = none */
    int met;                     /* 0: the budget cannot be met with it */
    double low, high, power;     /* budgets that can be met; exponent of the decline */
    double then, needed;         /* total in the waypoint's year; budget with which the path without it is there too */
    double *total;               /* of each year after the history; NULL = not met */
} carbon_waypoint;

typedef struct carbon {
    history history;
    co2_unit unit;
    carbon_terms terms;
    double low, high, power; /* budgets that can be met, ends excluded; exponent of the decline */
    carbon_year *year;
    size_t years;
    double best, cool, warm; /* degrees C at net zero */
    carbon_waypoint *waypoint;
    size_t waypoints;
    double plain_below; /* how far the path is below its peak in the waypoints' year; NaN = no waypoint */
    size_t row;         /* of carbon.csv */
    double *since;      /* changes that are published of the years after the history, by row of carbon_since.csv */
    size_t sinces;
} carbon;

void carbon_compute(carbon *c, const tables *in);
void carbon_report(const carbon *c, const tables *in, report_section *s);
void carbon_release(carbon *c);
double carbon_total(const carbon *c, int32_t year); /* NaN = not known */

/* The library's path of these terms, which points into them and into its arguments; what the library says about one. */
skpi_carbon_path carbon_path(const carbon_terms *t, const double *power);
void carbon_tell(const carbon *c, const tables *in, skpi_status status);

/* carbon_waypoints.c */
void carbon_waypoints_compute(carbon *c, const tables *in);
void carbon_waypoints_report(const carbon *c, const tables *in, report_section *s);

#endif
