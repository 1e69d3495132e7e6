/* Parts that add up to 1, from their logarithms' differences to the last: a part of the template block_variant.h. */

SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(parts_of)(const double *restrict y, const double *restrict z, int near,
                                                       double *restrict p, double *restrict q, double *restrict r)
{
    const double far = SKPI__PARTS_FAR;
    double e[LANES], f[LANES];
    if (near) {
        for (size_t i = 0; i < LANES; i++) e[i] = skpi__power(y[i] * SKPI__LOG2_E);
        for (size_t i = 0; i < LANES; i++) f[i] = skpi__power(z[i] * SKPI__LOG2_E);
    } else {
        for (size_t i = 0; i < LANES; i++) e[i] = skpi__power(skpi__clamped(y[i], -far, far) * SKPI__LOG2_E);
        for (size_t i = 0; i < LANES; i++) f[i] = skpi__power(skpi__clamped(z[i], -far, far) * SKPI__LOG2_E);
    }
    for (size_t i = 0; i < LANES; i++) r[i] = 1 / ((1 + e[i]) + f[i]);
    for (size_t i = 0; i < LANES; i++) p[i] = skpi__at_most_one(e[i] * r[i]);
    for (size_t i = 0; i < LANES; i++) q[i] = skpi__at_most_one(f[i] * r[i]);
}

SKPI__TARGET SKPI__INLINE void SKPI__VARIANT(whole_parts)(const double *restrict y, const double *restrict z, int near,
                                                          double *restrict p, double *restrict q, double *restrict r,
                                                          skpi__counted *of)
{
    uint16_t *restrict id = of[0].id, *restrict id_q = of[1].id, *restrict id_r = of[2].id;
    uint32_t *restrict count = of[0].count, *restrict count_q = of[1].count, *restrict count_r = of[2].count;
    const skpi__bins in = of[0].bins, in_q = of[1].bins, in_r = of[2].bins;
    uint64_t lane[LANES] = {0}, lane_q[LANES] = {0}, lane_r[LANES] = {0}, sum[3] = {0};
    for (size_t c = 0; c < N; c += LANES) {
        double u[LANES], v[LANES], w[LANES];
        uint64_t place[LANES], place_q[LANES], place_r[LANES];
        SKPI__VARIANT(parts_of)(y + c, z + c, near, u, v, w);
        for (size_t i = 0; i < LANES; i++) p[c + i] = u[i];
        for (size_t i = 0; i < LANES; i++) q[c + i] = v[i];
        for (size_t i = 0; i < LANES; i++) r[c + i] = w[i];
        for (size_t i = 0; i < LANES; i++) place[i] = skpi__place_of(u[i], in.low, in.high, in.scale);
        if (c)
            for (size_t i = 0; i < LANES; i++) count[id[c - LANES + i]]++;
        for (size_t i = 0; i < LANES; i++) place_q[i] = skpi__place_of(v[i], in_q.low, in_q.high, in_q.scale);
        if (c)
            for (size_t i = 0; i < LANES; i++) count_q[id_q[c - LANES + i]]++;
        for (size_t i = 0; i < LANES; i++) place_r[i] = skpi__place_of(w[i], in_r.low, in_r.high, in_r.scale);
        if (c)
            for (size_t i = 0; i < LANES; i++) count_r[id_r[c - LANES + i]]++;
        for (size_t i = 0; i < LANES; i++) id[c + i] = (uint16_t)place[i];
        for (size_t i = 0; i < LANES; i++) id_q[c + i] = (uint16_t)place_q[i];
        for (size_t i = 0; i < LANES; i++) id_r[c + i] = (uint16_t)place_r[i];
        for (size_t i = 0; i < LANES; i++) lane[i] += skpi__share_bits(u[i]);
        for (size_t i = 0; i < LANES; i++) lane_q[i] += skpi__share_bits(v[i]);
        for (size_t i = 0; i < LANES; i++) lane_r[i] += skpi__share_bits(w[i]);
    }
    for (size_t i = 0; i < LANES; i++) count[id[N - LANES + i]]++;
    for (size_t i = 0; i < LANES; i++) count_q[id_q[N - LANES + i]]++;
    for (size_t i = 0; i < LANES; i++) count_r[id_r[N - LANES + i]]++;
    for (size_t i = 0; i < LANES; i++) sum[0] += lane[i], sum[1] += lane_q[i], sum[2] += lane_r[i];
    for (size_t v = 0; v < 3; v++) of[v].sum = (int64_t)(sum[v] - N * SKPI__SHARE_ZERO);
}

SKPI__TARGET static void SKPI__VARIANT(parts)(const double *const *y, int near, double *const *p, skpi__counted *of)
{
    if (!of)
        for (size_t c = 0; c < N; c += LANES)
            SKPI__VARIANT(parts_of)(y[0] + c, y[1] + c, 0, p[0] + c, p[1] + c, p[2] + c);
    else if (near)
        SKPI__VARIANT(whole_parts)(y[0], y[1], 1, p[0], p[1], p[2], of);
    else
        SKPI__VARIANT(whole_parts)(y[0], y[1], 0, p[0], p[1], p[2], of);
}
