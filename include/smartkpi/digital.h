/* The digital economy: its share of GDP by definition, totals from parts, series spliced, growth.  Money is in the
 * caller's unit, one unit in a call; shares are fractions. */
#ifndef SMARTKPI_DIGITAL_H
#define SMARTKPI_DIGITAL_H
#include <smartkpi/base.h>
#include <smartkpi/economy.h>
#ifdef __cplusplus
extern "C" {
#endif

/** What is counted as digital. */
enum skpi_digital_definition {
    SKPI_DIGITAL_DEFINITION_DIRECT = 7101,      /* sectors that are digital as a whole */
    SKPI_DIGITAL_DEFINITION_COEFFICIENT = 7102, /* part of the value added of each sector */
    SKPI_DIGITAL_DEFINITION_NBS_CORE = 7103,    /* core industries of China's statistical classification 2021 */
    SKPI_DIGITAL_DEFINITION_CAICT = 7104,       /* digital industries and the digitalisation of others */
    SKPI_DIGITAL_DEFINITION_SATELLITE = 7105,   /* a satellite account: what each commodity has of digital */
    SKPI_DIGITAL_DEFINITION_ADB = 7106,         /* the input-output framework of the Asian Development Bank */
    SKPI_DIGITAL_DEFINITION_OECD = 7107,        /* digital industries of digital supply and use tables */
    SKPI_DIGITAL_DEFINITION_OTHER = 7108        /* stated by its source, under no definition above */
};

/* ---- shares ---- */

/** Shares of the digital economy in GDP.
 *
 * `digital`      table of quantity: value added of the digital economy; NaN = missing.
 * `gdp`          table of divisor, in the same unit; NaN = missing.
 * `share[n][m]`  share of the digital economy; NaN where either is missing; may be digital->value, gdp->value.
 * `basis`        what the shares mean: the stated members of both; NULL = not wanted.
 * `status[n]`    row status.
 *
 * `WMISSING`       a value is missing.
 * `EINCONSISTENT`  gdp->n is not digital->n; gdp->m is not digital->m; gdp->year is not digital->year.
 * `EDEFMIX`        gdp->basis and digital->basis state different things.
 * `ERANGE`         digital->value is above gdp->value.
 */
SKPI_CHECK skpi_status skpi_digital_share(const skpi_table *digital, const skpi_table *gdp, double *share,
                                          skpi_basis *basis, int32_t *status);

/** Shares by several definitions. */
typedef struct skpi_digital_compare_out {
    uint32_t size, flags;
    double *share;       /* [n_definitions][n][m] share; NaN where a figure is missing. */
    int32_t *definition; /* [n_definitions] enum skpi_digital_definition; 0 = unstated. */
    double *low, *high;  /* [n][m] share: the smallest and the largest definition; NaN where none is known. */
} skpi_digital_compare_out;
/** Shares of the digital economy by several definitions side by side: each with the GDP of its own vintage.
 *
 * `n_definitions`           count of definitions; at least 1.
 * `digital[n_definitions]`  table of quantity, as in skpi_digital_share; all on the axes of the first; NaN = missing.
 * `gdp[n_definitions]`      table of divisor; NaN = missing.
 * `out`                     shares, and the span of the definitions, which is no interval around a truth.
 * `status[n_definitions]`   row status.
 *
 * `WMISSING`       a value is missing.
 * `EINVAL`         digital->basis->definition is none of the digital economy.
 * `EDUPLICATE`     digital->basis->definition is there twice in one classification, vintage and revision.
 * `EINCONSISTENT`  the tables differ in places or years.
 * `EDEFMIX`        gdp->basis and digital->basis state different things.
 * `ERANGE`         digital->value is above gdp->value.
 *
 * A fault of a table's frame or axes fails the call, because the outputs have their shape: it is no row status.
 */
SKPI_CHECK skpi_status skpi_digital_compare(size_t n_definitions, const skpi_table *const *digital,
                                            const skpi_table *const *gdp, skpi_digital_compare_out *out,
                                            int32_t *status);

/** Sectors of n places, and how much of each is digital. */
typedef struct skpi_digital_coefficient_in {
    uint32_t size, flags;
    size_t n;                        /* count of places. */
    size_t n_sectors;                /* count of sectors of each place; at least 1. */
    const double *value_added;       /* [n][n_sectors] number: value added of each sector. */
    const double *weight;            /* [n][n_sectors] quantity: part of the sector that is meant; NULL = 1. */
    const double *coefficient;       /* [n][n_sectors] share of that part that is digital. */
    const double *coefficient_error; /* [n][n_sectors] quantity: its standard error; NULL = 0. */
    const double *gdp;               /* [n] divisor, in the unit of value_added. */
} skpi_digital_coefficient_in;
/** Errors of the coefficients, and what is told of the shares. */
typedef struct skpi_digital_coefficient_options {
    uint32_t size, flags;
    double coverage;    /* number in (0,1): coverage of low and high; 0 = 0.8. */
    double correlation; /* number in [-1,1]: correlation of any two coefficients of a place. */
    size_t n_prob;      /* count of quantiles; 0 = none. */
    const double *prob; /* [n_prob] probability of each quantile, in any order. */
} skpi_digital_coefficient_options;
/** Shares, and how certain they are. */
typedef struct skpi_digital_coefficient_out {
    uint32_t size, flags;
    double *share;      /* [n] share of the digital economy; may be in->gdp. */
    double *error;      /* [n] quantity: standard error of the share. */
    double *low, *high; /* [n] number: ends of the interval of a normal distribution, not cut at 0 and 1. */
    double *quantile;   /* [n][n_prob] number: quantiles, where independent coefficients have Beta distributions. */
} skpi_digital_coefficient_out;
/** Share of the digital economy where sectors are digital in part: the sum of value_added x weight x coefficient, over
 * GDP.
 *
 * `in`         sectors: value_added, coefficient and gdp of each place; perhaps weight and coefficient_error.
 * `options`    coverage, correlation, probabilities; NULL = 0.8, no correlation, no quantiles.
 * `out`        shares with their standard errors, intervals and quantiles, without random draws.
 * `status[n]`  row status.
 *
 * `WNOTCONVERGED`  quantiles are off by up to a thousandth of the range: few coefficients are uncertain, near 0 or 1.
 * `ENODATA`        options->n_prob is 0 although out->quantile is given.
 * `ERANGE`         in->value_added of all digital parts together is negative, or more than in->gdp.
 * `EDOM`           in->coefficient_error squared is not less than c (1 - c), c the coefficient: no fraction varies so
 *                  much; options->correlation cannot hold between so many uncertain coefficients at once;
 *                  options->correlation differs from 0, and quantiles are wanted.
 * `EOVERFLOW`      out->share or another result is beyond the range of a double.
 *
 * Source: Xu and Zhang, China Industrial Economics 2020(5), for the coefficients; Davies, Biometrika 60 (1973) 415, for
 * the quantiles.
 */
SKPI_CHECK skpi_status skpi_digital_coefficient(const skpi_digital_coefficient_in *in,
                                                const skpi_digital_coefficient_options *options,
                                                skpi_digital_coefficient_out *out, int32_t *status);

/** A satellite account. */
typedef struct skpi_digital_satellite_out {
    uint32_t size, flags;
    double *ratio; /* [n_industries] share of digital commodities in what the industry makes; 0 if it makes nothing. */
    double *digital; /* [n_industries] number: ratio x value added; may be value_added. */
    double *total;   /* number: sum of digital. */
    double *gdp;     /* number: sum of value added. */
    double *share;   /* share: total/gdp. */
} skpi_digital_satellite_out;
/** Satellite account: the digital share of each commodity, given to the industries by what they make.
 *
 * `n_industries`                       count of industries; at least 1.
 * `n_commodities`                      count of commodities; at least 1.
 * `make[n_industries][n_commodities]`  number: what each industry makes of each commodity.
 * `commodity_share[n_commodities]`     share of the commodity that is digital.
 * `value_added[n_industries]`          number: value added of the industry.
 * `out`                                digital value added of each industry and of all.
 *
 * `EZERODIV`       make of an industry adds up to 0, and it has value added or sells; value_added adds up to 0.
 * `ERANGE`         make has negative cells, by which a ratio is no fraction; value_added of all is negative; out->share
 *                  comes out as no fraction.
 * `EINCONSISTENT`  make has a total among its industries or commodities.
 * `EOVERFLOW`      make of an industry adds up to more than a double holds; out->total does; out->gdp does.
 *
 * Source: Barefoot, Curtis, Jolliff, Nicholson and Omohundro, Defining and Measuring the Digital Economy, Bureau of
 * Economic Analysis (2018).
 */
SKPI_CHECK skpi_status skpi_digital_satellite(size_t n_industries, size_t n_commodities, const double *make,
                                              const double *commodity_share, const double *value_added,
                                              skpi_digital_satellite_out *out);

/** Terms of the framework of the Asian Development Bank, in the money of the table. */
typedef struct skpi_digital_adb_out {
    uint32_t size, flags;
    double *gdp;                /* number: value added of all sectors. */
    double *direct;             /* number: value added of the digital sectors. */
    double *backward;           /* number: value added anywhere, in final demand for digital products. */
    double *forward;            /* number: value added of the digital sectors, in any final demand. */
    double *double_count;       /* number: what both have, as published: each digital sector by itself. */
    double *double_count_exact; /* number: what both have, deliveries of digital sectors to each other included. */
    double *investment;         /* number: value added of other sectors, in what digital industries invest. */
    double *published;          /* number: backward + forward - double_count + investment. */
    double *exact;              /* number: backward + forward - double_count_exact + investment. */
    double *share_direct;       /* number: direct/gdp. */
    double *share_published;    /* number: published/gdp. */
    double *share_exact;        /* number: exact/gdp. */
} skpi_digital_adb_out;
/** The digital economy in an input-output table, by the framework of the Asian Development Bank.
 *
 * `table`                         the table.
 * `digital[table->n_sectors]`     flag: 1 for a digital sector.
 * `investment[table->n_sectors]`  share of the final demand for its product that digital industries buy as fixed
 *                                 investment; NULL = 0.
 * `out`                           terms of the framework; without double_count, published and share_published it is
 *                                 faster.
 *
 * `EZERODIV`       out->gdp comes out 0.
 * `ERANGE`         out->gdp comes out negative.
 * `EINCONSISTENT`  out->gdp is more than 1 % off the value added in final demand: the table does not add up.
 * `EOVERFLOW`      out->backward or another term is beyond the range of a double.
 * `ENOMEM`         not enough memory to solve.
 *
 * Source: Asian Development Bank, Capturing the Digital Economy (2021), chapter 2; the exact double count is this
 * library's own.
 */
SKPI_CHECK skpi_status skpi_digital_adb(const skpi_economy_iotable *table, const int32_t *digital,
                                        const double *investment, skpi_digital_adb_out *out);

/** Figures of one place and year, all money in one unit.  A definition is computed if any of its own figures is given,
 * and then it must be complete. */
typedef struct skpi_digital_definitions_in {
    uint32_t size, flags;
    double gdp;              /* divisor of all but SATELLITE and ADB, whose tables have their own; 0 = not known. */
    double correlation;      /* number in [-1,1]: correlation of any two coefficients. */
    const skpi_basis *basis; /* what all money means, its definition 0: the definitions differ; NULL = unstated. */

    size_t n_sectors;                /* count of sectors, for DIRECT and COEFFICIENT; 0 = none. */
    const double *value_added;       /* [n_sectors] number: value added of each; NULL = none. */
    const int32_t *digital;          /* [n_sectors] flag: 1 for a digital sector: DIRECT; NULL = none. */
    const double *weight;            /* [n_sectors] quantity: part of the sector that is meant; NULL = 1. */
    const double *coefficient;       /* [n_sectors] share of that part that is digital: COEFFICIENT; NULL = none. */
    const double *coefficient_error; /* [n_sectors] quantity: its standard error; NULL = 0. */

    size_t n_industries, n_commodities; /* count of industries, of commodities, for SATELLITE; 0 = none. */
    const double *make;                 /* [n_industries][n_commodities] number: what each makes; NULL = none. */
    const double *commodity_share;      /* [n_commodities] share of each that is digital; NULL = none. */
    const double *industry_value_added; /* [n_industries] number: value added of each; NULL = none. */

    const skpi_economy_iotable *table; /* the table, for ADB; NULL = none. */
    const int32_t *table_digital;      /* [table->n_sectors] flag: 1 for a digital sector; NULL = none. */
    const double *table_investment;    /* [table->n_sectors] share of the final demand for its product that digital
                                          industries buy as fixed investment; NULL = 0. */

    size_t n_core_parts;      /* count of parts, for NBS_CORE; 0 = none. */
    const double *core_part;  /* [n_core_parts] quantity: categories 01 to 04, or their sum; NULL = none. */
    size_t n_broad_parts;     /* count of parts, for CAICT; 0 = none. */
    const double *broad_part; /* [n_broad_parts] quantity: digital industries, digitalisation; NULL = none. */
    size_t n_oecd_parts;      /* count of parts, for OECD; 0 = none. */
    const double *oecd_part;  /* [n_oecd_parts] quantity: digital industries; NULL = none. */
    size_t zero;              /* 0. */
} skpi_digital_definitions_in;
/** The definitions that were computed, in the order of the enum; what lies behind count is not written. */
typedef struct skpi_digital_definitions_out {
    uint32_t size, flags;
    size_t n_definitions;    /* room of the arrays of definitions. */
    int32_t *count;          /* integer: definitions computed. */
    int32_t *definition;     /* [n_definitions] enum skpi_digital_definition. */
    double *value;           /* [n_definitions] number: value added of the digital economy. */
    double *gdp;             /* [n_definitions] number: the GDP below it. */
    double *share;           /* [n_definitions] number: value/gdp. */
    double *error;           /* [n_definitions] quantity: standard error of the share; NaN where none is known. */
    double *published;       /* number: ADB with its double count as published; NaN without ADB. */
    double *share_published; /* number: the same over the GDP of its table; NaN without ADB. */
    double *low, *high;      /* number: the smallest and the largest share, which is no interval around a truth. */
    skpi_basis *basis;       /* what the money means. */
} skpi_digital_definitions_out;
/** The digital economy of one place and year by every definition that its figures allow.
 *
 * `in`   GDP, and the figures of each definition that is wanted.
 * `out`  each definition: value added, GDP and share.
 *
 * `EINVAL`         in->basis->definition differs from 0; in->value_added is NULL although in->n_sectors is given;
 *                  in->digital is NULL, and so is in->coefficient, although there are sectors; in->coefficient is NULL
 *                  although in->weight is given; in->coefficient is NULL although in->coefficient_error is given;
 *                  in->make is NULL although in->n_industries is given; in->commodity_share is NULL although in->make
 *                  is given; in->industry_value_added is NULL although in->make is given; in->table is NULL although
 *                  in->table_digital is given; in->table is NULL although in->table_investment is given;
 *                  in->table_digital is NULL although in->table is given; in->core_part is NULL although
 *                  in->n_core_parts is given; in->broad_part is NULL although in->n_broad_parts is given; in->oecd_part
 *                  is NULL although in->n_oecd_parts is given.
 * `ENODATA`        in has the figures of no definition; in->n_sectors is 0 although in->value_added is given;
 *                  in->n_industries is 0 although in->make is given; in->n_commodities is 0 although in->make is given;
 *                  in->n_core_parts is 0 although in->core_part is given; in->n_broad_parts is 0 although
 *                  in->broad_part is given; in->n_oecd_parts is 0 although in->oecd_part is given.
 * `EBUFFER`        out->n_definitions is less than the definitions computed, and an array is given.
 * `EZERODIV`       in->gdp is 0 although in->value_added is given; in->gdp is 0 although in->core_part is given;
 *                  in->gdp is 0 although in->broad_part is given; in->gdp is 0 although in->oecd_part is given;
 *                  in->make of an industry adds up to 0, and it has value added or sells; in->industry_value_added adds
 *                  up to 0; out->gdp of in->table comes out 0.
 * `ERANGE`         in->value_added of the digital sectors, or parts, is negative or more than in->gdp; in->core_part
 *                  adds up to more than in->gdp; in->broad_part does; in->oecd_part does; in->make has negative cells,
 *                  by which a ratio is no fraction; in->industry_value_added of all is negative; out->gdp of in->table
 *                  comes out negative.
 * `EDOM`           in->coefficient_error squared is not less than c (1 - c), c the coefficient; in->correlation cannot
 *                  hold between so many uncertain coefficients at once.
 * `EINCONSISTENT`  in->gdp is less than half, or more than twice, the value added in the tables (units?); in->make has
 *                  a total among its industries or commodities; out->gdp of in->table is more than 1 % off the value
 *                  added in its final demand.
 * `EOVERFLOW`      out->value or another result is beyond the range of a double.
 * `ENOMEM`         not enough memory to solve in->table.
 *
 * Source: of each definition, its own function.
 */
SKPI_CHECK skpi_status skpi_digital_definitions(const skpi_digital_definitions_in *in,
                                                skpi_digital_definitions_out *out);

/* ---- parts ---- */

/** Totals and their parts. */
typedef struct skpi_digital_sum_of_parts_out {
    uint32_t size, flags;
    double *total;      /* [n][m] quantity: sum of the parts; NaN where one is missing. */
    double *difference; /* [n][m] number: total less the stated one; NaN where either is missing. */
    double *mix;        /* [n_parts][n][m] share of each part in the total; NaN where the total is 0 or missing. */
    skpi_basis *basis;  /* what the totals mean: the stated members of all tables. */
} skpi_digital_sum_of_parts_out;
/** A total from its parts, held against the published one: the NBS core is the sum of the categories 01 to 04, the
 * broad definition of the CAICT that of two parts.
 *
 * `n_parts`        count of parts; at least 1.
 * `part[n_parts]`  table of quantity: value added of each part; all on the axes of the first; NaN = missing.
 * `stated`         table of quantity: the total published with them, on the same axes; NaN = missing; NULL = none.
 * `digit`          quantity: one unit of the last digit that the figures are printed with; 0 = they are exact.
 * `out`            totals, and the mix of parts.
 * `status[n]`      row status.
 *
 * `WMISSING`       a value is missing.
 * `EINCONSISTENT`  the tables differ in places or years; stated->value is further from the sum of its parts than
 *                  rounding can explain: more than (n_parts + 1)/2 digits.
 * `EDEFMIX`        part->basis states something else than an earlier part; stated->basis states something else than the
 *                  parts.
 * `EOVERFLOW`      out->total is beyond the range of a double.
 *
 * Source: National Bureau of Statistics of China, Statistical Classification of the Digital Economy and Its Core
 * Industries (2021).
 */
SKPI_CHECK skpi_status skpi_digital_sum_of_parts(size_t n_parts, const skpi_table *const *part,
                                                 const skpi_table *stated, double digit,
                                                 skpi_digital_sum_of_parts_out *out, int32_t *status);

/** What is found of a cell. */
enum skpi_digital_label {
    SKPI_DIGITAL_LABEL_ADDS_UP = 7201, /* the parts add up to the ordinary figure */
    SKPI_DIGITAL_LABEL_FAILS = 7202,   /* they do not, by more than rounding */
    SKPI_DIGITAL_LABEL_IMPLIED = 7203, /* one figure is missing and follows from the others */
    SKPI_DIGITAL_LABEL_UNKNOWN = 7204  /* more figures are missing, or the cell has no parts */
};
/** What is found of each cell.  The table passes if all cells add up. */
typedef struct skpi_digital_oecd_check_out {
    uint32_t size, flags;
    int32_t *label;     /* [n_cells] enum skpi_digital_label. */
    double *residual;   /* [n_cells] number: sum of the parts less the ordinary figure; NaN where a figure is missing;
                            may be ordinary. */
    double *implied;    /* [n_cells] number: the missing figure; NaN where it does not follow; may be ordinary. */
    int32_t *n_adds_up; /* integer: cells that add up. */
    int32_t *n_fails;   /* integer: cells that do not. */
    int32_t *n_implied; /* integer: cells with an implied figure. */
    int32_t *n_unknown; /* integer: all other cells. */
} skpi_digital_oecd_check_out;
/** Whether the parts of digital supply and use tables add up to the ordinary tables, cell by cell.
 *
 * `n_cells`            count of cells of the ordinary table; at least 1.
 * `n_parts`            count of parts, of all cells together.
 * `ordinary[n_cells]`  number: figures of the ordinary table; NaN = missing.
 * `part[n_parts]`      number: figures of the digital table, in any order; NaN = missing.
 * `cell[n_parts]`      index of the cell to which each part belongs.
 * `tolerance`          quantity: of each part, half a unit of its last digit; 0 = they are exact.
 * `out`                labels, residuals and implied figures.
 *
 * `WMISSING`   a figure is missing, or a cell has no parts.
 * `ENOTFOUND`  cell is not in the ordinary table.
 * `EOVERFLOW`  part of one cell adds up to more than a double holds.
 *
 * Source: OECD, Handbook on Compiling Digital Supply and Use Tables (2023).
 */
SKPI_CHECK skpi_status skpi_digital_oecd_check(size_t n_cells, size_t n_parts, const double *ordinary,
                                               const double *part, const int32_t *cell, double tolerance,
                                               skpi_digital_oecd_check_out *out);

/** Name of a class of the Statistical Classification of the Digital Economy 2021; static text, NULL = no such class.
 *
 * `code`     text: category "01" to "05" or class "0101" to "0509"; 01 to 04 are the core industries.
 * `chinese`  flag: 0 for the English name, 1 for the official Chinese one (UTF-8).
 *
 * Source: National Bureau of Statistics of China, Statistical Classification of the Digital Economy and Its Core
 * Industries (2021), order no. 33; the English names are this library's own.
 */
SKPI_API const char *skpi_digital_nbs_class_name(const char *code, int32_t chinese);

/* ---- change ---- */

/** How two series of unlike meaning are joined. */
enum skpi_digital_splice_method {
    SKPI_DIGITAL_SPLICE_METHOD_FIRST = 7301,     /* factor: new over old in the first year that both know */
    SKPI_DIGITAL_SPLICE_METHOD_LAST = 7302,      /* factor: the same in the last such year */
    SKPI_DIGITAL_SPLICE_METHOD_SUMS = 7303,      /* factor: the quotient of the sums over all such years */
    SKPI_DIGITAL_SPLICE_METHOD_DIFFERENCE = 7304 /* new less old in the first such year is added: growth is not kept */
};
/** Flags of a splice. */
enum skpi_digital_splice_flag {
    SKPI_DIGITAL_SPLICE_FLAG_SHARES = 1 /* all figures are fractions in [0,1] */
};
/** How two series are joined. */
typedef struct skpi_digital_splice_options {
    uint32_t size, flags; /* flags: enum skpi_digital_splice_flag. */
    int32_t method;       /* enum skpi_digital_splice_method; 0 = SKPI_DIGITAL_SPLICE_METHOD_FIRST. */
    int32_t zero;         /* 0. */
} skpi_digital_splice_options;
/** A joined series, and what joins it. */
typedef struct skpi_digital_splice_out {
    uint32_t size, flags;
    double *value;      /* [n][m] number: the newer where it is known, else the older linked, also in gaps; NaN where
                           neither is known; may be table0->value, table1->value. */
    int32_t *linked;    /* [n][m] flag: 1 where it is the older linked. */
    double *factor;     /* [n] number: by which the older is multiplied; of DIFFERENCE, what is added. */
    double *low, *high; /* [n] number: range of newer over older in the years that both know; NaN if the older is 0. */
    int32_t *overlap;   /* [n] integer: years that both know. */
    skpi_basis *basis;  /* what the series means: as the newer, with SKPI_BASIS_FLAG_LINKED. */
} skpi_digital_splice_out;
/** Joins a series of an older meaning to one of a newer by what both say of the same years.
 *
 * `table0`     table of number: the older series; NaN = missing.
 * `table1`     table of number: the newer one, on the same axes; NaN = missing.
 * `options`    method, and whether the figures are shares; NULL = the first common year, any figures.
 * `out`        the joined series.
 * `status[n]`  row status.
 *
 * `WMISSING`       a year is missing in both.
 * `ENODATA`        table1->value and table0->value are known in no common year.
 * `EINCONSISTENT`  table1->n is not table0->n; table1->m is not table0->m; table1->year is not table0->year.
 * `EDEFMIX`        table1->basis has other prices, currency, scale or warming potentials than table0->basis, and the
 *                  method is DIFFERENCE.
 * `ERANGE`         table0->value or table1->value is no fraction, or becomes none when it is linked, although
 *                  SKPI_DIGITAL_SPLICE_FLAG_SHARES is set.
 * `EZERODIV`       table0->value by which is divided is 0.
 * `EDOM`           table1->value over table0->value is not above 0, and so no factor.
 * `EOVERFLOW`      out->factor is beyond the range of a double; out->value is.
 *
 * Source: System of National Accounts 2008, chapter 15.
 */
SKPI_CHECK skpi_status skpi_digital_splice(const skpi_table *table0, const skpi_table *table1,
                                           const skpi_digital_splice_options *options, skpi_digital_splice_out *out,
                                           int32_t *status);

/** Changes per step, from each year of the tables to the next; NaN where one of the figures is missing. */
typedef struct skpi_digital_growth_contribution_out {
    uint32_t size, flags;
    double *contribution; /* [n][m - 1] number: change of the digital economy over the earlier GDP, a fraction. */
    double *rate;         /* [n][m - 1] number: change of the digital economy over that of GDP, a fraction. */
    double *share_change; /* [n][m - 1] number: later share less earlier share. */
} skpi_digital_growth_contribution_out;
/** What the digital economy, or a part of it, adds to the growth of GDP, and how its share changes.
 *
 * `digital`    table of quantity: value added of the digital economy in two years or more; NaN = missing.
 * `gdp`        table of divisor, in the same unit and of one vintage; NaN = missing.
 * `out`        contributions to growth, change of the share.
 * `status[n]`  row status.
 *
 * `WMISSING`       a value is missing.
 * `WUNUSUAL`       digital->year has steps of several lengths in a row: changes are per step, those of longer ones larger.
 * `ENODATA`        digital->m is below 2.
 * `EINCONSISTENT`  gdp->n is not digital->n; gdp->m is not digital->m; gdp->year is not digital->year.
 * `EDEFMIX`        gdp->basis and digital->basis state different things.
 * `ERANGE`         digital->value is above gdp->value.
 * `EZERODIV`       gdp->value does not change from one year to the next, and out->rate is wanted.
 * `EOVERFLOW`      out->contribution is beyond the range of a double; out->rate is.
 */
SKPI_CHECK skpi_status skpi_digital_growth_contribution(const skpi_table *digital, const skpi_table *gdp,
                                                        skpi_digital_growth_contribution_out *out, int32_t *status);
#ifdef __cplusplus
}
#endif
#endif
