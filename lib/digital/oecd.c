/* Do the parts of digital supply and use tables add up to the ordinary ones?
 *
 * Digital tables split rows (products by how they are ordered and delivered) and columns (digital industries) of the
 * ordinary ones and must re-add to them in each cell: the one test that finds a part taken twice or forgotten.  Each
 * printed part is rounded, so that a cell of p parts may miss by p times half a unit of the last digit.
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

typedef struct cell_sum {
    skpi__sum sum;
    double size; /* of the parts: what rounding in double goes with */
    double parts, missing;
} cell_sum;

typedef struct verdict {
    int32_t label;
    double residual, implied;
} verdict;

static verdict judge(const cell_sum *c, double ordinary, double tolerance)
{
    const double sum = skpi__sum_value(&c->sum);
    verdict v = {SKPI_DIGITAL_LABEL_UNKNOWN, NAN, NAN};
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

static skpi_status values(skpi__at at, size_t cells, const double *ordinary, size_t parts, const double *part,
                          const int32_t *cell, double tolerance)
{
    skpi_status s;
    for (size_t c = 0; c < cells; c++)
        if (!isnan(ordinary[c]) && (s = skpi__finite(skpi__element(at, c), "ordinary", ordinary[c]))) return s;
    for (size_t p = 0; p < parts; p++)
        if (!isnan(part[p]) && (s = skpi__finite(skpi__element(at, p), "part", part[p]))) return s;
    for (size_t p = 0; p < parts; p++)
        if (cell[p] < 0 || (size_t)cell[p] >= cells)
            return skpi__fail(skpi__element(at, p), SKPI_EINVAL, "cell", cell[p],
                              "is none of %zu cells (0 = the first)", cells);
    return skpi__quantity(at, "tolerance", tolerance);
}

/* Re-adding of a table, cell by cell.
 *
 * Given:    cells          of the ordinary table, at least 1
 *           ordinary       its figures (cells); NaN = missing
 *           parts          of the digital table, of all cells together
 *           part           their figures (parts), in any order; NaN = missing
 *           cell           the cell that each belongs to, from 0 (parts)
 *           tolerance      of each part, half a unit of its last digit; not negative
 * Returned: out->label     SKPI_DIGITAL_LABEL_ADDS_UP, _FAILS, _IMPLIED (one figure is missing and follows from the others),
 *                          _UNKNOWN (more are missing, or a cell has no parts) (cells)
 *           out->residual  sum of the parts less the ordinary figure (cells); NaN where a figure is missing
 *           out->implied   the missing figure (cells), may be negative; NaN where there is none
 *           out->count     cells of each label, ADDS_UP first (4); the table passes if all are in the first
 *           The outputs must not overlap the inputs, but out->residual or out->implied may be ordinary.
 * Status:   SKPI_OK, SKPI_WMISSING (IMPLIED or UNKNOWN), SKPI_EINVAL (null; no such cell), SKPI_ESTRUCT, SKPI_ENODATA
 *           (no cells), SKPI_ENOMEM, SKPI_ENOTFINITE (infinite), SKPI_ERANGE (negative tolerance), SKPI_EOVERFLOW
 * Source:   OECD 2023
 */
skpi_status skpi_digital_oecd_check(size_t cells, const double *ordinary, size_t parts, const double *part,
                                    const int32_t *cell, double tolerance, skpi_digital_oecd_check_out *out)
{
    const skpi__at at = skpi__here(__func__);
    skpi_digital_oecd_check_out o;
    int32_t count[4] = {0};
    skpi_status s;
    if ((s = skpi__some(at, "cells", cells)) || (s = skpi__array(at, "ordinary", ordinary, cells, 1)) ||
        (s = skpi__array(at, "part", part, parts, 1)) || (s = skpi__array(at, "cell", cell, parts, 1)) ||
        (s = values(at, cells, ordinary, parts, part, cell, tolerance)) || (s = SKPI__NEED(at, out, 0, &o)))
        return s;
    cell_sum *sums = skpi__alloc(cells, 1, sizeof *sums);
    if (!sums) return skpi__refuse(at, SKPI_ENOMEM, "cells", "are %zu: no memory for their sums", cells);
    for (size_t p = 0; p < parts; p++) {
        cell_sum *c = sums + cell[p];
        c->parts++;
        if (isnan(part[p])) {
            c->missing++;
            continue;
        }
        skpi__sum_add(&c->sum, part[p]);
        c->size += fabs(part[p]);
    }
    for (size_t c = 0; c < cells && !s; c++) {
        const verdict v = judge(sums + c, ordinary[c], tolerance);
        if (isinf(v.residual) || isinf(v.implied))
            s = skpi__fail(skpi__element(at, c), SKPI_EOVERFLOW, "part", skpi__sum_value(&sums[c].sum),
                           "in all, or its distance from the ordinary figure, is beyond the range of a double");
    }
    for (size_t c = 0; c < cells && !s; c++) {
        const verdict v = judge(sums + c, ordinary[c], tolerance);
        count[v.label - SKPI_DIGITAL_LABEL_ADDS_UP]++;
        if (o.label) o.label[c] = v.label;
        skpi__put(o.residual, c, v.residual);
        skpi__put(o.implied, c, v.implied);
    }
    for (int l = 0; l < 4 && !s && o.count; l++) o.count[l] = count[l];
    free(sums);
    if (s) return s;
    return count[SKPI_DIGITAL_LABEL_IMPLIED - SKPI_DIGITAL_LABEL_ADDS_UP] + count[SKPI_DIGITAL_LABEL_UNKNOWN - SKPI_DIGITAL_LABEL_ADDS_UP] ? SKPI_WMISSING : SKPI_OK;
}
