/* The CSV reader of the examples: it reads any bytes without a fault of memory, and a table that was read and written is
 * read again as it was.  The runner compiles the reader with names of its own for exit, fopen, free and realloc, so that
 * a refusal comes back here and frees what the reader had. */
#include "csv.h"
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_BLOCKS = 4096, MAX_COLUMNS = 64 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
_Noreturn void csv_fuzz_exit(int status);
FILE *csv_fuzz_fopen(const char *path, const char *mode);
void csv_fuzz_free(void *block);
void *csv_fuzz_realloc(void *block, size_t size);

static jmp_buf refused;
static void *blocks[MAX_BLOCKS];
static size_t n_blocks;
static const uint8_t *bytes;
static size_t n_bytes;
static FILE *file;
static char said[4096];

void csv_fuzz_exit(int status)
{
    (void)status;
    longjmp(refused, 1);
}

FILE *csv_fuzz_fopen(const char *path, const char *mode)
{
    (void)path;
    file = fmemopen((void *)(uintptr_t)bytes, n_bytes, mode);
    return file;
}

void csv_fuzz_free(void *block)
{
    for (size_t k = n_blocks; block && k-- > 0;)
        if (blocks[k] == block) {
            blocks[k] = blocks[--n_blocks];
            free(block);
            return;
        }
    if (block) abort(); /* freed twice, or never given */
}

static void *add_block(void *block)
{
    if (!block || n_blocks == MAX_BLOCKS) abort();
    return blocks[n_blocks++] = block;
}

void *csv_fuzz_realloc(void *block, size_t size)
{
    for (size_t k = 0; k < n_blocks; k++)
        if (blocks[k] == block) {
            blocks[k] = blocks[--n_blocks];
            return add_block(realloc(block, size));
        }
    return add_block(realloc(NULL, size));
}

void *program_memory(size_t count, size_t size) { return add_block(calloc(count ? count : 1, size ? size : 1)); }

void program_say_list(const char *text, va_list list) { vsnprintf(said, sizeof said, text, list); }

void program_stop(int status, char *words)
{
    snprintf(said, sizeof said, "%s", words);
    csv_fuzz_exit(status);
}

void program_say(const char *text, ...)
{
    va_list list;
    va_start(list, text);
    program_say_list(text, list);
    va_end(list);
}

void program_fail(int status, const char *text, ...)
{
    va_list list;
    va_start(list, text);
    program_say_list(text, list);
    va_end(list);
    csv_fuzz_exit(status);
}

static void release_all(void)
{
    while (n_blocks) free(blocks[--n_blocks]);
}

/* Every way to read a cell, each of which may refuse it. */
static void read_cells(const csv *t)
{
    static const char *const words[] = {"a", "yes", "share"};
    for (volatile size_t k = 0; k < csv_rows(t) * csv_columns(t); k++)
        for (volatile int way = 0; way < 8; way++) {
            if (setjmp(refused)) continue;
            size_t row = k / csv_columns(t), column = k % csv_columns(t);
            switch (way) {
            case 0: (void)csv_text(t, row, column); break;
            case 1: (void)csv_number(t, row, column); break;
            case 2: (void)csv_number_or(t, row, column, 0); break;
            case 3: (void)csv_share(t, row, column); break;
            case 4: (void)csv_year(t, row, column); break;
            case 5: (void)csv_choice(t, row, column, 3, words); break;
            case 6: (void)csv_positive(t, row, column); break;
            default: csv_warn(t, row, column, "%s", csv_raw(t, row, column)); break;
            }
        }
}

static void write_table(FILE *to, const csv *t)
{
    for (size_t c = 0; c < csv_columns(t); c++) csv_put_text(to, c == 0, csv_title(t, c));
    fputs("\n", to);
    for (size_t r = 0; r < csv_rows(t); r++) {
        for (size_t c = 0; c < csv_columns(t); c++) csv_put_text(to, c == 0, csv_raw(t, r, c));
        fputs("\n", to);
    }
}

/* Whether titles, which are written without quotes, have more of another mark than there are commas. */
static int is_separated(const csv *t)
{
    static const char *const mark[] = {";", "\t", "|", "\uff0c", "\uff1b"};
    for (size_t k = 0; k < sizeof mark / sizeof *mark; k++) {
        size_t n = 0;
        for (size_t c = 0; c < csv_columns(t); c++)
            for (const char *at = csv_title(t, c); (at = strstr(at, mark[k])) != NULL; at++) n++;
        if (n >= csv_columns(t)) return 1;
    }
    return 0;
}

/* Whether what is written would be read as something else: a row as an empty line, titles as separated by other marks; or
 * there is a field that is refused. */
static int is_skipped(const csv *t)
{
    if (setjmp(refused)) return 1;
    if (is_separated(t)) return 1;
    for (size_t r = 0; r < csv_rows(t); r++)
        for (size_t c = 0; c < csv_columns(t); c++)
            if (!*csv_raw(t, r, c) && csv_columns(t) == 1) return 1;
    return 0;
}

static void read_again(const csv *t)
{
    char *text = NULL;
    size_t length = 0;
    FILE *to = open_memstream(&text, &length);
    if (!to) return;
    write_table(to, t);
    fclose(to);
    bytes = (const uint8_t *)text;
    n_bytes = length;
    if (setjmp(refused)) {
        fprintf(stderr, "BROKEN csv: a table that was read and written is refused: %s\n%s", said, text);
        abort();
    }
    const csv *again = csv_read("again.csv");
    int same = csv_rows(again) == csv_rows(t) && csv_columns(again) == csv_columns(t);
    for (size_t k = 0; same && k < csv_rows(t) * csv_columns(t); k++)
        same = !strcmp(csv_raw(again, k / csv_columns(t), k % csv_columns(t)),
                       csv_raw(t, k / csv_columns(t), k % csv_columns(t)));
    if (!same) {
        fprintf(stderr, "BROKEN csv: a table that was read and written is another one\n%s", text);
        abort();
    }
    free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    bytes = data;
    n_bytes = size;
    file = NULL;
    if (!size) return 0;
    if (setjmp(refused)) { /* the file itself is refused; its stream was closed before */
        csv_warnings_free();
        release_all();
        return 0;
    }
    csv *t = csv_read("fuzz.csv");
    if (csv_columns(t) <= MAX_COLUMNS && csv_rows(t) <= MAX_COLUMNS) {
        read_cells(t);
        if (!setjmp(refused)) csv_need(t, "place,year,share", "note");
        if (!setjmp(refused)) (void)csv_optional(t, "population");
        size_t two[] = {0, csv_columns(t) - 1};
        if (!setjmp(refused)) csv_unique(t, 2, two);
        if (!is_skipped(t)) read_again(t);
    }
    csv_warnings_free();
    csv_free(t);
    release_all();
    return 0;
}
