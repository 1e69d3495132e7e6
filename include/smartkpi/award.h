/* Awards: juries over many entries.  Scores stand in long form, one row a score: entry, judge, score.  A score that was
 * not given has no row; most juries do not score every entry. */
#ifndef SMARTKPI_AWARD_H
#define SMARTKPI_AWARD_H
#include <smartkpi/base.h>
#ifdef __cplusplus
extern "C" {
#endif

/* ---- scores of a jury ---- */

/** Scores of a jury, higher is better.
 *
 * `EINVAL`      track is NULL although n_tracks is above 0; track is given although n_tracks is 0.
 * `ERANGE`      entry is not below n_entries; judge is not below n_judges; track is not below n_tracks.
 * `EDUPLICATE`  entry and judge of a row are those of an earlier row.
 * `EOVERFLOW`   weight adds up to more than a double holds.
 */
typedef struct skpi_award_scores {
    uint32_t size, flags;
    size_t n_scores;      /* count of scores given; at least 1. */
    size_t n_entries;     /* count of entries; at least 1. */
    size_t n_judges;      /* count of judges; at least 1. */
    size_t n_tracks;      /* count of tracks; 0 = none: all entries compete in one. */
    const int32_t *entry; /* [n_scores] index of the entry, from 0. */
    const int32_t *judge; /* [n_scores] index of the judge, from 0. */
    const double *score;  /* [n_scores] number: score that the judge gave the entry. */
    const double *weight; /* [n_scores] positive: the variance of the score is divided by it; NULL = 1. */
    const int32_t *track; /* [n_entries] index of the entry's track, from 0; NULL = no tracks. */
} skpi_award_scores;

/** Scores of each entry and judge without a model, and which parts of the jury have anything in common. */
typedef struct skpi_award_summary_out {
    uint32_t size, flags;
    int32_t *entry_count; /* [scores->n_entries] integer: scores given to the entry. */
    double *mean;         /* [scores->n_entries] number: mean of the scores; NaN without a score. */
    double *median;       /* [scores->n_entries] number: median of the scores; NaN without a score. */
    double *sd;           /* [scores->n_entries] quantity: standard deviation (n - 1); NaN below two scores. */
    double *middle;       /* [scores->n_entries] number: mean without the highest and the lowest score; NaN below three
                           * scores. */
    double *trimmed; /* [scores->n_entries] number: mean without the lowest and highest scores, as many at each end as
                           * trim times the count, rounded down; NaN without a score. */
    double *standardised; /* [scores->n_entries] number: mean of (score - mean of its judge)/(standard deviation of its
                           * judge), over judges whose scores differ; NaN without such a judge. */
    int32_t *judge_count; /* [scores->n_judges] integer: scores given by the judge. */
    double *judge_mean;   /* [scores->n_judges] number: mean of the judge's scores; NaN without a score. */
    double *judge_sd;     /* [scores->n_judges] quantity: standard deviation (n - 1); NaN below two scores. */
    int32_t *entry_part;  /* [scores->n_entries] integer: part of the entry, from 0 in the order of first entries;
                           * SKPI_NONE without a score. */
    int32_t *judge_part;  /* [scores->n_judges] integer: part of the judge; SKPI_NONE without a score. */
    int32_t *n_parts;     /* integer: number of parts; no judge scored entries of two parts. */
} skpi_award_summary_out;
/** Means, medians and spreads of the scores of each entry and of each judge, without a model, and the parts of the jury
 * that no judge connects.  Weights are not used.
 *
 * `scores`  entry, judge and score of each row.
 * `trim`    number in [0,0.5): fraction of an entry's scores that is left out at each end of trimmed.
 * `out`     what the scores of each entry and judge are.
 *
 * `WMISSING`   an entry or a judge has no score.
 * `EOVERFLOW`  scores->score adds up to more than a double holds; out->judge_sd, out->sd, out->middle or out->trimmed is
 *              beyond the range of a double.
 */
SKPI_CHECK skpi_status skpi_award_summary(const skpi_award_scores *scores, double trim, skpi_award_summary_out *out);

/* ---- quality corrected for the severity of judges ---- */

/** What is taken to be random in: score = mean of the track + entry + leniency of the judge + residual. */
enum skpi_award_model {
    SKPI_AWARD_MODEL_MIXED =
        11101, /* entries and judges: few scores say less, so that an entry is drawn to the mean of its
                                     * track */
    SKPI_AWARD_MODEL_LEAST_SQUARES = 11102 /* neither: leniencies sum to 0, tracks are not used */
};
/** How entries are compared. */
enum skpi_award_adjust_flag {
    SKPI_AWARD_ADJUST_FLAG_ACROSS_PARTS =
        1 /* MIXED compares entries that no chain of judges connects, as if all parts had
                                             * judges of the same leniency and entries of the same quality on average */
};
/** How scores are corrected. */
typedef struct skpi_award_adjust_options {
    uint32_t size, flags;     /* flags: enum skpi_award_adjust_flag. */
    int32_t model;            /* enum skpi_award_model; 0 = SKPI_AWARD_MODEL_MIXED. */
    int32_t zero;             /* 0. */
    double entry_variance;    /* quantity: variance of entries; 0 = estimated; only for model = MIXED. */
    double judge_variance;    /* quantity: variance of judges; 0 = estimated; only for model = MIXED. */
    double residual_variance; /* quantity: variance of a score of weight 1; 0 = estimated; only for model = MIXED. */
} skpi_award_adjust_options;
/** Quality of entries, leniency of judges, and how sure both are. */
typedef struct skpi_award_adjust_out {
    uint32_t size, flags;
    double *adjusted;       /* [scores->n_entries] number: quality of the entry, in points; NaN without a score. */
    double *error;          /* [scores->n_entries] quantity: its standard error; NaN without a score, and if freedom is
                             * 0. */
    double *leniency;       /* [scores->n_judges] number: points that the judge gives above the others; NaN without a
                             * score. */
    double *leniency_error; /* [scores->n_judges] quantity: its standard error; NaN as error. */
    double *residual;       /* [scores->n_scores] number: what is left of the score, in standard deviations; NaN if
                             * freedom is 0. */
    double *track_mean; /* [scores->n_tracks] number: mean quality of the track; NaN without a score, and under least
                             * squares. */
    double *mean;       /* number: mean of the tracks' means, weighted by their scored entries; under least squares the
                             * mean of adjusted. */
    double *entry_variance;    /* quantity: variance of entries; NaN under least squares. */
    double *judge_variance;    /* quantity: variance of judges; NaN under least squares. */
    double *residual_variance; /* quantity: variance of a score of weight 1; NaN if freedom is 0. */
    double *reliability; /* share of the variance of a single score of weight 1 that is of the entries; NaN under least
                          * squares. */
    double
        *freedom; /* quantity: scores less track means, or under least squares less all effects: degrees of freedom of
                      * the fit. */
} skpi_award_adjust_out;
/** Quality of entries corrected for the severity of the judges that each happened to have.
 *
 * `scores`   entry, judge and score of each row, perhaps weight and track.
 * `options`  model, and variances that are known; NULL = the mixed model, all variances estimated.
 * `out`      quality, leniency, standard errors, variances.
 *
 * `WWEAKFIT`      a variance is estimated at 0; scores are as many as the effects of least squares, so that errors are
 *                 NaN.
 * `WNOTCONVERGED` the estimate of the variances had not settled.
 * `WMISSING`      an entry or a judge has no score.
 * `EINVAL`        options->model is LEAST_SQUARES although ACROSS_PARTS is given.
 * `ENODATA`       scores->n_scores is not above the number of track means; scores->entry or scores->judge never has one
 *                 number twice, so that its variance is not known and has to be held.
 * `ESINGULAR`     scores->judge connects the entries only in parts: skpi_award_summary numbers them.
 * `EOVERFLOW`     scores->score is so far spread, or beside a variance that is held so little, that a variance is
 *                 beyond the range of a double; scores->weight differs by so much that a result is.
 * `ENOMEM`        not enough memory for a matrix of judges and tracks.
 *
 * Source: Patterson and Thompson, Recovery of inter-block information when block sizes are unequal, Biometrika 58
 * (1971) 545; Henderson, Best linear unbiased estimation and prediction under a selection model, Biometrics 31 (1975)
 * 423.
 */
SKPI_CHECK skpi_status skpi_award_adjust(const skpi_award_scores *scores, const skpi_award_adjust_options *options,
                                         skpi_award_adjust_out *out);

/* ---- winners ---- */

/** What becomes of entries that are in some of the best selections and not in all. */
enum skpi_award_tie {
    SKPI_AWARD_TIE_IN = 11201,     /* all of them win: there may be more winners than places */
    SKPI_AWARD_TIE_OUT = 11202,    /* none of them wins: there may be fewer */
    SKPI_AWARD_TIE_SECOND = 11203, /* the second score decides; those that tie there too do not win */
    SKPI_AWARD_TIE_LOT = 11204     /* a lot decides, from the library's stream of the seed */
};
/** Number of winners, quotas, ties.
 *
 * `ERANGE`         n_winners is above the number of entries.
 * `EINCONSISTENT`  least is above most; least adds up to more than n_winners.
 */
typedef struct skpi_award_line {
    uint32_t size, flags;
    size_t n_winners;     /* count of winners; at least 1. */
    size_t n_tracks;      /* count of tracks; 0 = no quotas. */
    const int32_t *least; /* [n_tracks] index: winners that the track has at least; NULL = 0. */
    const int32_t *most;  /* [n_tracks] index: winners that the track has at most; NULL = no limit. */
    double close;  /* quantity: from the best score down, a score ties with the group whose first it is within close
                           * of; 0 = only equal scores tie. */
    uint64_t seed; /* integer, any: seed of the lot; 0 = a seed as any other. */
    int32_t tie;   /* enum skpi_award_tie; 0 = not stated, which skpi_award_select refuses. */
    int32_t zero;  /* 0. */
} skpi_award_line;
/** Winners. */
typedef struct skpi_award_select_out {
    uint32_t size, flags;
    int32_t *selected;   /* [n_entries] integer: 1 for a winner, else 0. */
    int32_t *tied;       /* [n_entries] integer: 1 for an entry that is in some of the best selections and not in all,
                          * else 0. */
    int32_t *n_selected; /* integer: number of winners. */
    double *lowest;      /* number: lowest score of a winner; NaN without a winner. */
} skpi_award_select_out;
/** Winners of an award: first the least number of each track, then the best of the rest within the most of each track.
 * Before ties are decided, no other selection within the quotas has as many winners and a higher sum of scores, where
 * scores within line->close count as equal.
 *
 * `n_entries`          count of entries; at least 1.
 * `score[n_entries]`   number; NaN = missing.
 * `second[n_entries]`  number that decides under SECOND, missing is lowest; NaN = missing; NULL = none.
 * `track[n_entries]`   index of the entry's track, from 0; NULL = no tracks.
 * `line`               number of winners, quotas, and how ties are decided.
 * `out`                who wins, and who ties.
 *
 * `WMISSING`   a score is missing; a place stays empty; a track has fewer entries with a score than its least.
 * `EINVAL`     line->tie is 0: how ties are decided must be stated; second is NULL although ties are decided by it;
 *              track is NULL although line->n_tracks is above 0.
 * `ERANGE`     track is not below line->n_tracks.
 */
SKPI_CHECK skpi_status skpi_award_select(size_t n_entries, const double *score, const double *second,
                                         const int32_t *track, const skpi_award_line *line, skpi_award_select_out *out);

/** Draws of qualities. */
typedef struct skpi_award_chance_options {
    uint32_t size, flags;
    uint64_t seed;          /* integer, any. */
    uint64_t n_draws;       /* count of draws; at most 2^31; 0 = 10000. */
    double coverage;        /* probability that the interval of the rank covers; 0 = 0.8. */
    int32_t threads;        /* integer in [0,1024]: threads that draw; 0 = 1. */
    int32_t zero;           /* 0. */
    skpi_progress progress; /* function that is called with the number of parts done and of all parts; NULL = none. */
    void *user;             /* pointer that is passed to progress. */
} skpi_award_chance_options;
/** Chances and ranks of entries. */
typedef struct skpi_award_chance_out {
    uint32_t size, flags;
    double *probability;   /* [scores->n_entries] share of the draws in which the entry is among the best, quotas
                            * included; NaN without a score, and if scores are as many as the effects of least
                            * squares. */
    double *expected_rank; /* [scores->n_entries] number: 1 and the sum of the probabilities that each other entry is
                            * better; exact, without draws; NaN as probability. */
    double *low;           /* [scores->n_entries] number: lower end of the interval of the rank; NaN as probability. */
    double *high;          /* [scores->n_entries] number: upper end; NaN as probability. */
} skpi_award_chance_out;
/** Probability that the quality of an entry is above the line, and how far its rank is known: all qualities are drawn
 * together, given the scores.
 *
 * `scores`   entry, judge and score of each row, perhaps weight and track.
 * `line`     number of winners and quotas; n_tracks is 0 or scores->n_tracks.  Draws do not tie: tie may be 0.
 * `model`    as for skpi_award_adjust; NULL = the mixed model, all variances estimated.
 * `options`  draws, seed, coverage, threads; NULL = 10000 draws, seed 0.
 * `out`      probabilities, expected ranks, intervals.
 *
 * `WWEAKFIT`       a variance is estimated at 0; residual errors are not known because scores are as many as the
 *                  effects of least squares, so that no quality is drawn.
 * `WNOTCONVERGED`  the estimate of the variances had not settled.
 * `WMISSING`       an entry or a judge has no score; a place stays empty.
 * `EINVAL`         model->model is LEAST_SQUARES although ACROSS_PARTS is given.
 * `ENODATA`        as for skpi_award_adjust: scores->n_scores; scores->entry; scores->judge.
 * `EINCONSISTENT`  line->n_tracks is neither 0 nor scores->n_tracks.
 * `ESINGULAR`      scores->judge connects the entries only in parts.
 * `EOVERFLOW`      scores->score is so little spread that a variance that is held is beyond the range of a double.
 * `ECANCELED`      options->progress asked to stop.
 * `ETHREAD`        a thread could not be started, or is not in the child of a fork.
 * `ENOMEM`         not enough memory for a matrix of judges and tracks, or for the ranks.
 *
 * Source: Laird and Louis, Empirical Bayes ranking methods, Journal of Educational Statistics 14 (1989) 29; Heyard,
 * Ott, Salanti and Egger, Rethinking the funding line at the Swiss National Science Foundation, Statistics and Public
 * Policy 9 (2022) 110.
 */
SKPI_CHECK skpi_status skpi_award_chance(const skpi_award_scores *scores, const skpi_award_line *line,
                                         const skpi_award_adjust_options *model,
                                         const skpi_award_chance_options *options, skpi_award_chance_out *out);

/* ---- agreement of judges, and one order out of many ---- */

/** Agreement of judges who all scored every entry. */
typedef struct skpi_award_agreement_out {
    uint32_t size, flags;
    double *w;               /* share: Kendall's W, corrected for ties. */
    double *w_uncorrected;   /* share: Kendall's W without that correction. */
    double *chi_square;      /* quantity: judges (entries - 1) w, Friedman's statistic. */
    double *p;               /* share: probability of a higher statistic among judges who order at random. */
    double *entry_square;    /* quantity: mean square between entries. */
    double *judge_square;    /* quantity: mean square between judges. */
    double *residual_square; /* quantity: mean square of the residual of entries and judges. */
    double *within_square;   /* quantity: mean square within entries. */
    double
        *icc_one_way; /* number: intraclass correlation (1,1), of a single score if each entry has judges of its own. */
    double *icc_two_way;      /* number: (2,1), of a single score of judges who stand for others; NaN if its denominator
                               * is 0. */
    double *icc_fixed;        /* number: (3,1), of a single score of these judges. */
    double *icc_one_way_mean; /* number: (1,k), of the mean score of an entry; NaN if all these means are the same. */
    double *icc_two_way_mean; /* number: (2,k); NaN if its denominator is 0. */
    double *icc_fixed_mean;   /* number: (3,k); NaN as icc_one_way_mean. */
} skpi_award_agreement_out;
/** Kendall's W with its test, and six intraclass correlations.  Every judge has scored every entry; weights and tracks
 * are not used.
 *
 * `scores`  entry, judge and score of each row.
 * `out`     coefficients and mean squares.
 *
 * `WWEAKFIT`   an intraclass correlation has a denominator of 0, and is NaN.
 * `ENODATA`    scores->n_entries is below 2; scores->n_judges is below 2; scores->score lacks the score of an entry by
 *              a judge.
 * `EDOM`       scores->score is the same for all entries at every judge.
 * `EOVERFLOW`  a mean square is beyond the range of a double.
 *
 * Source: Kendall and Babington Smith, The problem of m rankings, Annals of Mathematical Statistics 10 (1939) 275;
 * Shrout and Fleiss, Intraclass correlations: uses in assessing rater reliability, Psychological Bulletin 86 (1979)
 * 420.
 */
SKPI_CHECK skpi_status skpi_award_agreement(const skpi_award_scores *scores, skpi_award_agreement_out *out);

/** How one order is made out of those of the judges. */
enum skpi_award_rule {
    SKPI_AWARD_RULE_BORDA = 11301,    /* points for every entry that a judge puts below; a tie is half a point */
    SKPI_AWARD_RULE_COPELAND = 11302, /* majorities won less majorities lost */
    SKPI_AWARD_RULE_KEMENY = 11303    /* the order that overrules the fewest judges; of several the first in numbers of
                                       * entries */
};
/** One order of the entries. */
typedef struct skpi_award_order_out {
    uint32_t size, flags;
    int32_t *place;  /* [scores->n_entries] integer: place, from 1; equal points share it; SKPI_NONE without a score. */
    double *points;  /* [scores->n_entries] number: points of the rule; NaN under Kemeny, and without a score. */
    int32_t *prefer; /* [scores->n_entries][scores->n_entries] integer: judges who put the first above the second. */
    double *cost; /* quantity: judges that the order overrules, summed over pairs of entries; entries that share a place
                      * are taken in the order of their numbers. */
} skpi_award_order_out;
/** One order out of those of the judges, of which only who is above whom counts.  A judge says something about every
 * pair of entries that he scored; weights and tracks are not used.
 *
 * `scores`  entry, judge and score of each row.
 * `rule`    enum skpi_award_rule.
 * `out`     places, points, and the judges on each side of every pair.
 *
 * `WMISSING`       an entry or a judge has no score.
 * `WNOTCONVERGED`  there are more than 16 entries under Kemeny: the best order that was found, perhaps not the best of
 *                  all.
 *
 * Source: Kemeny, Mathematics without numbers, Daedalus 88 (1959) 577; Copeland's and Borda's rules: smartkpi_award(7).
 */
SKPI_CHECK skpi_status skpi_award_order(const skpi_award_scores *scores, int32_t rule, skpi_award_order_out *out);

#ifdef __cplusplus
}
#endif
#endif
