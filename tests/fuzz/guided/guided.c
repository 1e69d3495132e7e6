/* The fuzzer's program.  An input is the hash of a line's name, in four bytes, and the bytes from which the call is made.
 * GUIDED in the environment names what is called: a module, or the beginning of a line's name.
 */
#include "input.h"
#include "laws.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEAD = 4, MAX_LINES = 2048, MAX_TAKEN = 512 };

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t room);
int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t room, unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *a, size_t size_a, const uint8_t *b, size_t size_b, uint8_t *out,
                                 size_t room, unsigned seed);

static int chosen[MAX_LINES], n_chosen;
static size_t taken[MAX_LINES]; /* the most bytes that a call of the line has asked for */

static void print_calls(void) { fprintf(stderr, "stat::number_of_calls: %llu\n", (unsigned long long)laws_calls); }

static int is_chosen(const line *l, const char *what)
{
    return !what || !*what || strcmp(l->module, what) == 0 ||
           (strncmp(what, "skpi_", 5) == 0 && strncmp(l->name, what, strlen(what)) == 0);
}

/* With GUIDED_SEEDS it writes an input for the valid call of each line into that folder and ends. */
static void write_seeds(const char *folder)
{
    for (int k = 0; k < n_chosen; k++) {
        char path[4096];
        uint32_t hash = lines[chosen[k]].hash;
        uint8_t head[HEAD] = {(uint8_t)hash, (uint8_t)(hash >> 8), (uint8_t)(hash >> 16), (uint8_t)(hash >> 24)};
        snprintf(path, sizeof path, "%s/valid-%08x", folder, (unsigned)hash);
        FILE *file = fopen(path, "wb");
        if (!file || fwrite(head, 1, HEAD, file) != HEAD || fclose(file)) exit(2);
    }
    exit(0);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    (void)argc, (void)argv;
    for (int k = 0; k < n_lines && k < MAX_LINES; k++)
        if (is_chosen(&lines[k], getenv("GUIDED"))) chosen[n_chosen++] = k;
    if (!n_chosen) {
        fprintf(stderr, "GUIDED names no line\n");
        exit(2);
    }
    if (getenv("GUIDED_SEEDS")) write_seeds(getenv("GUIDED_SEEDS"));
    atexit(print_calls);
    return 0;
}

static int line_of(const uint8_t *data, size_t size)
{
    if (size < HEAD) return -1;
    uint32_t hash = (uint32_t)data[0] | (uint32_t)data[1] << 8 | (uint32_t)data[2] << 16 | (uint32_t)data[3] << 24;
    for (int k = 0; k < n_chosen; k++)
        if (lines[chosen[k]].hash == hash) return chosen[k];
    return -1;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int k = line_of(data, size);
    if (k < 0) return 0;
    input_begin(data + HEAD, size - HEAD);
    laws_try(&lines[k]);
    if (input_taken() > taken[k]) taken[k] = input_taken();
    return 0;
}

/* Most mutations set single bytes, which are single decisions; the others are libFuzzer's. */
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t room, unsigned seed)
{
    uint64_t state = seed;
    int k = line_of(data, size);
    if (k < 0 || input_random(&state) % (lines[k].flags & LINE_SLOW ? 2 : 128) == 0) {
        k = chosen[input_random(&state) % (uint64_t)n_chosen];
        for (int i = 0; i < HEAD; i++) data[i] = (uint8_t)(lines[k].hash >> 8 * i);
        if (size < HEAD) size = HEAD;
    }
    if (input_random(&state) % 4 == 0) return HEAD + LLVMFuzzerMutate(data + HEAD, size - HEAD, room - HEAD);
    size_t most = taken[k] < 8 ? 8 : taken[k] > MAX_TAKEN ? MAX_TAKEN : taken[k];
    if (most > room - HEAD) most = room - HEAD;
    for (uint64_t edits = 1 + input_random(&state) % 4; edits; edits--) {
        size_t at = HEAD + input_random(&state) % most;
        while (size <= at) data[size++] = 0;
        data[at] = (uint8_t)(input_random(&state) % 4 ? input_random(&state) : 0);
    }
    return size;
}

/* The beginning of one input and the end of another of the same line. */
size_t LLVMFuzzerCustomCrossOver(const uint8_t *a, size_t size_a, const uint8_t *b, size_t size_b, uint8_t *out,
                                 size_t room, unsigned seed)
{
    uint64_t state = seed;
    size_t cut = size_a > HEAD ? HEAD + input_random(&state) % (size_a - HEAD) : size_a, size = 0;
    for (; size < cut && size < room; size++) out[size] = a[size];
    for (; size < size_b && size < room; size++) out[size] = b[size];
    return size;
}
