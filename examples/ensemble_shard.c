/* One ensemble drawn in parts by processes that share nothing but files, and merged to the bits of one process.
 *
 *     cc -o ensemble_shard ensemble_shard.c common/[a-z]*.c $(pkg-config --cflags --libs smartkpi) -lm
 */
#include "common/program.h"
#include "common/walk_plan.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const char help[] =
    "usage: ensemble_shard draw FILE --part K/N --result OUT [--draws N] [--seed S] [--mode exact|stream] [--threads "
    "K]\n"
    "       ensemble_shard merge FILE RESULT... [--draws N] [--seed S] [--mode exact|stream]\n"
    "Draws one part of an ensemble of urban shares into a file, or merges the files of all parts, on any machines and "
    "in\n"
    "any order.\n"
    "\n" WALK_PLAN_HELP "  --part     which part of how many: 1/3, 2/3 and 3/3 are all of three\n"
    "  --result   file that is written: as bytes that any machine can read\n"
    "  --threads  number of threads of this part (1); it does not change a digit\n"
    "  --help     print this\n"
    "\n"
    "merge needs the FILE and the options of draw; results of another plan or of places with other names, cut off,\n"
    "damaged, given twice or missing are refused.  Output of merge: place,year,mean,q05,q25,q50,q75,q95, the lines of "
    "ensemble_fan.\n"
    "Exit status: 0 success, 1 bad data, 2 wrong usage.\n";

/* "K/N", 1 <= K <= N */
static void part_of(const char *text, uint64_t *part, uint64_t *n)
{
    char *slash = NULL, *end = NULL;
    const char *digits = "0123456789";
    if (!text) program_fail(PROGRAM_USAGE, "--part is needed (see --help)");
    if (strspn(text, digits) && text[strspn(text, digits)] == '/') {
        *part = strtoull(text, &slash, 10);
        if (strspn(slash + 1, digits)) *n = strtoull(slash + 1, &end, 10);
    }
    if (!end || *end || *part < 1 || *part > *n || *n > 1000000)
        program_fail(PROGRAM_USAGE, "--part \"%s\" is not K/N with K from 1 to N, at most 1000000", text);
    *part -= 1;
}

/* A file is a result and the mark of its places' names. */
static void file_write(const char *path, size_t size, const void *bytes, const unsigned char *mark)
{
    FILE *file = fopen(path, "wb");
    if (!file) program_fail(PROGRAM_DATA, "%s: %s", path, strerror(errno));
    const int good = fwrite(bytes, 1, size, file) == size && fwrite(mark, 1, WALK_PLAN_MARK, file) == WALK_PLAN_MARK;
    if (fclose(file) || !good) program_fail(PROGRAM_DATA, "%s: could not be written", path);
}

static void *file_read(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    char *bytes = NULL;
    size_t room = 0;
    *size = 0;
    if (!file) program_fail(PROGRAM_DATA, "%s: %s", path, strerror(errno));
    do {
        if (*size == room) {
            room = room ? 2 * room : 65536;
            char *more = realloc(bytes, room);
            if (!more) program_fail(PROGRAM_DATA, "out of memory");
            bytes = more;
        }
        *size += fread(bytes + *size, 1, room - *size, file);
    } while (!feof(file) && !ferror(file));
    if (ferror(file)) program_fail(PROGRAM_DATA, "%s: could not be read", path);
    fclose(file);
    return bytes;
}

static void draw(const walk_plan *w, uint64_t part, uint64_t n, int32_t threads, const char *path)
{
    size_t size;
    unsigned char mark[WALK_PLAN_MARK];
    skpi_ensemble_result *result = walk_plan_draw(w, part, n, threads);
    void *bytes = walk_plan_bytes(result, &size);
    walk_plan_mark(w, mark);
    file_write(path, size, bytes, mark);
    free(bytes);
    skpi_ensemble_result_free(result);
}

/* A result whose places have the names of the plan, in its order. */
static skpi_ensemble_result *result_read(const walk_plan *w, const char *path)
{
    size_t size;
    unsigned char *bytes = file_read(path, &size), mark[WALK_PLAN_MARK];
    const size_t rest = size > WALK_PLAN_MARK ? size - WALK_PLAN_MARK : 0;
    skpi_ensemble_result *result = walk_plan_result(w, path, rest, bytes);
    walk_plan_mark(w, mark);
    if (memcmp(bytes + rest, mark, WALK_PLAN_MARK) != 0)
        program_fail(PROGRAM_DATA, "%s: was drawn of places with other names, or in another order, than those of %s",
                     path, csv_name(w->world->table[0]));
    free(bytes);
    return result;
}

static void merge(const walk_plan *w, size_t n, char **path)
{
    skpi_ensemble_result *all = NULL;
    for (size_t i = 0; i < n; i++) {
        skpi_ensemble_result *one = result_read(w, path[i]);
        if (all)
            walk_plan_merge(all, path[i], one);
        else
            all = one;
    }
    walk_plan_print(w, all);
    skpi_ensemble_result_free(all);
}

int main(int argc, char **argv)
{
    char **operand;
    uint64_t part = 0, n_parts = 0;
    program_begin(argc, argv, help);
    const char *which = program_option("--part"), *path = program_option("--result");
    const int32_t threads = (int32_t)program_whole("--threads", 1, 1, 1024);
    walk_plan w = walk_plan_begin();
    const size_t n = program_operands(2, SIZE_MAX, &operand);
    const int drawing = !strcmp(operand[0], "draw");
    if (!drawing && strcmp(operand[0], "merge"))
        program_fail(PROGRAM_USAGE, "\"%s\" is neither draw nor merge (see --help)", operand[0]);
    if (drawing) part_of(which, &part, &n_parts);
    if (drawing && !path) program_fail(PROGRAM_USAGE, "--result is needed (see --help)");
    if (drawing && n > 2) program_fail(PROGRAM_USAGE, "one operand too many: %s", operand[2]);
    if (!drawing && n < 3) program_fail(PROGRAM_USAGE, "the files of the parts are missing");
    if (!drawing && (which || path)) program_fail(PROGRAM_USAGE, "--part and --result are for draw");
    walk_plan_read(&w, operand[1]);
    if (drawing)
        draw(&w, part, n_parts, threads, path);
    else
        merge(&w, n - 2, operand + 2);
    walk_plan_free(&w);
    return program_end();
}
