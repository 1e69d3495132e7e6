/* What a caller reads: names of statuses, the last error in words and numbers, versions, constants by name. */
#include "core/error.h"
#include "core/thread_record.h"
#include "unit/unit.h"
#include <fenv.h>
#include <locale.h>
#include <pthread.h>
#include <stdio.h>

static skpi__at here(void) { return skpi__here("skpi_test"); }

START_TEST(names)
{
    ck_assert_str_eq(skpi_status_name(SKPI_OK), "SKPI_OK");
    ck_assert_str_eq(skpi_status_name(-20), "SKPI_EDOM");
    ck_assert_str_eq(skpi_status_name(SKPI_ETHREAD), "SKPI_ETHREAD");
    ck_assert_str_eq(skpi_status_name(SKPI_WADJUSTED | SKPI_WHORIZON), "SKPI_WHORIZON");
    ck_assert_str_eq(skpi_status_name(128), "SKPI_WUNUSUAL");
    ck_assert_str_eq(skpi_status_name(256), "SKPI_UNKNOWN");
    ck_assert_str_eq(skpi_status_name(-5), "SKPI_UNKNOWN");
    ck_assert_str_eq(skpi_status_name(INT32_MIN), "SKPI_UNKNOWN");
    ck_assert_str_eq(skpi_status_name(INT32_MAX), "SKPI_WROWS");
    ck_assert_str_eq(skpi_status_message(SKPI_EDEFMIX), "figures of different meaning would be combined");
    ck_assert_str_eq(skpi_status_message(-5), "unknown status");
}
END_TEST

/* What was called is told, but not by a place that is silent. */
START_TEST(what_was_called)
{
    skpi__at silent = here();
    silent.quiet = 1;
    skpi__refuse(here(), SKPI_EINVAL, "v", "is bad");
    ck_assert_int_eq(skpi__called(silent, SKPI_EINVAL, "f"), SKPI_EINVAL);
    ck_assert_int_eq(skpi__called(here(), SKPI_WROWS, "f"), SKPI_WROWS);
    ck_assert_str_eq(skpi_last_error(), "skpi_test: v is bad");
    ck_assert_int_eq(skpi__called(here(), SKPI_EINVAL, "f"), SKPI_EINVAL);
    ck_assert_str_eq(skpi_last_error(), "skpi_test: v is bad (\"f\")");
}
END_TEST

/* A host may round upward: then no 17 digits read back to the same number, and the last ones are told. */
START_TEST(numbers_of_a_host_that_rounds_upward)
{
    ck_assert_int_eq(fesetround(FE_UPWARD), 0);
    skpi__fail(here(), SKPI_ERANGE, "v", 0.1, "!");
    fesetround(FE_TONEAREST);
    ck_assert_str_eq(skpi_last_error(), "skpi_test: v = 0.10000000000000001 !");
}
END_TEST

/* Each kind of % in the formatter, and texts that do not fit. */
START_TEST(numbers_in_words)
{
    skpi__at at = skpi__cell(here(), 2, 5);
    ck_assert_int_eq(skpi__fail(at, SKPI_ERANGE, "share", 41.5, "%s %d %lld %zu %g%%", "x", -7, (long long)INT64_MIN,
                                (size_t)9, 0.1),
                     SKPI_ERANGE);
    ck_assert_str_eq(skpi_last_error(), "skpi_test: share[2][5] = 41.5 x -7 -9223372036854775808 9 0.1%");
    skpi__refuse(here(), SKPI_ENOMEM, "v", "of %zu", SIZE_MAX);
    char most[60];
    snprintf(most, sizeof most, "skpi_test: v of %zu", SIZE_MAX); /* not -1 */
    ck_assert_str_eq(skpi_last_error(), most);
    skpi__fail(here(), SKPI_ENOTFINITE, "v", (double)NAN, "is bad");
    ck_assert_str_eq(skpi_last_error(), "skpi_test: v = nan is bad");
    skpi__fail(here(), SKPI_ENOTFINITE, "v", -(double)NAN, "is bad"); /* on x86 the sign of this NaN is negative */
    ck_assert_str_eq(skpi_last_error(), "skpi_test: v = nan is bad");
    skpi__fail(here(), SKPI_ENOTFINITE, "v", -(double)INFINITY, "is bad");
    ck_assert_str_eq(skpi_last_error(), "skpi_test: v = -inf is bad");
    skpi__fail(here(), SKPI_ERANGE, "v", 1e22, "!");
    ck_assert_str_eq(skpi_last_error(), "skpi_test: v = 1e+22 !");
    skpi__fail(here(), SKPI_ERANGE, "v", 5e-324, "!");
    ck_assert_str_eq(skpi_last_error(), "skpi_test: v = 4.94065645841247e-324 !");
    skpi__fail(here(), SKPI_ERANGE, "v", 0.1 + 0.2, "!");
    ck_assert_str_eq(skpi_last_error(), "skpi_test: v = 0.30000000000000004 !");
    char huge[1000];
    memset(huge, 'a', sizeof huge - 1);
    huge[sizeof huge - 1] = 0;
    skpi__refuse(here(), SKPI_EINVAL, "v", "%s", huge);
    ck_assert_uint_eq(strlen(skpi_last_error()), SKPI__WORDS - 1);
    ck_assert_int_eq(skpi__called(here(), SKPI_EINVAL, "f"), SKPI_EINVAL); /* there is no room for what was called */
    ck_assert_uint_eq(strlen(skpi_last_error()), SKPI__WORDS - 1);
    /* no character is cut: each has 2 bytes, and an odd number of bytes is left */
    for (size_t i = 0; i < sizeof huge - 1; i++) huge[i] = "\xC3\xA9"[i % 2];
    for (size_t odd = 0; odd < 2; odd++) {
        skpi__refuse(here(), SKPI_EINVAL, odd ? "vv" : "v", "%s", huge);
        const char *words = skpi_last_error();
        ck_assert_uint_ge(strlen(words), SKPI__WORDS - 2);
        ck_assert_int_eq((unsigned char)words[strlen(words) - 1], 0xA9);
    }
}
END_TEST

START_TEST(places_in_words)
{
    skpi__at column = here();
    column.column = 3;
    skpi__fail(column, SKPI_ERANGE, "flows", 1, "!");
    ck_assert_str_eq(skpi_last_error(), "skpi_test: flows[*][3] = 1 !");
    skpi__fail(skpi__element(here(), 3), SKPI_ERANGE, "flows", 1, "!");
    ck_assert_str_eq(skpi_last_error(), "skpi_test: flows[3] = 1 !");
    skpi__fail(skpi__cell(here(), 2, 3), SKPI_ERANGE, "gdp[i]->value", 1, "over %s", "digital[i]->value");
    ck_assert_str_eq(skpi_last_error(), "skpi_test: gdp[2]->value[3] = 1 over digital[2]->value");
}
END_TEST

START_TEST(words_in_any_locale)
{
    static const char *const locales[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "ps_AF", "C.UTF-8"};
    for (size_t i = 0; i < sizeof locales / sizeof *locales; i++) {
        if (!setlocale(LC_ALL, locales[i])) continue; /* tests/abi makes its own locale if none is installed */
        skpi__fail(here(), SKPI_ERANGE, "share", -1.25e-7, "is not %g", 41.5);
        ck_assert_str_eq(skpi_last_error(), "skpi_test: share = -1.25e-07 is not 41.5");
    }
    setlocale(LC_ALL, "C");
}
END_TEST

START_TEST(numbers_of_the_last_error)
{
    skpi_error e = {.size = sizeof e};
    skpi__fail(skpi__cell(here(), 3, 4), SKPI_EDOM, "options->damping", 2.5, "is too large");
    ck_assert_int_eq(skpi_last_error_get(&e), SKPI_OK);
    ck_assert_int_eq(e.status, SKPI_EDOM);
    ck_assert_int_eq(e.row, 3);
    ck_assert_int_eq(e.column, 4);
    ck_assert_double_eq(e.value, 2.5);
    ck_assert_str_eq(e.function, "skpi_test");
    ck_assert_str_eq(e.name, "options->damping");
    /* a shorter struct gets its own members, and nothing after them */
    struct {
        skpi_error e;
        unsigned char guard[16];
    } small;
    memset(&small, 0xAA, sizeof small);
    small.e.size = offsetof(skpi_error, row);
    small.e.flags = 0;
    ck_assert_int_eq(skpi_last_error_get(&small.e), SKPI_OK);
    ck_assert_int_eq(small.e.status, SKPI_EDOM);
    ck_assert_int_eq(((unsigned char *)&small.e)[offsetof(skpi_error, row)], 0xAA);
    ck_fails(skpi_last_error_get(NULL), SKPI_EINVAL, "error");
    e.size = 4;
    ck_fails(skpi_last_error_get(&e), SKPI_ESTRUCT, "error->size");
}
END_TEST

static void *other_thread(void *words)
{
    skpi_error e = {.size = sizeof e}; /* for a thread that has not failed yet */
    ck_assert_str_eq(skpi_last_error(), "");
    ck_assert_int_eq(skpi_last_error_get(&e), SKPI_OK);
    ck_assert(e.status == SKPI_OK && e.row == -1 && e.column == -1 && isnan(e.value));
    ck_assert_str_eq(e.function, "");
    ck_assert_str_eq(e.name, "");
    skpi__refuse(here(), SKPI_EINVAL, "there", "is wrong");
    strcpy(words, skpi_last_error());
    return NULL;
}

START_TEST(each_thread_has_its_own)
{
    char words[SKPI__WORDS];
    pthread_t thread;
    skpi__refuse(here(), SKPI_EINVAL, "here", "is wrong");
    ck_assert_int_eq(pthread_create(&thread, NULL, other_thread, words), 0);
    pthread_join(thread, NULL);
    ck_assert_str_eq(words, "skpi_test: there is wrong");
    ck_assert_str_eq(skpi_last_error(), "skpi_test: here is wrong");
}
END_TEST

START_TEST(versions)
{
    ck_assert_str_eq(skpi_version(), SKPI_VERSION);
    ck_assert_uint_eq(skpi_version_number(), SKPI_VERSION_NUMBER);
    int major, minor, patch;
    ck_assert_int_eq(sscanf(skpi_version(), "%d.%d.%d", &major, &minor, &patch), 3);
    ck_assert_uint_eq(skpi_version_number(), (uint32_t)(major << 16 | minor << 8 | patch));
}
END_TEST

START_TEST(constants_by_name)
{
    int64_t value = 7;
    ck_assert_int_eq(skpi_constant("SKPI_EDOM", &value), SKPI_OK);
    ck_assert_int_eq(value, -20);
    ck_assert_int_eq(skpi_constant("SKPI_NONE", &value), SKPI_OK);
    ck_assert_int_eq(value, INT32_MIN);
    ck_fails(skpi_constant("SKPI_NO_SUCH", &value), SKPI_ENOTFOUND, "name");
    ck_assert_int_eq(value, INT32_MIN);
    ck_fails(skpi_constant(NULL, &value), SKPI_EINVAL, "name");
    ck_fails(skpi_constant("SKPI_EDOM", NULL), SKPI_EINVAL, "value");
    ck_assert_uint_eq(skpi_struct_size("skpi_basis"), sizeof(skpi_basis));
    ck_assert_uint_eq(skpi_struct_size("skpi_table"), sizeof(skpi_table));
    ck_assert_uint_eq(skpi_struct_size("skpi_no_such"), 0);
    ck_assert_uint_eq(skpi_struct_size(NULL), 0);
}
END_TEST

UNIT_MAIN("words",
          UNIT_CASE("errors", names, what_was_called, numbers_in_words, numbers_of_a_host_that_rounds_upward,
                    places_in_words, words_in_any_locale, numbers_of_the_last_error, each_thread_has_its_own),
          UNIT_CASE("names", versions, constants_by_name))
