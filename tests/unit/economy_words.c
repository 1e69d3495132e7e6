/* The words of what contradicts an input-output table: each finding refuses or warns, and is about the same argument. */
#include "economy/iotable_words.h"
#include "unit/unit.h"

/* Each reading but CONSISTENT, and those that a power of ten adds to; both have their own words. */
START_TEST(refusals_and_warnings)
{
    for (int32_t reading = SKPI_ECONOMY_READING_TOTAL; reading <= SKPI_ECONOMY_READING_NEGATIVE_DEMAND; reading++)
        for (int power = 0; power < 2; power++) {
            skpi__iotable_finding f = {.reading = reading,
                                       .row = 3,
                                       .column = 4,
                                       .first = 1,
                                       .last = 2,
                                       .value = 7,
                                       .expected = 8,
                                       .power = power};
            skpi_error told[2] = {{.size = sizeof *told}, {.size = sizeof *told}};
            for (f.refused = 0; f.refused < 2; f.refused++) {
                ck_assert_int_eq(skpi__iotable_tell(skpi__here("skpi_test"), &f, NULL),
                                 f.refused ? SKPI_EINCONSISTENT : SKPI_WUNUSUAL);
                ck_assert_int_eq(skpi_last_error_get(&told[f.refused]), SKPI_OK);
                ck_assert(told[f.refused].value == 7);
                ck_assert_ptr_nonnull(strstr(skpi_last_error(), told[f.refused].name));
            }
            ck_assert_str_eq(told[0].name, told[1].name);
            f.refused = 0;
            ck_assert_int_eq(skpi__iotable_tell(skpi__here("skpi_test"), &f, "table"), SKPI_WUNUSUAL);
        }
    ck_assert_int_eq(skpi__iotable_tell(skpi__here("skpi_test"),
                                        &(skpi__iotable_finding){.reading = SKPI_ECONOMY_READING_CONSISTENT}, NULL),
                     SKPI_OK);
}
END_TEST

UNIT_MAIN("economy_words", UNIT_CASE("words", refusals_and_warnings))
