/* The parts of forecast_skill: a panel of places, the forecasts from one origin, and their scores. */
#ifndef EXAMPLES_SKILL_H
#define EXAMPLES_SKILL_H
#include "../common/csv.h"

#include <smartkpi.h>

enum { SKILL_POINTS = 100, SKILL_HORIZONS = 8 };

/* Methods in the order of the output.  Constants are re-estimated at each origin without the place's own group, or are
 * those of the library. */
enum skill_method {
    SKILL_UN_LIMITED, /* the recursion of the United Nations with the norm of the origin; its start is limited */
    SKILL_UN,         /* the same without the limit */
    SKILL_CONVERGING,
    SKILL_CAUTIOUS,
    SKILL_CONVERGING_DEFAULT,
    SKILL_CAUTIOUS_DEFAULT,
    SKILL_UN_2018, /* un_limited with the norm of 2018, which knows the future; only where sizes are given */
    SKILL_METHODS
};

typedef struct skill_settings {
    int32_t first_origin, last_origin, step, end; /* end: the last year that is read */
    int32_t intervals_from;                       /* the first origin whose intervals count in the summary */
    size_t n_horizons;
    int32_t horizon[SKILL_HORIZONS];
    double limit, rounding; /* of the URGD; half a unit of the last printed digit, as a share */
} skill_settings;

typedef struct skill_files {
    const char *shares, *groups, *last, *populations, *sizes;
} skill_files;

/* Places that have observations, group by group. */
typedef struct skill_panel {
    csv *table;
    size_t n, m, n_groups;
    int32_t *year;  /* [m] */
    double *share;  /* [n][m] as printed */
    double *people; /* [n][m] populations; NULL if they are not given */
    int32_t *group; /* [n] does not fall */
    int32_t *size;  /* [n] enum skpi_urban_size; NULL if sizes are not given */
    size_t *first;  /* [n + 1] offsets into date and observed */
    double *date, *observed;
} skill_panel;

/* The forecasts from one origin for one later year, in points of percent. */
typedef struct skill_cell {
    int32_t origin, horizon;
    size_t n, n_methods;
    double *last;                  /* [n] last observation, a share */
    double *people;                /* [n] populations in the year of the origin; NULL if they are not given */
    int32_t *group;                /* [n] */
    double *truth;                 /* [n]; NaN where it is 0 or 1 */
    double *forecast, *low, *high; /* [SKILL_METHODS][n]; low and high NaN without an interval */
} skill_cell;

/* What was known at an origin. */
typedef struct skill_constants {
    int32_t origin, places, pairs;
    double mean, norm[2], by, part, to, width, cautious_width;
} skill_constants;

typedef struct skill_scores {
    double rmse[SKILL_METHODS], mae[SKILL_METHODS], bias[SKILL_METHODS];
    double coverage[SKILL_METHODS], interval_score[SKILL_METHODS];
    double weighted[SKILL_METHODS]; /* RMSE weighted by population; NaN without populations */
    int32_t count[SKILL_METHODS];
} skill_scores;

/* Files but shares may be NULL: groups, last and sizes are then columns of SHARES, if it has them.  An end of 0 becomes the last
 * year of the table. */
skill_panel skill_panel_read(const skill_files *files, skill_settings *settings);
void skill_panel_free(skill_panel *panel);

/* Adds a cell for each horizon that the table reaches; returns their number. */
size_t skill_origin(const skill_panel *panel, const skill_settings *settings, int32_t origin,
                    skill_constants *constants, skill_cell *cells);

/* Scores of the cells of one horizon from an origin on, of places whose last share is in [least, most). */
skill_scores skill_score(size_t n, const skill_cell *cells, int32_t horizon, int32_t from, double least, double most);

/* What percentages are asked for: the RMSE of each method against that of a baseline. */
typedef struct skill_question {
    int32_t horizon;
    double least, most; /* the last share */
    size_t baseline;    /* enum skill_method */
    int weighted;       /* 1: by population, which is then known */
} skill_question;
/* The 95 % range of each method's percentage when groups are drawn again; NaN of the baseline, or with one group. */
void skill_ranges(size_t n, const skill_cell *cells, const skill_question *question, size_t n_groups, double *low,
                  double *high);
void skill_cell_free(skill_cell *cell);

#endif
