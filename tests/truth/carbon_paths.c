/* Emission paths in closed form beside __float128 (truth.h); smartkpi_carbon(7) has the formulas. */
#include "truth/truth.h"

/* A path of one place. */
typedef struct truth_path {
    int32_t shape;
    double t0, e0, residual, t_peak, e_peak, plateau, t_net_zero, power, rate, growth, mitigation, t_mid;
    skpi_carbon_path c;
} truth_path;

static void truth_path_draw(truth *t, truth_path *p)
{
    const int32_t shape = truth_integer(t, "shape", SKPI_CARBON_SHAPE_LINEAR, SKPI_CARBON_SHAPE_HERMITE);
    const bool peak = shape == SKPI_CARBON_SHAPE_PEAK || shape == SKPI_CARBON_SHAPE_HERMITE;
    *p = (truth_path){.shape = shape};
    const double most = t->regime == TRUTH_REALISTIC ? 0.2 : 0.9;
    p->t0 = truth_between(t, "t0", 1990, 2023);
    p->e0 = fmin(truth_quantity(t, "e0"), 1e300);
    p->residual = p->e0 * truth_between(t, "residual", -0.2, 0.5);
    p->t_peak = p->t0 + 1 + truth_between(t, "to the peak", 0, 20);
    p->e_peak = p->e0 * (1 + truth_between(t, "rise", 0, 1));
    p->plateau = truth_between(t, "plateau", 0, 10);
    p->t_net_zero = p->t_peak + p->plateau + 5 + truth_between(t, "decline", 0, 40);
    p->power = truth_between(t, "power", 0.1, 5);
    p->rate = truth_between(t, "rate", 1e-3, most);
    p->growth = truth_between(t, "growth", 0, 0.1);
    p->mitigation = truth_between(t, "mitigation", t->regime == TRUTH_REALISTIC ? 0.01 : 1e-6, 0.5);
    p->t_mid = p->t0 + truth_between(t, "middle", -50, 100);
    if (shape == SKPI_CARBON_SHAPE_LINEAR) p->rate *= p->e0;
    p->c = (skpi_carbon_path){.size = sizeof p->c,
                              .n = 1,
                              .shape = shape,
                              .convention = SKPI_CARBON_CONVENTION_INTEGRAL,
                              .t0 = &p->t0,
                              .e0 = &p->e0};
    if (peak || shape == SKPI_CARBON_SHAPE_LINEAR || shape == SKPI_CARBON_SHAPE_LOGISTIC) p->c.residual = &p->residual;
    if (peak) {
        p->c.t_peak = &p->t_peak;
        p->c.e_peak = &p->e_peak;
        p->c.plateau = &p->plateau;
        p->c.t_net_zero = &p->t_net_zero;
    }
    if (shape == SKPI_CARBON_SHAPE_PEAK) p->c.power = &p->power;
    if (shape <= SKPI_CARBON_SHAPE_LOGISTIC) p->c.rate = &p->rate;
    if (shape == SKPI_CARBON_SHAPE_CAPPED || shape == SKPI_CARBON_SHAPE_HERMITE) p->c.growth = &p->growth;
    if (shape == SKPI_CARBON_SHAPE_CAPPED) p->c.mitigation = &p->mitigation;
    if (shape == SKPI_CARBON_SHAPE_LOGISTIC) p->c.t_mid = &p->t_mid;
}

/* A cubic between two values with two slopes, s years after the first; the area up to there. */
static quad truth_cubic(quad h, quad y0, quad y1, quad d0, quad d1, quad s, quad *area)
{
    const quad delta = (y1 - y0) / h, c = (3 * delta - 2 * d0 - d1) / h, d = (d0 + d1 - 2 * delta) / (h * h);
    *area = y0 * s + d0 * s * s / 2 + c * s * s * s / 3 + d * s * s * s * s / 4;
    return y0 + d0 * s + c * s * s + d * s * s * s;
}
/* Linear, exponential, compound, logistic and capped: emission and integral s years after the start. */
static quad truth_falling(const truth_path *p, quad s, quad *area)
{
    const quad e0 = p->e0, r = p->residual, k = p->rate;
    if (p->shape == SKPI_CARBON_SHAPE_LINEAR) {
        const quad years = (e0 - r) / k, at = s < years ? s : years;
        *area = e0 * at - k * at * at / 2 + r * (s - at);
        return s < years ? e0 - k * s : r;
    }
    if (p->shape == SKPI_CARBON_SHAPE_EXPONENTIAL || p->shape == SKPI_CARBON_SHAPE_COMPOUND) {
        const quad cut = p->shape == SKPI_CARBON_SHAPE_COMPOUND ? -log1pq(-k) : k;
        *area = e0 * -expm1q(-cut * s) / cut;
        return e0 * expq(-cut * s);
    }
    if (p->shape == SKPI_CARBON_SHAPE_LOGISTIC) {
        const quad a = k * ((quad)p->t0 - p->t_mid), b = a + k * s;
        /* (1 + e^a)(s - (ln(1 + e^b) - ln(1 + e^a))/k), in the form that does not cancel for a above 0 */
        const quad i = a > 0 ? (log1pq(expq(-a)) - log1pq(expq(-b))) / k : s - (log1pq(expq(b)) - log1pq(expq(a))) / k;
        *area = r * s + (e0 - r) * (1 + expq(a)) * i;
        return r + (e0 - r) * (1 + expq(a)) / (1 + expq(b));
    }
    const quad m = p->mitigation, n = p->growth + m, x = m * s;
    quad g2 = (1 - (1 + x) * expq(-x)) / (x * x), one = 0.5Q;
    if (x < 0.01Q) { /* the series of the same */
        g2 = one;
        quad power = 1;
        for (int i = 1; i < 20; i++) {
            power *= -x / i;
            g2 += power / (i + 2);
        }
    }
    *area = x > 0 ? e0 * s * (-expm1q(-x) / x + n * s * g2) : 0;
    return e0 * (1 + n * s) * expq(-x);
}
/* Peak and Hermite. */
static quad truth_peaking(const truth_path *p, quad s, quad *area)
{
    const quad e0 = p->e0, ep = p->e_peak, r = p->residual, rise = (quad)p->t_peak - p->t0, w = p->plateau;
    const quad d = (quad)p->t_net_zero - p->t_peak - w, after = s - rise - w, delta = (ep - e0) / rise;
    const bool peak = p->shape == SKPI_CARBON_SHAPE_PEAK;
    quad slope = p->growth * e0, whole, part;
    if (delta == 0)
        slope = 0;
    else if (slope > 3 * delta)
        slope = 3 * delta;
    truth_cubic(rise, e0, ep, peak ? delta : slope, peak ? delta : 0, rise, &whole);
    if (s <= rise) return truth_cubic(rise, e0, ep, peak ? delta : slope, peak ? delta : 0, s, area);
    *area = whole + ep * (after < 0 ? s - rise : w);
    if (after <= 0) return ep;
    const quad at = after < d ? after : d, left = 1 - at / d, q = p->power;
    if (peak) {
        *area += r * at + (ep - r) * d / (q + 1) * (left > 0 ? -expm1q((q + 1) * log1pq(-at / d)) : 1);
        part = r + (ep - r) * (left > 0 ? powq(left, q) : 0);
    } else {
        part = truth_cubic(d, ep, r, 0, 0, at, &whole);
        *area += whole;
    }
    *area += r * (after - at);
    return after < d ? part : r;
}
static quad truth_emission(const truth_path *p, quad s, quad *area)
{
    return p->shape >= SKPI_CARBON_SHAPE_PEAK ? truth_peaking(p, s, area) : truth_falling(p, s, area);
}
/* The largest emission of a path, whose rounding any emission and each year of an integral may have; of a stretch
 * between two dates these are the largest terms, and the emission moves with it. */
static quad truth_height(const truth_path *p, quad s)
{
    const quad most = p->shape >= SKPI_CARBON_SHAPE_PEAK ? (quad)p->e_peak : (quad)p->e0;
    if (p->shape >= SKPI_CARBON_SHAPE_PEAK)
        return most * p->t_net_zero /
               truth_within((quad)p->t_net_zero - p->t_peak - p->plateau, 0, (quad)p->t_peak - p->t0);
    return p->shape == SKPI_CARBON_SHAPE_CAPPED ? most * (1 + (p->growth + (quad)p->mitigation) * s) : most;
}

static void truth_carbon_path_value(truth *t)
{
    truth_path p;
    truth_path_draw(t, &p);
    const int32_t year = 2023 + truth_integer(t, "year", 1, 80);
    double emission, cumulative;
    if (!truth_given(t, skpi_carbon_path_value(&p.c, year, 1, &emission, &cumulative, NULL))) return;
    const quad s = (quad)year - p.t0;
    quad area;
    const quad e = truth_emission(&p, s, &area);
    truth_is(t, "emission", emission, e, truth_height(&p, s));
    truth_is(t, "cumulative", cumulative, area, truth_height(&p, s) * s);
}
static void truth_carbon_path_total(truth *t)
{
    truth_path p;
    truth_path_draw(t, &p);
    const int32_t year = 2023 + truth_integer(t, "year", 1, 80);
    double total;
    if (!truth_given(t, skpi_carbon_path_total(&p.c, year, 1, &total, NULL))) return;
    const quad s = (quad)year - p.t0;
    quad before, after;
    truth_emission(&p, s, &before);
    truth_emission(&p, s + 1, &after);
    truth_is(t, "total", total, after - before, truth_height(&p, s));
}

/* Parameters that meet a target, where they have a formula. */
static void truth_carbon_path_solve(truth *t)
{
    truth_path p;
    truth_path_draw(t, &p);
    const double end = p.t0 + 1 + truth_between(t, "years", 0, 60), part = truth_between(t, "part", 0.05, 0.95);
    const quad e0 = p.e0, r = p.residual, span = (quad)end - p.t0, ep = p.e_peak, w = p.plateau;
    const quad rise = (e0 + ep) * ((quad)p.t_peak - p.t0) / 2 + ep * w, d = (quad)p.t_net_zero - p.t_peak - w;
    int32_t by = SKPI_CARBON_TARGET_END;
    double target = p.e0 * part, unknown;
    quad want, term = 0;
    p.c.rate = p.c.mitigation = p.c.power = NULL;
    if (p.shape == SKPI_CARBON_SHAPE_LINEAR) {
        by = SKPI_CARBON_TARGET_BUDGET;
        target = (double)(e0 * span / 2);
        want = (e0 - r) * (e0 + r) / 2 / target;
    } else if (p.shape == SKPI_CARBON_SHAPE_EXPONENTIAL) {
        want = logq(e0 / target) / span;
    } else if (p.shape == SKPI_CARBON_SHAPE_COMPOUND) {
        want = -expm1q(logq(target / e0) / span);
    } else if (p.shape == SKPI_CARBON_SHAPE_LOGISTIC) {
        const quad k = p.rate, most = r + (e0 - r) * 0.98Q, least = r + (e0 - r) * expq(-k * span);
        p.c.rate = &p.rate;
        p.c.t_mid = NULL;
        if (most <= least) return;
        target = (double)(least + (most - least) * part);
        const quad share = (target - r) / (e0 - r);
        want = p.t0 - logq((1 - share) / (share * expq(k * span) - 1)) / k;
        term = end + 1 / k * (1 + 64 / (1 - share) + 64 / (share - expq(-k * span)) * share);
    } else if (p.shape == SKPI_CARBON_SHAPE_CAPPED) {
        const double years = 1 + span > 20 ? 20 : 5;
        by = SKPI_CARBON_TARGET_BUDGET;
        target = p.e0 * years * part;
        const quad q = target / e0;
        want = (1 + sqrtq(1 + p.growth * q)) / q;
    } else if (p.shape == SKPI_CARBON_SHAPE_PEAK) {
        by = SKPI_CARBON_TARGET_BUDGET;
        target = (double)(rise + r * d + (ep - r) * d * part);
        want = (rise + ep * d - target) / (target - rise - r * d);
        term = ep * p.t_net_zero / (target - rise - r * d) * (1 + want);
    } else {
        by = SKPI_CARBON_TARGET_BUDGET;
        p.c.t_net_zero = NULL;
        p.c.growth = NULL;
        const quad years = (quad)p.t_peak - p.t0, area = years * (e0 + ep) / 2 - years * (ep - e0) / 12 * 0;
        target = (double)(rise + (ep + r) / 2 * d);
        want = p.t_peak + w + 2 * (target - area - ep * w) / (ep + r);
        term = p.t_net_zero + 2 * rise / (ep + r);
    }
    const double for_ever = HUGE_VAL;
    if (by == SKPI_CARBON_TARGET_END) p.c.t_end = &end;
    if (p.shape == SKPI_CARBON_SHAPE_CAPPED) p.c.t_end = &for_ever;
    if (!truth_given(t, skpi_carbon_path_solve(&p.c, by, &target, &unknown, NULL))) return;
    truth_is(t, "unknown", unknown, want, term);
}
/* A + R D < B < A + Ep D. */
static void truth_carbon_path_range(truth *t)
{
    truth_path p;
    truth_path_draw(t, &p);
    p.c.shape = SKPI_CARBON_SHAPE_PEAK;
    p.c.rate = p.c.growth = p.c.mitigation = p.c.t_mid = p.c.power = NULL;
    p.c.residual = &p.residual;
    p.c.t_peak = &p.t_peak;
    p.c.e_peak = &p.e_peak;
    p.c.plateau = &p.plateau;
    p.c.t_net_zero = &p.t_net_zero;
    double low, high;
    if (!truth_given(t, skpi_carbon_path_range(&p.c, SKPI_CARBON_TARGET_BUDGET, &low, &high, NULL))) return;
    const quad rise = ((quad)p.e0 + p.e_peak) * ((quad)p.t_peak - p.t0) / 2 + (quad)p.e_peak * p.plateau;
    const quad d = (quad)p.t_net_zero - p.t_peak - p.plateau;
    truth_is(t, "low", low, rise + p.residual * d, (quad)p.e_peak * p.t_net_zero);
    truth_is(t, "high", high, rise + p.e_peak * d, (quad)p.e_peak * p.t_net_zero);
}
static void truth_carbon_path_peak(truth *t)
{
    truth_path p;
    truth_path_draw(t, &p);
    double date, height;
    if (truth_alike(p.e_peak, p.e0) || !truth_given(t, skpi_carbon_path_peak(&p.c, &date, &height, NULL))) return;
    const quad n = p.growth + (quad)p.mitigation, m = p.mitigation;
    quad area, when = p.t0;
    if (p.shape >= SKPI_CARBON_SHAPE_PEAK && p.e_peak > p.e0) when = p.t_peak;
    if (p.shape == SKPI_CARBON_SHAPE_CAPPED && p.growth > 0) when += p.growth / (m * n);
    truth_is(t, "date", date, when, 0);
    truth_is(t, "peak", height, truth_emission(&p, when - p.t0, &area), 0);
}
static void truth_carbon_path_net_zero(truth *t)
{
    truth_path p;
    truth_path_draw(t, &p);
    if (p.shape == SKPI_CARBON_SHAPE_HERMITE || p.shape == SKPI_CARBON_SHAPE_CAPPED) p.shape = SKPI_CARBON_SHAPE_LINEAR;
    if (p.c.shape != p.shape) return; /* these have a root and no formula */
    const double part = truth_between(t, "part", 0.55, 0.95), threshold = p.e0 * part;
    double date;
    if (!truth_given(t, skpi_carbon_path_net_zero(&p.c, &threshold, &date, NULL, NULL))) return;
    const quad e0 = p.e0, r = p.residual, k = p.rate, x = threshold;
    quad s = logq(e0 / x) / (p.shape == SKPI_CARBON_SHAPE_COMPOUND ? -log1pq(-k) : k), term = p.t0 + s;
    if (p.shape == SKPI_CARBON_SHAPE_LINEAR) s = (e0 - x) / k;
    if (p.shape == SKPI_CARBON_SHAPE_LOGISTIC) {
        const quad a = k * ((quad)p.t0 - p.t_mid), y = (e0 - r) / (x - r); /* (1 + e^b)/(1 + e^a) */
        s = logq(y - 1 + y * expq(a)) / k - a / k;
        term = p.t0 + s +
               (1 + 8 * fabsq(e0) / fabsq(x - r) / -expm1q(-logq(y)) / (y - 1 + y * expq(a)) * (1 + expq(a))) / k;
    }
    if (p.shape == SKPI_CARBON_SHAPE_PEAK) {
        const quad d = (quad)p.t_net_zero - p.t_peak - p.plateau;
        s = (quad)p.t_peak - p.t0 + p.plateau + d * (1 - powq((x - r) / ((quad)p.e_peak - r), 1 / (quad)p.power));
        term = p.t_net_zero;
    }
    truth_is(t, "first", date, p.t0 + s, term);
}

/* The monotone cubic of Fritsch and Butland: harmonic means of slopes, and three-point formulas at the ends. */
static quad truth_end_slope(quad h0, quad h1, quad d0, quad d1)
{
    const quad d = ((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1);
    if ((d > 0) != (d0 > 0) || d0 == 0) return 0;
    return (d0 > 0) != (d1 > 0) && fabsq(d) > 3 * fabsq(d0) ? 3 * d0 : d;
}
static void truth_carbon_path_milestones(truth *t)
{
    const size_t m = truth_count(t, "m", 3, 6);
    const int32_t *year = truth_years(t, m);
    double *value = truth_room(t, m);
    const double unit = fmax(fmin(truth_quantity(t, "unit"), 1e300), 1e-290);
    for (size_t i = 0; i < m; i++) value[i] = unit * truth_between(t, "milestone", -1, 1);
    const int32_t at = truth_integer(t, "year", year[0], year[m - 1]);
    const skpi_table table = {.size = sizeof table, .n = 1, .m = m, .year = year, .value = value};
    double emission, cumulative;
    if (!truth_given(t, skpi_carbon_path_milestones(&table, SKPI_CARBON_CONVENTION_INTEGRAL, NULL, at, 1, &emission,
                                                    &cumulative, NULL)))
        return;
    quad h[6] = {0}, d[6] = {0}, slope[6], area = 0, part = 0, e = value[0];
    for (size_t i = 0; i + 1 < m; i++) {
        h[i] = year[i + 1] - year[i];
        d[i] = ((quad)value[i + 1] - value[i]) / h[i];
    }
    for (size_t i = 1; i + 1 < m; i++) {
        const quad w0 = 2 * h[i] + h[i - 1], w1 = h[i] + 2 * h[i - 1];
        slope[i] = d[i - 1] * d[i] > 0 ? (w0 + w1) / (w0 / d[i - 1] + w1 / d[i]) : 0;
    }
    slope[0] = truth_end_slope(h[0], h[1], d[0], d[1]);
    slope[m - 1] = truth_end_slope(h[m - 2], h[m - 3], d[m - 2], d[m - 3]);
    for (size_t i = 0; i + 1 < m && year[i] < at; i++) {
        const quad s = at < year[i + 1] ? at - year[i] : h[i];
        e = truth_cubic(h[i], value[i], value[i + 1], slope[i], slope[i + 1], s, &part);
        area += part;
    }
    truth_is(t, "emission", emission, e, unit);
    truth_is(t, "cumulative", cumulative, area, unit * (at - year[0]));
}

const truth_formula truth_carbon_paths[] = {
    TRUTH(carbon_path_value, 4, 16, 32),    TRUTH(carbon_path_total, 32, 128, 64),
    TRUTH(carbon_path_solve, 4, 4, 4),      TRUTH(carbon_path_range, 1, 1, 1),
    TRUTH(carbon_path_peak, 4, 4, 4),       TRUTH(carbon_path_net_zero, 2, 2, 2),
    TRUTH(carbon_path_milestones, 4, 4, 8), {0},
};
