/* The probe: what the tests' Python loads.  It is made of the library's own objects, so it exports every public
 * function, and adds a count that is private: of the steps of loops that run until they converge (core/steps.h).  The
 * files with such loops are compiled for it with SKPI_PROBE; the linker takes these.  It can also put this thread into a
 * mode that a host may have chosen.
 */
#include <fenv.h>
#include <smartkpi.h>
#include <stdatomic.h>
#ifdef __SSE__
#include <xmmintrin.h>
#endif
#include "core/steps.h"

__attribute__((visibility("default"))) uint64_t probe_steps(void);
__attribute__((visibility("default"))) int probe_mode(int mode);

#ifdef SKPI_PROBE
atomic_uint_fast64_t skpi__steps;
#else
static atomic_uint_fast64_t skpi__steps;
#endif

/* The steps since the last call of this function. */
uint64_t probe_steps(void) { return atomic_exchange(&skpi__steps, 0); }

/* How this thread rounds: 0 to nearest, 1 upward, 2 downward, 3 toward zero; 4: to nearest, and numbers below DBL_MIN
 * are 0, as after gcc -ffast-math.  Returns 0 if it has no such mode. */
int probe_mode(int mode)
{
    static const int rounding[] = {FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO, FE_TONEAREST};
    if (fesetround(rounding[mode])) return 0;
#ifdef __SSE__
    enum { FLUSH_TO_ZERO = 0x8000, SUBNORMALS_ARE_ZERO = 0x40 };
    const unsigned flush = FLUSH_TO_ZERO | SUBNORMALS_ARE_ZERO;
    _mm_setcsr(mode == 4 ? _mm_getcsr() | flush : _mm_getcsr() & ~flush);
    return 1;
#else
    return mode < 4;
#endif
}
