/* Losses of many forecasts of the converging method. */
#ifndef SKPI_URBAN_CONVERGING_KERNEL_H
#define SKPI_URBAN_CONVERGING_KERNEL_H
#include <stddef.h>

#define SKPI__URBAN_LOSS_BEND .7 /* of Huber's loss */

enum { SKPI__URBAN_LOSS_BLOCK = 64 }; /* forecasts at a time */

/* Forecasts side by side; those behind the n-th are computed and mean nothing. */
typedef struct skpi__urban_loss_block {
    _Alignas(64) double logit[SKPI__URBAN_LOSS_BLOCK]; /* of the forecast for part = 0 */
    double step[SKPI__URBAN_LOSS_BLOCK];               /* what the logit gains for part = 1 */
    double truth[SKPI__URBAN_LOSS_BLOCK], scale[SKPI__URBAN_LOSS_BLOCK];
    double loss[SKPI__URBAN_LOSS_BLOCK];
    size_t n;
    double most; /* no |logit + part step| is larger, for the parts that are asked */
} skpi__urban_loss_block;

/* loss = Huber's, with the bend above, of scale (logistic(logit + part step) - truth). */
void skpi__urban_loss_block_at(skpi__urban_loss_block *block, double part);

#endif
