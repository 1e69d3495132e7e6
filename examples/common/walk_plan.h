/* An ensemble of urban shares that several processes draw: each reads the same file and options, so that all have the
 * same plan, and draws one of the parts; the results are merged in any order.
 *
 *     walk_plan w = walk_plan_begin();                 // options --draws, --seed, --mode; WALK_PLAN_HELP tells them
 *     walk_plan_read(&w, "cities.csv");
 *     skpi_ensemble_result *r = walk_plan_draw(&w, 0, 3, 1); // the first of three parts, in one thread
 *     walk_plan_print(&w, r);                          // place,year,mean,q05,q25,q50,q75,q95
 *
 * Any fault ends the program, with the words of the library. */
#ifndef EXAMPLES_WALK_PLAN_H
#define EXAMPLES_WALK_PLAN_H
#include "fan_world.h"

#include <smartkpi.h>

#define WALK_PLAN_HELP                                                                                 \
    "  FILE       columns place; share, a fraction between 0 and 1, in last_year; drift, the growth\n" \
    "             difference, and sigma, the standard deviation of a step, both per year in logits;\n" \
    "             last_year and end_year, the same in all rows\n"                                      \
    "  --draws    number of draws of each place (10000)\n"                                             \
    "  --seed     whole number from 0 on (0)\n"                                                        \
    "  --mode     exact (the default): quantiles of the draws, and parts are groups of places;\n"      \
    "             stream: quantiles of histograms, and parts are groups of draws\n"

typedef struct walk_plan {
    fan_world *world;
    fan_group group; /* all places, and their plan */
    int32_t mode;
    uint64_t n_draws, seed;
} walk_plan;

walk_plan walk_plan_begin(void); /* before program_operands */
void walk_plan_read(walk_plan *w, const char *path);
void walk_plan_free(walk_plan *w);

/* A result with part number `part` of n, counted from 0; a part may be empty. */
skpi_ensemble_result *walk_plan_draw(const walk_plan *w, uint64_t part, uint64_t n, int32_t threads);
/* A result as bytes, and back; `name` says where the bytes are from.  free() the bytes. */
void *walk_plan_bytes(const skpi_ensemble_result *result, size_t *size);
skpi_ensemble_result *walk_plan_result(const walk_plan *w, const char *name, size_t size, const void *bytes);
/* A number made of the names of the places in their order, which a result does not have in itself. */
enum { WALK_PLAN_MARK = 8 };
void walk_plan_mark(const walk_plan *w, unsigned char mark[WALK_PLAN_MARK]);
/* Adds a result to another and frees it; `name` says where it is from. */
void walk_plan_merge(skpi_ensemble_result *result, const char *name, skpi_ensemble_result *other);
/* Prints means and quantiles; fails if draws are missing. */
void walk_plan_print(const walk_plan *w, const skpi_ensemble_result *result);

#endif
