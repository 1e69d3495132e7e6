/* What of Check the unit tests use, for machines and C libraries for which Check is not installed.  The first failure ends
 * the program. */
#ifndef SKPI_INSTALL_CHECK_H
#define SKPI_INSTALL_CHECK_H
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct TTest {
    const char *name;
    void (*run)(int);
} TTest;
enum { CK_ENV, CHECK_ROOM = 100 };
typedef struct TCase {
    const TTest *test[CHECK_ROOM];
    int n;
} TCase;
typedef struct Suite {
    TCase *tests[CHECK_ROOM];
    int n;
} Suite, SRunner;

#define START_TEST(name)                                                                \
    static void check_##name(int _i);                                                   \
    static const TTest test_##name = {#name, check_##name}, *const name = &test_##name; \
    static void check_##name(int _i)                                                    \
    {                                                                                   \
        (void)_i;
#define END_TEST }

#define ck_abort_msg(...) \
    (fprintf(stderr, "%s:%d: ", __FILE__, __LINE__), fprintf(stderr, __VA_ARGS__), fputc('\n', stderr), exit(1))
#define ck_assert_msg(good, ...)                \
    do {                                        \
        if (!(good)) ck_abort_msg(__VA_ARGS__); \
    } while (0)
#define ck_assert(good) ck_assert_msg(good, "%s", #good)
#define CHECK_COMPARED(type, format, a, sign, b)                                                          \
    do {                                                                                                  \
        const type check_a = (a), check_b = (b);                                                          \
        ck_assert_msg(check_a sign check_b, "%s is " format ", %s is " format, #a, check_a, #b, check_b); \
    } while (0)
#define ck_assert_int_eq(a, b) CHECK_COMPARED(intmax_t, "%jd", a, ==, b)
#define ck_assert_int_ne(a, b) CHECK_COMPARED(intmax_t, "%jd", a, !=, b)
#define ck_assert_int_lt(a, b) CHECK_COMPARED(intmax_t, "%jd", a, <, b)
#define ck_assert_int_le(a, b) CHECK_COMPARED(intmax_t, "%jd", a, <=, b)
#define ck_assert_int_gt(a, b) CHECK_COMPARED(intmax_t, "%jd", a, >, b)
#define ck_assert_int_ge(a, b) CHECK_COMPARED(intmax_t, "%jd", a, >=, b)
#define ck_assert_uint_eq(a, b) CHECK_COMPARED(uintmax_t, "%ju", a, ==, b)
#define ck_assert_uint_ne(a, b) CHECK_COMPARED(uintmax_t, "%ju", a, !=, b)
#define ck_assert_uint_lt(a, b) CHECK_COMPARED(uintmax_t, "%ju", a, <, b)
#define ck_assert_uint_le(a, b) CHECK_COMPARED(uintmax_t, "%ju", a, <=, b)
#define ck_assert_uint_gt(a, b) CHECK_COMPARED(uintmax_t, "%ju", a, >, b)
#define ck_assert_uint_ge(a, b) CHECK_COMPARED(uintmax_t, "%ju", a, >=, b)
#define ck_assert_double_eq(a, b) CHECK_COMPARED(double, "%.17g", a, ==, b)
#define ck_assert_double_lt(a, b) CHECK_COMPARED(double, "%.17g", a, <, b)
#define ck_assert_double_le(a, b) CHECK_COMPARED(double, "%.17g", a, <=, b)
#define ck_assert_double_gt(a, b) CHECK_COMPARED(double, "%.17g", a, >, b)
#define ck_assert_double_ge(a, b) CHECK_COMPARED(double, "%.17g", a, >=, b)
#define ck_assert_double_eq_tol(a, b, bar) ck_assert_msg(fabs((a) - (b)) < (bar), "%s is not %s", #a, #b)
#define ck_assert_double_nan(a) ck_assert_msg(isnan(a), "%s is %.17g, not NaN", #a, (double)(a))
#define ck_assert_str_eq(a, b) ck_assert_msg(strcmp(a, b) == 0, "%s is %s, not %s", #a, a, b)
#define ck_assert_mem_eq(a, b, n) ck_assert_msg(memcmp(a, b, n) == 0, "%s is not %s", #a, #b)
#define ck_assert_ptr_eq(a, b) ck_assert_msg((a) == (b), "%s is not %s", #a, #b)
#define ck_assert_ptr_null(a) ck_assert_msg((a) == NULL, "%s is not NULL", #a)
#define ck_assert_ptr_nonnull(a) ck_assert_msg((a) != NULL, "%s is NULL", #a)

static inline void *check_new(size_t size)
{
    void *made = calloc(1, size);
    if (!made) ck_abort_msg("out of memory");
    return made;
}
static inline Suite *suite_create(const char *name) { return (void)name, (Suite *)check_new(sizeof(Suite)); }
static inline TCase *tcase_create(const char *name) { return (void)name, (TCase *)check_new(sizeof(TCase)); }
static inline void tcase_set_timeout(TCase *t, double seconds) { (void)t, (void)seconds; }
static inline void tcase_add_test(TCase *t, const TTest *test)
{
    ck_assert_int_lt(t->n, CHECK_ROOM);
    t->test[t->n++] = test;
}
static inline void suite_add_tcase(Suite *s, TCase *t)
{
    ck_assert_int_lt(s->n, CHECK_ROOM);
    s->tests[s->n++] = t;
}
static inline SRunner *srunner_create(Suite *s) { return s; }
static inline void srunner_run_all(SRunner *s, int how)
{
    (void)how;
    int run = 0;
    for (int i = 0; i < s->n; i++)
        for (int j = 0; j < s->tests[i]->n; j++, run++) s->tests[i]->test[j]->run(0);
    printf("%d tests\n", run);
}
static inline int srunner_ntests_failed(const SRunner *s) { return (void)s, 0; }
static inline void srunner_free(SRunner *s)
{
    for (int i = 0; i < s->n; i++) free(s->tests[i]);
    free(s);
}

#endif
