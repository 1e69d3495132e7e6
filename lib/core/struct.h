/* Structs that grow: first size, then flags.
 *
 * SKPI__STRUCT_OR_NULL(at, options, known_flags, &copy) reads the caller's struct into one of this library's size.
 * Members that a shorter struct lacks are 0, bytes beyond this library's size must be 0, and a NULL pointer gives a
 * struct of zeros.  ESTRUCT: the size is below 8 or above 4096, a flag is unknown, or unknown bytes are not 0.
 * SKPI__STRUCT is the same for a struct that must not be NULL (EINVAL).  Members that fill a hole must be 0:
 * skpi__reserved checks them.  A struct that is itself a result is written by SKPI__STRUCT_WRITE(basis, &own), after
 * SKPI__STRUCT or SKPI__STRUCT_OR_NULL has accepted it.
 */
#ifndef SKPI_CORE_STRUCT_H
#define SKPI_CORE_STRUCT_H
#include "core/error.h"

typedef struct skpi__struct_names {
    const char *self, *size, *flags;
} skpi__struct_names;

skpi_status skpi__struct_read(skpi__at at, const skpi__struct_names *names, const void *given, size_t known,
                              uint32_t known_flags, int needed, void *copy);
/* Copies own, which has this library's size, into the caller's struct; the caller's size limits the copy and is
 * kept. */
void skpi__struct_write(void *given, const void *own, size_t known);
/* A member that fills a hole is 0, else ESTRUCT. */
skpi_status skpi__reserved(skpi__at at, const char *name, int32_t value);

#define SKPI__STRUCT_NAMES(x) (&(const skpi__struct_names){#x, #x "->size", #x "->flags"})
#define SKPI__STRUCT_OR_NULL(at, x, known_flags, copy) \
    skpi__struct_read((at), SKPI__STRUCT_NAMES(x), (x), sizeof *(copy), (known_flags), 0, (copy))
#define SKPI__STRUCT(at, x, known_flags, copy) \
    skpi__struct_read((at), SKPI__STRUCT_NAMES(x), (x), sizeof *(copy), (known_flags), 1, (copy))
#define SKPI__STRUCT_WRITE(x, own) skpi__struct_write((x), (own), sizeof *(own))

#endif
