/* The indicators, levels, dimensions and tracks that programmes share, with all that is known of each, as CSV. */
#include "common/csv.h"

#include <ctype.h>
#include <math.h>
#include <smartkpi.h>
#include <string.h>

static const char help[] =
    "usage: catalogue_list [--list u4ssc|gbt2016|gbt2018|opendata|tracks] [CODE]\n"
    "Prints the entries of a list, or of all lists, or those with a code, with one header for all:\n"
    "list,code,name,chinese,parent,dimension,sub_dimension,category,unit,numerator,denominator,multiplier,weight,\n"
    "direction,kind,tag,core,evidence,edition,note,source.\n"
    "\n"
    "  --list LIST  u4ssc: U4SSC, ITU-T Y.4903; gbt2016, gbt2018: GB/T 33356 and China's evaluations;\n"
    "               opendata: China Open Data Index; tracks: of the exhibition in Hangzhou, 2024\n"
    "  CODE         blanks and the case of letters do not count: \"EC: ICT: ICT: 1C\" is ec:ict:ict:1c\n"
    "  --help       print this\n"
    "\n"
    "UTF-8; an empty cell is not public, or does not apply.  core: 1 core, 0 advanced.  direction: 1 more is\n"
    "better, -1 less is, 0 neither.  evidence: read, or partly: number and letter of the code were inferred.\n"
    "Exit status: 0 success, 1 there is no such code, 2 wrong usage.\n";

static const program_word lists[] = {{"u4ssc", SKPI_CATALOGUE_LIST_U4SSC},
                                     {"gbt2016", SKPI_CATALOGUE_LIST_GBT2016},
                                     {"gbt2018", SKPI_CATALOGUE_LIST_GBT2018},
                                     {"opendata", SKPI_CATALOGUE_LIST_OPENDATA},
                                     {"tracks", SKPI_CATALOGUE_LIST_TRACKS}};
enum { LISTS = sizeof lists / sizeof *lists };

static void need(skpi_status status)
{
    if (status < 0) program_fail(PROGRAM_DATA, "%s", skpi_last_error());
}

/* The word of a choice in small letters, "group" of SKPI_CATALOGUE_KIND_GROUP; nothing for 0. */
static void put_choice(int32_t value, const char *start)
{
    char word[40] = "";
    const char *name = value ? skpi_constant_name(value) + strlen(start) : "";
    for (size_t i = 0; name[i] && i + 1 < sizeof word; i++) word[i] = (char)tolower((unsigned char)name[i]);
    csv_put_text(stdout, 0, word);
}

static void put_entry(const program_word *list, int32_t number)
{
    skpi_catalogue_entry_out e = {.size = sizeof e};
    need(skpi_catalogue_entry(list->value, number, &e));
    const char *const texts[] = {e.code,          e.name,     e.chinese, e.parent,    e.dimension,
                                 e.sub_dimension, e.category, e.unit,    e.numerator, e.denominator};
    csv_put_text(stdout, 1, list->name);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) csv_put_text(stdout, 0, texts[i]);
    csv_put_number(stdout, 0, e.multiplier);
    csv_put_number(stdout, 0, e.weight);
    csv_put_number(stdout, 0, e.direction);
    put_choice(e.kind, "SKPI_CATALOGUE_KIND_");
    put_choice(e.tag, "SKPI_CATALOGUE_TAG_");
    csv_put_number(stdout, 0, e.core == SKPI_NONE ? (double)NAN : e.core);
    put_choice(e.evidence, "SKPI_CATALOGUE_EVIDENCE_");
    csv_put_number(stdout, 0, e.edition);
    csv_put_text(stdout, 0, e.note);
    csv_put_text(stdout, 0, e.source);
    putchar('\n');
}

int main(int argc, char **argv)
{
    char **code;
    int found = 0;
    program_begin(argc, argv, help);
    const char *given = program_option("--list");
    const int32_t wanted = given ? program_word_value("--list", given, strlen(given), LISTS, lists) : 0;
    const size_t codes = program_operands(0, 1, &code);
    for (size_t l = 0; codes && l < LISTS && !found; l++) { /* before anything is printed */
        int32_t number;
        found =
            (!wanted || lists[l].value == wanted) && skpi_catalogue_find(lists[l].value, code[0], &number) == SKPI_OK;
    }
    if (codes && !found)
        program_fail(PROGRAM_DATA, "\"%s\" is not in %s%s", code[0], given ? "the list " : "any list",
                     given ? given : "");
    puts("list,code,name,chinese,parent,dimension,sub_dimension,category,unit,numerator,denominator,multiplier,weight,"
         "direction,kind,tag,core,evidence,edition,note,source");
    for (size_t l = 0; l < LISTS; l++) {
        int32_t count, number;
        if (wanted && lists[l].value != wanted) continue;
        need(skpi_catalogue_count(lists[l].value, &count));
        if (!codes)
            for (int32_t i = 0; i < count; i++) put_entry(&lists[l], i);
        else if (skpi_catalogue_find(lists[l].value, code[0], &number) == SKPI_OK)
            put_entry(&lists[l], number);
    }
    return program_end();
}
