/* The change of a share in the whole economy, split within industries and between them.
 *
 * s = sum w_i d_i, w_i = va_i/sum va the weight of industry i, d_i the share (of its digital part, say) inside it:
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

typedef struct place { /* n_sectors each */
    const double *va0, *va1, *d0, *d1;
    double total0, total1;
} place;

typedef struct parts {
    double change, within, between, interaction;
} parts;

static place place_of(const skpi_economy_within_between_in *in, size_t i)
{
    const size_t at = i * in->n_sectors;
    const double *va0 = in->value_added0 + at, *va1 = in->value_added1 + at;
    return (place){
        va0, va1, in->share0 + at, in->share1 + at, skpi__sum_of(in->n_sectors, va0), skpi__sum_of(in->n_sectors, va1)};
}

static parts split(const place *p, size_t s, int32_t form)
{
    const double w0 = p->va0[s] / p->total0, w1 = p->va1[s] / p->total1, d0 = p->d0[s], d1 = p->d1[s];
    const double dw = w1 - w0, dd = d1 - d0, change = w1 * d1 - w0 * d0;
    if (form == SKPI_ECONOMY_SPLIT_BASE_YEAR) return (parts){change, w0 * dd, d0 * dw, dw * dd};
    return (parts){change, (w0 + w1) / 2 * dd, (d0 + d1) / 2 * dw, 0};
}

static skpi_status place_check(skpi__at at, size_t n_sectors, const place *p, int32_t form)
{
    skpi_status s;
    for (size_t i = 0; i < n_sectors; i++) {
        const skpi__at cell = skpi__column(at, i);
        if ((s = skpi__finite(cell, "in->value_added0", p->va0[i])) ||
            (s = skpi__finite(cell, "in->value_added1", p->va1[i])) ||
            (s = skpi__share(cell, "in->share0", p->d0[i])) || (s = skpi__share(cell, "in->share1", p->d1[i])))
            return s;
    }
    const struct {
        const char *name;
        double total;
    } whole[] = {{"in->value_added0", p->total0}, {"in->value_added1", p->total1}};
    for (size_t k = 0; k < 2; k++) {
        if ((s = skpi__result(at, whole[k].name, whole[k].total))) return s;
        if (!(whole[k].total > 0))
            return skpi__fail(at, whole[k].total < 0 ? SKPI_ERANGE : SKPI_EZERODIV, whole[k].name, whole[k].total,
                              "in all sectors together must be above 0");
    }
    for (size_t i = 0; i < n_sectors; i++) {
        const parts v = split(p, i, form);
        const skpi__at cell = skpi__column(at, i);
        if ((s = skpi__result(cell, "out->change", v.change)) || (s = skpi__result(cell, "out->within", v.within)) ||
            (s = skpi__result(cell, "out->between", v.between)) ||
            (s = skpi__result(cell, "out->interaction", v.interaction)))
            return s;
    }
    return SKPI_OK;
}

static skpi_status split_read(skpi__rows *r, const skpi_economy_within_between_in *in,
                              skpi_economy_within_between_in *given)
{
    skpi_status s = SKPI__STRUCT(r->at, in, 0, given);
    if (s) return s;
    r->n = given->n;
    if ((s = skpi__count(r->at, "in->n_sectors", given->n_sectors)) ||
        (s = skpi__rows_matrix(r, "in->value_added0", given->value_added0, given->n_sectors)) ||
        (s = skpi__rows_matrix(r, "in->value_added1", given->value_added1, given->n_sectors)) ||
        (s = skpi__rows_matrix(r, "in->share0", given->share0, given->n_sectors)))
        return s;
    return skpi__rows_matrix(r, "in->share1", given->share1, given->n_sectors);
}

skpi_status skpi_economy_within_between(const skpi_economy_within_between_in *in, int32_t form,
                                        skpi_economy_within_between_out *out, int32_t *status)
{
    static const int32_t forms[] = {SKPI_ECONOMY_SPLIT_MIDPOINT, SKPI_ECONOMY_SPLIT_BASE_YEAR, 0};
    skpi__rows r = skpi__rows_begin(__func__, 0, status);
    skpi_economy_within_between_in all;
    skpi_economy_within_between_out o;
    skpi_status s;
    if ((s = split_read(&r, in, &all)) ||
        (s = skpi__choice(r.at, "form", form, forms, "a form of the split (enum skpi_economy_split)")) ||
        (s = SKPI__STRUCT(r.at, out, 0, &o)))
        return s;
    for (size_t i = 0; i < all.n; i++) {
        const place p = place_of(&all, i);
        if ((s = skpi__row(&r, i, place_check(skpi__row_at(&r, i), all.n_sectors, &p, form)))) return s;
    }
    for (size_t i = 0; i < all.n; i++) {
        const place p = place_of(&all, i);
        for (size_t k = 0; k < all.n_sectors; k++) {
            parts v = {NAN, NAN, NAN, NAN};
            if (skpi__row_good(&r, i)) v = split(&p, k, form);
            skpi__set(o.change, i * all.n_sectors + k, v.change);
            skpi__set(o.within, i * all.n_sectors + k, v.within);
            skpi__set(o.between, i * all.n_sectors + k, v.between);
            skpi__set(o.interaction, i * all.n_sectors + k, v.interaction);
        }
    }
    return skpi__rows_end(&r);
}
