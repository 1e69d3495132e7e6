/* Ranges of urban shares. */
#include "urban.h"

#include <math.h>

void urban_range(const cell *cells, int32_t source, int32_t last, int32_t first, size_t n, const double *share,
                 double *low, double *high, int *beyond)
{
    static const double prob[] = {0.10, 0.90};
    const skpi_urban_error_quantile_options errors = {.size = sizeof errors, .source = source};
    for (size_t i = 0; i < n; i++) {
        double range[2] = {(double)NAN, (double)NAN};
        if (beyond) beyond[i] = 0;
        if (share[i] > 0 && share[i] < 1) {
            /* one year a call: its status tells whether this year lies beyond the calibrated horizon */
            const skpi_urban_error_quantile_in one = {
                .size = sizeof one, .n = 1, .last_year = &last, .share = &share[i]};
            const skpi_status s = skpi_urban_error_quantile(&one, first + (int32_t)i, 1, 2, prob, &errors, range, NULL);
            cells_tell(s, 1, cells);
            if (beyond) beyond[i] = (s & SKPI_WHORIZON) != 0;
        }
        low[i] = range[0];
        high[i] = range[1];
    }
}
