/* This thread's last failure, in numbers and in words.
 *
 * The sentence is composed here; the caller, mostly a helper of check.c, says what was expected.  The library has a
 * formatter of its own, because printf writes 41,5 in a German locale and the library must not change the locale.
 */
#include "core/error.h"
#include "core/thread_record.h"
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct text { /* appends what fits, and always terminates the text */
    char *at, *end;
    int64_t row; /* the row that replaces [i] in a name */
    char none;   /* where a text is nowhere */
} text;

/* Appends a string of n bytes, or as much of it as fits without cutting a UTF-8 character. */
static void error_put_bytes(text *t, const char *s, size_t n)
{
    const size_t room = (size_t)(t->end - t->at);
    if (n > room)
        for (n = room; n && ((unsigned char)s[n] & 0xC0) == 0x80;) n--;
    memcpy(t->at, s, n);
    t->at += n;
    *t->at = 0;
}

static void error_put(text *t, const char *s) { error_put_bytes(t, s, strlen(s)); }

static void error_put_integer(text *t, long long value)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%lld", value);
    error_put(t, digits);
}

static void error_put_size(text *t, size_t value)
{
    char digits[24];
    snprintf(digits, sizeof digits, "%zu", value); /* %zu, because (size_t)-1 is a large number, not a negative one */
    error_put(t, digits);
}

/* Appends the value in 15, 16 or 17 digits, the fewest that read back to the same double, with a dot in every
 * locale. */
static void error_put_double(text *t, double value)
{
    char digits[40];
    if (isnan(value)) { /* printf would write a sign before nan */
        error_put(t, "nan");
        return;
    }
    for (int precision = 15; precision <= 17; precision++) {
        snprintf(digits, sizeof digits, "%.*g", precision, value);
        if (strtod(digits, NULL) == value) break; /* strtod and snprintf use the same locale */
    }
    if (isfinite(value)) {
        size_t lead = strspn(digits, "+-0123456789");
        if (digits[lead] && digits[lead] != 'e') { /* the locale's decimal mark may have several bytes */
            size_t mark = strcspn(digits + lead, "0123456789");
            digits[lead] = '.';
            memmove(digits + lead + 1, digits + lead + mark, strlen(digits + lead + mark) + 1);
        }
    }
    error_put(t, digits);
}

static void error_put_place(text *t, int64_t place)
{
    if (place < 0) return;
    error_put(t, "[");
    error_put_integer(t, place);
    error_put(t, "]");
}

/* Appends a name, and replaces the [i] of "digital[i]->value" by the row.  Returns 1 if the name has an [i]. */
static int error_put_name(text *t, const char *name)
{
    const char *slot = t->row < 0 ? NULL : strstr(name, "[i]");
    error_put_bytes(t, name, slot ? (size_t)(slot - name) : strlen(name));
    if (!slot) return 0;
    error_put_place(t, t->row);
    error_put(t, slot + 3);
    return 1;
}

static void put_format(text *t, const char *format, va_list values)
{
    for (const char *p = format; *p && t->at < t->end; p++) {
        if (*p != '%') {
            error_put_bytes(t, p, 1);
            continue;
        }
        p++;
        if (*p == 's')
            error_put_name(t, va_arg(values, const char *));
        else if (*p == 'd')
            error_put_integer(t, va_arg(values, int));
        else if (*p == 'g')
            error_put_double(t, va_arg(values, double));
        else if (*p == 'z')
            p++, error_put_size(t, va_arg(values, size_t));
        else if (*p == 'l')
            p += 2, error_put_integer(t, va_arg(values, long long));
        else
            error_put(t, "%");
    }
}

/* Begins the words of a record; without one they are lost, and the status tells what was wrong. */
static void error_words(skpi__error_record *last, int64_t row, text *t)
{
    *t = (text){.row = row};
    t->at = last ? last->words + strlen(last->words) : &t->none;
    t->end = last ? last->words + SKPI__WORDS - 1 : &t->none;
}

static void error_begin(skpi__at at, skpi_status status, const char *name, double value, text *t)
{
    skpi__error_record *const last = skpi__thread_record_made();
    if (last)
        *last = (skpi__error_record){.error = {.size = sizeof last->error,
                                               .status = status,
                                               .row = at.row,
                                               .column = at.column,
                                               .value = value,
                                               .function = at.function, /* both are static strings */
                                               .name = name}};
    error_words(last, at.row, t);
    error_put(t, at.function);
    error_put(t, ": ");
    if (!error_put_name(t, name)) error_put_place(t, at.row);
    if (at.row < 0 && at.column >= 0) error_put(t, "[*]"); /* a whole column; [3] alone would be read as a row */
    error_put_place(t, at.column);
}

skpi_status skpi__fail(skpi__at at, skpi_status status, const char *name, double value, const char *expected, ...)
{
    if (at.quiet) return status;
    va_list values;
    va_start(values, expected);
    text t;
    error_begin(at, status, name, value, &t);
    error_put(&t, " = ");
    error_put_double(&t, value);
    error_put(&t, " ");
    put_format(&t, expected, values);
    va_end(values);
    return status;
}

skpi_status skpi__refuse(skpi__at at, skpi_status status, const char *name, const char *what, ...)
{
    if (at.quiet) return status;
    va_list values;
    va_start(values, what);
    text t;
    error_begin(at, status, name, (double)NAN, &t);
    error_put(&t, " ");
    put_format(&t, what, values);
    va_end(values);
    return status;
}

skpi_status skpi__called(skpi__at at, skpi_status s, const char *what)
{
    if (at.quiet || s >= SKPI_OK) return s;
    text t;
    error_words(skpi__thread_record(), at.row, &t);
    error_put(&t, " (\"");
    error_put_bytes(&t, what, strlen(what));
    error_put(&t, "\")");
    return s;
}

skpi_status skpi__warn(skpi__at at, const char *name, double value, const char *why, ...)
{
    if (at.quiet || at.warned) return SKPI_WUNUSUAL;
    va_list values;
    va_start(values, why);
    text t;
    error_begin(at, SKPI_WUNUSUAL, name, value, &t);
    if (!isnan(value)) error_put(&t, " = ");
    if (!isnan(value)) error_put_double(&t, value);
    error_put(&t, " ");
    put_format(&t, why, values);
    va_end(values);
    return SKPI_WUNUSUAL;
}

double skpi__digits(double value, int digits)
{
    if (!isfinite(value) || value == 0) return value;
    const int power = digits - 1 - (int)floor(log10(fabs(value)));
    const double scale = pow(10, abs(power));
    const double short_value = power < 0 ? round(value / scale) * scale : round(value * scale) / scale;
    return isfinite(short_value) ? short_value : value;
}

skpi_status skpi__no_memory(skpi__at at, const char *name, size_t n)
{
    return skpi__refuse(at, SKPI_ENOMEM, name, "= %zu needs more memory than there is", n);
}

skpi_status skpi__no_memory_for(skpi__at at, const char *handle)
{
    return skpi__refuse(at, SKPI_ENOMEM, handle, "needs more memory than there is");
}

skpi_status skpi__no_memory_of(skpi__at at, const char *name, size_t bytes, const char *advice)
{
    return skpi__refuse(at, SKPI_ENOMEM, name, "needs %zu bytes, more memory than there is; %s", bytes, advice);
}

const char *skpi_last_error(void)
{
    const skpi__error_record *const last = skpi__thread_record();
    return last ? last->words : "";
}
