/* Tables behind skpi_constant and skpi_struct_size, made from the headers (lib/interface/make.py). */
#ifndef SKPI_CORE_CONSTANTS_H
#define SKPI_CORE_CONSTANTS_H
#include <stddef.h>
#include <stdint.h>

typedef struct skpi__constant_row {
    const char *name, *tag;
    int64_t value;
} skpi__constant_row; /* sorted by name */
typedef struct skpi__struct_row {
    const char *name;
    size_t size;
} skpi__struct_row; /* sorted by name */

extern const skpi__constant_row skpi__constants[];
extern const size_t skpi__n_constants;
extern const skpi__struct_row skpi__structs[];
extern const size_t skpi__n_structs;

/* The row of a choice by its number, NULL if no choice has it; statuses, flags and what is below SKPI__CHOICE_MIN are
 * no choices. */
enum { SKPI__CHOICE_MIN = 3101 };
const skpi__constant_row *skpi__constant_of(int32_t value);

#endif
