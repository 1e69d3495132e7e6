/* The members of skpi_carbon_path: which a shape needs, each by row, checked one by one. */
#ifndef SKPI_CARBON_PATH_MEMBERS_H
#define SKPI_CARBON_PATH_MEMBERS_H
#include "carbon/shape.h"

enum { SKPI__CARBON_MEMBERS = 16 };

typedef struct skpi__carbon_paths { /* the paths of a call */
    skpi_carbon_path path;
    const skpi__carbon_shape *shape;
    skpi__carbon_row blank; /* a row without what the caller has given */
    size_t n_given;
    unsigned char given[SKPI__CARBON_MEMBERS]; /* which members that is */
} skpi__carbon_paths;

/* Copies the caller's struct; finds its shape, checks its convention. */
skpi_status skpi__carbon_take(skpi__at at, const skpi_carbon_path *path, skpi__carbon_paths *p);
/* by is a target of the shape, under this convention. */
skpi_status skpi__carbon_by(skpi__at at, const skpi__carbon_paths *p, int32_t by);
/* The members that the shape needs are given; the unknown and those that it does not use are NULL. */
skpi_status skpi__carbon_given(const skpi__rows *r, const skpi__carbon_paths *p, int32_t by);
/* Row i, not checked. */
skpi__carbon_row skpi__carbon_load(const skpi__carbon_paths *p, size_t i);
/* Every member by itself, in the order of the struct, then how they stand to each other; last what is unusual. */
skpi_status skpi__carbon_check(skpi__at at, const skpi__carbon_paths *p, const skpi__carbon_row *k, int32_t by);
/* An emission small enough that no cumulative over the window of years overflows, else EOVERFLOW. */
skpi_status skpi__carbon_bounded(skpi__at at, const char *name, double value);
skpi_status skpi__carbon_whole(skpi__at at, const char *name, double date); /* a whole year, else EDOM */
skpi_status skpi__carbon_convention(skpi__at at, const char *name, int32_t convention);

#endif
