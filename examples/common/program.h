/* Common part of the example programs: options, messages, exit status, output files.
 *
 *     int main(int argc, char **argv)
 *     {
 *         program_begin(argc, argv, "usage: twice [--out DIR] FILE\n"); // --help prints this and exits 0
 *         const char *out = program_option("--out");                    // value or NULL
 *         int full = program_flag("--full");
 *         char **file;
 *         size_t n = program_operands(1, 1, &file);                     // exactly one; anything else exits 2
 *         ...
 *         return program_end();                                         // 0, or 1 if standard output was not written
 *     }
 *
 * Exit status: 0 done, 1 bad data or a file that cannot be read or written, 2 wrong usage.  Messages go to standard
 * error.  Standard output is written at the end, up to 64 MB: program_fail, program_stop and csv_fail leave nothing of it.
 * No program calls setlocale, so that numbers are read and printed in the C locale. */
#ifndef EXAMPLES_PROGRAM_H
#define EXAMPLES_PROGRAM_H
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

enum { PROGRAM_DATA = 1, PROGRAM_USAGE = 2 };

#ifdef __GNUC__
#define PROGRAM_FORMAT(text, first) __attribute__((format(printf, text, first)))
#else
#define PROGRAM_FORMAT(text, first)
#endif

void program_begin(int argc, char **argv, const char *help);
/* "--name VALUE" or "--name=VALUE", at most once; NULL if it is not given */
const char *program_option(const char *name);
int program_flag(const char *name); /* 1 if it is given */
/* An option's number, strictly between least and most, or whole number, from least to most; usual if it is not
 * given. */
double program_number(const char *name, double usual, double least, double most);
uint64_t program_whole(const char *name, uint64_t usual, uint64_t least, uint64_t most);
/* A word that an option may have, and what it stands for. */
typedef struct program_word {
    const char *name;
    int32_t value;
} program_word;
/* What the first length letters of given stand for; the program ends with 2 if they are none of n words. */
int32_t program_word_value(const char *option, const char *given, size_t length, size_t n, const program_word *words);
/* The remaining operands, between least and most of them; to be called after all options were asked for. */
size_t program_operands(size_t least, size_t most, char ***operand);
int program_end(void);

/* Prints a line of a message to standard error.  Control characters, which may come from a file or a name, appear as
 * \xNN, so that no terminal obeys them and no line is forged; a line break of the text itself is kept. */
void program_say(const char *text, ...) PROGRAM_FORMAT(1, 2);
void program_say_list(const char *text, va_list list);
_Noreturn void program_fail(int status, const char *text, ...) PROGRAM_FORMAT(2, 3); /* prints "name: text" */
_Noreturn void program_stop(int status, char *words);                                /* prints words, which it frees */
/* Zeroed memory; the program exits with 1 if there is none. count * size must not overflow; 0 gives a block too. */
void *program_memory(size_t count, size_t size);

void program_make_directory(const char *path);                     /* makes its parents too, as mkdir -p does */
int program_in_directory(const char *file, const char *directory); /* 1 if there is such a file in it */
/* Opens DIR/NAME for writing, or closes it and checks that everything was written.  Both exit with 1 on failure. */
FILE *program_create(const char *directory, const char *name);
void program_close(FILE *file, const char *name);

#endif
