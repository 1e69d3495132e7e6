/* Bases of figures, read and joined. */
#ifndef SKPI_CORE_BASIS_H
#define SKPI_CORE_BASIS_H
#include "core/struct.h"

/* A meaning that is read: its frame (ESTRUCT), and each member that is a choice 0 or one (EINVAL).  One that is filled
 * needs its frame alone: SKPI__STRUCT_OR_NULL. */
skpi_status skpi__basis_take(skpi__at at, const skpi__struct_names *names, const skpi_basis *given, int needed,
                             skpi_basis *copy);
/* skpi_basis_join for two tables: NULL bases are unstated; joined has this library's size. */
skpi_status skpi__join(skpi__at at, const char *name_a, const skpi_basis *a, const char *name_b, const skpi_basis *b,
                       skpi_basis *joined);

#endif
