/* Indicators that programmes share: lists with their sources, points by the part of a target that is reached, checks,
 * units. */
#ifndef SMARTKPI_CATALOGUE_H
#define SMARTKPI_CATALOGUE_H
#include <smartkpi/base.h>
#ifdef __cplusplus
extern "C" {
#endif

/** List of what a programme asks for. */
enum skpi_catalogue_list {
    SKPI_CATALOGUE_LIST_U4SSC = 13301,    /* key performance indicators of U4SSC, Recommendation ITU-T Y.4903 */
    SKPI_CATALOGUE_LIST_GBT2016 = 13302,  /* levels of GB/T 33356-2016, China's evaluation of smart cities in 2016 */
    SKPI_CATALOGUE_LIST_GBT2018 = 13303,  /* first levels of the evaluation of 2018 */
    SKPI_CATALOGUE_LIST_OPENDATA = 13304, /* dimensions of the China Open Data Index */
    SKPI_CATALOGUE_LIST_TRACKS = 13305    /* tracks of the exhibition at the Hangzhou stage of 2024 */
};
/** What an entry is. */
enum skpi_catalogue_kind {
    SKPI_CATALOGUE_KIND_RATIO = 13401,    /* multiplier x numerator / denominator */
    SKPI_CATALOGUE_KIND_NUMBER = 13402,   /* a number as it is */
    SKPI_CATALOGUE_KIND_YES_NO = 13403,   /* yes or no, perhaps partial */
    SKPI_CATALOGUE_KIND_SEVERAL = 13404,  /* several figures, as of air pollutants */
    SKPI_CATALOGUE_KIND_GROUP = 13405,    /* a level, dimension or track, which has indicators or entries */
    SKPI_CATALOGUE_KIND_DEDUCTION = 13406 /* a level whose points are taken off */
};
/** Type of an indicator, as U4SSC says it. */
enum skpi_catalogue_tag {
    SKPI_CATALOGUE_TAG_SMART = 13501,       /* smart */
    SKPI_CATALOGUE_TAG_SUSTAINABLE = 13502, /* sustainable */
    SKPI_CATALOGUE_TAG_STRUCTURAL = 13503   /* structural */
};
/** How an entry is known. */
enum skpi_catalogue_evidence {
    SKPI_CATALOGUE_EVIDENCE_READ = 13601,  /* all of it was read in a public source */
    SKPI_CATALOGUE_EVIDENCE_PARTLY = 13602 /* name and unit were read; number and letter of the code were inferred */
};
/** Count of the entries of a list.
 *
 * `list`   enum skpi_catalogue_list.
 * `count`  integer: count of entries.
 */
SKPI_CHECK skpi_status skpi_catalogue_count(int32_t list, int32_t *count);
/** Number of the entry with a code.  Blanks and the case of letters do not count: "EC: ICT: ICT: 1C" is
 * "ec:ict:ict:1c".
 *
 * `list`    enum skpi_catalogue_list.
 * `code`    text: code of the entry.
 * `number`  integer: number of the entry in the list, from 0.
 *
 * `ENOTFOUND`  code is not in the list.
 */
SKPI_CHECK skpi_status skpi_catalogue_find(int32_t list, const char *code, int32_t *number);

/** An entry.  Texts are static, in UTF-8, and "" where there is none. */
typedef struct skpi_catalogue_entry_out {
    uint32_t size, flags;
    const char *code;          /* text, static: code; where the list has none, this library's word. */
    const char *name;          /* text, static: name in this library's words; of a track as it is printed. */
    const char *chinese;       /* text, static: name in Chinese, where a source has it. */
    const char *parent;        /* text, static: code of the entry that this one is a part of. */
    const char *dimension;     /* text, static: dimension of the indicator. */
    const char *sub_dimension; /* text, static: part of the dimension. */
    const char *category;      /* text, static: part of the sub-dimension. */
    const char *unit;          /* text, static: unit of the value. */
    const char *numerator;     /* text, static: what is counted. */
    const char *denominator;   /* text, static: what it is divided by. */
    double multiplier;         /* number: factor of numerator/denominator; NaN where nothing is divided. */
    double weight;             /* share of the score of the whole list; NaN where it is not public. */
    int32_t direction;         /* integer: 1 where more is better, -1 where less is better, 0 where neither is. */
    int32_t kind;              /* enum skpi_catalogue_kind. */
    int32_t tag;               /* enum skpi_catalogue_tag; 0 = none. */
    int32_t core;              /* integer: 1 core, 0 advanced; SKPI_NONE where the list makes no difference. */
    int32_t evidence;          /* enum skpi_catalogue_evidence. */
    int32_t edition;           /* integer: year of the list, or of the source. */
    const char *note;          /* text, static: what else is to be known. */
    const char *source;        /* text, static: where the entry was read. */
} skpi_catalogue_entry_out;
/** An entry of a list: its code, names, unit, direction and public weight, how it is known and from where.
 *
 * `list`    enum skpi_catalogue_list.
 * `number`  index of the entry, from 0.
 * `out`     the entry.
 *
 * `ENOTFOUND`  number is not in the list.
 *
 * Source: of each list and entry: smartkpi_catalogue(7), out->source.
 */
SKPI_CHECK skpi_status skpi_catalogue_entry(int32_t list, int32_t number, skpi_catalogue_entry_out *out);

/** Points and scores. */
typedef struct skpi_catalogue_score_out {
    uint32_t size, flags;
    double *reached;  /* [n][m] quantity: part of the target that is reached, infinite for a value of 0 of which less is
                      * better; NaN where a figure is missing. */
    int32_t *points;  /* [n][m] integer: 1 to 4; SKPI_NONE where a figure is missing. */
    double *score;    /* [n] number from 25 to 100: points in percent of the most; NaN where there are none. */
    int32_t *counted; /* [n] integer: count of indicators with points. */
} skpi_catalogue_score_out;
/** Points of cities by the part of the target that they reach: 1 below 33 %, 2 below 66 %, 3 below 95 %, and 4 from there
 * on.  The part is value/target, or target/value where less is better.
 *
 * `n`             count of cities.
 * `m`             count of indicators.
 * `value[n][m]`   quantity; NaN = missing.
 * `target[m]`     positive; NaN = missing.
 * `direction[m]`  one of -1, 1: -1 is an indicator of which less is better; NULL = 1.
 * `out`           points and scores.
 * `status[n]`     row status.
 *
 * `WMISSING`   value is missing somewhere; target is missing of an indicator, which then has no points in any city.
 * `EOVERFLOW`  value is so far from the target that their ratio is beyond the range of a double.
 *
 * Source: United for Smart Sustainable Cities (U4SSC), factsheets of cities; that limits belong to the higher class is
 * this library's own.
 */
SKPI_CHECK skpi_status skpi_catalogue_score(size_t n, size_t m, const double *value, const double *target,
                                            const int32_t *direction, skpi_catalogue_score_out *out, int32_t *status);

/** What must hold between figures of one city. */
enum skpi_catalogue_rule {
    SKPI_CATALOGUE_RULE_WHOLE = 13101, /* parts of a whole add up to 1, to within 0.02 */
    SKPI_CATALOGUE_RULE_NESTED = 13102 /* each is at most the one before it, as levels of waste-water treatment */
};
/** Checks figures of cities that belong together.
 *
 * `n`                  count of cities.
 * `n_parts`            count of figures; at least 1.
 * `part[n][n_parts]`   share.
 * `rule`               enum skpi_catalogue_rule.
 * `status[n]`          row status.
 *
 * `EINCONSISTENT`  part breaks the rule.
 *
 * Source: ITU and U4SSC, verification manual of the key performance indicators (2022).
 */
SKPI_CHECK skpi_status skpi_catalogue_check(size_t n, size_t n_parts, const double *part, int32_t rule,
                                            int32_t *status);

/** Gas in the air. */
enum skpi_catalogue_gas {
    SKPI_CATALOGUE_GAS_NO2 = 13201, /* nitrogen dioxide */
    SKPI_CATALOGUE_GAS_SO2 = 13202, /* sulphur dioxide */
    SKPI_CATALOGUE_GAS_O3 = 13203   /* ozone */
};
/** Concentrations of a gas in micrograms per cubic metre, from parts per million.
 *
 * `n`                 count of values.
 * `ppm[n]`            quantity: parts per million.
 * `gas`               enum skpi_catalogue_gas.
 * `concentration[n]`  quantity: micrograms per cubic metre; may be ppm.
 * `status[n]`         row status.
 *
 * `EOVERFLOW`  concentration is beyond the range of a double.
 *
 * Source: ITU and U4SSC, verification manual of the key performance indicators (2022).
 */
SKPI_CHECK skpi_status skpi_catalogue_concentration(size_t n, const double *ppm, int32_t gas, double *concentration,
                                                    int32_t *status);

#ifdef __cplusplus
}
#endif
#endif
