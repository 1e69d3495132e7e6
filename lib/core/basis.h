/* Bases of figures, read and joined. */
#ifndef SKPI_CORE_BASIS_H
#define SKPI_CORE_BASIS_H
#include "core/struct.h"

/* Reads a basis.  It checks the frame (ESTRUCT), and that each member that is a choice is 0 or one of its constants
 * (EINVAL).  For a basis that the call fills, SKPI__STRUCT_OR_NULL checks the frame alone. */
skpi_status skpi__basis_take(skpi__at at, const skpi__struct_names *names, const skpi_basis *given, int needed,
                             skpi_basis *copy);
/* The basis of a table, which was checked with it, in this library's size; NULL states nothing. */
skpi_basis skpi__basis_of(const skpi_basis *given);
/* skpi_basis_join for two tables.  A NULL basis states nothing; joined has this library's size. */
skpi_status skpi__join(skpi__at at, const char *name_a, const skpi_basis *a, const char *name_b, const skpi_basis *b,
                       skpi_basis *joined);

#endif
