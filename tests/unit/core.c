/* The core: words, growing structs, rows, checks, tables, basis, guard, threads. */
#include "unit/unit.h"

START_TEST(placeholder) { ck_assert_str_eq(skpi_version(), SKPI_VERSION); }
END_TEST

UNIT_MAIN("core", UNIT_CASE("version", placeholder))
