/* The input-output core of the digital economy: the framework of the Asian Development Bank with its four terms.
 *
 * M = diag(v) L diag(y), L = (I - A)^-1: value added of sector i in the final demand for sector j. D: digital sectors.
 *   backward     sum_i sum_{j in D} M_ij           what final demand for digital products earns anywhere
 *   forward      sum_{i in D} sum_j M_ij           what digital sectors earn in any final demand
 *   double count sum_{i in D} M_ii (published) or sum_{i,j in D} M_ij (exact)
 *   investment   sum_{i,j not in D} M_ij r_j       r: part of final demand that digital industries buy as fixed capital
 *   share        (backward + forward - double count + investment) / sum va
 * The published term subtracts only the diagonal, so that deliveries of several digital sectors to each other are
 * counted twice.  With w = L' v_notD, from one transposed solve, the part of backward that is earned outside D is
 * sum_{j in D} w_j y_j and the investment is sum_{j not in D} w_j y_j r_j; only the diagonal needs |D| solves.
 *
 * Source: Asian Development Bank, Capturing the Digital Economy: A Proposed Measurement Framework and Its Applications
 * (2021), ch. 2; the exact double count: inclusion and exclusion.
 */
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "digital/adb.h"
#include "economy/iotable.h"
#include "numeric/lu_solve.h"

/* The sum of v_i L_ii y_i over the digital sectors i. b has room for n x SKPI__LU_TOGETHER values. */
static double adb_diagonal(const skpi_economy_iotable *t, const int32_t *digital, double *b)
{
    double sum = 0;
    size_t members[SKPI__LU_TOGETHER];
    for (size_t next = 0; next < t->n;) {
        size_t width = 0;
        for (; next < t->n && width < SKPI__LU_TOGETHER; next++)
            if (digital[next]) members[width++] = next;
        for (size_t c = 0; c < t->n * width; c++) b[c] = 0;
        for (size_t d = 0; d < width; d++) b[members[d] * width + d] = 1;
        if (width) skpi__lu_solve(t->n, t->lu, t->pivot, width, b);
        for (size_t d = 0; d < width; d++)
            sum += t->coefficient[members[d]] * b[members[d] * width + d] * t->final_demand[members[d]];
    }
    return sum;
}

/* All terms except the diagonal. w has room for n values. */
static skpi__adb_terms adb_terms(const skpi_economy_iotable *t, const int32_t *digital, const double *investment,
                                 double *w)
{
    skpi__adb_terms e = {0, 0, 0, 0, 0, 0, 0, 0, 0};
    for (size_t i = 0; i < t->n; i++) w[i] = digital[i] ? 0 : t->coefficient[i];
    skpi__lu_solve_transposed(t->n, t->lu, t->pivot, w);
    for (size_t i = 0; i < t->n; i++) {
        e.gdp += t->value_added[i];
        if (digital[i]) {
            e.direct += t->value_added[i];
            e.forward += t->coefficient[i] * t->needed[i];
            e.backward += t->multiplier[i] * t->final_demand[i];
            e.block += (t->multiplier[i] - w[i]) * t->final_demand[i];
        } else
            e.investment += w[i] * t->final_demand[i] * (investment ? investment[i] : 0);
    }
    return e;
}

skpi_status skpi__adb_check(skpi__at at, const skpi_economy_iotable *t, const int32_t *digital,
                            const double *investment, const skpi__adb_names *names)
{
    skpi_status s = skpi__array(at, names->digital, digital, t->n, 1);
    for (size_t i = 0; i < t->n && !s; i++) s = skpi__flag(skpi__element(at, i), names->digital, digital[i]);
    for (size_t i = 0; i < t->n && investment && !s; i++)
        s = skpi__share(skpi__element(at, i), names->investment, investment[i]);
    return s;
}

static skpi_status adb_results(skpi__at at, const skpi_economy_iotable *t, const skpi__adb_terms *e)
{
    skpi_status s;
    double embodied = 0;
    for (size_t i = 0; i < t->n; i++) embodied += t->coefficient[i] * t->needed[i];
    const skpi__named results[] = {{"out->gdp", e->gdp},
                                   {"out->backward", e->backward},
                                   {"out->forward", e->forward},
                                   {"out->double_count_exact", e->block},
                                   {"out->investment", e->investment},
                                   {"out->double_count", e->diagonal}};
    if ((s = SKPI__RESULTS(at, results))) return s;
    if ((s = skpi__divisor(at, "out->gdp", e->gdp))) return s;
    if (!(fabs(embodied - e->gdp) <= SKPI__ADB_BALANCE * e->gdp))
        return skpi__fail(
            at, SKPI_EINCONSISTENT, "out->gdp", e->gdp,
            "is not the value added in final demand, %g: flows and final demand do not add up to the output", embodied);
    return SKPI_OK;
}

skpi_status skpi__adb(skpi__at at, const skpi_economy_iotable *t, const int32_t *digital, const double *investment,
                      const skpi__adb_names *names, int published, skpi__adb_terms *terms)
{
    skpi_status s;
    double *work = skpi__alloc(t->n, published ? SKPI__LU_TOGETHER : 1, sizeof *work);
    if (!work) return skpi__no_memory_for(at, names->table);
    skpi__adb_terms e = adb_terms(t, digital, investment, work);
    if (published) e.diagonal = adb_diagonal(t, digital, work);
    free(work);
    if ((s = adb_results(at, t, &e))) return s;
    e.exact = e.backward + e.forward - e.block + e.investment;
    e.published = e.backward + e.forward - e.diagonal + e.investment;
    const skpi__named results[] = {{"out->exact", e.exact},
                                   {"out->published", e.published},
                                   {"out->share_exact", e.exact / e.gdp},
                                   {"out->share_published", e.published / e.gdp}};
    if ((s = SKPI__RESULTS(at, results))) return s;
    *terms = e;
    return SKPI_OK;
}

/* The call costs one solve unless double_count, published or share_published is wanted. */
skpi_status skpi_digital_adb(const skpi_economy_iotable *table, const int32_t *digital, const double *investment,
                             skpi_digital_adb_out *out)
{
    static const skpi__adb_names names = {"table", "digital", "investment"};
    const skpi__at at = skpi__here(__func__);
    skpi_digital_adb_out o;
    skpi__adb_terms e;
    skpi_status s;
    if ((s = skpi__pointer(at, "table", table)) || (s = skpi__adb_check(at, table, digital, investment, &names)) ||
        (s = SKPI__STRUCT(at, out, 0, &o)))
        return s;
    const int published = o.double_count || o.published || o.share_published;
    if ((s = skpi__adb(at, table, digital, investment, &names, published, &e))) return s;
    skpi__set(o.gdp, 0, e.gdp);
    skpi__set(o.direct, 0, e.direct);
    skpi__set(o.backward, 0, e.backward);
    skpi__set(o.forward, 0, e.forward);
    skpi__set(o.double_count, 0, e.diagonal);
    skpi__set(o.double_count_exact, 0, e.block);
    skpi__set(o.investment, 0, e.investment);
    skpi__set(o.published, 0, e.published);
    skpi__set(o.exact, 0, e.exact);
    skpi__set(o.share_direct, 0, e.direct / e.gdp);
    skpi__set(o.share_published, 0, e.published / e.gdp);
    skpi__set(o.share_exact, 0, e.exact / e.gdp);
    return skpi__iotable_warned(at, "table", table, SKPI_OK);
}
