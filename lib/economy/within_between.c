/* A change of the digital share, split within industries and between them.
 *
 * s = sum w_i d_i, w_i = va_i/sum va the weight of industry i, d_i the digital share inside it:
 *   midpoint    within = mean(w) dd, between = mean(d) dw
 *   base year   within = w0 dd, between = d0 dw, interaction = dw dd
 * Source: the identity itself; its two forms: L. Foster, J. Haltiwanger and C. J. Krizan, in New Developments in
 * Productivity Analysis (NBER, 2001), 303; Z. Griliches and H. Regev, Journal of Econometrics 65 (1995) 175.
 */
#include <smartkpi/economy.h>
#include "core/check.h"
#include "core/rows.h"
#include "core/struct.h"
#include "numeric/sum.h"

typedef struct place { /* sectors each */
    const double *va0, *va1, *d0, *d1;
    double total0, total1;
} place;

typedef struct parts {
    double change, within, between, interaction;
} parts;

static place row(size_t i, size_t sectors, const double *va0, const double *va1, const double *d0, const double *d1)
{
    const size_t at = i * sectors;
    return (place){
        va0 + at, va1 + at, d0 + at, d1 + at, skpi__sum_of(sectors, va0 + at), skpi__sum_of(sectors, va1 + at)};
}

static parts split(const place *p, size_t s, int32_t form)
{
    const double w0 = p->va0[s] / p->total0, w1 = p->va1[s] / p->total1, d0 = p->d0[s], d1 = p->d1[s];
    const double dw = w1 - w0, dd = d1 - d0, change = w1 * d1 - w0 * d0;
    if (form == SKPI_ECONOMY_SPLIT_BASE_YEAR) return (parts){change, w0 * dd, d0 * dw, dw * dd};
    return (parts){change, (w0 + w1) / 2 * dd, (d0 + d1) / 2 * dw, 0};
}

static skpi_status check(skpi__at at, size_t sectors, const place *p, int32_t form)
{
    skpi_status s;
    for (size_t i = 0; i < sectors; i++) {
        const skpi__at cell = skpi__column(at, i);
        if ((s = skpi__finite(cell, "value_added0", p->va0[i])) ||
            (s = skpi__finite(cell, "value_added1", p->va1[i])) || (s = skpi__share(cell, "share0", p->d0[i])) ||
            (s = skpi__share(cell, "share1", p->d1[i])))
            return s;
    }
    const struct {
        const char *name;
        double total;
    } whole[] = {{"value_added0", p->total0}, {"value_added1", p->total1}};
    for (size_t k = 0; k < 2; k++) {
        if ((s = skpi__result(at, whole[k].name, whole[k].total))) return s;
        if (!(whole[k].total > 0))
            return skpi__fail(at, whole[k].total < 0 ? SKPI_ERANGE : SKPI_EZERODIV, whole[k].name, whole[k].total,
                              "in all sectors together must be above 0");
    }
    for (size_t i = 0; i < sectors; i++) {
        const parts v = split(p, i, form);
        const skpi__at cell = skpi__column(at, i);
        if ((s = skpi__result(cell, "out->change", v.change)) || (s = skpi__result(cell, "out->within", v.within)) ||
            (s = skpi__result(cell, "out->between", v.between)) ||
            (s = skpi__result(cell, "out->interaction", v.interaction)))
            return s;
    }
    return SKPI_OK;
}

/* Change of the digital share within industries and between them.
 *
 * Given:    n               places
 *           sectors         at least 1
 *           value_added0, value_added1  of each industry in the base year and in the end (n x sectors); may be negative, their
 *                           sum not
 *           share0, share1  digital share inside the industry, fractions in [0,1] (n x sectors); any, 0 for example, where
 *                           it has no value added
 *           form            SKPI_ECONOMY_SPLIT_MIDPOINT or SKPI_ECONOMY_SPLIT_BASE_YEAR; there is no default
 * Returned: out->change     w1 d1 - w0 d0: the sum over sectors is the change of the share (n x sectors)
 *           out->within     what digitalisation inside the industry adds to it (n x sectors)
 *           out->between    what the industry's weight adds to it (n x sectors)
 *           out->interaction  of both; 0 in the midpoint form (n x sectors).  The three add to change
 *           status          each row's own status (n), or NULL: the first bad row fails the call
 *           Members that are NULL are not wanted; outputs must not overlap inputs.
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null; no such form), SKPI_ESTRUCT, SKPI_ENODATA (no sectors), SKPI_ENOMEM
 *           (sizes), SKPI_ENOTFINITE, SKPI_ERANGE (a share outside [0,1], a negative total), SKPI_EZERODIV (a total of 0),
 *           SKPI_EOVERFLOW
 * Source:   Foster, Haltiwanger and Krizan 2001; Griliches and Regev 1995
 */
skpi_status skpi_economy_within_between(size_t n, size_t sectors, const double *value_added0,
                                        const double *value_added1, const double *share0, const double *share1,
                                        int32_t form, skpi_economy_within_between_out *out, int32_t *status)
{
    static const int32_t forms[] = {SKPI_ECONOMY_SPLIT_MIDPOINT, SKPI_ECONOMY_SPLIT_BASE_YEAR, 0};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_economy_within_between_out o;
    skpi_status s;
    if ((s = skpi__some(r.at, "sectors", sectors)) ||
        (s = skpi__given_matrix(&r, "value_added0", value_added0, sectors)) ||
        (s = skpi__given_matrix(&r, "value_added1", value_added1, sectors)) ||
        (s = skpi__given_matrix(&r, "share0", share0, sectors)) ||
        (s = skpi__given_matrix(&r, "share1", share1, sectors)) ||
        (s = skpi__choice(r.at, "form", form, forms, "a form of the split (enum skpi_economy_split)")) ||
        (s = SKPI__NEED(r.at, out, 0, &o)))
        return s;
    for (size_t i = 0; i < n; i++) {
        const place p = row(i, sectors, value_added0, value_added1, share0, share1);
        if ((s = skpi__row(&r, i, check(skpi__row_at(&r, i), sectors, &p, form)))) return s;
    }
    for (size_t i = 0; i < n; i++) {
        const place p = row(i, sectors, value_added0, value_added1, share0, share1);
        for (size_t k = 0; k < sectors; k++) {
            parts v = {NAN, NAN, NAN, NAN};
            if (skpi__row_good(&r, i)) v = split(&p, k, form);
            skpi__put(o.change, i * sectors + k, v.change);
            skpi__put(o.within, i * sectors + k, v.within);
            skpi__put(o.between, i * sectors + k, v.between);
            skpi__put(o.interaction, i * sectors + k, v.interaction);
        }
    }
    return skpi__rows_end(&r);
}
