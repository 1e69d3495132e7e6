/* Changes per step, of years that are not all in one distance. */
#include "core/steps.h"
#include <math.h>

skpi_status skpi__steps_differ(skpi__at at, const char *name, size_t m, const int32_t *year, const double *value,
                               const char *what)
{
    int32_t before = 0, step = 0; /* 0: none yet */
    for (size_t j = 0; j < m; j++) {
        if (value && isnan(value[j])) continue;
        const int32_t this = before ? year[j] - before : 0;
        if (step && this != step)
            return skpi__warn(skpi__element(at, j), name, year[j],
                              "is %d after the year before, where the step before is %d: %s", (int)this, (int)step,
                              what);
        step = this;
        before = year[j];
    }
    return SKPI_OK;
}
