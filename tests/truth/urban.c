/* Closed formulas of urbanisation beside __float128 (truth.h). */
#include "truth/truth.h"

/* Cities Transformed (2003), equation D.1. */
static void truth_urban_urgd(truth *t)
{
    double date0 = truth_date(t, "date0"), date1 = truth_date(t, "date1");
    const double share0 = truth_share(t, "share0"), share1 = truth_share(t, "share1");
    if (date1 == date0) date1 = date0 + 1;
    if (date1 < date0) {
        const double date = date0;
        date0 = date1;
        date1 = date;
    }
    double urgd;
    if (!truth_given(t, skpi_urban_urgd(1, &date0, &share0, &date1, &share1, &urgd, NULL))) return;
    const quad l0 = truth_logit(share0), l1 = truth_logit(share1), years = (quad)date1 - date0;
    truth_is(t, "urgd", urgd, (l1 - l0) / years, truth_larger(fabsq(l0), fabsq(l1)) / years);
}

/* A history of one place: n observations, in whole years or not. */
static skpi_urban_history truth_history(truth *t, size_t *first)
{
    const size_t n = truth_count(t, "n_observations", 2, 8);
    const bool whole = truth_count(t, "whole", 0, 1);
    double *date = truth_room(t, n);
    date[0] = whole ? (double)truth_integer(t, "date", 1950, 1990) : truth_between(t, "date", 1950, 1990);
    for (size_t i = 1; i < n; i++)
        date[i] =
            date[i - 1] + (whole ? (double)truth_integer(t, "step", 1, 10) : 0.5 + truth_between(t, "step", 0, 10));
    first[0] = 0;
    first[1] = n;
    return (skpi_urban_history){.size = sizeof(skpi_urban_history),
                                .n = 1,
                                .n_observations = n,
                                .first = first,
                                .date = date,
                                .share = truth_many(t, n, truth_share, "share")};
}
/* The observation at which a window begins: the latest that is old enough, or the first. */
static size_t truth_window_begin(const skpi_urban_history *h, double window)
{
    const size_t last = h->n_observations - 1;
    size_t k = last;
    while (k > 0 && (quad)h->date[last] - h->date[k] < window - 1e-6Q) k--; /* as the page says */
    return k;
}
static void truth_urban_window_urgd(truth *t)
{
    size_t first[2];
    const skpi_urban_history h = truth_history(t, first);
    const double window = truth_integer(t, "window", 1, 30);
    double urgd;
    if (!truth_given(t, skpi_urban_window_urgd(&h, 1, &window, &urgd, NULL))) return;
    const size_t last = h.n_observations - 1, k = truth_window_begin(&h, window);
    const quad l0 = truth_logit(h.share[k]), l1 = truth_logit(h.share[last]), years = (quad)h.date[last] - h.date[k];
    truth_is(t, "urgd", urgd, (l1 - l0) / years, truth_larger(fabsq(l0), fabsq(l1)) / years);
}

static void truth_urban_size_class(truth *t)
{
    const double population = truth_quantity(t, "population"), threshold = truth_quantity(t, "threshold");
    int32_t size;
    if (!truth_given(t, skpi_urban_size_class(1, &population, threshold, &size, NULL))) return;
    const bool large = population >= threshold || truth_alike(population, threshold);
    truth_same(t, "size_class", size, large ? SKPI_URBAN_SIZE_LARGE : SKPI_URBAN_SIZE_SMALL);
}

/* The norm of the World Urbanization Prospects 2018 as the page of skpi_urban_norm_urgd has it, or the caller's. */
static quad truth_norm(const skpi_urban_options *o, int32_t size, quad p, quad *term)
{
    static const quad un[2][2] = {{0.0325482Q, -0.0153540Q}, {0.0192491Q, -0.0033061Q}};
    const size_t place = size == SKPI_URBAN_SIZE_SMALL && o->n_sizes != 1;
    quad h = 0, power = 1;
    *term = 0;
    for (size_t k = 0; k < (o->norm ? o->n_terms : 2); k++, power *= p) {
        const quad c = o->norm ? (quad)o->norm[place * o->n_terms + k] : un[place][k];
        h += c * power;
        *term = truth_larger(*term, fabsq(c * power));
    }
    return h;
}
static double truth_coefficient(truth *t, const char *name)
{
    const double limit = t->regime == TRUTH_REALISTIC ? 0.03 : 0.1;
    return truth_between(t, name, -limit, limit);
}
static void truth_own_norm(truth *t, skpi_urban_options *o)
{
    o->n_sizes = truth_count(t, "n_sizes", 1, 2);
    o->n_terms = truth_count(t, "n_terms", 1, 4);
    o->norm = truth_many(t, o->n_sizes * o->n_terms, truth_coefficient, "norm");
}
static void truth_urban_norm_urgd(truth *t)
{
    skpi_urban_options o = {.size = sizeof o};
    const double share = truth_closed_share(t, "share");
    const int32_t size = truth_integer(t, "size_class", SKPI_URBAN_SIZE_LARGE, SKPI_URBAN_SIZE_SMALL);
    if (truth_count(t, "own", 0, 1)) truth_own_norm(t, &o);
    double urgd;
    if (!truth_given(t, skpi_urban_norm_urgd(1, &share, &size, &o, &urgd, NULL))) return;
    quad term;
    const quad h = truth_norm(&o, size, share, &term);
    truth_is(t, "urgd", urgd, h, term);
}

/* A path of one place, from its last observation on. */
typedef struct truth_path {
    int32_t method, size;
    double share, urgd, damping, to, by;
    skpi_urban_options o;
} truth_path;
/* Logit and growth difference n years later, and the largest term of the logit. */
static quad truth_logit_after(const truth_path *p, int32_t n, quad *urgd, quad *size)
{
    quad l = truth_logit(p->share), r = p->urgd, h = 0, term;
    const bool converging = p->method == SKPI_URBAN_METHOD_CONVERGING, un = p->method == SKPI_URBAN_METHOD_UN;
    const quad by = converging ? (quad)p->by : p->method == SKPI_URBAN_METHOD_DAMPED ? (quad)p->damping : 1;
    const quad to = converging ? (quad)p->to : 0;
    *size = fabsq(l);
    if (p->method == SKPI_URBAN_METHOD_PERSISTENCE) r = 0;
    for (int32_t j = 1; j <= n; j++) {
        if (un || p->method == SKPI_URBAN_METHOD_BOCQUIER) {
            if (j <= 25 || !un) h = truth_norm(&p->o, p->size, truth_logistic(l), &term);
            if (!un)
                r = h;
            else if (j <= 26)
                r += (h - r) / (27 - j);
        } else
            r = to + (r - to) * by;
        l += r;
        *size = truth_larger(*size, fabsq(l)) + fabsq(r) / 8;
    }
    *urgd = r;
    return l;
}
static void truth_path_draw(truth *t, truth_path *p)
{
    static const int32_t methods[] = {SKPI_URBAN_METHOD_UN,       SKPI_URBAN_METHOD_DAMPED,
                                      SKPI_URBAN_METHOD_CONSTANT, SKPI_URBAN_METHOD_PERSISTENCE,
                                      SKPI_URBAN_METHOD_BOCQUIER, SKPI_URBAN_METHOD_CONVERGING};
    *p = (truth_path){.method = methods[truth_count(t, "method", 0, 5)], .o = {.size = sizeof p->o}};
    p->share = truth_share(t, "share");
    p->urgd = truth_growth(t, "urgd");
    p->size = truth_integer(t, "size_class", SKPI_URBAN_SIZE_LARGE, SKPI_URBAN_SIZE_SMALL);
    p->damping = truth_between(t, "damping", 0.5, 1);
    p->to = truth_growth(t, "converge_to");
    p->by = truth_between(t, "converge_by", 0.5, 1);
    if (p->method == SKPI_URBAN_METHOD_BOCQUIER || truth_count(t, "own", 0, 1)) truth_own_norm(t, &p->o);
    p->o.method = p->method;
    p->o.damping = p->damping;
    p->o.converge_to = p->to;
    p->o.converge_by = p->by;
    p->o.urgd_min = -0.5;
    p->o.urgd_max = 0.5;
    if (p->to == 0) p->o.flags = SKPI_URBAN_FLAG_CONVERGE_TO_ZERO;
}
static void truth_urban_project(truth *t)
{
    truth_path p;
    truth_path_draw(t, &p);
    const int32_t year = 2000, later = truth_integer(t, "years later", 1, t->regime == TRUTH_REALISTIC ? 60 : 200);
    double share, urgd;
    const skpi_urban_project_in in = {
        .size = sizeof in, .n = 1, .last_year = &year, .share = &p.share, .urgd = &p.urgd, .size_class = &p.size};
    skpi_urban_project_out out = {.size = sizeof out, .share = &share, .urgd = &urgd};
    if (!truth_given(t, skpi_urban_project(&in, year + later, 1, &p.o, &out, NULL))) return;
    quad r, size;
    const quad l = truth_logit_after(&p, later, &r, &size);
    truth_is_share(t, "share", share, l, size);
    truth_is(t, "urgd", urgd, r, truth_larger(fabsq(p.urgd), fabsq(p.to)) + 0.02Q);
}

/* The straight line of the share, limited to [0,1]; the converging method from the mean slope over three windows. */
static void truth_urban_project_history(truth *t)
{
    size_t first[2];
    const skpi_urban_history h = truth_history(t, first);
    const bool line = truth_count(t, "line", 0, 1);
    const double window[] = {4, 10, 20};
    const size_t last = h.n_observations - 1, n_windows = line ? 1 : 3;
    const int32_t year = (int32_t)ceil(h.date[last]) + truth_integer(t, "years later", 1, 60);
    const skpi_urban_options o = {.size = sizeof o,
                                  .method = line ? SKPI_URBAN_METHOD_LINEAR : SKPI_URBAN_METHOD_CONVERGING,
                                  .n_windows = n_windows,
                                  .window = window};
    double share;
    skpi_urban_project_out out = {.size = sizeof out, .share = &share};
    if (!truth_given(t, skpi_urban_project_history(&h, NULL, year, 1, &o, &out, NULL))) return;
    const quad lead = (quad)year - h.date[last], p = h.share[last];
    quad slope = 0;
    for (size_t w = 0; w < n_windows; w++) {
        const size_t k = truth_window_begin(&h, window[w]);
        const quad q = h.share[k], years = (quad)h.date[last] - h.date[k];
        slope += (line ? p - q : truth_logit(p) - truth_logit(q)) / years / n_windows;
    }
    if (line) {
        truth_is(t, "share", share, truth_within(p + slope * lead, 0, 1), p + lead * (fabsq(slope) + 1 / lead));
    } else {
        const quad f = 0.9Q, g = 0.015Q, r = truth_within(slope, -0.1Q, 0.1Q);
        const quad l = truth_logit(p) + g * lead + (r - g) * f * (1 - powq(f, lead)) / (1 - f);
        truth_is_share(t, "share", share, l, fabsq(truth_logit(p)) + 10 + 0.015Q * lead);
    }
}

/* Constant growth in one step; the method of the United Nations in the year in which its straight line crosses. */
static void truth_urban_crossing(truth *t)
{
    truth_path p;
    truth_path_draw(t, &p);
    p.o.method = p.method = truth_count(t, "un", 0, 1) ? SKPI_URBAN_METHOD_UN : SKPI_URBAN_METHOD_CONSTANT;
    p.o.n_sizes = p.o.n_terms = 0;
    p.o.norm = NULL;
    p.urgd = fmin(fabs(p.urgd) + 1e-3, 0.5);
    const double date = truth_date(t, "last_date"), up = truth_between(t, "up", 0, 0.15);
    const double threshold = (double)truth_logistic(truth_logit(p.share) + (quad)up);
    if (!(threshold > p.share && threshold < 1)) return;
    double found;
    const skpi_urban_crossing_in in = {.size = sizeof in,
                                       .n = 1,
                                       .last_date = &date,
                                       .share = &p.share,
                                       .urgd = &p.urgd,
                                       .size_class = &p.size,
                                       .threshold = &threshold};
    if (!truth_given(t, skpi_urban_crossing(&in, &p.o, &found, NULL))) return;
    if (truth_alike(threshold, p.share)) { /* it is there already, but for rounding */
        truth_is(t, "date", found, date, 0);
        return;
    }
    quad r, size, l = truth_logit(p.share), next;
    int32_t j = 0;
    for (;; l = next, j++) {
        next = truth_logit_after(&p, j + 1, &r, &size);
        if (next >= truth_logit(threshold) || j > 200) break;
    }
    truth_is(t, "date", found, date + j + (truth_logit(threshold) - l) / r, date + size / fabsq(r));
}

/* The logit is moved by the difference at the date of the observation, which may fade. */
static void truth_urban_harmonise(truth *t)
{
    const size_t m = truth_count(t, "m", 2, 8);
    const int32_t *year = truth_years(t, m);
    const double *path = truth_many(t, m, truth_share, "path"), observed = truth_share(t, "observed");
    const double date = truth_between(t, "date", year[0], year[m - 1]);
    const double fade = truth_count(t, "fades", 0, 1) ? truth_between(t, "fade", 0.5, 60) : 0;
    double *share = truth_room(t, m);
    const skpi_table table = {.size = sizeof table, .n = 1, .m = m, .year = year, .value = path};
    const skpi_urban_harmonise_options o = {.size = sizeof o, .fade = fade};
    if (!truth_given(t, skpi_urban_harmonise(&table, &date, &observed, &o, share, NULL))) return;
    size_t k = 0;
    while (k + 2 < m && year[k + 1] <= date) k++;
    const quad l0 = truth_logit(path[k]), l1 = truth_logit(path[k + 1]),
               w = ((quad)date - year[k]) / (year[k + 1] - year[k]);
    const quad at = l0 + (l1 - l0) * w, d = truth_logit(observed) - at;
    const quad size = fabsq(l0) + fabsq(l1) + fabsq(truth_logit(observed));
    for (size_t i = 0; i < m; i++) {
        const quad s = (quad)year[i] - date, rest = fade > 0 ? truth_within(1 - s / fade, 0, 1) : 1;
        const quad l = truth_logit(path[i]);
        if (s < 0)
            truth_is(t, "share before", share[i], path[i], 0);
        else
            truth_is_share(t, "share", share[i], l + d * rest, size + fabsq(l));
    }
}

/* logistic(logit share + e(h)), e a straight line between the rows of the table, from 0 at 0 years. */
static void truth_urban_error_quantile(truth *t)
{
    const size_t n = truth_count(t, "n_horizons", 1, 5);
    int32_t horizon[5] = {0};
    for (size_t k = 0; k < n; k++) horizon[k] = (k ? horizon[k - 1] : 0) + truth_integer(t, "step", 1, 10);
    double error[5];
    for (size_t k = 0; k < n; k++) error[k] = truth_between(t, "error", -2, 2);
    const double share = truth_share(t, "share"), prob = 0.5;
    const int32_t last = 2000, h = truth_integer(t, "horizon", 0, 60);
    const skpi_urban_error_quantile_in in = {.size = sizeof in, .n = 1, .last_year = &last, .share = &share};
    const skpi_urban_error_quantile_options o = {.size = sizeof o, .n_horizons = n, .horizon = horizon, .error = error};
    double quantile;
    if (!truth_given(t, skpi_urban_error_quantile(&in, last + h, 1, 1, &prob, &o, &quantile, NULL))) return;
    size_t k = 0;
    while (k + 1 < n && horizon[k] < h) k++;
    const quad h0 = k ? horizon[k - 1] : 0, e0 = k ? error[k - 1] : 0;
    const quad slope = ((quad)error[k] - e0) / (horizon[k] - h0), e = e0 + slope * (h - h0);
    const quad l = truth_logit(share);
    truth_is_share(t, "quantile", quantile, l + e, fabsq(l) + fabsq(e0) + fabsq(slope * (h - h0)));
}

/* logit share -+ C sqrt(0.05^2 + s^2) l^0.95 max(4 p (1 - p), 0.08)^-0.2, C the caller's. */
static void truth_urban_converging_interval(truth *t)
{
    const double last = truth_between(t, "last_date", 1950, 2020), p = truth_share(t, "last_share");
    const double share = truth_share(t, "share"), urgd = truth_growth(t, "urgd");
    const double width = truth_between(t, "width", 0.01, 2);
    const int32_t year = (int32_t)ceil(last) + truth_integer(t, "years later", 0, 80);
    double low, high;
    const skpi_urban_converging_interval_in in = {
        .size = sizeof in, .n = 1, .last_date = &last, .last_share = &p, .share = &share, .urgd = &urgd};
    const skpi_urban_converging_interval_options o = {.size = sizeof o, .width = width};
    if (!truth_given(t, skpi_urban_converging_interval(&in, year, 1, &o, &low, &high, NULL))) return;
    const quad s = truth_within(urgd, -0.1Q, 0.1Q), q = p;
    const quad w = width * sqrtq(0.05Q * 0.05Q + s * s) * powq((quad)year - last, 0.95Q) *
                   powq(truth_larger(4 * q * (1 - q), 0.08Q), -0.2Q);
    const quad l = truth_logit(share);
    truth_is_share(t, "low", low, l - w, fabsq(l) + w);
    truth_is_share(t, "high", high, l + w, fabsq(l) + w);
}

/* logistic(logit share + mu t + z sigma sqrt t). */
static void truth_urban_walk_quantile(truth *t)
{
    const double share = truth_share(t, "share"), drift = truth_growth(t, "drift");
    const double sigma = truth_between(t, "sigma", 0, t->regime == TRUTH_REALISTIC ? 0.1 : 2);
    const double prob = truth_probability(t, "prob");
    const size_t n = truth_count(t, "n_years", 1, 60);
    const skpi_urban_walk_quantile_in in = {
        .size = sizeof in, .n = 1, .share = &share, .drift = &drift, .sigma = &sigma};
    double *quantile = truth_room(t, n);
    if (!truth_given(t, skpi_urban_walk_quantile(&in, n, 1, &prob, quantile, NULL))) return;
    const quad l = truth_logit(share), z = truth_normal_quantile(prob);
    for (size_t i = 0; i < n; i += 7) {
        const quad moved = (quad)drift * (i + 1), spread = z * sigma * sqrtq((quad)(i + 1));
        truth_is_share(t, "quantile", quantile[i], l + moved + spread, fabsq(l) + fabsq(moved) + fabsq(spread));
    }
}

static void truth_urban_population(truth *t)
{
    const double share = truth_closed_share(t, "share"), total = truth_quantity(t, "total");
    double urban, rural;
    if (!truth_given(t, skpi_urban_population(1, 1, &share, &total, &urban, &rural))) return;
    truth_is(t, "urban", urban, (quad)share * total, 0);
    truth_is(t, "rural", rural, (1 - (quad)share) * total, 0);
}

/* Urban people over all people. */
static void truth_urban_aggregate(truth *t)
{
    const size_t n = truth_count(t, "n", 1, 8);
    const double *share = truth_many(t, n, truth_closed_share, "share"),
                 *total = truth_many(t, n, truth_quantity, "total");
    const int32_t group[8] = {0};
    double found;
    if (!truth_given(t, skpi_urban_aggregate(n, 1, 1, share, total, group, &found))) return;
    quad urban = 0, all = 0;
    for (size_t i = 0; i < n; i++) {
        urban += (quad)share[i] * total[i];
        all += total[i];
    }
    truth_is(t, "group_share", found, urban / all, 0);
}

/* g_j = (1 - w) g_(j-1) + w ln(U_j/U_(j-1)), C_j = C_(j-1) exp(g_j), w = min(j/25, 1). */
static void truth_urban_cities_project(truth *t)
{
    const size_t n = truth_count(t, "n_years", 1, 60);
    const double population = truth_quantity(t, "population"), growth = truth_growth(t, "growth");
    double *urban = truth_room(t, n + 1), *city = truth_room(t, n);
    urban[0] = truth_quantity(t, "urban");
    for (size_t j = 1; j <= n; j++)
        urban[j] =
            t->regime == TRUTH_REALISTIC ? urban[j - 1] * exp(truth_growth(t, "step")) : truth_quantity(t, "urban");
    if (!truth_given(t, skpi_urban_cities_project(1, n, &population, &growth, urban, city, NULL))) return;
    quad g = growth, sum = 0, size = 0;
    for (size_t j = 1; j <= n; j++) {
        const quad w = j < 25 ? (quad)j / 25 : 1, step = logq((quad)urban[j] / urban[j - 1]);
        g = (1 - w) * g + w * step;
        sum += g;
        size = truth_larger(size, truth_larger(fabsq(sum), fabsq(step)));
        truth_is(t, "city", city[j - 1], population * expq(sum), population * expq(sum) * (1 + size));
    }
}
static void truth_urban_cities_check(truth *t)
{
    const size_t n = truth_count(t, "n", 1, 8);
    const double *city = truth_many(t, n, truth_quantity, "city"), urban = truth_quantity(t, "urban");
    int32_t first;
    double factor;
    if (!truth_given(t, skpi_urban_cities_check(n, 1, city, &urban, &first, &factor))) return;
    quad sum = 0;
    for (size_t i = 0; i < n; i++) sum += city[i];
    const bool more = sum > urban * (1 + 1e-9Q);
    truth_same(t, "first_excess", first, more ? 0 : SKPI_NONE);
    truth_is(t, "factor", factor, more ? urban / sum : 1, 0);
}

/* s_k in proportion to s_k0 (s_k1/s_k0)^w; outside the observations a year l away counts as f (1 - f^l)/(1 - f). */
static void truth_urban_three_way(truth *t)
{
    const double date[] = {truth_integer(t, "date0", 1990, 2010), 2010.0 + truth_integer(t, "date1", 1, 20)};
    double part[2][3];
    for (size_t d = 0; d < 2; d++) {
        const double u = truth_between(t, "city", 0.02, 0.5), v = truth_between(t, "town", 0.02, 0.45);
        part[d][0] = u;
        part[d][1] = v;
        part[d][2] = 1 - u - v;
    }
    const double damping = truth_between(t, "damping", 0.5, 1);
    const int32_t year = truth_integer(t, "year", 1960, 2090);
    const skpi_urban_three_way_in in = {
        .size = sizeof in, .n = 1, .date0 = &date[0], .part0 = part[0], .date1 = &date[1], .part1 = part[1]};
    const skpi_urban_three_way_options o = {.size = sizeof o, .damping = damping};
    double share[3];
    if (!truth_given(t, skpi_urban_three_way(&in, year, 1, &o, share, NULL))) return;
    quad counts = 0, f = 1, s[3], sum = 0; /* years before or after the observations, as they count */
    for (double l = year < date[0] ? date[0] - year : year - date[1]; l > 0; l--) counts += f *= damping;
    const quad span = (quad)date[1] - date[0];
    const quad w = year < date[0] ? -counts / span : year > date[1] ? 1 + counts / span : (year - (quad)date[0]) / span;
    quad size = 1;
    for (size_t k = 0; k < 3; k++) {
        const quad ratio = (quad)part[1][k] / part[0][k];
        sum += s[k] = part[0][k] * powq(ratio, w);
        size = truth_larger(size, fabsq(w * logq(ratio)));
    }
    for (size_t k = 0; k < 3; k++) truth_is(t, "share", share[k], s[k] / sum, s[k] / sum * size);
}

/* U' = (1 + n_u - m_ur) U + m_ru R; the dominant eigenvalue and its vector. */
static void truth_urban_two_region(truth *t)
{
    const double urban = truth_quantity(t, "urban"), rural = truth_quantity(t, "rural");
    const double limit = t->regime == TRUTH_REALISTIC ? 0.05 : 0.5;
    const double nu = truth_between(t, "natural_urban", -limit, limit),
                 nr = truth_between(t, "natural_rural", -limit, limit);
    const double out_of = truth_between(t, "to_rural", 0, limit), into = truth_between(t, "to_urban", 0, limit);
    const size_t n = truth_count(t, "n_years", 1, 40);
    double *u = truth_room(t, n), *r = truth_room(t, n), *natural = truth_room(t, n), *moved = truth_room(t, n), growth,
           stable;
    const skpi_urban_two_region_in in = {.size = sizeof in,
                                         .n = 1,
                                         .urban = &urban,
                                         .rural = &rural,
                                         .natural_urban = &nu,
                                         .natural_rural = &nr,
                                         .to_rural = &out_of,
                                         .to_urban = &into};
    skpi_urban_two_region_out out = {.size = sizeof out,
                                     .urban = u,
                                     .rural = r,
                                     .natural = natural,
                                     .migration = moved,
                                     .growth = &growth,
                                     .stable = &stable};
    if (!truth_given(t, skpi_urban_two_region(&in, n, &out, NULL))) return;
    quad term[] = {nu, -out_of, into, -nr}; /* the largest first, because they may cancel */
    for (int i = 0; i < 3; i++)
        for (int j = 3; j > i; j--)
            if (fabsq(term[j]) > fabsq(term[j - 1])) {
                const quad larger = term[j];
                term[j] = term[j - 1];
                term[j - 1] = larger;
            }
    const quad a = 1 + (quad)nu - out_of, d = 1 + (quad)nr - into, h = (term[0] + term[1] + term[2] + term[3]) / 2,
               q = sqrtq(h * h + (quad)out_of * into);
    quad x = urban, y = rural;
    for (size_t j = 0; j < n; j++) {
        truth_is(t, "natural", natural[j], nu * x, 0);
        truth_is(t, "migration", moved[j], into * y - out_of * x, truth_larger(into * y, out_of * x));
        const quad x1 = a * x + into * y, y1 = out_of * x + d * y;
        x = x1;
        y = y1;
        truth_is(t, "urban", u[j], x, 0);
        truth_is(t, "rural", r[j], y, 0);
    }
    const int all_urban = rural == 0 && out_of == 0,
              all_rural = urban == 0 && into == 0; /* the other is empty for ever */
    truth_is(t, "growth", growth, all_urban ? a : all_rural ? d : (a + d) / 2 + q, 0);
    const quad less = h > 0 ? (quad)out_of * into / (q + h) : q - h; /* lambda - a */
    if (into > 0) truth_is(t, "stable", stable, all_urban ? 1 : into / (into + less), 0);
}

/* The midpoint -+ ln(2 + sqrt 3)/s, K (3 -+ sqrt 3)/6, K s/4. */
static void truth_urban_stages(truth *t)
{
    const double k = truth_closed_share(t, "ceiling"), mid = truth_date(t, "midpoint");
    const double s = truth_between(t, "speed", t->regime == TRUTH_REALISTIC ? 0.01 : 1e-9, 0.5);
    double got[7];
    skpi_urban_stages_out out = {.size = sizeof out,
                                 .start_date = &got[0],
                                 .start_share = &got[1],
                                 .middle_date = &got[2],
                                 .middle_share = &got[3],
                                 .end_date = &got[4],
                                 .end_share = &got[5],
                                 .top_speed = &got[6]};
    if (!truth_given(t, skpi_urban_stages(1, &k, &s, &mid, &out, NULL))) return;
    const quad away = logq(2 + sqrtq(3)) / s, root = sqrtq(3);
    const quad want[] = {mid - away,         k * (3 - root) / 6, mid, (quad)k / 2, mid + away,
                         k * (3 + root) / 6, (quad)k * s / 4};
    for (size_t i = 0; i < 7; i++) truth_is(t, "stage", got[i], want[i], i == 0 || i == 4 ? mid + away : 0);
}

static void truth_urban_doubling_time(truth *t)
{
    const double rate = truth_growth(t, "rate");
    double doubling, halving;
    if (!truth_given(t, skpi_urban_doubling_time(1, &rate, &doubling, &halving, NULL))) return;
    truth_is(t, "doubling", doubling, rate > 0 ? logq(2) / rate : nanq(""), 0);
    truth_is(t, "halving", halving, rate < 0 ? -logq(2) / rate : nanq(""), 0);
}

const truth_formula truth_urban[] = {
    TRUTH(urban_urgd, 4, 4, 4),           TRUTH(urban_window_urgd, 4, 4, 4),
    TRUTH(urban_size_class, 0, 0, 0),     TRUTH(urban_norm_urgd, 4, 4, 4),
    TRUTH(urban_project, 32, 128, 256),   TRUTH(urban_project_history, 2, 2, 4),
    TRUTH(urban_crossing, 2, 2, 8),       TRUTH(urban_harmonise, 2, 2, 4),
    TRUTH(urban_error_quantile, 2, 4, 4), TRUTH(urban_converging_interval, 4, 4, 4),
    TRUTH(urban_walk_quantile, 2, 4, 8),  TRUTH(urban_population, 2, 2, 2),
    TRUTH(urban_aggregate, 4, 4, 4),      TRUTH(urban_cities_project, 16, 16, 16),
    TRUTH(urban_cities_check, 2, 2, 2),   TRUTH(urban_three_way, 4, 8, 8),
    TRUTH(urban_two_region, 32, 32, 64),  TRUTH(urban_stages, 4, 4, 4),
    TRUTH(urban_doubling_time, 2, 2, 2),  {0},
};
