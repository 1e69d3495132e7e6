/* Threads that do not start: the system cannot give a thread a stack of the size that is asked for. */
#ifndef SKPI_UNIT_NO_THREADS_H
#define SKPI_UNIT_NO_THREADS_H
#include <pthread.h>
#include <stdint.h>

#ifdef __GLIBC__
static pthread_attr_t no_threads_before;
/* From here on no thread can be started, until no_threads_end. */
static inline void no_threads_begin(void)
{
    pthread_attr_t large;
    ck_assert_int_eq(pthread_getattr_default_np(&no_threads_before), 0);
    ck_assert_int_eq(pthread_getattr_default_np(&large), 0);
    ck_assert_int_eq(pthread_attr_setstacksize(&large, SIZE_MAX / 4), 0);
    ck_assert_int_eq(pthread_setattr_default_np(&large), 0);
    pthread_attr_destroy(&large);
}
static inline void no_threads_end(void)
{
    ck_assert_int_eq(pthread_setattr_default_np(&no_threads_before), 0);
    pthread_attr_destroy(&no_threads_before);
}
#endif

#endif
