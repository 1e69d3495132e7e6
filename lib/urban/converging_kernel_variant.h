/* Losses in blocks for one machine: a template of converging_kernel.c (core/variants.h). */

SKPI__TARGET static void SKPI__VARIANT(whole)(skpi__urban_loss_block *b, double part)
{
    const SKPI__VECTOR bend = (SKPI__VECTOR){0} + SKPI__URBAN_LOSS_BEND;
    for (size_t i = 0; i < b->n; i += SKPI__LANES) {
        const SKPI__VECTOR x = SKPI__VECTOR_AT(b->logit + i) + SKPI__VECTOR_AT(b->step + i) * part;
        const SKPI__VECTOR shifted = x * SKPI__EXP_PER_LN2 + SKPI__EXP_SHIFT, k = shifted - SKPI__EXP_SHIFT;
        const SKPI__VECTOR y = (x - k * SKPI__EXP_LN2_HIGH) - k * SKPI__EXP_LN2_LOW, y2 = y * y;
        const SKPI__VECTOR even = SKPI__EXP_EVEN(y2), odd = SKPI__EXP_ODD(y, y2);
        const SKPI__VECTOR e = (SKPI__VECTOR)((SKPI__WHOLE_VECTOR)(even + odd) + ((SKPI__WHOLE_VECTOR)shifted << 52));
        const SKPI__VECTOR error =
            (e / ((even - odd) + e) - SKPI__VECTOR_AT(b->truth + i)) * SKPI__VECTOR_AT(b->scale + i);
        const SKPI__VECTOR size = (SKPI__VECTOR)((SKPI__WHOLE_VECTOR)error & INT64_MAX);
        const SKPI__WHOLE_VECTOR small = size < bend;
        const SKPI__VECTOR bent =
            (SKPI__VECTOR)(((SKPI__WHOLE_VECTOR)size & small) | ((SKPI__WHOLE_VECTOR)bend & ~small));
        SKPI__VECTOR_AT(b->loss + i) = bent * (size - .5 * bent);
    }
}

static const loss_kernel SKPI__VARIANT(kernel) = {SKPI__VARIANT(whole)};
