/* Selects the compiled variant that this machine can run (dispatch.h). */
#include "core/dispatch.h"

static int variant_runs(int32_t variant)
{
    if (variant == SKPI__PLAIN) return 1;
#ifdef SKPI_KERNEL_VARIANTS
    const int v3 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("fma");
    if (variant == SKPI__X86_64_V3) return v3;
    if (variant == SKPI__X86_64_V4)
        return v3 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
               __builtin_cpu_supports("avx512cd") && __builtin_cpu_supports("avx512dq") &&
               __builtin_cpu_supports("avx512vl");
#endif
    return 0;
}

int32_t skpi__dispatch(int32_t choice)
{
    if (choice && choice != SKPI__BEST) return variant_runs(choice) ? choice : 0;
    int32_t best = SKPI__X86_64_V4;
    while (!variant_runs(best)) best--;
    return best;
}
