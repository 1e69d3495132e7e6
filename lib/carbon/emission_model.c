/* What the models of emissions of an ensemble have in common (emission_model.h). */
#include "carbon/emission_model.h"
#include <math.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "numeric/logit.h"

skpi_status skpi__emission_check_path(skpi__at at, const char *name, const double *path, size_t n, size_t m)
{
    skpi_status s = path ? skpi__array(at, name, path, n, m) : SKPI_OK;
    for (size_t i = 0; path && i < n && !s; i++)
        for (size_t k = 0; k < m && !s; k++)
            s = skpi__positive(skpi__column(skpi__element(at, i), k), name, path[i * m + k]);
    return s;
}

skpi_status skpi__emission_check_start(skpi__at at, const char *name, const double *cumulative, size_t n)
{
    skpi_status s = SKPI_OK;
    for (size_t i = 0; cumulative && i < n && !s; i++) s = skpi__finite(skpi__element(at, i), name, cumulative[i]);
    return s;
}

skpi_status skpi__emission_check_warming(skpi__at at, const char *name, const double *warming, const char *name_tcre,
                                         const double *tcre, size_t n)
{
    skpi_status s = SKPI_OK;
    if (warming && !tcre) return skpi__refuse(at, SKPI_EINVAL, name_tcre, "is NULL although warming is given");
    for (size_t i = 0; tcre && i < n && !s; i++) {
        const skpi__at row = skpi__element(at, i);
        s = warming ? skpi__finite(row, name, warming[i]) : SKPI_OK;
        if (!s) s = skpi__positive(row, name_tcre, tcre[i]);
    }
    return s;
}

int skpi__emission_warming(const double *warming, const double *tcre, size_t n, double **line)
{
    *line = NULL;
    if (!tcre) return 1;
    if (!(*line = skpi__alloc(n, 2, sizeof **line))) return 0;
    for (size_t i = 0; i < n; i++) {
        (*line)[2 * i] = warming ? warming[i] : 0;
        (*line)[2 * i + 1] = tcre[i];
    }
    return 1;
}

const skpi__usual skpi__emission_deviation = {"a deviation of a year's step, in logarithms", "percent", 0, 0.5, 0};

skpi_status skpi__emission_near(skpi__at at, const char *name, double bound, double spread)
{
    if (!(bound <= SKPI__EMISSION_FAR))
        return skpi__fail(at, SKPI_EOVERFLOW, name, bound,
                          "is the largest magnitude of a draw's logarithm, which is beyond the range of a double");
    if (spread <= SKPI__EMISSION_SPREAD) return SKPI_OK;
    return skpi__fail(
        at, SKPI_EOVERFLOW, name, spread,
        "is the standard deviation of a year's logarithms: draws that differ so much have no unit in which "
        "they can be added up (percent?)");
}

void skpi__emission_steps(double before, size_t n, const double *path, size_t stride, double *step)
{
    for (size_t k = 0; k < n; k++) {
        const double x = skpi__ln_same(path[k * stride]);
        step[k * stride] = x - before;
        before = x;
    }
}
