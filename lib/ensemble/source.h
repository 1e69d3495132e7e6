/* The numbers of a source: of a shock of a place, or of a group of a factor, that Sobol's points spread (anchors.h).
 *
 * Draws are spread in groups of 2,048, which have as many independent numbers as there are anchors; each block of a group
 * is then drawn year by year. */
#ifndef SKPI_ENSEMBLE_SOURCE_H
#define SKPI_ENSEMBLE_SOURCE_H
#include "ensemble/model.h"
#include "random/sobol.h"
#include "random/strata.h"

/* The numbers of a block up to a year. */
typedef struct skpi__source_drawn {
    uint64_t number; /* the block + 1; 0: none */
    size_t next;     /* the year after the last one that was drawn, counted from the first */
} skpi__source_drawn;

typedef struct skpi__source {
    size_t of;                           /* the number of the source + 1; 0: none */
    uint32_t set;                        /* the first source of those that have points together */
    size_t end;                          /* years up to the last anchor */
    double *weight, *gain, *spread;      /* n_anchors x n_years, the same, n_years: of its bridge, */
    double *factor;                      /* n_anchors x n_anchors */
    uint32_t (*sobol)[SKPI__SOBOL_BITS]; /* n_anchors: direction numbers, */
    uint32_t *shift;                     /* and digital shifts, */
    skpi__strata_shift *strata;          /* also those of strata */
    size_t n_groups;                     /* groups of draws that are held at a time: */
    uint64_t *group;                     /* n_groups: the group + 1; 0: none */
    double *even;              /* n_groups x n_anchors x SKPI__STRATA: independent numbers that make its sums */
    size_t n_blocks;           /* blocks that are drawn at a time: */
    skpi__source_drawn *drawn; /* n_blocks */
    double *rest;              /* n_blocks x n_anchors x SKPI__BLOCK: what is left of the sums */
    uint64_t last;             /* of a factor: the block + 1 whose numbers z are; 0: none */
    uint32_t last_year;
    double *z; /* SKPI__BLOCK */
} skpi__source;

/* What a shock has from a factor, whose group of draws is held. */
typedef struct skpi__source_part {
    double loading;
    const skpi__source *of;
} skpi__source_part;
/* A term of a sum. */
typedef struct skpi__source_term {
    double by;
    const double *z; /* SKPI__STRATA */
} skpi__source_term;
#define SKPI__SOURCE_MOST 16. /* the magnitude of no even number is above it */

/* Holds no numbers. */
void skpi__source_forget(skpi__source *source);
/* The even numbers of the block's group, n_anchors x SKPI__STRATA; NULL: they are not held. */
double *skpi__source_even(const skpi__model_block *block, const skpi__source *source);
/* Makes the even numbers of the block's group.  Of a place's shock, with parts and an own loading: so that the sums of
 * the shock are spread evenly.  room: (n_parts + 1) x n_anchors. */
void skpi__source_spread(const skpi__model_block *block, skpi__source *source, double own, size_t n_parts,
                         const skpi__source_part *part, skpi__source_term *room);
/* Whether the numbers of the block in the stream's year need its group. */
int skpi__source_begins(const skpi__model_block *block, const skpi__source *source, skpi__stream stream);
/* z becomes the numbers of the block in the stream's year; returns 0 if they are those of the stream.  Years in order are
 * drawn once. */
int skpi__source_numbers(const skpi__model_block *block, skpi__source *source, skpi__stream stream, double *z);

#endif
