/* The members of skpi_carbon_path: which a shape needs, each by row, checked one by one. */
#ifndef SKPI_CARBON_PATH_MEMBERS_H
#define SKPI_CARBON_PATH_MEMBERS_H
#include "carbon/shape.h"
#include "numeric/decimal.h"

enum { SKPI__CARBON_MEMBERS = 16 };

typedef struct skpi__carbon_paths { /* the paths of a call */
    skpi_carbon_path path;
    const skpi__carbon_shape *shape;
    skpi__carbon_row blank; /* a row with the default of each member */
    size_t n_given;
    unsigned char given[SKPI__CARBON_MEMBERS]; /* the members that the caller has given */
} skpi__carbon_paths;

/* An emission x: a level of the path if its size differs from that of the level by rounding only. */
static inline double skpi__carbon_level(double x, double level)
{
    return !isinf(fabs(x) - fabs(level)) && skpi__same(fabs(x), fabs(level)) ? copysign(level, x) : x;
}

/* Copies the caller's struct, finds its shape and checks its convention. */
skpi_status skpi__carbon_take(skpi__at at, const skpi_carbon_path *path, skpi__carbon_paths *p);
/* Checks that `by` is a target of the shape under this convention. */
skpi_status skpi__carbon_by(skpi__at at, const skpi__carbon_paths *p, int32_t by);
/* Checks that the members which the shape needs are given, and that the unknown and members which the shape does not
 * use are NULL. */
skpi_status skpi__carbon_given(const skpi__rows *r, const skpi__carbon_paths *p, int32_t by);
/* Row i, unchecked.  Emissions of the path that are the same but for rounding are made equal. */
skpi__carbon_row skpi__carbon_load(const skpi__carbon_paths *p, size_t i);
/* Checks every member of a row in the order of the struct, then the relations between members, and last what is
 * unusual. */
skpi_status skpi__carbon_check(skpi__at at, const skpi__carbon_paths *p, const skpi__carbon_row *k, int32_t by);
/* EOVERFLOW unless the emission is so small that no cumulative emission within the window of years can overflow. */
skpi_status skpi__carbon_bounded(skpi__at at, const char *name, double value);
skpi_status skpi__carbon_whole(skpi__at at, const char *name, double date); /* EDOM unless the date is a whole year */
skpi_status skpi__carbon_convention(skpi__at at, const char *name, int32_t convention);

#endif
