/* What every unit test program shares: one suite of one test case a family, and the words of the last error. */
#ifndef SKPI_UNIT_H
#define SKPI_UNIT_H
#include <check.h>
#include <math.h>
#include <smartkpi.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Records the statuses that tests have seen (tests/fuzz/record.py), as lines "function SKPI_E..." in a file of the
 * folder SMARTKPI_RECORD. said is the text of a call or a function's name; if it is neither, the last error names the
 * function that failed. */
static const char *unit_suite = "";
static inline void unit_record(const char *said, intmax_t value)
{
    const char *folder = getenv("SMARTKPI_RECORD");
    skpi_error e = {.size = sizeof e};
    char path[1024];
    if (!folder || value == 0 || value < -99 || value > 255) return;
    if (strncmp(said, "skpi_", 5) != 0) {
        const intmax_t told = value > 0 ? value & SKPI_WUNUSUAL : value; /* other warnings have no words */
        if (!told || skpi_last_error_get(&e) || e.status != told) return;
        said = e.function;
    }
    snprintf(path, sizeof path, "%s/unit_%s", folder, unit_suite);
    FILE *f = fopen(path, "a");
    if (!f) return;
    const int length = (int)strcspn(said, "( ");
    if (value < 0) fprintf(f, "%.*s %s\n", length, said, skpi_status_name((int32_t)value));
    for (int32_t bit = 1; value > 0 && bit <= value; bit *= 2)
        if (value & bit) fprintf(f, "%.*s %s\n", length, said, skpi_status_name(bit));
    fclose(f);
}
static inline void unit_record_begin(const char *suite)
{
    const char *folder = getenv("SMARTKPI_RECORD");
    char path[1024];
    unit_suite = suite;
    if (!folder) return;
    snprintf(path, sizeof path, "%s/unit_%s", folder, suite);
    FILE *f = fopen(path, "w");
    if (f) fclose(f);
}
#undef ck_assert_int_eq /* replaces Check's own macro, in order to record the status */
#define ck_assert_int_eq(X, Y)                                                                                 \
    do {                                                                                                       \
        const intmax_t ck_x_ = (X), ck_y_ = (Y);                                                               \
        unit_record(#X, ck_x_);                                                                                \
        ck_assert_msg(ck_x_ == ck_y_, "%s is %lld, not %s, %lld", #X, (long long)ck_x_, #Y, (long long)ck_y_); \
    } while (0)

/* Asserts that a call failed with this status, about this argument, and with words. */
#define ck_fails(call, expected_status, expected_name)                                                      \
    do {                                                                                                    \
        skpi_error ck_e = {.size = sizeof ck_e};                                                            \
        ck_assert_str_eq(skpi_status_name(call), skpi_status_name(expected_status));                        \
        ck_assert_int_eq(skpi_last_error_get(&ck_e), SKPI_OK);                                              \
        ck_assert_int_eq(ck_e.status, expected_status);                                                     \
        unit_record(ck_e.function, expected_status);                                                        \
        ck_assert_str_eq(ck_e.name, expected_name);                                                         \
        const char *ck_i = strstr(expected_name, "[i]"); /* an error has the row there */                   \
        ck_assert_msg(strstr(skpi_last_error(), ck_i ? ck_i + 3 : expected_name), "%s", skpi_last_error()); \
    } while (0)
/* The same, at this row. */
#define ck_fails_at(call, expected_status, expected_name, expected_row) \
    do {                                                                \
        ck_fails(call, expected_status, expected_name);                 \
        skpi_error ck_at = {.size = sizeof ck_at};                      \
        ck_assert_int_eq(skpi_last_error_get(&ck_at), SKPI_OK);         \
        ck_assert_int_eq(ck_at.row, expected_row);                      \
    } while (0)
#define ck_near(value, expected, tolerance)                                                            \
    do {                                                                                               \
        double ck_v = (value), ck_x = (expected);                                                      \
        ck_assert_msg(fabs(ck_v - ck_x) <= (tolerance), "%s is %.17g, not %.17g", #value, ck_v, ck_x); \
    } while (0)

/* A slow checker watches (a sanitizer, valgrind, gcov): SMARTKPI_SLOW says what part of the work is enough, a hundredth
 * unless it is a number.  0 if none watches. */
static inline int unit_slow(void)
{
    const char *word = getenv("SMARTKPI_SLOW");
    const int n = word ? atoi(word) : 0;
    return !word ? 0 : n > 1 ? n : 100;
}
/* n; a part of it under a slow checker, and at least one. */
static inline int unit_few(int n)
{
    const int slow = unit_slow();
    return !slow ? n : n < 2 * slow ? 1 : n / slow;
}
/* The long run sets SMARTKPI_LONG. */
static inline int unit_long(void)
{
    const char *word = getenv("SMARTKPI_LONG");
    return word && strcmp(word, "yes") == 0;
}
/* The number of random trials: ten times as many in the long run. */
static inline int unit_trials(int n) { return unit_few(n) * (unit_long() ? 10 : 1); }
/* The number of draws whose quantiles are compared with a closed form: a million in the long run. */
static inline uint64_t unit_draws(uint64_t n) { return unit_slow() ? n / 8 : unit_long() ? 1048576 : n; }

typedef struct unit_case {
    const char *name;
    const TTest *const *tests;
    size_t n;
} unit_case;

static inline int unit_run(const char *suite, const unit_case *cases, size_t n)
{
    Suite *s = suite_create(suite);
    unit_record_begin(suite);
    for (size_t i = 0; i < n; i++) {
        TCase *t = tcase_create(cases[i].name);
        tcase_set_timeout(t, 60);
        for (size_t j = 0; j < cases[i].n; j++) tcase_add_test(t, cases[i].tests[j]);
        suite_add_tcase(s, t);
    }
    SRunner *runner = srunner_create(s);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}

#define UNIT_CASE(name, ...)                                                                                           \
    {                                                                                                                  \
        name, (const TTest *const[]){__VA_ARGS__}, sizeof((const TTest *const[]){__VA_ARGS__}) / sizeof(const TTest *) \
    }
#define UNIT_MAIN(suite, ...)                                        \
    int main(void)                                                   \
    {                                                                \
        const unit_case cases[] = {__VA_ARGS__};                     \
        return unit_run(suite, cases, sizeof cases / sizeof *cases); \
    }

#endif
