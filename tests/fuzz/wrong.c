/* Functions that are wrong on purpose: the self-test runs both drivers over them and expects every fault to be
 * reported.  They are one function with a fault built in; without one it is right.  A module of the test only.
 */
#include "core/check.h"
#include "core/rows.h"
#include "core/size.h"
#include "core/struct.h"
#include <gsl/gsl_errno.h>
#include <gsl/gsl_vector.h>
#include <stdio.h>
#include <stdlib.h>
#include "wrong.h"

#define EXPORT __attribute__((visibility("default")))
static uint64_t steps_taken;
EXPORT uint64_t probe_steps(void);
uint64_t probe_steps(void)
{
    const uint64_t taken = steps_taken;
    steps_taken = 0;
    return taken;
}

/* Each fault has a name, and skpi_wrong_<name> is exported for it. */
/* clang-format off */
#define ROW_FAULTS(F) \
    F(nothing) F(forgets_nan) F(forgets_null) F(writes_early) F(writes_status) F(prints) F(prints_error) \
    F(names_other) F(row_off) F(status_other) F(no_words) F(no_value) F(reads_past) F(writes_past) \
    F(writes_before) F(writes_input) F(bad_row_zero) F(good_row_other) F(leaves_out) F(remembers) F(changes_words) \
    F(huge_count) F(aborts) F(exits) F(hangs) F(gsl) F(order) F(last_words) \
    F(crashes_without_memory) F(leaks_without_memory) F(leaks) F(leaks_gsl) F(memory_status) F(memory_words) \
    F(memory_writes) F(memory_ignored) F(refuses_end) F(unnamed) F(earlier_row) F(turns)
#define STRUCT_FAULTS(F) \
    F(struct_nothing) F(struct_hole) F(struct_size) F(struct_flags) F(struct_no_constant) F(struct_default)
/* clang-format on */

#define NAME(fault) fault,
enum fault { ROW_FAULTS(NAME) STRUCT_FAULTS(NAME) };

static volatile double sink;
static double state;

static skpi_status verdict(enum fault f, skpi__at at, double p)
{
    const int nan = p != p, bad = !(p >= 0 && p <= 1);
    if (f == forgets_nan && nan) return SKPI_OK;
    if (f == prints_error && bad) fputs("bad share\n", stderr);
    if (f == aborts && nan) abort();
    if (f == exits && nan) exit(0);
    while (f == hangs && nan) sink = p;
    if (f == turns && nan) steps_taken += 1000001;
    if (f == gsl && nan) gsl_error("bad share", __FILE__, __LINE__, GSL_EDOM);
    if (f == no_words && bad) return nan || p - p != 0 ? SKPI_ENOTFINITE : SKPI_ERANGE;
    if (f == no_value && bad)
        return skpi__refuse(at, nan || p - p != 0 ? SKPI_ENOTFINITE : SKPI_ERANGE, "share", "is bad");
    if (f == row_off) at.row++;
    if (f == last_words) at.quiet = 0;
    if (f == refuses_end && p >= 1) return skpi__fail(at, SKPI_EDOM, "share", p, "has no logit");
    if (f == unnamed && bad) return skpi__fail(at, SKPI_ESINGULAR, "share", p, "is bad");
    skpi_status s = skpi__share(at, f == names_other ? "twice" : "share", p);
    return f == status_other && s == SKPI_ERANGE ? SKPI_EDOM : s;
}

/* Makes two copies on the heap, so that the call needs memory. */
static skpi_status copies(enum fault f, const char *name, size_t n, double *twice)
{
    double *a = skpi__alloc(n, 1, sizeof *a);
    if (f == memory_writes && n) twice[0] = 0;
    double *b = a ? skpi__alloc(n, 1, sizeof *b) : NULL;
    if (f == crashes_without_memory && a && n) sink = b[0];
    if (f == leaks_gsl) sink = gsl_vector_alloc(1) ? 1 : 0;
    const int good = a && b;
    if (f == leaks && n) sink = skpi__alloc(n, 1, sizeof *a) ? 1 : 0;
    if (good || f != leaks_without_memory) free(a);
    free(b);
    if (good || f == memory_ignored) return SKPI_OK;
    if (f == memory_words) return SKPI_ENOMEM;
    return skpi__refuse(skpi__here(name), f == memory_status ? SKPI_EOVERFLOW : SKPI_ENOMEM, "n",
                        "values do not fit into memory");
}

/* Doubles a share. */
static skpi_status rows(enum fault f, const char *name, size_t n, const double *share, double *twice, int32_t *status)
{
    skpi__rows r = skpi__rows_begin(name, n, status);
    skpi_status s;
    if (f == writes_early && n && n < 9 && twice) twice[0] = 0;
    if (f == writes_status && n && n < 9 && status) status[n - 1] = 0;
    if (f == huge_count && n > 9) return SKPI_OK;
    if (f == order && (s = skpi__rows_array(&r, "twice", twice))) return s;
    if ((f != forgets_null && (s = skpi__rows_array(&r, "share", share))) || (s = skpi__rows_array(&r, "twice", twice)))
        return s;
    if ((s = copies(f, name, n, twice))) return s;
    for (size_t i = 0; i < n; i++) {
        if ((s = skpi__row(&r, i, verdict(f, skpi__row_at(&r, i), share[i])))) return s;
        if (f == earlier_row && !r.status && i == 1) twice[i] = 0;
    }
    for (size_t i = 0; i < n; i++) {
        if (f == leaves_out && i == 1) continue;
        twice[i] = skpi__row_good(&r, i) ? 2 * share[i] : f == bad_row_zero ? 0 : (double)NAN;
        if (f == good_row_other && r.bad && skpi__row_good(&r, i)) twice[i] += 1;
        if (f == remembers) twice[i] += state++;
    }
    if (f == prints) puts("done");
    if (f == reads_past) sink = share[n];
    if (f == writes_past) twice[n] = 1;
    if (f == writes_before) twice[-1] = 1;
    if (f == writes_input && n) ((double *)(uintptr_t)share)[0] = 0;
    if (f == changes_words) skpi__refuse(skpi__here(name), SKPI_EDOM, "share", "is wonderful");
    return skpi__rows_end(&r);
}

static skpi_status options_taken(enum fault f, const char *name, const skpi_wrong_options *options, double *sum)
{
    static const int32_t methods[] = {SKPI_WRONG_METHOD_PLAIN, SKPI_WRONG_METHOD_AGAIN, 0};
    const skpi__at at = skpi__here(name);
    skpi_wrong_options o = {.size = sizeof o};
    skpi_status s = SKPI_OK;
    if (f == struct_size && options)
        o = *options;
    else
        s = SKPI__STRUCT_OR_NULL(at, options, f == struct_flags ? 2 : 0, &o);
    if (f == struct_no_constant && o.method == SKPI_BASIS_REVISION_PRELIMINARY)
        return skpi__fail(at, SKPI_EINVAL, "options->method", o.method, "is not a method");
    if (s || (o.method && (s = skpi__choice(at, "options->method", o.method, methods, "a method"))) ||
        (f != struct_hole && (s = skpi__reserved(at, "options->zero", o.zero))) ||
        (s = skpi__array(at, "options->norm", o.norm, 2, o.n_norm)))
        return s;
    for (size_t k = 0; k < 2 * o.n_norm; k++)
        if ((s = skpi__finite(skpi__cell(at, k / o.n_norm, k % o.n_norm), "options->norm", o.norm[k]))) return s;
    if ((s = skpi__finite(at, "options->urgd_min", o.urgd_min)) ||
        (s = skpi__finite(at, "options->urgd_max", o.urgd_max)) || (s = skpi__array(at, "sum", sum, 1, 1)))
        return s;
    *sum = o.urgd_min + o.urgd_max + (double)o.n_norm + (f == struct_default && !o.method);
    return SKPI_OK;
}

#define EXPORT_ROWS(fault)                                                                                \
    EXPORT skpi_status skpi_wrong_##fault(size_t n, const double *share, double *twice, int32_t *status); \
    skpi_status skpi_wrong_##fault(size_t n, const double *share, double *twice, int32_t *status)         \
    {                                                                                                     \
        return rows(fault, __func__, n, share, twice, status);                                            \
    }
#define EXPORT_STRUCT(fault)                                                               \
    EXPORT skpi_status skpi_wrong_##fault(const skpi_wrong_options *options, double *sum); \
    skpi_status skpi_wrong_##fault(const skpi_wrong_options *options, double *sum)         \
    {                                                                                      \
        return options_taken(fault, __func__, options, sum);                               \
    }
ROW_FAULTS(EXPORT_ROWS)
STRUCT_FAULTS(EXPORT_STRUCT)
