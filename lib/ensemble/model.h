/* A model: the functions and sizes that a domain passes to a plan.
 *
 * A model carries blocks of SKPI__BLOCK draws from year to year.  Its state is n_columns columns of one double a draw;
 * the first n_variables of them are its variables, in the form in which they are sorted: share x stands for
 * logistic(x), and so on.  Blocks are independent: a step may depend only on the number of the block, the place, the
 * year and the state, in operations that give the same bits everywhere (kernels, + - * / and sqrt).
 *
 * A model is driven by shocks, each a standard normal number a draw and year, which it numbers from 0; it takes them by
 * skpi__shock and skpi__advance (shock.h).  A variable SUMMED is the engine's: the running sum of the values of the
 * variable before it, which is EXP; the model only writes its column's start.  So are three variables PART, all that a
 * model has: the parts of a whole, whose log-ratios to the last are the two columns after them.
 */
#ifndef SKPI_ENSEMBLE_MODEL_H
#define SKPI_ENSEMBLE_MODEL_H
#include <smartkpi/ensemble.h>
#include "core/error.h"
#include "numeric/block.h"
#include "random/stream.h"

/* x, logistic x, exp x; the running sum of the variable before it; a part of a whole; x, a sum of values of variables. */
typedef enum skpi__form {
    SKPI__FORM_VALUE,
    SKPI__FORM_SHARE,
    SKPI__FORM_EXP,
    SKPI__FORM_SUMMED,
    SKPI__FORM_PART,
    SKPI__FORM_SUM
} skpi__form;
enum { SKPI__PARTS = 3 };
/* The values lie in [0,1], and their sums have the unit of shares. */
static inline int skpi__form_is_share(skpi__form form) { return form == SKPI__FORM_SHARE || form == SKPI__FORM_PART; }

/* The numbers of factors that a worker keeps, because neighbouring places and models have them in common. */
typedef struct skpi__factor_kept {
    size_t n_blocks;       /* of one year */
    uint8_t *begun, *have; /* n_factors; n_factors x n_blocks */
    uint32_t *group;       /* n_factors: which is kept, */
    size_t *k;             /* and of which year */
    double *z;             /* n_factors x n_blocks x SKPI__BLOCK */
} skpi__factor_kept;

typedef struct skpi__anchors skpi__anchors; /* anchors.h */
/* Shocks that are given instead of drawn: z of one shock, and 0 of the others. */
typedef struct skpi__probe {
    uint32_t shock;
    const double *z; /* SKPI__BLOCK */
} skpi__probe;

/* One block in one year. */
typedef struct skpi__model_block {
    const skpi__stream_kernel *random;
    const skpi__block_kernel *kernel;
    skpi__stream stream; /* of this model, place and year; the step sets variable */
    const skpi_ensemble_plan *plan;
    skpi__factor_kept *kept;  /* NULL: factors are drawn again at each place */
    skpi__anchors *anchors;   /* NULL: the sampling has none */
    const skpi__probe *probe; /* NULL: shocks are drawn */
    size_t model;             /* index in the plan */
    size_t place;             /* index in the order of the plan */
    size_t k;                 /* years after the first */
    uint64_t number;          /* number of the block, which holds draws 512 number .. 512 number + 511 */
    const void *scratch;      /* what prepare wrote for the place */
    double *const *column;    /* n_columns, of SKPI__BLOCK each */
    uint32_t *word;           /* room of SKPI__BLOCK elements each */
    double *work;
} skpi__model_block;

/* The range of a variable's x in a year. */
typedef struct skpi__model_range {
    double centre, spread; /* about the mean and standard deviation; spread NaN: taken from the first block */
    double bound;          /* upper bound of |x|; infinite if none is known */
    double scale;          /* except for shares: a power of two for sums of whole numbers, |scale value| <= 2^51;
                            * of EXP and SUMMED the engine computes it */
    double least;          /* of SUMMED and SUM: no value is below it; of SUMMED the engine computes it */
} skpi__model_range;

typedef struct skpi__model {
    uint64_t fingerprint; /* of kind and parameters, by ensemble/hash.h */
    size_t n_variables, n_columns, n_shocks;
    const skpi__form *form; /* n_variables, static */
    void *parameters;       /* the plan frees them by the member free */
    void (*free)(void *parameters);
    /* Writes the state of the year before the first (k is 0). */
    void (*start)(const void *parameters, const skpi__model_block *block);
    /* Computes the state of year k from that of the year before. */
    void (*step)(const void *parameters, const skpi__model_block *block);
    /* Writes the ranges of a variable in all n_years years of a place; of SUMMED, centre is the start of the sum. */
    void (*range)(const void *parameters, size_t place, size_t variable, size_t n_years, skpi__model_range *range);
    /* A further variable, after the others, is a + b v, b > 0, v the variable of that number; nothing of it is drawn. */
    size_t scaled_of;
    const double *scaled; /* n_places x 2: a, b; NULL: there is none */
    size_t scratch;       /* bytes that prepare writes, once a place and worker before its blocks; 0: no prepare */
    void (*prepare)(const void *parameters, size_t place, size_t n_years, void *scratch);
} skpi__model;

#endif
