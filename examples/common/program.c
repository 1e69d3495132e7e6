/* Options, messages, exit status and output files of the example programs. */
#ifndef _POSIX_C_SOURCE
#define _POSIX_C_SOURCE 200809L
#endif
#include "program.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *name = "program", *help = "";
static char **argument; /* arguments that were not asked for yet; a taken one is NULL */
static size_t arguments;

/* Length of the control character at s, of ASCII or of two bytes in UTF-8 (U+0080 to U+009F); 0: it is none. */
static size_t program_control(const char *s)
{
    const unsigned char *u = (const unsigned char *)s;
    if (*u < 0x20 || *u == 0x7f) return 1;
    return *u == 0xc2 && u[1] >= 0x80 && u[1] < 0xa0 ? 2 : 0;
}

void program_say_list(const char *text, va_list list)
{
    va_list again;
    va_copy(again, list);
    const int length = vsnprintf(NULL, 0, text, again);
    va_end(again);
    if (length < 0) return;
    char *words = program_memory((size_t)length + 1, 1);
    vsnprintf(words, (size_t)length + 1, text, list);
    for (const char *p = words; *p; p++) {
        size_t control = program_control(p);
        if (*p == '\n' && strchr(text, '\n')) control = 0;
        if (!control) fputc(*p, stderr);
        for (; control; control--) fprintf(stderr, "\\x%02x", (unsigned)(unsigned char)*(control > 1 ? p++ : p));
    }
    fputc('\n', stderr);
    free(words);
}

void program_say(const char *text, ...)
{
    va_list list;
    va_start(list, text);
    program_say_list(text, list);
    va_end(list);
}

/* What was printed and is not written yet is forgotten: it goes where nobody reads it. */
static void program_forget(void)
{
    const int nowhere = open("/dev/null", O_WRONLY);
    if (nowhere >= 0) dup2(nowhere, STDOUT_FILENO);
}

static _Noreturn void program_usage(const char *what, const char *text)
{
    program_say("%s: %s%s", name, what, text);
    program_say("%s: try --help", name);
    program_forget();
    exit(PROGRAM_USAGE);
}

void program_fail(int status, const char *text, ...)
{
    va_list list;
    fprintf(stderr, "%s: ", name);
    va_start(list, text);
    program_say_list(text, list);
    va_end(list);
    program_forget();
    exit(status);
}

void program_stop(int status, char *words)
{
    program_say("%s", words);
    free(words);
    program_forget();
    exit(status);
}

void *program_memory(size_t count, size_t size)
{
    void *p = NULL;
    if (!size || count <= SIZE_MAX / size) p = calloc(count ? count : 1, size ? size : 1);
    if (!p) program_fail(PROGRAM_DATA, "out of memory");
    return p;
}

/* libtool runs programs of the build tree as .libs/lt-name; messages have the plain name. */
static const char *program_plain(const char *path)
{
    const char *slash = strrchr(path, '/');
    path = slash ? slash + 1 : path;
    return strncmp(path, "lt-", 3) ? path : path + 3;
}

void program_begin(int argc, char **argv, const char *text)
{
    static char output[1 << 26]; /* pages that are not used take no memory */
    setvbuf(stdout, output, _IOFBF, sizeof output);
    name = argc > 0 ? program_plain(argv[0]) : name;
    help = text;
    arguments = argc > 1 ? (size_t)argc - 1 : 0;
    argument = program_memory(arguments, sizeof *argument);
    for (size_t i = 0; i < arguments; i++) argument[i] = argv[i + 1];
    for (size_t i = 0; i < arguments && strcmp(argument[i], "--"); i++)
        if (!strcmp(argument[i], "--help") || !strcmp(argument[i], "-h")) {
            fputs(help, stdout);
            exit(program_end());
        }
}

/* Position of an option before "--"; arguments if it is not there. */
static size_t option_position(const char *option, size_t from)
{
    size_t length = strlen(option);
    for (size_t i = from; i < arguments; i++) {
        if (!argument[i]) continue;
        if (!strcmp(argument[i], "--")) break;
        if (!strncmp(argument[i], option, length) && (argument[i][length] == '\0' || argument[i][length] == '='))
            return i;
    }
    return arguments;
}

const char *program_option(const char *option)
{
    size_t i = option_position(option, 0), length = strlen(option);
    if (i == arguments) return NULL;
    const char *value = argument[i][length] == '=' ? argument[i] + length + 1 : NULL;
    argument[i] = NULL;
    if (!value) {
        if (i + 1 >= arguments || !argument[i + 1] || !strncmp(argument[i + 1], "--", 2))
            program_usage("a value must follow ", option);
        value = argument[i + 1];
        argument[i + 1] = NULL;
    }
    if (option_position(option, i) != arguments) program_usage("given twice: ", option);
    if (!*value) program_usage("an empty value follows ", option);
    return value;
}

double program_number(const char *option, double usual, double least, double most)
{
    const char *text = program_option(option);
    if (!text) return usual;
    char *end;
    errno = 0;
    const double value = strtod(text, &end);
    if (strspn(text, "+-.0123456789eE") != strlen(text) || errno || end == text || *end ||
        !(value > least && value < most))
        program_fail(PROGRAM_USAGE, "%s \"%s\" is not a number between %g and %g (see --help)", option, text,
                     fabs(least) < 1e-200 ? 0 : least, most);
    return value;
}

uint64_t program_whole(const char *option, uint64_t usual, uint64_t least, uint64_t most)
{
    const char *text = program_option(option);
    if (!text) return usual;
    char *end;
    errno = 0;
    const unsigned long long value = strtoull(text, &end, 10);
    if (text[0] < '0' || text[0] > '9' || *end || errno || value < least || value > most)
        program_fail(PROGRAM_USAGE, "%s \"%s\" is not a whole number from %llu to %llu (see --help)", option, text,
                     (unsigned long long)least, (unsigned long long)most);
    return value;
}

int program_flag(const char *option)
{
    size_t i = option_position(option, 0);
    if (i == arguments) return 0;
    if (argument[i][strlen(option)] == '=') program_usage("takes no value: ", option);
    argument[i] = NULL;
    return program_flag(option) || 1;
}

int32_t program_word_value(const char *option, const char *given, size_t length, size_t n, const program_word *words)
{
    char list[512] = "";
    for (size_t i = 0, used = 0; i < n && used < sizeof list; i++) {
        if (strlen(words[i].name) == length && strncmp(words[i].name, given, length) == 0) return words[i].value;
        used += (size_t)snprintf(list + used, sizeof list - used, "%s%s", i ? ", " : "", words[i].name);
    }
    program_fail(PROGRAM_USAGE, "%s \"%.*s\" is none of: %s", option, (int)length, given, list);
}

size_t program_operands(size_t least, size_t most, char ***operand)
{
    size_t n = 0;
    int options = 1;
    for (size_t i = 0; i < arguments; i++) {
        if (!argument[i]) continue;
        if (options && !strcmp(argument[i], "--"))
            options = 0;
        else if (options && argument[i][0] == '-' && argument[i][1])
            program_usage("no such option: ", argument[i]);
        else
            argument[n++] = argument[i];
    }
    if (n > most) program_usage("one operand too many: ", argument[most]);
    if (n < least) program_usage("an operand is missing", "");
    arguments = n;
    if (operand) *operand = argument;
    return n;
}

int program_end(void)
{
    free(argument);
    argument = NULL;
    if (fflush(stdout) || ferror(stdout)) program_fail(PROGRAM_DATA, "standard output: %s", strerror(errno));
    return 0;
}

void program_make_directory(const char *path)
{
    size_t length = strlen(path);
    char *part = program_memory(length + 1, 1);
    for (size_t i = 0; i <= length; i++) {
        if (i && (path[i] == '/' || path[i] == '\0') && mkdir(part, 0777) && errno != EEXIST)
            program_fail(PROGRAM_DATA, "%s: %s", part, strerror(errno));
        part[i] = path[i];
    }
    free(part);
}

int program_in_directory(const char *file, const char *directory)
{
    struct stat its, there;
    const char *slash = strrchr(file, '/');
    const size_t length = slash ? (size_t)(slash - file) + 1 : 0;
    char *own = program_memory(length + 2, 1);
    memcpy(own, slash ? file : ".", slash ? length : 1);
    const int same = !stat(file, &its) && !stat(own, &its) && !stat(directory, &there) && its.st_dev == there.st_dev &&
                     its.st_ino == there.st_ino;
    free(own);
    return same;
}

FILE *program_create(const char *directory, const char *file)
{
    size_t room = strlen(directory) + strlen(file) + 2;
    char *path = program_memory(room, 1);
    snprintf(path, room, "%s/%s", directory, file);
    FILE *f = fopen(path, "wb");
    if (!f) program_fail(PROGRAM_DATA, "%s: %s", path, strerror(errno));
    free(path);
    return f;
}

void program_close(FILE *file, const char *what)
{
    int bad = ferror(file);
    if (fclose(file) || bad) program_fail(PROGRAM_DATA, "%s: %s", what, errno ? strerror(errno) : "not written");
}
