/* The library's own tables of forecast errors: quantiles of logit(truth) - logit(forecast) by years after the last
 * observation.
 *
 * REALTIME: forecasts by the cautious method from one revision of the World Urbanization Prospects, compared with a
 * revision at least seven years younger (2003 with 2014 and 2018, 2011 with 2018; 7,947 errors, each pair of revisions
 * and in it each area with the same weight).  The quantile of |e| is a line a + b h in each coverage, least squares over
 * eight bins of the horizon with weights 1/quantile^2, rounded to three decimals; the sign of the median changes with
 * the revision, and the table is symmetric.  A record that is revised is revised at horizon 0 too.
 * RECORD: forecasts by the method of the United Nations with its norm fitted again at the base years 1970, 1975, ...
 * 2005, compared with the same record, the revision of 2018.  It is not symmetric.
 */
#include "urban/error_source.h"
#include "numeric/decimal.h"

enum { REALTIME_ROWS = 7, REALTIME_COLUMNS = 9, RECORD_ROWS = 6, RECORD_COLUMNS = 5 };

static const int32_t realtime_horizon[REALTIME_ROWS] = {0, 5, 10, 15, 20, 25, 30};
static const double realtime_prob[REALTIME_COLUMNS] = {.025, .05, .10, .25, .50, .75, .90, .95, .975};
static const double realtime_error[REALTIME_ROWS * REALTIME_COLUMNS] = {
    -.731,  -.370, -.150, -.006, 0, .006, .150, .370, .731,  /*  0 years */
    -.782,  -.454, -.223, -.058, 0, .058, .223, .454, .782,  /*  5 */
    -.833,  -.538, -.295, -.109, 0, .109, .295, .538, .833,  /* 10 */
    -.884,  -.622, -.368, -.161, 0, .161, .368, .622, .884,  /* 15 */
    -.934,  -.705, -.441, -.213, 0, .213, .441, .705, .934,  /* 20 */
    -.985,  -.789, -.514, -.264, 0, .264, .514, .789, .985,  /* 25 */
    -1.036, -.873, -.587, -.316, 0, .316, .587, .873, 1.036, /* 30 */
};

static const int32_t record_horizon[RECORD_ROWS] = {5, 10, 15, 20, 25, 30};
static const double record_prob[RECORD_COLUMNS] = {.05, .10, .50, .90, .95};
static const double record_error[RECORD_ROWS * RECORD_COLUMNS] = {
    -0.132, -0.084, -0.0067, 0.056, 0.114, /*  5 years */
    -0.297, -0.199, -0.0245, 0.134, 0.235, /* 10 */
    -0.474, -0.339, -0.0634, 0.215, 0.399, /* 15 */
    -0.647, -0.491, -0.1281, 0.273, 0.492, /* 20 */
    -0.837, -0.652, -0.2122, 0.313, 0.551, /* 25 */
    -0.988, -0.808, -0.3030, 0.350, 0.594, /* 30 */
};

static const skpi__error_table realtime = {REALTIME_ROWS,    REALTIME_COLUMNS,
                                           realtime_horizon, realtime_error,
                                           realtime_prob,    "0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975"};
static const skpi__error_table record = {RECORD_ROWS,  RECORD_COLUMNS, record_horizon,
                                         record_error, record_prob,    "0.05, 0.1, 0.5, 0.9, 0.95"};

const skpi__error_table *skpi__error_source(int32_t source)
{
    return source == SKPI_URBAN_ERROR_SOURCE_RECORD ? &record : &realtime;
}

size_t skpi__error_column(const skpi__error_table *table, double prob)
{
    size_t q = 0;
    while (q < table->n_prob && !skpi__same(prob, table->prob[q])) q++; /* (1 - .8)/2 is not .1 to the bit */
    return q;
}
