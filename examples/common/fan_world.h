/* The places and models of an ensemble, from a file of parameters or from files of histories; its plan, its means and
 * quantiles.
 *
 *     fan_world *w = fan_world_read("carbon", "places.csv");
 *     fan_group g = {.n = fan_world_same_years(w)};
 *     fan_group_plan(w, &options, &g);                  // g.plan, g.index[0] ...
 *     ...                                               // a result of the plan is run
 *     fan_print_header(w);
 *     fan_print(w, &g, result);
 *
 * Any fault ends the program, with file:row:column or the words of the library. */
#ifndef EXAMPLES_FAN_WORLD_H
#define EXAMPLES_FAN_WORLD_H
#include "fan_model.h"

enum { FAN_MODELS = 4, FAN_QUANTILES = 5 };
extern const double fan_prob[FAN_QUANTILES];

typedef struct fan_world {
    size_t n_places, n_models;
    const char **place;  /* [n_places] names */
    int32_t *first_year; /* [n_places] first year that is drawn */
    size_t *n_years;     /* [n_places] */
    fan_model model[FAN_MODELS];
    size_t n_tables;
    csv *table[FAN_MODELS + 1];
    size_t last_year, end_year; /* columns; CSV_NONE with histories */
} fan_world;

int32_t fan_mode(void); /* option --mode: exact, also without it, or stream */
/* A file with a row for each place, and for "joint" for each place and model, which the column model names. */
fan_world *fan_world_read(const char *model, const char *path);
/* Files with a row for each place and year, with commas between. */
typedef struct fan_histories {
    const char *paths;
    int32_t from, end; /* the last year that is used, and the last one that is drawn; 0: those of `file`, or the last of
                        * all histories */
    int leave_out;     /* 1: a place with a history that is too short is left out, with a warning */
    const char *file;  /* parameters of other models of the same places, for "joint"; NULL: none */
} fan_histories;
fan_world *fan_world_history(const char *model, const fan_histories *given);
void fan_world_free(fan_world *w);
/* A policy: a file with an emission for each place and year that is drawn, for the model carbon. */
void fan_world_path(fan_world *w, const char *path);
size_t fan_world_same_years(const fan_world *w); /* the number of places, which must all have the same years */
size_t fan_world_shocks(const fan_world *w);     /* of a place */
size_t fan_world_variables(const fan_world *w);
/* The value of a share or an emission in the year before the first; NaN of other variables. */
double fan_world_last(const fan_world *w, size_t model, size_t variable, size_t place);
/* The model and its variable that have a name, from the column of a file; without a column that of a world with one. */
void fan_world_variable(const fan_world *w, const csv *t, size_t row, size_t column, size_t *model, size_t *variable);

/* Places of one plan, which have the same years. */
typedef struct fan_group {
    size_t first, n;
    skpi_ensemble_plan *plan;
    int32_t index[FAN_MODELS]; /* of the models in the plan */
} fan_group;
void fan_group_plan(const fan_world *w, const skpi_ensemble_plan_options *options, fan_group *g);

/* Means and quantiles of all variables: place,variable,year,mean,q05,q25,q50,q75,q95, without the variable if the world
 * has one. */
void fan_print_header(const fan_world *w);
void fan_print(const fan_world *w, const fan_group *g, const skpi_ensemble_result *result);
/* One line of these; variable NULL: the world has one. */
void fan_print_line(const char *place, const char *variable, int32_t year, double mean, const double *quantile);

#endif
