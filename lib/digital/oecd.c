/* Check that the parts of digital supply and use tables add up to the ordinary tables.
 *
 * Digital tables split rows (products by how they are ordered and delivered) and columns (digital industries) of the
 * ordinary tables.  In each cell the parts must add up to the ordinary figure; this test finds a part that is counted
 * twice or missing.  Each printed part is rounded, so that a cell of p parts may differ by p times half a unit of the
 * last digit.
 *
 * Source: OECD, Handbook on Compiling Digital Supply and Use Tables (2023).
 */
#include <smartkpi/digital.h>
#include <float.h>
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "numeric/sum.h"

typedef struct oecd_cell {
    skpi__sum sum;
    double size; /* sum of the magnitudes of the parts, to which rounding errors are proportional */
    double parts, missing;
} oecd_cell;

typedef struct oecd_verdict {
    int32_t label;
    double residual, implied;
} oecd_verdict;

static oecd_verdict oecd_verdict_of(const oecd_cell *c, double ordinary, double tolerance)
{
    const double sum = skpi__sum_value(&c->sum);
    oecd_verdict v = {SKPI_DIGITAL_LABEL_UNKNOWN, NAN, NAN};
    if (c->parts > 0 && c->missing == 0 && !isnan(ordinary)) {
        const double slack = (c->size + fabs(ordinary)) * (2 * DBL_EPSILON);
        v.residual = sum - ordinary;
        v.label =
            fabs(v.residual) <= tolerance * c->parts + slack ? SKPI_DIGITAL_LABEL_ADDS_UP : SKPI_DIGITAL_LABEL_FAILS;
    } else if (c->parts > 0 && c->missing + isnan(ordinary) == 1) {
        v.label = SKPI_DIGITAL_LABEL_IMPLIED;
        v.implied = isnan(ordinary) ? sum : ordinary - sum;
    }
    return v;
}

typedef struct oecd_tally { /* number of cells with each label */
    int32_t adds_up, fails, implied, unknown;
} oecd_tally;

static void oecd_count(oecd_tally *n, int32_t label)
{
    switch (label) {
    case SKPI_DIGITAL_LABEL_ADDS_UP: n->adds_up++; break;
    case SKPI_DIGITAL_LABEL_FAILS: n->fails++; break;
    case SKPI_DIGITAL_LABEL_IMPLIED: n->implied++; break;
    default: n->unknown++;
    }
}

static skpi_status oecd_values(skpi__at at, size_t n_cells, size_t n_parts, const double *ordinary, const double *part,
                               const int32_t *cell, double tolerance)
{
    skpi_status s;
    for (size_t c = 0; c < n_cells; c++)
        if (!isnan(ordinary[c]) && (s = skpi__finite(skpi__element(at, c), "ordinary", ordinary[c]))) return s;
    for (size_t p = 0; p < n_parts; p++)
        if (!isnan(part[p]) && (s = skpi__finite(skpi__element(at, p), "part", part[p]))) return s;
    for (size_t p = 0; p < n_parts; p++)
        if (cell[p] < 0 || (size_t)cell[p] >= n_cells)
            return skpi__fail(skpi__element(at, p), SKPI_ENOTFOUND, "cell", cell[p],
                              "is not one of %zu cells (0 = the first)", n_cells);
    return skpi__quantity(at, "tolerance", tolerance);
}

skpi_status skpi_digital_oecd_check(size_t n_cells, size_t n_parts, const double *ordinary, const double *part,
                                    const int32_t *cell, double tolerance, skpi_digital_oecd_check_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi_digital_oecd_check_out o;
    oecd_tally n = {0, 0, 0, 0};
    skpi_status s;
    if ((s = skpi__count(at, "n_cells", n_cells)) || (s = skpi__array(at, "ordinary", ordinary, n_cells, 1)) ||
        (s = skpi__array(at, "part", part, n_parts, 1)) || (s = skpi__array(at, "cell", cell, n_parts, 1)) ||
        (s = oecd_values(at, n_cells, n_parts, ordinary, part, cell, tolerance)) || (s = SKPI__STRUCT(at, out, 0, &o)))
        return s;
    oecd_cell *sums = skpi__alloc(n_cells, 1, sizeof *sums);
    if (!sums) return skpi__no_memory(at, "n_cells", n_cells);
    for (size_t p = 0; p < n_parts; p++) {
        oecd_cell *c = sums + cell[p];
        c->parts++;
        if (isnan(part[p])) {
            c->missing++;
            continue;
        }
        skpi__sum_add(&c->sum, part[p]);
        c->size += fabs(part[p]);
    }
    for (size_t c = 0; c < n_cells && !s; c++) {
        const oecd_verdict v = oecd_verdict_of(sums + c, ordinary[c], tolerance);
        if (isinf(v.residual) || isinf(v.implied))
            s = skpi__fail(
                skpi__element(at, c), SKPI_EOVERFLOW, "part", skpi__sum_value(&sums[c].sum),
                "is a sum which, or whose difference from the ordinary figure, is beyond the range of a double");
    }
    for (size_t c = 0; c < n_cells && !s; c++) {
        const oecd_verdict v = oecd_verdict_of(sums + c, ordinary[c], tolerance);
        oecd_count(&n, v.label);
        skpi__set_int(o.label, c, v.label);
        skpi__set(o.residual, c, v.residual);
        skpi__set(o.implied, c, v.implied);
    }
    free(sums);
    if (s) return s;
    skpi__set_int(o.n_adds_up, 0, n.adds_up);
    skpi__set_int(o.n_fails, 0, n.fails);
    skpi__set_int(o.n_implied, 0, n.implied);
    skpi__set_int(o.n_unknown, 0, n.unknown);
    return n.implied || n.unknown ? SKPI_WMISSING : SKPI_OK;
}
