/* The public stream: what skpi_ensemble_draw gives is the stream's, any part of it; what it refuses.  That the stream is
 * what its page says is tested in Python, python_stream.py. */
#include "unit/unit.h"
#include <random/stream.h>

enum { MOST = 5 * SKPI__BLOCK };

/* The numbers that smartkpi_ensemble(7) prints. */
START_TEST(known)
{
    double z[257];
    ck_assert_int_eq(skpi_ensemble_draw(257, 42, 0, 7, 2030, 0, 0, z), SKPI_OK);
    ck_assert_double_eq(z[0], -0x1.f921ec1669cd5p-3);
    ck_assert_double_eq(z[1], -0x1.f6911f69f302dp+0);
    ck_assert_double_eq(z[256], 0x1.0a36cda1e45f6p-1);
}
END_TEST

START_TEST(parts)
{
    static const size_t first[] = {0, 1, 500, 511, 512, 513, 1023, 1024}, count[] = {0, 1, 2, 511, 512, 513, 1300};
    const skpi__stream s = {UINT64_MAX, 3, 1999, UINT32_MAX, 4};
    const skpi__stream_kernel *plain = skpi__stream_kernel_at(SKPI_ENSEMBLE_DISPATCH_PLAIN);
    static double whole[MOST], part[MOST];
    for (uint64_t b = 0; b < MOST / SKPI__BLOCK; b++) {
        uint32_t word[SKPI__BLOCK];
        plain->words(&s, b, word);
        plain->normals(word, whole + b * SKPI__BLOCK);
    }
    for (size_t i = 0; i < 8; i++)
        for (size_t j = 0; j < 7; j++) {
            part[count[j]] = 77;
            ck_assert_int_eq(skpi_ensemble_draw(count[j], UINT64_MAX, 3, UINT32_MAX, 1999, 4, first[i], part), SKPI_OK);
            ck_assert(memcmp(part, whole + first[i], count[j] * sizeof *part) == 0);
            ck_assert_double_eq(part[count[j]], 77);
        }
    ck_assert_int_eq(skpi_ensemble_draw(0, 0, 0, 0, 2000, 0, SKPI__DRAWS_MAX, NULL), SKPI_OK);
}
END_TEST

START_TEST(refusals)
{
    double z[2] = {5, 5};
    ck_fails(skpi_ensemble_draw(SIZE_MAX, 0, 0, 0, 2000, 0, 0, z), SKPI_ENOMEM, "n");
    ck_fails(skpi_ensemble_draw(2, 0, -2, 0, 2000, 0, 0, z), SKPI_ERANGE, "model");
    ck_fails(skpi_ensemble_draw(2, 0, 0, UINT64_C(1) << 32, 2000, 0, 0, z), SKPI_ERANGE, "place");
    ck_fails(skpi_ensemble_draw(2, 0, 0, 0, 2401, 0, 0, z), SKPI_ERANGE, "year");
    ck_fails(skpi_ensemble_draw(2, 0, 0, 0, 2000, -1, 0, z), SKPI_ERANGE, "variable");
    ck_fails(skpi_ensemble_draw(2, 0, 0, 0, 2000, 0, SKPI__DRAWS_MAX - 1, z), SKPI_ERANGE, "first_draw");
    ck_fails(skpi_ensemble_draw(2, 0, 0, 0, 2000, 0, UINT64_MAX, z), SKPI_ERANGE, "first_draw");
    ck_fails(skpi_ensemble_draw(2, 0, 0, 0, 2000, 0, 0, NULL), SKPI_EINVAL, "normal");
    ck_assert(z[0] == 5 && z[1] == 5);
}
END_TEST

UNIT_MAIN("ensemble_draw", UNIT_CASE("draw", known, parts, refusals))
