/* Checks of arguments; check.h says what each helper refuses. */
#include "core/check.h"
#include "core/size.h"

skpi_status skpi__finite(skpi__at at, const char *name, double value)
{
    return isfinite(value) ? SKPI_OK : skpi__fail(at, SKPI_ENOTFINITE, name, value, "is not a finite number");
}

skpi_status skpi__share(skpi__at at, const char *name, double value)
{
    skpi_status s = skpi__finite(at, name, value);
    if (s || (value >= 0 && value <= 1)) return s;
    return skpi__fail(at, SKPI_ERANGE, name, value, "is not a fraction in [0,1]%s",
                      value > 1 && value <= 100 ? " (percent?)" : "");
}

skpi_status skpi__open_share(skpi__at at, const char *name, double value)
{
    skpi_status s = skpi__share(at, name, value);
    if (s || (value > 0 && value < 1)) return s;
    return skpi__fail(at, SKPI_EDOM, name, value, "has no logit: it must be between 0 and 1, ends excluded");
}

skpi_status skpi__probability(skpi__at at, const char *name, double value)
{
    skpi_status s = skpi__finite(at, name, value);
    if (s || (value > 0 && value < 1)) return s;
    return skpi__fail(at, SKPI_ERANGE, name, value, "is not a probability in (0,1)%s",
                      value > 1 && value < 100 ? " (percent?)" : "");
}

skpi_status skpi__quantity(skpi__at at, const char *name, double value)
{
    skpi_status s = skpi__finite(at, name, value);
    return s || value >= 0 ? s : skpi__fail(at, SKPI_ERANGE, name, value, "is negative");
}

skpi_status skpi__positive(skpi__at at, const char *name, double value)
{
    skpi_status s = skpi__quantity(at, name, value);
    return s || value > 0 ? s : skpi__fail(at, SKPI_EDOM, name, value, "must be above 0");
}

skpi_status skpi__divisor(skpi__at at, const char *name, double value)
{
    skpi_status s = skpi__quantity(at, name, value);
    return s || value > 0 ? s : skpi__fail(at, SKPI_EZERODIV, name, value, "is a denominator and must be above 0");
}

static skpi_status year_in_window(skpi__at at, const char *name, double value)
{
    if (value >= SKPI__YEAR_MIN && value <= SKPI__YEAR_MAX) return SKPI_OK;
    return skpi__fail(at, SKPI_ERANGE, name, value, "is not a year in %d..%d%s", SKPI__YEAR_MIN, SKPI__YEAR_MAX,
                      value > SKPI__YEAR_MAX && value <= SKPI__YEAR_MAX + 543 ? " (Buddhist era?)" : "");
}

skpi_status skpi__date(skpi__at at, const char *name, double value)
{
    skpi_status s = skpi__finite(at, name, value);
    return s ? s : year_in_window(at, name, value);
}

skpi_status skpi__year(skpi__at at, const char *name, int32_t value) { return year_in_window(at, name, (double)value); }

skpi_status skpi__years(skpi__at at, const char *name, size_t m, const int32_t *year)
{
    skpi_status s;
    for (size_t j = 0; j < m; j++) {
        skpi__at here = skpi__inner(at, j);
        if ((s = skpi__year(here, name, year[j]))) return s;
        if (!j || year[j] > year[j - 1]) continue;
        if (year[j] == year[j - 1]) return skpi__fail(here, SKPI_EDUPLICATE, name, year[j], "is given twice");
        return skpi__fail(here, SKPI_ENOTSORTED, name, year[j], "comes after %d: years must increase",
                          (int)year[j - 1]);
    }
    return SKPI_OK;
}

skpi_status skpi__axis(skpi__at at, const char *name, int32_t first_year, size_t n_years)
{
    skpi_status s = skpi__year(at, name, first_year);
    if (s || n_years == 0 || n_years - 1 <= (size_t)(SKPI__YEAR_MAX - first_year)) return s;
    return skpi__fail(at, SKPI_ERANGE, name, (double)first_year, "and %zu years end after %d", n_years, SKPI__YEAR_MAX);
}

skpi_status skpi__choice(skpi__at at, const char *name, int32_t value, const int32_t *choices, const char *what)
{
    for (; *choices; choices++)
        if (*choices == value) return SKPI_OK;
    return skpi__no_choice(at, name, value, what);
}

skpi_status skpi__no_choice(skpi__at at, const char *name, int32_t value, const char *what)
{
    const char *other = skpi_constant_name(value);
    return skpi__fail(at, SKPI_EINVAL, name, (double)value, "is %s%snot %s", other ? other : "", other ? ", " : "",
                      what);
}

skpi_status skpi__flag(skpi__at at, const char *name, int32_t value)
{
    return value == 0 || value == 1 ? SKPI_OK : skpi__fail(at, SKPI_EINVAL, name, value, "is neither 0 nor 1");
}

skpi_status skpi__array_size(skpi__at at, const char *name, size_t n, size_t m)
{
    size_t cells, bytes;
    if (skpi__mul(n, m, &cells) && skpi__mul(cells, sizeof(double), &bytes)) return SKPI_OK;
    return skpi__refuse(at, SKPI_ENOMEM, name, "of %zu x %zu values needs more memory than there is", n, m);
}

skpi_status skpi__array(skpi__at at, const char *name, const void *array, size_t n, size_t m)
{
    skpi_status s = skpi__array_size(at, name, n, m);
    if (s) return s;
    return array || n == 0 || m == 0 ? SKPI_OK : skpi__pointer(at, name, array);
}

skpi_status skpi__probabilities(skpi__at at, const char *name, size_t n_prob, const double *prob)
{
    skpi_status s = skpi__array(at, name, prob, n_prob, 1);
    for (size_t q = 0; !s && q < n_prob; q++) s = skpi__probability(skpi__element(at, q), name, prob[q]);
    return s;
}

skpi_status skpi__probabilities_increase(skpi__at at, const char *name, size_t n_prob, const double *prob)
{
    const skpi_status s = skpi__probabilities(at, name, n_prob, prob);
    for (size_t q = 1; !s && q < n_prob; q++) {
        if (prob[q] == prob[q - 1])
            return skpi__fail(skpi__element(at, q), SKPI_EDUPLICATE, name, prob[q], "is given twice");
        if (prob[q] < prob[q - 1])
            return skpi__fail(skpi__element(at, q), SKPI_ENOTSORTED, name, prob[q], "is below the one before, %g",
                              prob[q - 1]);
    }
    return s;
}

skpi_status skpi__coverage(skpi__at at, const char *name, double *coverage)
{
    if (*coverage == 0) *coverage = .8;
    return skpi__probability(at, name, *coverage);
}

skpi_status skpi__factor(skpi__at at, const char *name, double value)
{
    const skpi_status s = skpi__quantity(at, name, value);
    return s || value <= 1 ? s : skpi__fail(at, SKPI_ERANGE, name, value, "is above 1: a factor a year in (0,1]");
}

skpi_status skpi__pointer(skpi__at at, const char *name, const void *pointer)
{
    return pointer ? SKPI_OK : skpi__refuse(at, SKPI_EINVAL, name, "is NULL");
}

skpi_status skpi__count(skpi__at at, const char *name, size_t n)
{
    return n ? SKPI_OK : skpi__fail(at, SKPI_ENODATA, name, 0, "must be at least 1");
}

skpi_status skpi__finite_sum(skpi__at at, const char *name, double sum)
{
    return isfinite(sum) ? SKPI_OK : skpi__refuse(at, SKPI_EOVERFLOW, name, "adds up to more than a double holds");
}

skpi_status skpi__no_result(skpi__at at, const char *name, double value)
{
    return skpi__fail(at, SKPI_EOVERFLOW, name, value, "is beyond the range of a double");
}

skpi_status skpi__results(skpi__at at, size_t n, const skpi__named *result)
{
    skpi_status s = SKPI_OK;
    for (size_t k = 0; k < n && !s; k++) s = skpi__result(at, result[k].name, result[k].value);
    return s;
}

skpi_status skpi__results_defined(skpi__at at, size_t n, const skpi__named *result)
{
    skpi_status s = SKPI_OK;
    for (size_t k = 0; k < n && !s; k++)
        if (!isnan(result[k].value)) s = skpi__result(at, result[k].name, result[k].value);
    return s;
}

skpi_status skpi__too_small(skpi__at at, const char *name, double value)
{
    return skpi__fail(at, SKPI_EOVERFLOW, name, value, "is too small for a double");
}
