/* The words of the statuses: their names, and a sentence for each. */
#include <smartkpi/base.h>

typedef struct row {
    int32_t status;
    const char *name, *message;
} row;

#define ROW(name, message)                  \
    {                                       \
        SKPI_##name, "SKPI_" #name, message \
    }
static const row rows[] = {
    ROW(OK, "all wanted values were produced"),
    ROW(WROWS, "some rows failed: their row statuses say which"),
    ROW(WHORIZON, "a result lies beyond the horizon for which the method was calibrated"),
    ROW(WWEAKFIT, "a fit does not determine its parameters, or the width of its interval"),
    ROW(WNOTCONVERGED, "an iteration reached its limit: the best iterate was returned"),
    ROW(WMISSING, "missing values were skipped"),
    ROW(WADJUSTED, "a documented limit changed a value"),
    ROW(WNEGATIVE, "a value came out below 0, where it has no meaning"),
    ROW(WUNUSUAL, "a value is so unusual for its kind that its unit should be checked"),
    ROW(EINVAL, "a pointer is NULL, or a number is none of the choices"),
    ROW(ESTRUCT, "a struct has an unknown size, flag or tail"),
    ROW(ESTATE, "a handle is not in the state that the call needs"),
    ROW(EBUFFER, "the caller's buffer is too small"),
    ROW(EDOM, "each value is allowed, but the formula is undefined there"),
    ROW(ERANGE, "a value lies outside the interval of its kind"),
    ROW(ENOTFINITE, "a value is NaN or infinite"),
    ROW(EZERODIV, "a denominator is 0"),
    ROW(ENOTSORTED, "dates or years do not increase"),
    ROW(EDUPLICATE, "a year or name is given twice"),
    ROW(ENODATA, "there are too few values"),
    ROW(EDEFMIX, "figures of different meaning would be combined"),
    ROW(ENOTFOUND, "there is no such name, or no such event"),
    ROW(EINCONSISTENT, "inputs contradict each other"),
    ROW(EOVERFLOW, "a result is beyond the range of a double"),
    ROW(ENOTCONVERGED, "an iteration did not converge, and nothing is returned"),
    ROW(ESINGULAR, "the equations have no unique solution"),
    ROW(EINFEASIBLE, "no solution meets the target"),
    ROW(ENOTPRODUCTIVE, "an economy uses up more than it makes"),
    ROW(ENOTBINDING, "the target is above all that can be met: it does not bind"),
    ROW(ENOMEM, "there is not enough memory"),
    ROW(ECANCELED, "the progress function asked to stop"),
    ROW(ECORRUPT, "the bytes are damaged, or hold something else"),
    ROW(ETHREAD, "a thread could not be started, or is not in the child of a fork"),
};

static const row *status_find(int32_t status)
{
    static const row unknown = {0, "SKPI_UNKNOWN", "unknown status"};
    if (status > 0) status &= -status; /* of several warnings, the one with the lowest bit */
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].status == status) return rows + i;
    return &unknown;
}

const char *skpi_status_name(int32_t status) { return status_find(status)->name; }
const char *skpi_status_message(int32_t status) { return status_find(status)->message; }
