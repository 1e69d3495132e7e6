/* The digital economy of each region of a multi-regional table, counted in three ways.
 *
 * v are value added coefficients of the region R alone, D the digital sectors of all regions, x = L y.  Each is the
 * exact share of adb.c, backward + forward - both, written as
 *   sum_{i in R and D} v_i x_i + sum_{j in J} w_j y_j,   w' = v'(R less D) L
 * forward, and what others in the region earn in the final demand for the digital products J:
 *   own block     A_RR in place of A, what R sells to other regions is final demand: y = x - A_RR x; J = R and D
 *   own products  the whole table; J = R and D
 *   all products  the whole table; J = D
 * With one region all three are the same.
 *
 * Source: Asian Development Bank, Capturing the Digital Economy (2021), ch. 2, for the framework of one economy; the
 * three readings for a region are this library's own.
 */
#include <stdlib.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include "digital/adb.h"
#include "economy/iotable_block.h"
#include "numeric/lu.h"
#include "numeric/lu_solve.h"

typedef struct region_figures {
    double gdp, direct, block, own, all;
} region_figures;

typedef struct region_call {
    const skpi_economy_iotable *t;
    size_t n_regions, most; /* most: number of sectors of the largest region */
    const int32_t *region, *digital;
    size_t *where, *member, *pivot; /* [n]; [n] sectors by region; [most] */
    size_t *first;                  /* [n_regions + 1] position in member at which each region begins */
    double *w, *own_w, *block;      /* [n]; [most]; [most x most] */
    region_figures *found;          /* [n_regions] */
} region_call;

static skpi_status region_arguments(skpi__at at, const region_call *c)
{
    const size_t n = c->t->n;
    skpi_status s;
    if ((s = skpi__count(at, "n_regions", c->n_regions)) ||
        (s = skpi__array_size(at, "n_regions", c->n_regions, sizeof(region_figures) / sizeof(double))) ||
        (s = skpi__array(at, "region", c->region, n, 1)) || (s = skpi__array(at, "digital", c->digital, n, 1)))
        return s;
    for (size_t i = 0; i < n; i++)
        if (c->region[i] < 0 || (size_t)c->region[i] >= c->n_regions)
            return skpi__fail(skpi__element(at, i), SKPI_ENOTFOUND, "region", c->region[i],
                              "is not one of %zu regions (0 = the first)", c->n_regions);
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__flag(skpi__element(at, i), "digital", c->digital[i]))) return s;
    for (size_t r = 0; r < c->n_regions; r++) {
        size_t i = 0;
        while (i < n && (size_t)c->region[i] != r) i++;
        if (i == n) return skpi__refuse(at, SKPI_ENODATA, "region", "leaves region %zu without sectors", r);
    }
    return SKPI_OK;
}

/* Sorts the sectors by their regions. */
static void region_members(region_call *c)
{
    size_t next = 0;
    c->most = 0;
    for (size_t r = 0; r < c->n_regions; r++) {
        c->first[r] = next;
        for (size_t i = 0; i < c->t->n; i++)
            if ((size_t)c->region[i] == r) c->member[next++] = i;
        if (next - c->first[r] > c->most) c->most = next - c->first[r];
    }
    c->first[c->n_regions] = next;
}

/* The value added that the region's other sectors earn by its digital products, within its own block of the table.  The
 * block is productive if the whole of I - A is, unless cells are negative: the result is NaN if the block is
 * singular. */
static double region_own_block(const region_call *c, size_t n, const size_t *member)
{
    const skpi_economy_iotable *t = c->t;
    double sum = 0;
    skpi__iotable_block(t, c->where, n, member, c->block);
    for (size_t a = 0; a < n; a++) { /* w is final demand plus the sales to other regions */
        double rest = 0;
        for (size_t b = 0; b < n; b++) rest += c->block[a * n + b] * t->needed[member[b]];
        c->w[a] = rest;
        c->own_w[a] = c->digital[member[a]] ? 0 : t->coefficient[member[a]];
    }
    if (skpi__lu_factor(n, c->block, c->pivot)) return (double)NAN;
    skpi__lu_solve_transposed(n, c->block, c->pivot, c->own_w);
    for (size_t a = 0; a < n; a++)
        if (c->digital[member[a]]) sum += c->own_w[a] * c->w[a];
    return sum;
}

static skpi_status region_compute(skpi__at at, const region_call *c, size_t r)
{
    const skpi_economy_iotable *t = c->t;
    const size_t *member = c->member + c->first[r], n = c->first[r + 1] - c->first[r];
    region_figures f = {0, 0, 0, 0, 0};
    double forward = 0, embodied = 0;
    skpi_status s;
    f.block = region_own_block(c, n, member);
    for (size_t i = 0; i < t->n; i++) c->w[i] = 0;
    for (size_t a = 0; a < n; a++) {
        const size_t i = member[a];
        const double earned = t->coefficient[i] * t->needed[i];
        f.gdp += t->value_added[i];
        embodied += earned;
        if (c->digital[i]) {
            forward += earned;
            f.direct += t->value_added[i];
        } else
            c->w[i] = t->coefficient[i];
    }
    skpi__lu_solve_transposed(t->n, t->lu, t->pivot, c->w);
    for (size_t j = 0; j < t->n; j++)
        if (c->digital[j]) {
            f.all += c->w[j] * t->final_demand[j];
            if ((size_t)c->region[j] == r) f.own += c->w[j] * t->final_demand[j];
        }
    f.block += forward;
    f.own += forward;
    f.all += forward;
    if ((s = skpi__result(at, "out->gdp", f.gdp)) || (s = skpi__divisor(at, "out->gdp", f.gdp))) return s;
    const skpi__named results[] = {{"out->share_direct", f.direct / f.gdp},
                                   {"out->share_own_block", isnan(f.block) ? 0 : f.block / f.gdp},
                                   {"out->share_own_product", f.own / f.gdp},
                                   {"out->share_any_product", f.all / f.gdp}};
    if ((s = SKPI__RESULTS(at, results))) return s;
    if (!(fabs(embodied - f.gdp) <= SKPI__ADB_BALANCE * f.gdp))
        return skpi__fail(at, SKPI_EINCONSISTENT, "out->gdp", f.gdp,
                          "is not the value added of the region in final demand, %g: flows and final demand do not add "
                          "up to the output",
                          embodied);
    c->found[r] = f;
    return SKPI_OK;
}

/* Allocates the indices, then the numbers for the largest region. */
static skpi_status region_room(skpi__at at, region_call *c, size_t **index, double **number)
{
    const size_t n = c->t->n;
    *number = NULL;
    /* n_regions is at most n, so the size cannot overflow */
    *index = skpi__alloc(3 * n + c->n_regions + 1, 1, sizeof **index);
    if (!*index) return skpi__no_memory_for(at, "table");
    c->where = *index;
    c->member = c->where + n;
    c->pivot = c->member + n;
    c->first = c->pivot + n;
    region_members(c);
    skpi__iotable_rows_of(c->t, c->where);
    *number = skpi__alloc(2 + c->most, c->most > n ? c->most : n, sizeof **number);
    c->found = skpi__alloc(c->n_regions, 1, sizeof *c->found);
    if (!*number || !c->found) return skpi__no_memory_for(at, "table");
    c->w = *number;
    c->own_w = c->w + n;
    c->block = c->own_w + n;
    return SKPI_OK;
}

skpi_status skpi_digital_adb_region(const skpi_economy_iotable *table, size_t n_regions, const int32_t *region,
                                    const int32_t *digital, skpi_digital_adb_region_out *out)
{
    const skpi__at at = skpi__here(__func__);
    region_call c = {.t = table, .n_regions = n_regions, .region = region, .digital = digital};
    skpi_digital_adb_region_out o;
    size_t *index = NULL;
    double *number = NULL;
    skpi_status s;
    if ((s = skpi__pointer(at, "table", table)) || (s = region_arguments(at, &c)) || (s = SKPI__STRUCT(at, out, 0, &o)))
        return s;
    s = region_room(at, &c, &index, &number);
    for (size_t r = 0; r < n_regions && !s; r++) s = region_compute(skpi__element(at, r), &c, r);
    for (size_t r = 0; r < n_regions && !s; r++) {
        const region_figures f = c.found[r];
        skpi__set(o.gdp, r, f.gdp);
        skpi__set(o.share_direct, r, f.direct / f.gdp);
        skpi__set(o.share_own_block, r, f.block / f.gdp);
        skpi__set(o.share_own_product, r, f.own / f.gdp);
        skpi__set(o.share_any_product, r, f.all / f.gdp);
    }
    free(c.found);
    free(number);
    free(index);
    return skpi__iotable_warned(at, "table", table, s);
}
