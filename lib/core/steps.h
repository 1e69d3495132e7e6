/* Loops that run until they converge count their steps, so that the tests see what a call may cost.
 *
 * The count is in the tests' probe (tests/fuzz/probe.c), which compiles the files with such loops once more.  In the
 * library SKPI__STEP() is nothing.
 */
#ifndef SKPI_CORE_STEPS_H
#define SKPI_CORE_STEPS_H

#ifdef SKPI_PROBE
#include <stdatomic.h>
extern atomic_uint_fast64_t skpi__steps; /* of all threads */
#define SKPI__STEP() ((void)atomic_fetch_add_explicit(&skpi__steps, 1, memory_order_relaxed))
#else
#define SKPI__STEP() ((void)0)
#endif

#endif
