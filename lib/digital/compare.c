/* Shares under several definitions side by side.
 *
 * One country and year differ by a factor of five between definitions (China 2018: 34.8, 32.6, 17.2 and 7.1 % of GDP):
 * they are printed beside each other, each over the GDP of its own vintage; never subtracted, ranked or joined.
 */
#include <smartkpi/digital.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "core/table.h"
#include "digital/quotient.h"

typedef struct pair { skpi_table digital, gdp; skpi_basis basis; } pair; /* one definition, read */

/* The tables and their axes, those of the first usable pair too. */
static skpi_status take(skpi__at at, const skpi_table *digital, const skpi_table *gdp, const pair *first, pair *p)
{
    const skpi__table_names *d = SKPI__TABLE_NAMES(digital), *g = SKPI__TABLE_NAMES(gdp);
    skpi_status s;
    if ((s = skpi__table(at, d, digital, &p->digital)) || (s = skpi__table(at, g, gdp, &p->gdp)) ||
        (first && (s = skpi__same_axes(at, d, &first->digital, d, &p->digital))))
        return s;
    return skpi__same_axes(at, d, &p->digital, g, &p->gdp);
}

/* What the figures mean, and the figures. */
static skpi_status check(skpi__at at, pair *p)
{
    static const int32_t choices[] = {SKPI_DIGITAL_DIRECT,    SKPI_DIGITAL_COEFFICIENT, SKPI_DIGITAL_NBS_CORE,
                                      SKPI_DIGITAL_CAICT,     SKPI_DIGITAL_SATELLITE,   SKPI_DIGITAL_ADB,
                                      SKPI_DIGITAL_OECD,      SKPI_DIGITAL_OTHER,       0};
    int32_t warnings = 0;
    skpi_status s = skpi__join(at, "digital->basis", p->digital.basis, "gdp->basis", p->gdp.basis, &p->basis);
    if (s) return s;
    if (p->basis.definition && (s = skpi__choice(at, "digital->basis", p->basis.definition, choices,
                                                 "a definition of the digital economy (enum skpi_digital_definition)")))
        return s;
    for (size_t c = 0; c < p->digital.n * p->digital.m; c++) {
        at.column = (int64_t)c;
        s = skpi__digital_pair(at, "digital->value", p->digital.value[c], "gdp->value", p->gdp.value[c]);
        if (s < 0) return s;
        warnings |= s;
    }
    return (skpi_status)warnings;
}

/* Definition i must not stand before it: 0 and OTHER say too little to be equal. */
static skpi_status unlike(skpi__at at, size_t i, const skpi_table *const *digital, const skpi_table *const *gdp,
                          const skpi_basis *mine)
{
    if (mine->definition == 0 || mine->definition == SKPI_DIGITAL_OTHER) return SKPI_OK;
    skpi__at silent = at;
    silent.quiet = 1;
    for (size_t h = 0; h < i; h++) {
        pair other;
        if (take(silent, digital[h], gdp[h], NULL, &other) || check(silent, &other) < 0) continue;
        if (other.basis.definition == mine->definition && other.basis.classification == mine->classification)
            return skpi__fail(at, SKPI_EDUPLICATE, "digital->basis", (double)mine->definition,
                              "(%s) is the definition of digital[%zu] too",
                              skpi_digital_definition_name(mine->definition), h);
    }
    return SKPI_OK;
}

static void reach(double *low, double *high, double share)
{
    if (low && !(*low <= share) && !isnan(share)) *low = share;
    if (high && !(*high >= share) && !isnan(share)) *high = share;
}

/* Shares of GDP by k definitions, for the same places and years.
 *
 * Given:    k                definitions
 *           digital, gdp     k tables each, all on the axes of the first usable pair; NaN = missing.  Each pair has its
 *                            own basis.
 * Returned: out->share       fractions (k x n x m); NaN = missing; NULL: not wanted
 *           out->definition  of the joined basis, 0 = unstated (k); SKPI_NONE for a failed one
 *           out->low, high   smallest and largest definition known (n x m); NaN = none
 *           status           each definition's own status (k), or NULL: the first bad one fails the call
 *           The outputs must not overlap the tables.  If no pair of tables is usable, n and m are unknown and only
 *           status and out->definition are written.
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_WMISSING, SKPI_EINVAL (null; a definition of another quantity), SKPI_ESTRUCT,
 *           SKPI_ENOMEM (sizes), SKPI_ENODATA (k, n or m is 0), SKPI_ENOTSORTED, SKPI_EDUPLICATE (years; two equal
 *           definitions), SKPI_EINCONSISTENT (axes differ), SKPI_EDEFMIX (bases of a pair differ), SKPI_ENOTFINITE
 *           (infinite), SKPI_ERANGE (negative, a part larger than the whole, a year outside the window), SKPI_EZERODIV
 */
skpi_status skpi_digital_compare(size_t k, const skpi_table *const *digital, const skpi_table *const *gdp,
                                 skpi_digital_compare_out *out, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, k, status);
    skpi_digital_compare_out o;
    pair first, p;
    size_t cells = 0; /* 0: no usable pair yet */
    skpi_status s;
    if ((s = skpi__some(r.at, "k", k)) || (s = skpi__given(&r, "digital", digital)) ||
        (s = skpi__given(&r, "gdp", gdp)) || (s = SKPI__NEED(r.at, out, 0, &o)))
        return s;
    for (size_t i = 0; i < k; i++) {
        const skpi__at at = skpi__row_at(&r, i);
        if ((s = take(at, digital[i], gdp[i], cells ? &first : NULL, &p)) == SKPI_OK) {
            if (!cells) first = p, cells = p.digital.n * p.digital.m;
            if ((s = check(at, &p)) >= 0) {
                const skpi_status twice = unlike(at, i, digital, gdp, &p.basis);
                if (twice) s = twice;
            }
        }
        if ((s = skpi__row(&r, i, s))) return s;
    }
    if ((s = skpi__fits(r.at, "out->share", k, cells))) return s;
    for (size_t c = 0; c < cells; c++) {
        if (o.low) o.low[c] = (double)NAN;
        if (o.high) o.high[c] = (double)NAN;
    }
    for (size_t i = 0; i < k; i++) {
        const int good = skpi__row_good(&r, i) && !take(r.at, digital[i], gdp[i], NULL, &p) && check(r.at, &p) >= 0;
        if (o.definition) o.definition[i] = good ? p.basis.definition : SKPI_NONE;
        for (size_t c = 0; c < cells; c++) {
            const double share =
                good ? skpi__digital_quotient(p.digital.value[c], p.gdp.value[c]) : (double)NAN;
            if (o.share) o.share[i * cells + c] = share;
            reach(o.low ? o.low + c : NULL, o.high ? o.high + c : NULL, share);
        }
    }
    return skpi__rows_end(&r);
}
