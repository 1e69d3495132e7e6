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

skpi_status skpi__two_parts(skpi__at at, size_t k)
{
    return k >= 2 ? SKPI_OK : skpi__fail(at, SKPI_ENODATA, "k", (double)k, "parts: a composition needs two");
}

static skpi_status a_form(skpi__at at, int32_t form)
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
static void close_row(size_t k, const double *x, double *out)
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
    close_row(k, out, out);
}

/* Parts as shares of their sum.
 *
 * Given:    n, k     compositions of k parts, k at least 2
 *           parts    any unit, not negative, not all 0 (n x k)
 * Returned: out      shares that sum to 1 within 1e-14 (n x k; may be parts)
 *           status   each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null), SKPI_ENODATA (k < 2), SKPI_ENOMEM, SKPI_ENOTFINITE, SKPI_ERANGE
 *           (negative), SKPI_EZERODIV (all parts are 0)
 */
skpi_status skpi_series_closure(size_t n, size_t k, const double *parts, double *out, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = skpi__two_parts(r.at, k)) || (s = skpi__given_matrix(&r, "parts", parts, k)) ||
        (s = skpi__given_matrix(&r, "out", out, k)))
        return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, skpi__parts_of(skpi__row_at(&r, i), "parts", k, parts + i * k, 1)))) return s;
    for (size_t i = 0; i < n; i++) {
        if (skpi__row_good(&r, i))
            close_row(k, parts + i * k, out + i * k);
        else
            skpi__put_nan(out + i * k, k);
    }
    return skpi__rows_end(&r);
}

/* Log-ratios of compositions.
 *
 * Given:    n, k     compositions of k parts, k at least 2
 *           parts    any unit, above 0 (n x k)
 *           form     SKPI_SERIES_LOGRATIO_ALR (against the last part) or SKPI_SERIES_LOGRATIO_ILR
 * Returned: out      log-ratios (n x k - 1; must not overlap parts)
 *           status   each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null; no such form), SKPI_ENODATA (k < 2), SKPI_ENOMEM, SKPI_ENOTFINITE,
 *           SKPI_ERANGE (negative), SKPI_EDOM (a part is 0: it has no logarithm)
 * Source:   Aitchison 1982; Egozcue et al. 2003
 */
skpi_status skpi_series_to_logratios(size_t n, size_t k, const double *parts, int32_t form, double *out,
                                     int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    skpi_status s;
    if ((s = skpi__two_parts(r.at, k)) || (s = skpi__given_matrix(&r, "parts", parts, k)) || (s = a_form(r.at, form)) ||
        (s = skpi__given_matrix(&r, "out", out, k - 1)))
        return s;
    for (size_t i = 0; i < n; i++)
        if ((s = skpi__row(&r, i, skpi__parts_of(skpi__row_at(&r, i), "parts", k, parts + i * k, 0)))) return s;
    for (size_t i = 0; i < n; i++) {
        if (skpi__row_good(&r, i))
            skpi__to_logratios(k, parts + i * k, form, out + i * (k - 1));
        else
            skpi__put_nan(out + i * (k - 1), k - 1);
    }
    return skpi__rows_end(&r);
}

/* Compositions of log-ratios: the inverse.
 *
 * Given:    n, k      compositions of k parts, k at least 2
 *           logratio  their log-ratios (n x k - 1)
 *           form      SKPI_SERIES_LOGRATIO_ALR or SKPI_SERIES_LOGRATIO_ILR
 * Returned: parts     shares that sum to 1 within 1e-14 (n x k; must not overlap logratio)
 *           status    each row's own status (n), or NULL: the first bad row fails the call
 * Status:   SKPI_OK, SKPI_WROWS, SKPI_EINVAL (null; no such form), SKPI_ENODATA (k < 2), SKPI_ENOMEM, SKPI_ENOTFINITE,
 *           SKPI_ERANGE (a log-ratio beyond +-1e6: no composition of doubles has it)
 * Source:   Aitchison 1982; Egozcue et al. 2003
 */
skpi_status skpi_series_from_logratios(size_t n, size_t k, const double *logratio, int32_t form, double *parts,
                                       int32_t *status)
{
    skpi__rows r = skpi__rows_begin(__func__, n, status);
    const double most = 1e6;
    skpi_status s;
    if ((s = skpi__two_parts(r.at, k)) || (s = skpi__fits(r.at, "parts", n, k)) ||
        (s = skpi__given_matrix(&r, "logratio", logratio, k - 1)) || (s = a_form(r.at, form)) ||
        (s = skpi__given_matrix(&r, "parts", parts, k)))
        return s;
    for (size_t i = 0; i < n; i++) {
        skpi__at at = skpi__row_at(&r, i);
        skpi_status row = SKPI_OK;
        for (size_t j = 0; !row && j + 1 < k; j++) {
            const double z = logratio[i * (k - 1) + j];
            at.column = (int64_t)j;
            row = skpi__finite(at, "logratio", z);
            if (!row && fabs(z) > most) row = skpi__fail(at, SKPI_ERANGE, "logratio", z, "is beyond +-%g", most);
        }
        if ((s = skpi__row(&r, i, row))) return s;
    }
    for (size_t i = 0; i < n; i++) {
        if (skpi__row_good(&r, i))
            skpi__from_logratios(k, logratio + i * (k - 1), form, parts + i * k);
        else
            skpi__put_nan(parts + i * k, k);
    }
    return skpi__rows_end(&r);
}
