/* The numbers of a source: of a shock of a place, or of a group of a factor, that Sobol's points spread (anchors.h).
 *
 * Draws are put on strata in groups of 2,048, whose sums are made together; each block of a group is then drawn year by
 * year. */
#ifndef SKPI_ENSEMBLE_SOURCE_H
#define SKPI_ENSEMBLE_SOURCE_H
#include "ensemble/model.h"
#include "random/sobol.h"
#include "random/strata.h"

/* A sum is put on strata if at least this part of its variance is not that of the sums before it: putting it elsewhere
 * moves what it has of its own, more so the less that is. */
#define SKPI__SOURCE_OWN_LEAST .0625

/* The numbers of a block up to a year. */
typedef struct skpi__source_drawn {
    uint64_t number; /* the block + 1; 0: none */
    size_t next;     /* the year after the last one that was drawn, counted from the first */
} skpi__source_drawn;

typedef struct skpi__source {
    size_t of;                           /* the number of the source + 1; 0: none */
    size_t n_blocks, end;                /* blocks that are drawn at a time; years up to the last anchor */
    double *weight, *gain, *spread;      /* n_anchors x n_years, the same, n_years: of its bridge, */
    double *factor;                      /* n_anchors x n_anchors */
    uint32_t (*sobol)[SKPI__SOBOL_BITS]; /* n_anchors: direction numbers, */
    uint32_t *shift;                     /* and digital shifts, */
    skpi__strata_shift *strata;          /* also those of strata */
    double *even;                        /* room of n_anchors x SKPI__STRATA */
    uint64_t group;                      /* the group of draws whose sums are held + 1; 0: none */
    double *sum;                         /* n_anchors x SKPI__STRATA */
    skpi__source_drawn *drawn;           /* n_blocks */
    double *rest;                        /* n_blocks x n_anchors x SKPI__BLOCK: what is left of the sums */
    uint64_t last;                       /* of a factor: the block + 1 whose numbers z are; 0: none */
    uint32_t last_year;
    double *z; /* SKPI__BLOCK */
} skpi__source;

/* Holds no numbers. */
void skpi__source_forget(skpi__source *source);
/* z becomes the numbers of the block in the stream's year; returns 0 if they are those of the stream.  Years in order are
 * drawn once. */
int skpi__source_numbers(const skpi__model_block *block, skpi__source *source, skpi__stream stream, double *z);

#endif
