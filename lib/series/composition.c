/* Compositions: k parts of a whole, as shares and as log-ratios.
 *
 *   alr_i = ln(x_i/x_k), i = 1 .. k - 1
 *   ilr_i = sqrt(i/(i + 1)) ln(g(x_1 .. x_i)/x_(i+1)), g the geometric mean
 *
 * Sources: J. Aitchison, Journal of the Royal Statistical Society B 44 (1982) 139 (alr); J. J. Egozcue et al.,
 * Mathematical Geology 35 (2003) 279 (ilr).
 */
#include "series/composition.h"
#include "core/check.h"
#include "core/rows.h"
#include "numeric/sum.h"

skpi_status skpi__two_parts(skpi__at at, const char *name, size_t n_parts)
{
    if (n_parts >= 2) return SKPI_OK;
    return skpi__fail(at, SKPI_ENODATA, name, (double)n_parts, "parts: a composition needs two");
}

static skpi_status composition_form(skpi__at at, int32_t form)
{
    static const int32_t forms[] = {SKPI_SERIES_LOGRATIO_ALR, SKPI_SERIES_LOGRATIO_ILR, 0};
    return skpi__choice(at, "form", form, forms, "a log-ratio (enum skpi_series_logratio)");
}

skpi_status skpi__parts_of(skpi__at at, const char *name, size_t k, const double *x, int zero_allowed)
{
    skpi_status s;
    double largest = 0;
    for (size_t j = 0; j < k; j++) {
        at.column = (int64_t)j;
        if ((s = zero_allowed ? skpi__quantity(at, name, x[j]) : skpi__positive(at, name, x[j]))) return s;
        largest = fmax(largest, x[j]);
    }
    at.column = -1;
    return largest > 0 ? SKPI_OK : skpi__refuse(at, SKPI_EZERODIV, name, "sums to 0");
}

/* Scaled by the largest first, so that no sum overflows.  x and out may be the same. */
static void composition_close(size_t k, const double *x, double *out)
{
    double largest = 0;
    for (size_t j = 0; j < k; j++) largest = fmax(largest, x[j]);
    skpi__sum sum = {0, 0};
    for (size_t j = 0; j < k; j++) skpi__sum_add(&sum, x[j] / largest);
    for (size_t j = 0; j < k; j++) out[j] = x[j] / largest / skpi__sum_value(&sum);
}

void skpi__to_logratios(size_t k, const double *x, int32_t form, double *out)
{
    double logs = 0; /* of the parts before */
    for (size_t i = 1; i < k; i++) {
        const double n = (double)i;
        logs += log(x[i - 1]);
        out[i - 1] = form == SKPI_SERIES_LOGRATIO_ALR ? log(x[i - 1]) - log(x[k - 1])
                                                      : sqrt(n / (n + 1)) * (logs / n - log(x[i]));
    }
}

/* The logarithms of the parts up to a common one, then shares. */
void skpi__from_logratios(size_t k, const double *z, int32_t form, double *out)
{
    double behind = 0, largest = 0; /* what the coordinates behind give to each part before them */
    for (size_t i = k; i-- > 0;) {
        const double n = (double)i;
        if (form == SKPI_SERIES_LOGRATIO_ALR)
            out[i] = i + 1 < k ? z[i] : 0;
        else {
            out[i] = behind - (i ? z[i - 1] * sqrt(n / (n + 1)) : 0);
            if (i) behind += z[i - 1] / sqrt(n * (n + 1));
        }
        largest = i + 1 == k ? out[i] : fmax(largest, out[i]);
    }
    for (size_t i = 0; i < k; i++) out[i] = exp(out[i] - largest);
    composition_close(k, out, out);
}

/* in: parts or log-ratios; each row has in_width values and gives out_width. */
typedef struct composition_call {
    size_t n_parts, in_width, out_width;
    const double *in;
    int32_t form;
    double *out;
} composition_call;

static void composition_fail(const void *call, size_t i)
{
    const composition_call *c = call;
    skpi__set_nan_row(c->out, i, c->out_width);
}

static skpi_status closure_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const composition_call *c = call;
    (void)kept;
    return skpi__parts_of(at, "part", c->n_parts, c->in + i * c->in_width, 1);
}

static skpi_status closure_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const composition_call *c = call;
    (void)at, (void)kept;
    composition_close(c->n_parts, c->in + i * c->in_width, c->out + i * c->out_width);
    return SKPI_OK;
}

skpi_status skpi_series_closure(size_t n, size_t n_parts, const double *part, double *share, int32_t *status)
{
    static const skpi__rows_steps steps = {0, closure_check, closure_compute, composition_fail};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    const size_t k = n_parts;
    skpi_status s;
    if ((s = skpi__two_parts(r.at, "n_parts", k)) || (s = skpi__rows_matrix(&r, "part", part, k)) ||
        (s = skpi__rows_matrix(&r, "share", share, k)))
        return s;
    return skpi__rows_run(&r, &steps, &(composition_call){k, k, k, part, 0, share});
}

static skpi_status to_logratios_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const composition_call *c = call;
    (void)kept;
    return skpi__parts_of(at, "part", c->n_parts, c->in + i * c->in_width, 0);
}

static skpi_status to_logratios_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const composition_call *c = call;
    (void)at, (void)kept;
    skpi__to_logratios(c->n_parts, c->in + i * c->in_width, c->form, c->out + i * c->out_width);
    return SKPI_OK;
}

skpi_status skpi_series_to_logratios(size_t n, size_t n_parts, const double *part, int32_t form, double *logratio,
                                     int32_t *status)
{
    static const skpi__rows_steps steps = {0, to_logratios_check, to_logratios_compute, composition_fail};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    const size_t k = n_parts;
    skpi_status s;
    if ((s = skpi__two_parts(r.at, "n_parts", k)) || (s = skpi__rows_matrix(&r, "part", part, k)) ||
        (s = composition_form(r.at, form)) || (s = skpi__rows_matrix(&r, "logratio", logratio, k - 1)))
        return s;
    return skpi__rows_run(&r, &steps, &(composition_call){k, k, k - 1, part, form, logratio});
}

static skpi_status from_logratios_check(skpi__at at, const void *call, size_t i, void *kept)
{
    const composition_call *c = call;
    const double most = 1e6, *z = c->in + i * c->in_width;
    skpi_status s;
    (void)kept;
    for (size_t j = 0; j < c->in_width; j++) {
        at.column = (int64_t)j;
        if ((s = skpi__finite(at, "logratio", z[j]))) return s;
        if (fabs(z[j]) > most) return skpi__fail(at, SKPI_ERANGE, "logratio", z[j], "is beyond +-%g", most);
    }
    return SKPI_OK;
}

static skpi_status from_logratios_compute(skpi__at at, const void *call, size_t i, void *kept)
{
    const composition_call *c = call;
    (void)at, (void)kept;
    skpi__from_logratios(c->n_parts, c->in + i * c->in_width, c->form, c->out + i * c->out_width);
    return SKPI_OK;
}

skpi_status skpi_series_from_logratios(size_t n, size_t n_parts, const double *logratio, int32_t form, double *share,
                                       int32_t *status)
{
    static const skpi__rows_steps steps = {0, from_logratios_check, from_logratios_compute, composition_fail};
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    const size_t k = n_parts;
    skpi_status s;
    if ((s = skpi__two_parts(r.at, "n_parts", k)) || (s = skpi__array_size(r.at, "share", n, k)) ||
        (s = skpi__rows_matrix(&r, "logratio", logratio, k - 1)) || (s = composition_form(r.at, form)) ||
        (s = skpi__rows_matrix(&r, "share", share, k)))
        return s;
    return skpi__rows_run(&r, &steps, &(composition_call){k, k - 1, k, logratio, form, share});
}
