/* The digital economy: its share of GDP by definition, totals from parts, spliced series, growth.  Money is in the
 * caller's unit, the same throughout a call.  Shares are fractions. */
#ifndef SMARTKPI_DIGITAL_H
#define SMARTKPI_DIGITAL_H
#include <smartkpi/base.h>
#include <smartkpi/economy.h>
#include <smartkpi/ensemble.h>
#ifdef __cplusplus
extern "C" {
#endif

/** Definition of the digital economy. */
enum skpi_digital_definition {
    SKPI_DIGITAL_DEFINITION_DIRECT = 7101,      /* sectors that are wholly digital */
    SKPI_DIGITAL_DEFINITION_COEFFICIENT = 7102, /* a part of the value added of each sector */
    SKPI_DIGITAL_DEFINITION_NBS_CORE = 7103,    /* core industries of China's statistical classification 2021 */
    SKPI_DIGITAL_DEFINITION_CAICT = 7104,       /* digital industries, and the digitalisation of other industries */
    SKPI_DIGITAL_DEFINITION_SATELLITE = 7105,   /* a satellite account, by the digital share of each commodity */
    SKPI_DIGITAL_DEFINITION_ADB = 7106,         /* the input-output framework of the Asian Development Bank */
    SKPI_DIGITAL_DEFINITION_OECD = 7107,        /* digital industries of digital supply and use tables */
    SKPI_DIGITAL_DEFINITION_OTHER = 7108        /* the definition of a source that is none of the above */
};

/* ---- shares ---- */

/** Shares of the digital economy in GDP.
 *
 * `digital`      table of quantity: value added of the digital economy; NaN = missing.
 * `gdp`          table of divisor: GDP in the same unit; NaN = missing.
 * `share[n][m]`  share of the digital economy; NaN where either is missing; may be digital->value, gdp->value.
 * `basis`        meaning of the shares: the stated members of both tables; NULL = not wanted.
 * `status[n]`    row status.
 *
 * `WMISSING`       a value is missing.
 * `WUNUSUAL`       digital->value or gdp->value has a break in a row: a step far beyond its usual change.
 * `EINCONSISTENT`  gdp->n is not digital->n; gdp->m is not digital->m; gdp->year is not digital->year.
 * `EDEFMIX`        gdp->basis and digital->basis state different things.
 * `ERANGE`         digital->value is above gdp->value.
 */
SKPI_CHECK skpi_status skpi_digital_share(const skpi_table *digital, const skpi_table *gdp, double *share,
                                          skpi_basis *basis, int32_t *status);

/** Shares, and how far they are from the published ones. */
typedef struct skpi_digital_share_check_out {
    uint32_t size, flags;
    double *share;      /* [n][m] share digital/gdp; NaN where either is missing. */
    double *difference; /* [n][m] number: share less the published one; NaN where a figure is missing. */
    double *rounding;   /* [n][m] quantity: the largest difference that the rounding of the three figures explains; NaN
                         * where a figure is missing. */
} skpi_digital_share_check_out;
/** Published shares of the digital economy, held against the value added and the GDP that are published with them.  A
 * figure is taken to be known to half a unit of the last digit that its row shows.
 *
 * `digital`    table of quantity: value added of the digital economy; NaN = missing.
 * `gdp`        table of divisor: GDP in the same unit; NaN = missing.
 * `published`  table of share: share of GDP as published; NaN = missing.
 * `out`        shares and differences.
 * `status[n]`  row status.
 *
 * `WUNUSUAL`       published->value differs from digital->value over gdp->value by more than rounding explains.
 * `WMISSING`       a value is missing.
 * `EINCONSISTENT`  gdp->n is not digital->n; gdp->m is not digital->m; gdp->year is not digital->year; published->n is
 *                  not digital->n; published->m is not digital->m; published->year is not digital->year.
 * `EDEFMIX`        gdp->basis and digital->basis state different things; published->basis and digital->basis state
 *                  different things.
 * `ERANGE`         digital->value is above gdp->value.
 */
SKPI_CHECK skpi_status skpi_digital_share_check(const skpi_table *digital, const skpi_table *gdp,
                                                const skpi_table *published, skpi_digital_share_check_out *out,
                                                int32_t *status);

/** Shares by several definitions. */
typedef struct skpi_digital_compare_out {
    uint32_t size, flags;
    double *share;       /* [n_definitions][n][m] share; NaN where a figure is missing. */
    int32_t *definition; /* [n_definitions] enum skpi_digital_definition; 0 = unstated. */
    double *low, *high;  /* [n][m] share: the smallest and the largest share of all definitions; NaN where none is
                          * known. */
} skpi_digital_compare_out;
/** Shares of the digital economy by several definitions, each in the GDP of its own vintage.
 *
 * `n_definitions`           count of definitions; at least 1.
 * `digital[n_definitions]`  table of quantity, as in skpi_digital_share; all have the axes of the first; NaN = missing.
 * `gdp[n_definitions]`      table of divisor; NaN = missing.
 * `out`                     shares, and their range over the definitions, which is not a confidence interval.
 * `status[n_definitions]`   row status.
 *
 * `WMISSING`       a value is missing.
 * `WUNUSUAL`       digital->value or gdp->value has a break in a place: a step far beyond its usual change.
 * `EINVAL`         digital->basis->definition is no constant of enum skpi_digital_definition.
 * `EDUPLICATE`     digital->basis->definition is given twice with the same classification, vintage and revision.
 * `EINCONSISTENT`  the tables differ in places or years.
 * `EDEFMIX`        gdp->basis and digital->basis state different things.
 * `ERANGE`         digital->value is above gdp->value.
 *
 * A table whose struct or axes are wrong fails the whole call, also where row statuses are given, because the outputs
 * have the shape of the tables.
 */
SKPI_CHECK skpi_status skpi_digital_compare(size_t n_definitions, const skpi_table *const *digital,
                                            const skpi_table *const *gdp, skpi_digital_compare_out *out,
                                            int32_t *status);

/** Sectors of n places, and the digital part of each. */
typedef struct skpi_digital_coefficient_in {
    uint32_t size, flags;
    size_t n;                        /* count of places. */
    size_t n_sectors;                /* count of sectors of each place; at least 1. */
    const double *value_added;       /* [n][n_sectors] number: value added of each sector. */
    const double *weight;            /* [n][n_sectors] quantity: part of the sector that is considered; NULL = 1. */
    const double *coefficient;       /* [n][n_sectors] share of that part that is digital. */
    const double *coefficient_error; /* [n][n_sectors] quantity: standard error of coefficient; NULL = 0. */
    const double *gdp;               /* [n] divisor, in the unit of value_added. */
} skpi_digital_coefficient_in;
/** Correlation of the coefficients, coverage of the intervals, and quantiles of the shares. */
typedef struct skpi_digital_coefficient_options {
    uint32_t size, flags;
    double coverage;    /* number in (0,1): coverage of low and high; 0 = 0.8. */
    double correlation; /* number in [-1,1]: correlation of any two coefficients of a place. */
    size_t n_prob;      /* count of quantiles; 0 = none. */
    const double *prob; /* [n_prob] probability of each quantile, in any order. */
} skpi_digital_coefficient_options;
/** Shares and their uncertainty. */
typedef struct skpi_digital_coefficient_out {
    uint32_t size, flags;
    double *share;      /* [n] share of the digital economy; may be in->gdp. */
    double *error;      /* [n] quantity: standard error of the share. */
    double *low, *high; /* [n] number: ends of the interval of a normal distribution; they are not limited to [0,1]. */
    double *quantile;   /* [n][n_prob] number: quantiles of the share if coefficients are independent with Beta
                         * distributions. */
} skpi_digital_coefficient_out;
/** Share of the digital economy where sectors are partly digital: the sum of value_added x weight x coefficient, over
 * GDP.
 *
 * `in`         sectors: value_added, coefficient and gdp of each place; weight and coefficient_error may be given too.
 * `options`    coverage, correlation, probabilities; NULL = 0.8, no correlation, no quantiles.
 * `out`        shares with their standard errors, intervals and quantiles; no random numbers are drawn.
 * `status[n]`  row status.
 *
 * `WNOTCONVERGED`  quantiles may be wrong by 0.001 of the range, because few coefficients are uncertain and these are
 *                  near 0 or 1.
 * `WUNUSUAL`       in->value_added of a digital sector is the sum of all other digital sectors, of which two or more
 *                  differ from 0, but for rounding: it may be their total.
 * `ENODATA`        options->n_prob is 0 although out->quantile is given.
 * `ERANGE`         in->value_added of all digital parts together is negative, or more than in->gdp.
 * `EDOM`           in->coefficient_error squared is not less than c (1 - c), where c is the coefficient: no fraction
 *                  varies so much; options->correlation cannot hold between so many uncertain coefficients at once;
 *                  options->correlation differs from 0, and quantiles are wanted.
 * `EOVERFLOW`      out->share or another result is beyond the range of a double.
 *
 * Source: Xu and Zhang, China Industrial Economics 2020(5), for the coefficients; Davies, Biometrika 60 (1973) 415, for
 * the quantiles.
 */
SKPI_CHECK skpi_status skpi_digital_coefficient(const skpi_digital_coefficient_in *in,
                                                const skpi_digital_coefficient_options *options,
                                                skpi_digital_coefficient_out *out, int32_t *status);

/** Results of a satellite account. */
typedef struct skpi_digital_satellite_out {
    uint32_t size, flags;
    double *ratio;   /* [n_industries] share of digital commodities in the output of the industry; 0 if it has no
                    * output. */
    double *digital; /* [n_industries] number: ratio x value added; may be value_added. */
    double *total;   /* number: sum of digital. */
    double *gdp;     /* number: sum of value added. */
    double *share;   /* share: total/gdp. */
} skpi_digital_satellite_out;
/** Satellite account: distributes the digital share of each commodity to industries by their output of it.
 *
 * `n_industries`                       count of industries; at least 1.
 * `n_commodities`                      count of commodities; at least 1.
 * `make[n_industries][n_commodities]`  number: output of each commodity by each industry.
 * `commodity_share[n_commodities]`     share of the commodity that is digital.
 * `value_added[n_industries]`          number: value added of the industry.
 * `out`                                digital value added of each industry and of all.
 *
 * `EZERODIV`       make of an industry adds up to 0, and it has value added or sells; value_added adds up to 0.
 * `ERANGE`         make has negative cells, so that a ratio is no fraction; value_added of all industries together is
 *                  negative; out->share is outside [0,1].
 * `EINCONSISTENT`  make has a total among its industries or commodities.
 * `EOVERFLOW`      make of an industry adds up to more than a double holds; out->total does; out->gdp does.
 *
 * Source: Barefoot, Curtis, Jolliff, Nicholson and Omohundro, Defining and Measuring the Digital Economy, Bureau of
 * Economic Analysis (2018).
 */
SKPI_CHECK skpi_status skpi_digital_satellite(size_t n_industries, size_t n_commodities, const double *make,
                                              const double *commodity_share, const double *value_added,
                                              skpi_digital_satellite_out *out);

/** Terms of the framework of the Asian Development Bank, in the unit of the table. */
typedef struct skpi_digital_adb_out {
    uint32_t size, flags;
    double *gdp;                /* number: value added of all sectors. */
    double *direct;             /* number: value added of the digital sectors. */
    double *backward;           /* number: value added of all sectors in the final demand for digital products. */
    double *forward;            /* number: value added of the digital sectors in all final demand. */
    double *double_count;       /* number: part that backward and forward share, as published: for each digital sector
                                 * by itself. */
    double *double_count_exact; /* number: the same part with the deliveries of digital sectors to each other
                                 * included. */
    double *investment;         /* number: value added of other sectors in the fixed investment of digital
                                 * industries. */
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
 * `out`                           terms of the framework; the call is faster if double_count, published and
 *                                 share_published are not wanted.
 *
 * `WUNUSUAL`       figures of table contradict each other, as skpi_economy_iotable_new warned.
 * `EZERODIV`       out->gdp is 0.
 * `ERANGE`         out->gdp is negative.
 * `EINCONSISTENT`  out->gdp differs by more than 1 % from the value added in final demand: the table does not add up.
 * `EOVERFLOW`      out->backward or another term is beyond the range of a double.
 * `ENOMEM`         not enough memory to solve.
 *
 * Source: Asian Development Bank, Capturing the Digital Economy (2021), chapter 2; the exact double count is this
 * library's own.
 */
SKPI_CHECK skpi_status skpi_digital_adb(const skpi_economy_iotable *table, const int32_t *digital,
                                        const double *investment, skpi_digital_adb_out *out);

/** The digital economy of each region of a multi-regional table, by three ways of counting.  None of them is "the"
 * share: say which one was taken. */
typedef struct skpi_digital_adb_region_out {
    uint32_t size, flags;
    double *gdp;               /* [n_regions] number: value added of the region's sectors. */
    double *share_direct;      /* [n_regions] number: value added of its digital sectors, over gdp. */
    double *share_own_block;   /* [n_regions] number: in its own table alone, where purchases from other regions are
                                 * other inputs and sales to them final demand; NaN where that table is singular. */
    double *share_own_product; /* [n_regions] number: in the whole table, with its own digital products. */
    double *share_any_product; /* [n_regions] number: in the whole table, with the digital products of all regions. */
} skpi_digital_adb_region_out;
/** The digital economy of each region of a multi-regional input-output table: value added that the region earns as or
 * by digital products, without what digital industries invest.
 *
 * `table`                      the table; its sectors are those of all regions.
 * `n_regions`                  count of regions; at least 1.
 * `region[table->n_sectors]`   index of the region of each sector; every region has one.
 * `digital[table->n_sectors]`  flag: 1 for a digital sector.
 * `out`                        shares of the value added of each region.
 *
 * `WUNUSUAL`       figures of table contradict each other, as skpi_economy_iotable_new warned.
 * `ENOTFOUND`      region is not in 0 to n_regions - 1.
 * `ENODATA`        region leaves a region without sectors.
 * `EZERODIV`       out->gdp comes out 0.
 * `ERANGE`         out->gdp comes out negative.
 * `EINCONSISTENT`  out->gdp is more than 1 % off the region's value added in final demand: the table does not add up.
 * `EOVERFLOW`      out->share_own_product or another result is beyond the range of a double.
 * `ENOMEM`         not enough memory to solve.
 *
 * Source: Asian Development Bank, Capturing the Digital Economy (2021), chapter 2, for one economy; the three figures of
 * a region are this library's own.
 */
SKPI_CHECK skpi_status skpi_digital_adb_region(const skpi_economy_iotable *table, size_t n_regions,
                                               const int32_t *region, const int32_t *digital,
                                               skpi_digital_adb_region_out *out);

/** Figures of one place and year, with all money in one unit.  A definition is computed if any of its own figures is
 * given; then all its figures are needed. */
typedef struct skpi_digital_definitions_in {
    uint32_t size, flags;
    double gdp;              /* divisor of all definitions except SATELLITE and ADB, whose tables have their own GDP; 0
                              * = not known. */
    double correlation;      /* number in [-1,1]: correlation of any two coefficients. */
    const skpi_basis *basis; /* meaning of all money; its definition must be 0, because the definitions differ; NULL =
                              * unstated. */

    size_t n_sectors;                /* count of sectors, for DIRECT and COEFFICIENT; 0 = none. */
    const double *value_added;       /* [n_sectors] number: value added of each sector; NULL = none. */
    const int32_t *digital;          /* [n_sectors] flag: 1 for a digital sector, for DIRECT; NULL = none. */
    const double *weight;            /* [n_sectors] quantity: part of the sector that is considered; NULL = 1. */
    const double *coefficient;       /* [n_sectors] share of that part that is digital, for COEFFICIENT; NULL = none. */
    const double *coefficient_error; /* [n_sectors] quantity: standard error of coefficient; NULL = 0. */

    size_t n_industries, n_commodities; /* count of industries, of commodities, for SATELLITE; 0 = none. */
    const double *make;                 /* [n_industries][n_commodities] number: output of each commodity by each
                                         * industry; NULL = none. */
    const double *commodity_share;      /* [n_commodities] share of each commodity that is digital; NULL = none. */
    const double *industry_value_added; /* [n_industries] number: value added of each industry; NULL = none. */

    const skpi_economy_iotable *table; /* the input-output table, for ADB; NULL = none. */
    const int32_t *table_digital;      /* [table->n_sectors] flag: 1 for a digital sector; NULL = none. */
    const double *table_investment;    /* [table->n_sectors] share of the final demand for its product that digital
                                          industries buy as fixed investment; NULL = 0. */

    size_t n_core_parts;      /* count of parts, for NBS_CORE; 0 = none. */
    const double *core_part;  /* [n_core_parts] quantity: value added of categories 01 to 04, or their sum; NULL =
                               * none. */
    size_t n_broad_parts;     /* count of parts, for CAICT; 0 = none. */
    const double *broad_part; /* [n_broad_parts] quantity: value added of digital industries and of digitalisation; NULL
                               * = none. */
    size_t n_oecd_parts;      /* count of parts, for OECD; 0 = none. */
    const double *oecd_part;  /* [n_oecd_parts] quantity: value added of digital industries; NULL = none. */
    size_t zero;              /* 0. */
} skpi_digital_definitions_in;
/** The definitions that were computed, in the order of the enum.  Elements of arrays from count on are not written. */
typedef struct skpi_digital_definitions_out {
    uint32_t size, flags;
    size_t n_definitions;    /* room of the arrays of definitions. */
    int32_t *count;          /* integer: number of definitions that were computed. */
    int32_t *definition;     /* [n_definitions] enum skpi_digital_definition. */
    double *value;           /* [n_definitions] number: value added of the digital economy. */
    double *gdp;             /* [n_definitions] number: the GDP that value is divided by. */
    double *share;           /* [n_definitions] number: value/gdp. */
    double *error;           /* [n_definitions] quantity: standard error of the share; NaN where none is known. */
    double *published;       /* number: value of ADB with the double count as published; NaN without ADB. */
    double *share_published; /* number: published over the GDP of its table; NaN without ADB. */
    double *low, *high;      /* number: the smallest and the largest share; they are not a confidence interval. */
    skpi_basis *basis;       /* meaning of the money. */
} skpi_digital_definitions_out;
/** The digital economy of one place and year by each definition that its figures allow.
 *
 * `in`   GDP, and the figures of each definition that is wanted.
 * `out`  value added, GDP and share by each definition.
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
 * `WUNUSUAL`       figures of in->table contradict each other, as skpi_economy_iotable_new warned; in->core_part,
 *                  in->broad_part or in->oecd_part has a part that is the sum of all others, of which two or more differ
 *                  from 0, but for rounding, which may be their total; in->value_added has such a sector among the
 *                  digital ones.
 * `EBUFFER`        out->n_definitions is less than the number of definitions computed, and an array is given.
 * `EZERODIV`       in->gdp is 0 although in->value_added is given; in->gdp is 0 although in->core_part is given;
 *                  in->gdp is 0 although in->broad_part is given; in->gdp is 0 although in->oecd_part is given;
 *                  in->make of an industry adds up to 0, and it has value added or sells; in->industry_value_added adds
 *                  up to 0; out->gdp of in->table is 0.
 * `ERANGE`         in->value_added of the digital sectors or parts is negative or more than in->gdp; in->core_part adds
 *                  up to more than in->gdp; in->broad_part adds up to more than in->gdp; in->oecd_part adds up to more
 *                  than in->gdp; in->make has negative cells, so that a ratio is no fraction; in->industry_value_added
 *                  of all industries together is negative; out->gdp of in->table is negative.
 * `EDOM`           in->coefficient_error squared is not less than c (1 - c), where c is the coefficient;
 *                  in->correlation cannot hold between so many uncertain coefficients at once.
 * `EINCONSISTENT`  in->gdp is less than half, or more than twice, the value added in the tables (units?); in->make has
 *                  a total among its industries or commodities; out->gdp of in->table differs by more than 1 % from the
 *                  value added in its final demand.
 * `EOVERFLOW`      out->value or another result is beyond the range of a double.
 * `ENOMEM`         not enough memory to solve in->table.
 *
 * Source: that of the function of each definition.
 */
SKPI_CHECK skpi_status skpi_digital_definitions(const skpi_digital_definitions_in *in,
                                                skpi_digital_definitions_out *out);

/* ---- parts ---- */

/** Totals and their parts. */
typedef struct skpi_digital_sum_of_parts_out {
    uint32_t size, flags;
    double *total;      /* [n][m] quantity: sum of the parts; NaN where one is missing. */
    double *difference; /* [n][m] number: total less the stated total; NaN where either is missing. */
    double *mix;        /* [n_parts][n][m] share of each part in the total; NaN where the total is 0 or missing. */
    skpi_basis *basis;  /* meaning of the totals: the stated members of all tables. */
} skpi_digital_sum_of_parts_out;
/** Adds parts up to a total and compares it with the published one.  The core of the NBS is the sum of the categories
 * 01 to 04; the broad definition of the CAICT is the sum of two parts.
 *
 * `n_parts`        count of parts; at least 1.
 * `part[n_parts]`  table of quantity: value added of each part; all have the axes of the first; NaN = missing.
 * `stated`         table of quantity: the published total, on the same axes; NaN = missing; NULL = none.
 * `digit`          quantity: one unit of the last printed digit of the figures; 0 = they are exact.
 * `out`            totals, differences and the mix of parts.
 * `status[n]`      row status.
 *
 * `WMISSING`       a value is missing.
 * `WUNUSUAL`       part->value is the sum of all other parts in each year of a place, of which two or more differ from 0
 *                  in some year, but for rounding, and stated is NULL: it may be their total.
 * `EINCONSISTENT`  the tables differ in places or years; stated->value differs from the sum of its parts by more than
 *                  rounding can explain: more than (n_parts + 1)/2 times digit.
 * `EDEFMIX`        part->basis differs from that of an earlier part; stated->basis differs from that of the parts.
 * `EOVERFLOW`      out->total is beyond the range of a double.
 *
 * Source: National Bureau of Statistics of China, Statistical Classification of the Digital Economy and Its Core
 * Industries (2021).
 */
SKPI_CHECK skpi_status skpi_digital_sum_of_parts(size_t n_parts, const skpi_table *const *part,
                                                 const skpi_table *stated, double digit,
                                                 skpi_digital_sum_of_parts_out *out, int32_t *status);

/** Finding in a cell. */
enum skpi_digital_label {
    SKPI_DIGITAL_LABEL_ADDS_UP = 7201, /* the parts add up to the ordinary figure */
    SKPI_DIGITAL_LABEL_FAILS = 7202,   /* they do not, by more than rounding can explain */
    SKPI_DIGITAL_LABEL_IMPLIED = 7203, /* one figure is missing and follows from the others */
    SKPI_DIGITAL_LABEL_UNKNOWN = 7204  /* more figures are missing, or the cell has no parts */
};
/** Findings in each cell.  The table passes if all cells add up. */
typedef struct skpi_digital_oecd_check_out {
    uint32_t size, flags;
    int32_t *label;     /* [n_cells] enum skpi_digital_label. */
    double *residual;   /* [n_cells] number: sum of the parts less the ordinary figure; NaN where a figure is missing;
                            may be ordinary. */
    double *implied;    /* [n_cells] number: the missing figure; NaN where it does not follow; may be ordinary. */
    int32_t *n_adds_up; /* integer: number of cells that add up. */
    int32_t *n_fails;   /* integer: number of cells that do not add up. */
    int32_t *n_implied; /* integer: number of cells with an implied figure. */
    int32_t *n_unknown; /* integer: number of all other cells. */
} skpi_digital_oecd_check_out;
/** Checks cell by cell whether the parts of digital supply and use tables add up to the ordinary tables.
 *
 * `n_cells`            count of cells of the ordinary table; at least 1.
 * `n_parts`            count of parts of all cells together.
 * `ordinary[n_cells]`  number: figures of the ordinary table; NaN = missing.
 * `part[n_parts]`      number: figures of the digital table, in any order; NaN = missing.
 * `cell[n_parts]`      index of the cell to which each part belongs.
 * `tolerance`          quantity: half a unit of the last printed digit of each part; 0 = they are exact.
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

/** Name of a class of the Statistical Classification of the Digital Economy 2021, as static text; NULL if there is no
 * such class.
 *
 * `code`     text: a category "01" to "05" or a class "0101" to "0509"; 01 to 04 are the core industries.
 * `chinese`  flag: 0 for the English name, 1 for the official Chinese one (UTF-8).
 *
 * Source: National Bureau of Statistics of China, Statistical Classification of the Digital Economy and Its Core
 * Industries (2021), order no. 33; the English names are this library's own.
 */
SKPI_API const char *skpi_digital_nbs_class_name(const char *code, int32_t chinese);

/* ---- change ---- */

/** Method by which two series of different meaning are joined. */
enum skpi_digital_splice_method {
    SKPI_DIGITAL_SPLICE_METHOD_FIRST = 7301,     /* factor: newer over older in the first year that both series have */
    SKPI_DIGITAL_SPLICE_METHOD_LAST = 7302,      /* factor: newer over older in the last such year */
    SKPI_DIGITAL_SPLICE_METHOD_SUMS = 7303,      /* factor: sum of the newer over sum of the older in all such years */
    SKPI_DIGITAL_SPLICE_METHOD_DIFFERENCE = 7304 /* newer less older in the first such year is added; growth rates are
                                                  * not kept */
};
/** Flags of a splice. */
enum skpi_digital_splice_flag {
    SKPI_DIGITAL_SPLICE_FLAG_SHARES = 1 /* all figures are fractions in [0,1] */
};
/** Method, and kind of the figures. */
typedef struct skpi_digital_splice_options {
    uint32_t size, flags; /* flags: enum skpi_digital_splice_flag. */
    int32_t method;       /* enum skpi_digital_splice_method; 0 = SKPI_DIGITAL_SPLICE_METHOD_FIRST. */
    int32_t zero;         /* 0. */
} skpi_digital_splice_options;
/** The joined series and its factors. */
typedef struct skpi_digital_splice_out {
    uint32_t size, flags;
    double *value;      /* [n][m] number: the newer series where it is known, else the linked older one, also in gaps;
                         * NaN where neither is known; may be table0->value, table1->value. */
    int32_t *linked;    /* [n][m] flag: 1 where value is from the linked older series. */
    double *factor;     /* [n] number: factor by which the older series is multiplied; with DIFFERENCE, the amount that
                         * is added. */
    double *low, *high; /* [n] number: range of newer over older in the years that both series have; NaN if an older
                         * value is 0. */
    int32_t *overlap;   /* [n] integer: number of years that both series have. */
    skpi_basis *basis;  /* meaning of the series: that of the newer one, with SKPI_BASIS_FLAG_LINKED. */
} skpi_digital_splice_out;
/** Joins a series of an older meaning to one of a newer meaning by their values in common years.
 *
 * `table0`     table of number: the older series; NaN = missing.
 * `table1`     table of number: the newer series, on the same axes; NaN = missing.
 * `options`    method, and whether the figures are shares; NULL = FIRST, any figures.
 * `out`        the joined series.
 * `status[n]`  row status.
 *
 * `WMISSING`       a year is missing in both series.
 * `ENODATA`        table1->value and table0->value have no common year.
 * `EINCONSISTENT`  table1->n is not table0->n; table1->m is not table0->m; table1->year is not table0->year.
 * `EDEFMIX`        table1->basis has other prices, currency, scale or warming potentials than table0->basis, and the
 *                  method is DIFFERENCE.
 * `ERANGE`         table0->value or table1->value is outside [0,1], or becomes so when it is linked, although
 *                  SKPI_DIGITAL_SPLICE_FLAG_SHARES is set.
 * `EZERODIV`       table0->value is 0 where the factor divides by it.
 * `EDOM`           table1->value over table0->value is not above 0 and cannot be a factor.
 * `EOVERFLOW`      out->factor is beyond the range of a double; out->value is beyond the range of a double; out->low is
 *                  beyond the range of a double; out->high is beyond the range of a double.
 *
 * Source: System of National Accounts 2008, chapter 15.
 */
SKPI_CHECK skpi_status skpi_digital_splice(const skpi_table *table0, const skpi_table *table1,
                                           const skpi_digital_splice_options *options, skpi_digital_splice_out *out,
                                           int32_t *status);

/** Changes per step, from each year of the tables to the next one, whatever the number of years between them. */
typedef struct skpi_digital_growth_contribution_out {
    uint32_t size, flags;
    double *contribution; /* [n][m - 1] number: change of the digital economy over the earlier GDP, a fraction; NaN
                           * where a figure is missing. */
    double *rate;         /* [n][m - 1] number: change of the digital economy over the change of GDP, a fraction; NaN as
                           * contribution. */
    double *share_change; /* [n][m - 1] number: later share less earlier share; NaN as contribution. */
} skpi_digital_growth_contribution_out;
/** Contribution of the digital economy, or of a part of it, to the growth of GDP, and the change of its share.
 *
 * `digital`    table of quantity: value added of the digital economy in two years or more; NaN = missing.
 * `gdp`        table of divisor: GDP in the same unit and of the same vintage; NaN = missing.
 * `out`        contributions to growth and changes of the share.
 * `status[n]`  row status.
 *
 * `WMISSING`       a value is missing.
 * `WUNUSUAL`       digital->year has steps of several lengths in a row: changes are per step, those of longer ones larger;
 *                  digital->value or gdp->value has a break in a row: a step far beyond its usual change.
 * `ENODATA`        digital->m is below 2.
 * `EINCONSISTENT`  gdp->n is not digital->n; gdp->m is not digital->m; gdp->year is not digital->year.
 * `EDEFMIX`        gdp->basis and digital->basis state different things.
 * `ERANGE`         digital->value is above gdp->value.
 * `EZERODIV`       gdp->value is the same in two successive years, and out->rate is wanted.
 * `EOVERFLOW`      out->contribution is beyond the range of a double; out->rate is beyond the range of a double.
 */
SKPI_CHECK skpi_status skpi_digital_growth_contribution(const skpi_table *digital, const skpi_table *gdp,
                                                        skpi_digital_growth_contribution_out *out, int32_t *status);

/* ---- ensembles ---- */

/** The digital model of an ensemble: the log-ratios of parts to the last part are walks whose drifts fade and change. */
typedef struct skpi_digital_ensemble_add_in {
    uint32_t size, flags;
    size_t n_parts;            /* count of parts; at least 3; at most 3. */
    const double *part;        /* [plan->n_places][n_parts] positive, in any unit: parts in the year before the plan's
                                * first. */
    const double *drift;       /* [plan->n_places][n_parts - 1] growth: drift of each log-ratio; NULL = 0. */
    const double *growth;      /* [plan->n_places][n_parts - 1] growth to which the drift fades, by a tenth of the
                                * distance a year; NULL = the drift does not fade. */
    const double *sigma;       /* [plan->n_places][n_parts - 1] quantity: standard deviation of a year's step around the
                                * drift; unusual above 0.5. */
    const double *drift_sigma; /* [plan->n_places][n_parts - 1] quantity: standard deviation of a year's change of the
                                * drift; NULL = 0; unusual above 0.5. */
    const double *correlation; /* [plan->n_places] number in [-1,1]: correlation of the steps of both log-ratios; NULL =
                                * 0. */
} skpi_digital_ensemble_add_in;
/** EXPERIMENTAL: Adds the digital model to a plan: three parts of a whole, such as digital industries, the digital part
 * of other industries, and the rest of GDP.  Its variables are the parts, each a share of their sum; in every draw and
 * year they add up to 1.
 *
 * `plan`   the plan to which the model is added.
 * `in`     parts, and drift and sigma of their log-ratios to the last part.
 * `model`  index of the model in the plan.
 *
 * `ERANGE`     in->n_parts is above 3.
 * `EOVERFLOW`  in->sigma or another parameter is so large that a draw could overflow.
 * `ENOMEM`     not enough memory for one more model.
 *
 * Source: this library's own form, skpi_series_fan(3); Aitchison, Journal of the Royal Statistical Society B 44 (1982)
 * 139, for log-ratios.
 */
SKPI_CHECK skpi_status skpi_digital_ensemble_add(skpi_ensemble_plan *plan, const skpi_digital_ensemble_add_in *in,
                                                 int32_t *model);
/** Histories of the parts, and what is assumed besides. */
typedef struct skpi_digital_ensemble_add_history_in {
    uint32_t size, flags;
    size_t m;             /* count of years; at least 1. */
    size_t n_parts;       /* count of parts; at least 3; at most 3. */
    const int32_t *year;  /* [m] years. */
    const double *part;   /* [plan->n_places][m][n_parts] quantity, in any unit: the last parts are of the year
                                * before the plan's first; NaN = missing. */
    const double *growth; /* [plan->n_places][n_parts - 1] growth to which the drift of each log-ratio fades; NULL =
                                * 0. */
    const double *correlation; /* [plan->n_places] number in [-1,1]: correlation of the steps of both log-ratios; NULL =
                                * that of the history. */
} skpi_digital_ensemble_add_history_in;
/** EXPERIMENTAL: Adds the digital model to a plan, with drifts and deviations of the log-ratios estimated from histories
 * as in skpi_series_fan, and the correlation of their steps.  Its variables are those of skpi_digital_ensemble_add.
 *
 * `plan`   the plan to which the model is added.
 * `in`     parts of each place in several years.
 * `model`  index of the model in the plan.
 *
 * `WWEAKFIT`       fewer than 21 consecutive values could be used.
 * `WADJUSTED`      a limit acted on the slope or on an annual change.
 * `WUNUSUAL`       in->part has a break in a row: a step far beyond its usual change.
 * `ERANGE`         in->n_parts is above 3.
 * `EINCONSISTENT`  in->year of the last parts is not the year before the plan's first.
 * `ENODATA`        in->part has fewer than six consecutive years with all parts up to its last ones in a row.
 * `EDOM`           in->part ends at 0 in a row.
 * `ENOMEM`         not enough memory for one more model.
 *
 * Source: this library's own; skpi_series_fan(3).
 */
SKPI_CHECK skpi_status skpi_digital_ensemble_add_history(skpi_ensemble_plan *plan,
                                                         const skpi_digital_ensemble_add_history_in *in,
                                                         int32_t *model);

#ifdef __cplusplus
}
#endif
#endif
