/* The United Nations' recursion for many places at once, to the bit as un.h has it. */
#ifndef SKPI_URBAN_UN_BLOCK_H
#define SKPI_URBAN_UN_BLOCK_H
#include "urban/un.h"

enum {
    SKPI__URBAN_BLOCK = 32,       /* places */
    SKPI__URBAN_BLOCK_STEPS = 64, /* at most */
    SKPI__URBAN_BLOCK_NORM = 4    /* coefficients, at most */
};

/* As they stand after each step: places side by side. */
typedef struct skpi__urban_block {
    double share[SKPI__URBAN_BLOCK_STEPS][SKPI__URBAN_BLOCK], urgd[SKPI__URBAN_BLOCK_STEPS][SKPI__URBAN_BLOCK];
    double logit[SKPI__URBAN_BLOCK]; /* after the last step */
    double far[SKPI__URBAN_BLOCK];   /* largest |logit|: beyond SKPI__EXP_FAR the place must be walked alone */
} skpi__urban_block;

/* Steps 1 .. steps of n places that have just begun, all under the same rules and none absorbed or pure. */
void skpi__urban_un_block(size_t n, const skpi__urban_un *u, int32_t steps, skpi__urban_block *block);
/* The same by the i-th kernel that this machine can run; 0 if there is none: for the tests. */
int skpi__urban_un_block_by(size_t i, size_t n, const skpi__urban_un *u, int32_t steps, skpi__urban_block *block);

#endif
