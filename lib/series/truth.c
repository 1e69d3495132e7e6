/* What forecasts of a backtest are compared with (truth.h). */
#include "series/truth.h"
#include "core/table.h"

/* A meaning without what may differ between two revisions. */
static skpi_basis truth_basis(const skpi_basis *given)
{
    skpi_basis basis = skpi__basis_of(given);
    basis.vintage = basis.revision = 0;
    return basis;
}

skpi_status skpi__truth_take(skpi__at at, const skpi_table *given, const char *n_name, const char *basis_name,
                             const skpi_table *known, skpi_table *truth)
{
    skpi_basis joined;
    skpi_status s;
    *truth = *known;
    if (!given) return SKPI_OK;
    if ((s = skpi__table(at, SKPI__TABLE_NAMES(options->truth), given, truth))) return s;
    if (truth->n != known->n)
        return skpi__fail(at, SKPI_EINCONSISTENT, "options->truth->n", (double)truth->n, "is not %s = %zu", n_name,
                          known->n);
    if (!known->basis || !truth->basis) return SKPI_OK;
    const skpi_basis a = truth_basis(known->basis), b = truth_basis(truth->basis);
    return skpi__join(at, basis_name, &a, "options->truth->basis", &b, &joined);
}

size_t skpi__truth_column(const skpi_table *truth, int32_t year)
{
    size_t j = 0;
    while (j < truth->m && truth->year[j] != year) j++;
    return j;
}
