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

/* The row of the choice with this number, NULL if there is none.  Statuses, flags and numbers below SKPI__CHOICE_MIN
 * are not choices. */
enum { SKPI__CHOICE_MIN = 3101 };
const skpi__constant_row *skpi__constant_of(int32_t value);

#endif
