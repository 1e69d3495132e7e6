/* The walk of walk.h from a history: the last value, up to 21 consecutive annual values before and with it. */
#ifndef SKPI_SERIES_WALK_HISTORY_H
#define SKPI_SERIES_WALK_HISTORY_H
#include <smartkpi/series.h>
#include "core/error.h"
#include "series/walk.h"
#include "series/walk_moments.h"

enum {
    SKPI__WALK_LONGEST = SKPI__WALK_CHANGES + 1,
    SKPI__WALK_SHORTEST = 6,
    SKPI__WALK_USUAL_YEARS = 10 /* what a history is drawn towards weighs as so many years */
};

/* The constants of a form of history. */
typedef struct skpi__walk_form {
    int32_t scale;                                              /* SKPI_SERIES_SCALE_LOG or SKPI_SERIES_SCALE_LOGIT */
    size_t window[SKPI__WALK_WINDOWS];                          /* years over which slopes are taken */
    double weight, growth;                                      /* v_0 = weight (r - growth) */
    double slope_min, slope_max, change_max;                    /* limits of r and of an annual change */
    double usual;                                               /* deviation of an annual change where none is known */
    double sigma_by_s, drift_sigma, drift_sigma_by_s, by_slope; /* walk_history.c says how they are used */
    int32_t horizon;                                            /* years for which the form was tested */
} skpi__walk_form;

typedef struct skpi__walk_history {
    skpi__walk walk;
    double last;            /* the value that the walk starts from */
    int32_t year;           /* its year */
    size_t column;          /* where the values used begin */
    int32_t used, warnings; /* how many; SKPI_WWEAKFIT, SKPI_WADJUSTED */
    int32_t may_break;      /* 0: no annual change can be a break */
    double slope;           /* r */
    double deviation, s;    /* of annual changes, as measured and with the usual one; NaN where the form has none */
} skpi__walk_history;

/* Changes of the rows from first to before end, kept between calls for rows one after another; all 0 at first. */
typedef struct skpi__walk_rows {
    size_t first, end;
    int together; /* 0: these rows are taken one by one */
    double change[SKPI__WALK_TOGETHER][SKPI__WALK_CHANGES];
    skpi__walk_moments moments;
} skpi__walk_rows;

/* The form of an enum skpi_series_fan_form, which was checked. */
const skpi__walk_form *skpi__walk_form_of(int32_t form);
/* The walk of row i of y, or a failure under that name; each value is checked, and only those that are used decide. */
skpi_status skpi__walk_history_of(skpi__at at, const char *name, const skpi__walk_form *form, const skpi_table *y,
                                  size_t i, skpi__walk_rows *rows, skpi__walk_history *found);
/* SKPI_WUNUSUAL where the values used have a break. */
skpi_status skpi__walk_history_break(skpi__at at, const char *name, const skpi__walk_form *form, const skpi_table *y,
                                     size_t i, const skpi__walk_history *h);

#endif
