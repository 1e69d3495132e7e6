/* Names and sentences of the statuses. */
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
    ROW(OK, "all values are good"),
    ROW(WROWS, "some rows failed: see the row statuses"),
    ROW(WHORIZON, "beyond the calibrated horizon: the values are extrapolated"),
    ROW(WWEAKFIT, "weak fit: it does not determine its parameters, or the width of its interval"),
    ROW(WNOTCONVERGED, "not converged: the best iterate is returned"),
    ROW(WMISSING, "missing values were skipped"),
    ROW(WADJUSTED, "a documented limit acted on a value"),
    ROW(WNEGATIVE, "a price or quantity came out below 0, where the formula has no meaning"),
    ROW(WUNUSUAL, "a value is unusual for its kind: look at its unit; skpi_last_error names it"),
    ROW(EINVAL, "an argument is NULL or none of the allowed choices"),
    ROW(ESTRUCT, "a struct has a size, flag or tail that this library does not know"),
    ROW(ESTATE, "the handle is not in the state that this call needs"),
    ROW(EBUFFER, "the room given is too small"),
    ROW(EDOM, "the formula is undefined at these values"),
    ROW(ERANGE, "a value lies outside the interval of its kind"),
    ROW(ENOTFINITE, "a value is NaN or infinite"),
    ROW(EZERODIV, "a denominator is zero"),
    ROW(ENOTSORTED, "dates or years are not in increasing order"),
    ROW(EDUPLICATE, "a year or name is given twice"),
    ROW(ENODATA, "there are too few values"),
    ROW(EDEFMIX, "figures of different meaning must not be mixed"),
    ROW(ENOTFOUND, "there is no such name or event"),
    ROW(EINCONSISTENT, "the inputs contradict each other"),
    ROW(EOVERFLOW, "a result is too large for a double"),
    ROW(ENOTCONVERGED, "the iteration did not converge"),
    ROW(ESINGULAR, "the matrix is singular"),
    ROW(EINFEASIBLE, "no parameter can meet the target"),
    ROW(ENOTPRODUCTIVE, "the input-output table needs more input than it gives output"),
    ROW(ENOTBINDING, "the target does not bind: it is met without any change"),
    ROW(ENOMEM, "out of memory, or more than memory can hold"),
    ROW(ECANCELED, "stopped by the progress callback"),
    ROW(ECORRUPT, "the buffer is damaged or not of this library"),
    ROW(ETHREAD, "a thread could not be started"),
};

static const row *status_find(int32_t status)
{
    static const row unknown = {0, "SKPI_UNKNOWN", "unknown status"};
    if (status > 0) status &= -status; /* of several warnings the lowest bit */
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].status == status) return rows + i;
    return &unknown;
}

const char *skpi_status_name(int32_t status) { return status_find(status)->name; }
const char *skpi_status_message(int32_t status) { return status_find(status)->message; }
