/* The stream's kernels for one machine: a template of stream.c (core/variant.h). */

SKPI__AIM static void SKPI__NAME(words)(const skpi__stream *stream, uint64_t block, uint32_t *restrict word)
{
    const uint32_t year = stream->year, place = stream->place, variable = stream->variable;
    const uint32_t first = (uint32_t)block * SKPI__BLOCK_COUNTERS;
    uint32_t k[5] = {(uint32_t)stream->seed, (uint32_t)(stream->seed >> 32), stream->model, 0, 0};
    k[4] = skpi__parity(k);
    for (uint32_t i = 0; i < SKPI__BLOCK_COUNTERS; i++) {
        const skpi__words out = skpi__threefry(k, first + i, year, place, variable);
        word[i] = out.w[0];
        word[SKPI__BLOCK_COUNTERS + i] = out.w[1];
        word[2 * SKPI__BLOCK_COUNTERS + i] = out.w[2];
        word[3 * SKPI__BLOCK_COUNTERS + i] = out.w[3];
    }
}

SKPI__AIM static void SKPI__NAME(normals)(const uint32_t *restrict word, double *restrict z)
{
    for (size_t j = 0; j < PAIRS; j++) skpi__pair(word[j], word[PAIRS + j], &z[j], &z[PAIRS + j]);
}

SKPI__AIM static void SKPI__NAME(walk)(const uint32_t *restrict word, double drift, double sigma, double *restrict x)
{
    for (size_t j = 0; j < PAIRS; j++) {
        double first, second;
        skpi__pair(word[j], word[PAIRS + j], &first, &second);
        x[j] = x[j] + (drift + sigma * first);
        x[PAIRS + j] = x[PAIRS + j] + (drift + sigma * second);
    }
}

SKPI__AIM static void SKPI__NAME(inverse)(const uint32_t *restrict word, double *restrict z)
{
    for (size_t i = 0; i < SKPI__BLOCK; i++) z[i] = skpi__inverse(word[i]);
}
