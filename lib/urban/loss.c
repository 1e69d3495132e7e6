/* What a fitted norm makes small (loss.h).
 *
 * The default is Huber's loss: areas in which urban was defined anew do not decide the norm.
 */
#include "urban/loss.h"
#include "core/check.h"
#include "urban/huber.h"
#include <smartkpi/urban.h>

skpi_status skpi__urban_loss_take(skpi__at at, int32_t given, int32_t *loss)
{
    static const int32_t losses[] = {SKPI_URBAN_LOSS_HUBER, SKPI_URBAN_LOSS_SQUARE, 0};
    *loss = given ? given : SKPI_URBAN_LOSS_HUBER;
    return skpi__choice(at, "options->loss", *loss, losses, "a loss (enum skpi_urban_loss)");
}

skpi_status skpi__urban_loss_fit(int32_t loss, size_t n, size_t n_terms, const double *share, const double *urgd,
                                 double *room, double *c)
{
    if (loss == SKPI_URBAN_LOSS_HUBER) return skpi__urban_huber_fit(n, n_terms, share, urgd, room, c);
    return skpi__urban_squares_fit(n, n_terms, share, urgd, NULL, c) ? SKPI_OK : SKPI_ESINGULAR;
}
