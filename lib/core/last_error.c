/* This thread's last failure, for programs. */
#include "core/error.h"
#include "core/struct.h"
#include "core/thread_record.h"

skpi_status skpi_last_error_get(skpi_error *error)
{
    skpi__error_record last;
    skpi_error mine;
    skpi_status s = SKPI__STRUCT(skpi__here(__func__), error, 0, &mine);
    if (s) return s;
    skpi__error_save(&last);
    mine = last.error;
    if (!mine.function) mine = (skpi_error){.row = -1, .column = -1, .value = (double)NAN, .function = "", .name = ""};
    SKPI__STRUCT_WRITE(error, &mine);
    return SKPI_OK;
}
