/* One model of an ensemble as files tell it: the columns of its parameters, or of its histories; its variables; its
 * part of a plan.  Any fault ends the program, with file:row:column. */
#ifndef EXAMPLES_FAN_MODEL_H
#define EXAMPLES_FAN_MODEL_H
#include "csv.h"

#include <smartkpi.h>

enum { FAN_PARAMETERS = 8, FAN_WIDE = 4, FAN_VARIABLES = 7, FAN_NAME = 16 };
/* What a parameter may be, and how many columns it has: one; name_1, name_2 ... for each factor or part; or these for
 * each part but the last. */
enum fan_value { FAN_NUMBER, FAN_POSITIVE, FAN_DEVIATION, FAN_OPEN_SHARE, FAN_CORRELATION };
enum fan_width { FAN_ONE, FAN_EACH, FAN_BUT_LAST };
typedef struct fan_parameter {
    const char *name, *argument; /* of the column, and of the library's argument */
    enum fan_value value;
    enum fan_width width;
    int needed;
} fan_parameter;

typedef struct fan_model fan_model;
typedef struct fan_kind {
    const char *name;
    size_t n_parameters;
    const fan_parameter *parameter; /* the first one has the columns that are counted */
    size_t least, most;             /* how many columns it has; 0: one without a number */
    const char *history, *other;    /* the columns of a history, and their other name; NULL: there is none */
    const char *argument;           /* of the library, which has the history */
    void (*variables)(fan_model *m);
    skpi_status (*add)(skpi_ensemble_plan *plan, const fan_model *m, size_t first, size_t n, int32_t *index);
    skpi_status (*add_history)(skpi_ensemble_plan *plan, const fan_model *m, size_t first, size_t n, int32_t *index);
} fan_kind;
extern const fan_kind fan_urban, fan_carbon, fan_kaya, fan_digital;

struct fan_model {
    const fan_kind *kind;
    csv *table; /* belongs to the world */
    size_t n_wide;
    size_t column[FAN_PARAMETERS][FAN_WIDE];
    double *value[FAN_PARAMETERS]; /* [place][width]; NULL: not given */
    size_t *row;                   /* [place] row of the parameters, or last one of the history */
    size_t m;                      /* years of the histories; 0: there are parameters */
    int32_t *year;                 /* [m] */
    double *past;                  /* [place][m][n_wide], [place][m] if n_wide is 0; NaN: missing */
    csv *path_table;
    size_t path_column, *path_row; /* [place] first row of the path */
    size_t path_years;
    double *path; /* [place][path_years]; NULL: none */
    size_t n_variables, n_shocks;
    char variable[FAN_VARIABLES][FAN_NAME];
    size_t shock[FAN_WIDE]; /* the variable that each shock moves, by which it is called */
};

size_t fan_width(const fan_model *m, size_t parameter); /* numbers of a place */
/* Values of the places from `first` on; NULL if the parameter is not given. */
const double *fan_values(const fan_model *m, size_t parameter, size_t first);
/* Reads the parameters of n places from these rows of a table, of which `alone` says that it has no other model. */
void fan_model_read(fan_model *m, const fan_kind *kind, csv *table, size_t n, const size_t *row, int alone);
/* Whether the table has the columns of the kind's history. */
int fan_model_has_history(const fan_kind *kind, const csv *table);
/* Reads histories of n places up to the year `last`; place[i] is that of row i.  Checking that they end there is
 * another thing. */
void fan_model_past(fan_model *m, const fan_kind *kind, csv *table, size_t n, const int32_t *place, size_t year,
                    int32_t last);
/* Fails where a history does not end in that year, and warns where a gap shortens it. */
void fan_model_ends(const fan_model *m, size_t n, int32_t last);
/* The co2_unit of a place's parameters or history; "": none is told. */
const char *fan_model_unit(const fan_model *m, size_t place);
int32_t fan_model_last(const fan_kind *kind, csv *table, size_t year); /* the last year with a value */
/* Marks the places whose histories do not have enough years up to the last one, with a warning. */
void fan_model_short(const fan_model *m, size_t n, const char *const *place, unsigned char *leave_out);
/* Leaves out the places that are marked. */
void fan_model_leave_out(fan_model *m, size_t n, const unsigned char *leave_out);
void fan_model_variable(fan_model *m, const char *name, size_t number); /* one more; number 0: without a number */
void fan_model_shock(fan_model *m, size_t variable);                    /* one more, which moves this variable */
/* Adds n places from `first` on to a plan of as many, and returns the model's index in it. */
int32_t fan_model_add(const fan_model *m, skpi_ensemble_plan *plan, size_t first, size_t n);
void fan_model_free(fan_model *m);

#endif
