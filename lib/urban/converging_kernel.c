/* Losses of many forecasts (converging_kernel.h), compiled for several machines.
 *
 * Operations and their order are those of logistic.h, never fused, so that every kernel gives the same bits.
 */
#include "urban/converging_kernel.h"
#include "numeric/logistic.h"

typedef struct loss_kernel {
    void (*whole)(skpi__urban_loss_block *block, double part);
} loss_kernel;

#define SKPI__LANES_MOST 4 /* a division of eight takes twice as long as one of four */
#define SKPI__TEMPLATE "urban/converging_kernel_variant.h"
#include "core/variants.h"

static const loss_kernel *loss_kernel_at(int32_t dispatch)
{
    static const loss_kernel *const variant[] = {SKPI__VARIANT_TABLES};
    return variant[skpi__variant_index(dispatch)];
}

/* Where an exponential could leave the normal numbers. */
static void loss_far(skpi__urban_loss_block *b, double part)
{
    for (size_t i = 0; i < b->n; i++) {
        const double share = skpi__logistic(b->logit[i] + b->step[i] * part);
        const double size = fabs((share - b->truth[i]) * b->scale[i]), bent = fmin(size, SKPI__URBAN_LOSS_BEND);
        b->loss[i] = bent * (size - .5 * bent);
    }
}

void skpi__urban_loss_block_at(skpi__urban_loss_block *block, double part)
{
    if (block->most < SKPI__EXP_FAR)
        loss_kernel_at(SKPI__BEST)->whole(block, part);
    else
        loss_far(block, part);
}
