/* The guard around GSL, and tasks over threads: what they promise while other threads do as they like. */
#include "core/guard.h"
#include "core/threads.h"
#include "unit/unit.h"
#include <gsl/gsl_errno.h>
#include <pthread.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/wait.h>
#include <unistd.h>

static atomic_int delivered, wrong;
static _Thread_local int guarded; /* 1: this thread raises errors only inside the guard */

static void host_handler(const char *reason, const char *file, int line, int error)
{
    (void)file, (void)line, (void)error;
    atomic_fetch_add(strcmp(reason, "host") == 0 && !guarded ? &delivered : &wrong, 1);
}

enum { TIMES = 10000 };

static void *raises_inside(void *unused)
{
    guarded = 1;
    for (int i = 0; i < TIMES; i++) {
        skpi__gsl_enter();
        gsl_error("ours", __FILE__, __LINE__, GSL_EDOM);
        if (i % 3 == 0) { /* nested */
            skpi__gsl_enter();
            gsl_error("ours", __FILE__, __LINE__, GSL_ESING);
            if (skpi__gsl_leave() != GSL_ESING) atomic_fetch_add(&wrong, 1);
        }
        if (!skpi__gsl_leave()) atomic_fetch_add(&wrong, 1);
    }
    return unused;
}

static void *raises_outside(void *unused)
{
    for (int i = 0; i < TIMES; i++) gsl_error("host", __FILE__, __LINE__, GSL_EDOM);
    return unused;
}

static void four_threads(void)
{
    pthread_t thread[4];
    for (int i = 0; i < 4; i++)
        ck_assert_int_eq(pthread_create(thread + i, NULL, i % 2 ? raises_outside : raises_inside, NULL), 0);
    for (int i = 0; i < 4; i++) pthread_join(thread[i], NULL);
}

START_TEST(errors_reach_whom_they_belong_to)
{
    uint64_t before = skpi__gsl_swallowed();
    gsl_set_error_handler(host_handler);
    four_threads();
    ck_assert_int_eq(wrong, 0);
    ck_assert_int_eq(delivered, 2 * TIMES);
    ck_assert_uint_eq(skpi__gsl_swallowed() - before, 2 * (TIMES + (TIMES + 2) / 3));
    ck_assert(gsl_set_error_handler(NULL) == host_handler); /* the host's handler is put back */
}
END_TEST

static void *raise_once(void *nothing)
{
    gsl_error("host", __FILE__, __LINE__, GSL_EDOM);
    return nothing;
}

/* While one thread is inside the guard, an error of another goes to the host. */
START_TEST(errors_of_others_reach_the_host)
{
    pthread_t other;
    gsl_set_error_handler(host_handler);
    const int heard = atomic_load(&delivered);
    skpi__gsl_enter();
    ck_assert_int_eq(pthread_create(&other, NULL, raise_once, NULL), 0);
    ck_assert_int_eq(pthread_join(other, NULL), 0);
    ck_assert_int_eq(skpi__gsl_leave(), 0);
    ck_assert_int_eq(atomic_load(&delivered), heard + 1);
    ck_assert(gsl_set_error_handler(NULL) == host_handler);
}
END_TEST

START_TEST(the_handler_may_be_off)
{
    gsl_set_error_handler_off();
    gsl_error_handler_t *off = gsl_set_error_handler_off();
    four_threads();
    ck_assert_int_eq(wrong, 0);
    ck_assert(gsl_set_error_handler(NULL) == off);
}
END_TEST

START_TEST(the_default_is_put_back)
{
    gsl_set_error_handler(NULL);
    skpi__gsl_enter();
    gsl_error("ours", __FILE__, __LINE__, GSL_EDOM); /* without the host's handler this would abort */
    ck_assert_int_eq(skpi__gsl_leave(), GSL_EDOM);
    ck_assert_ptr_null(gsl_set_error_handler(NULL));
    skpi__gsl_enter();
    ck_assert_int_eq(skpi__gsl_leave(), 0);
}
END_TEST

START_TEST(a_handler_set_meanwhile_stays)
{
    gsl_set_error_handler(NULL);
    skpi__gsl_enter();
    gsl_set_error_handler(host_handler);
    skpi__gsl_leave();
    ck_assert(gsl_set_error_handler(NULL) == host_handler);
}
END_TEST

static void *enters(void *errors_of_ours)
{
    guarded = 1;
    skpi__gsl_enter();
    gsl_error("ours", __FILE__, __LINE__, GSL_EDOM);
    *(int *)errors_of_ours = skpi__gsl_leave();
    return NULL;
}

/* A thread that enters the guard after the host has set a handler is guarded, although another thread was inside all
 * the time. */
START_TEST(a_handler_set_meanwhile_hears_nothing_of_later_calls)
{
    int ours = 0;
    pthread_t thread;
    int before = wrong + delivered;
    gsl_set_error_handler_off();
    skpi__gsl_enter();
    gsl_set_error_handler(host_handler);
    ck_assert_int_eq(pthread_create(&thread, NULL, enters, &ours), 0);
    pthread_join(thread, NULL);
    skpi__gsl_leave();
    ck_assert_int_eq(ours, GSL_EDOM);
    ck_assert_int_eq(wrong + delivered, before);
    ck_assert(gsl_set_error_handler(NULL) == host_handler);
}
END_TEST

static sigjmp_buf aborted;
static void leave_abort(int signal) { siglongjmp(aborted, signal); }

static void *host_error_aborts(void *signal)
{
    if (!(*(int *)signal = sigsetjmp(aborted, 1))) gsl_error("host", __FILE__, __LINE__, GSL_EDOM);
    return NULL;
}

/* With GSL's default handler an error of the host's own aborts, even while another thread is inside the guard. */
START_TEST(the_default_still_aborts)
{
    for (int inside = 0; inside < 2; inside++) {
        pid_t child = fork();
        ck_assert_int_ge(child, 0);
        if (child == 0) {
            int ended = 0;
            pthread_t thread;
            if (!freopen("/dev/null", "w", stderr)) exit(2);
            gsl_set_error_handler(NULL);
            signal(SIGABRT, leave_abort);
            if (inside) skpi__gsl_enter();
            if (pthread_create(&thread, NULL, host_error_aborts, &ended)) exit(3);
            pthread_join(thread, NULL);
            exit(ended == SIGABRT ? 0 : 1);
        }
        int status;
        ck_assert_int_eq(waitpid(child, &status, 0), child);
        ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
}
END_TEST

/* Tasks for threads. */
typedef struct job {
    atomic_int done[1000];
    uint64_t bad;
    pthread_t caller;
    int calls, other_thread;
    uint64_t cancel_at;
} job;

#define CREW(threads, progress, user) \
    (&(const skpi__crew){threads, progress, user, "options->threads", "options->progress", 0, 0})

static skpi_status count_up(void *context, uint64_t i, skpi__watch *unused)
{
    (void)unused;
    job *j = context;
    if (i == j->bad) return skpi__fail(skpi__element(skpi__here("skpi_test"), (size_t)i), SKPI_EDOM, "x", 1, "is bad");
    atomic_fetch_add(&j->done[i], 1);
    return SKPI_OK;
}

static int32_t watch(uint64_t done, uint64_t total, void *user)
{
    job *j = user;
    j->calls++;
    if (!pthread_equal(pthread_self(), j->caller) || done > total) j->other_thread = 1;
    return done >= j->cancel_at;
}

START_TEST(every_task_once)
{
    static const int32_t threads[] = {0, 1, 2, 3, 16, 2000};
    for (size_t t = 0; t < sizeof threads / sizeof *threads; t++) {
        static job j;
        memset(&j, 0, sizeof j);
        j.bad = j.cancel_at = UINT64_MAX;
        j.caller = pthread_self();
        ck_assert_int_eq(skpi__parallel(skpi__here("skpi_test"), CREW(threads[t] > 16 ? 16 : threads[t], watch, &j),
                                        1000, count_up, &j),
                         SKPI_OK);
        for (int i = 0; i < 1000; i++) ck_assert_int_eq(j.done[i], 1);
        ck_assert(j.calls > 0 && !j.other_thread);
        ck_assert_int_eq(skpi__parallel(skpi__here("skpi_test"), CREW(threads[t], NULL, NULL), 0, count_up, &j),
                         SKPI_OK);
    }
}
END_TEST

START_TEST(a_failing_task_is_heard)
{
    for (int32_t threads = 1; threads <= 3; threads++) {
        static job j;
        memset(&j, 0, sizeof j);
        j.bad = 500;
        ck_assert_int_eq(skpi__parallel(skpi__here("skpi_test"), CREW(threads, NULL, NULL), 1000, count_up, &j),
                         SKPI_EDOM);
        ck_assert_str_eq(skpi_last_error(), "skpi_test: x[500] = 1 is bad");
    }
}
END_TEST

/* The first task waits until the second has failed, then fails too.  The words must be those that a single thread
 * gives. */
static skpi_status all_bad(void *context, uint64_t i, skpi__watch *unused)
{
    (void)unused;
    atomic_int *failed = context;
    while (i == 0 && !atomic_load(failed)) sched_yield();
    skpi_status s = skpi__fail(skpi__element(skpi__here("skpi_test"), (size_t)i), SKPI_EDOM, "x", 1, "is bad");
    atomic_store(failed, 1);
    return s;
}

START_TEST(the_lowest_failure_is_heard)
{
    for (int32_t threads = 1; threads <= 4; threads++) {
        atomic_int failed = threads == 1;
        ck_fails_at(skpi__parallel(skpi__here("skpi_test"), CREW(threads, NULL, NULL), 1000, all_bad, &failed),
                    SKPI_EDOM, "x", 0);
    }
}
END_TEST

/* The second task fails some time after the first: the words stay those of the first. */
static skpi_status bad_later(void *context, uint64_t i, skpi__watch *unused)
{
    (void)unused;
    atomic_int *begun = context;
    atomic_fetch_add(begun, 1);
    while (atomic_load(begun) < 2) sched_yield();
    if (i) usleep(20000);
    return skpi__fail(skpi__element(skpi__here("skpi_test"), (size_t)i), SKPI_EDOM, "x", 1, "is bad");
}

START_TEST(a_later_failure_is_not_heard)
{
    atomic_int begun = 0;
    ck_fails_at(skpi__parallel(skpi__here("skpi_test"), CREW(2, NULL, NULL), 2, bad_later, &begun), SKPI_EDOM, "x", 0);
}
END_TEST

/* A task may fail as if it was stopped, although nobody asked. */
static skpi_status stops_by_itself(void *unused, uint64_t i, skpi__watch *own)
{
    (void)unused, (void)own;
    return skpi__refuse(skpi__element(skpi__here("skpi_test"), (size_t)i), SKPI_ECANCELED, "x", "stopped by itself");
}

START_TEST(a_task_that_stops_by_itself_fails)
{
    ck_fails_at(skpi__parallel(skpi__here("skpi_test"), CREW(1, NULL, NULL), 9, stops_by_itself, NULL), SKPI_ECANCELED,
                "x", 0);
}
END_TEST

START_TEST(a_caller_can_stop_it)
{
    for (int32_t threads = 1; threads <= 3; threads++) {
        static job j;
        memset(&j, 0, sizeof j);
        j.bad = UINT64_MAX;
        j.cancel_at = 10;
        j.caller = pthread_self();
        ck_fails(skpi__parallel(skpi__here("skpi_test"), CREW(threads, watch, &j), 1000, count_up, &j), SKPI_ECANCELED,
                 "options->progress");
        ck_assert(!j.other_thread);
        int done = 0;
        for (int i = 0; i < 1000; i++) done += j.done[i];
        if (threads == 1) ck_assert_int_eq(done, 10); /* no task more than these */
    }
}
END_TEST

typedef struct inside {
    atomic_int entered, leave;
} inside;

static void *stays_inside(void *context)
{
    inside *i = context;
    skpi__gsl_enter();
    atomic_store(&i->entered, 1);
    while (!atomic_load(&i->leave)) sched_yield();
    skpi__gsl_leave();
    return NULL;
}

/* The child of a fork has one thread: that which was inside in the parent will never give the handler back.  A thread
 * that forks while it is inside is inside in the child too. */
START_TEST(a_fork_while_another_thread_is_inside)
{
    for (int forks_inside = 0; forks_inside < 2; forks_inside++) {
        inside i = {0, 0};
        pthread_t thread;
        int ended;
        gsl_set_error_handler(host_handler);
        ck_assert_int_eq(pthread_create(&thread, NULL, stays_inside, &i), 0);
        while (!atomic_load(&i.entered)) sched_yield();
        if (forks_inside) skpi__gsl_enter();
        const pid_t child = fork();
        if (child == 0) {
            gsl_error_handler_t *const now = gsl_set_error_handler(host_handler);
            int good = (now == host_handler) == !forks_inside;
            if (forks_inside)
                gsl_set_error_handler(now);
            else
                skpi__gsl_enter();
            gsl_error("ours", __FILE__, __LINE__, GSL_EDOM);
            good &= skpi__gsl_leave() == GSL_EDOM;
            good &= gsl_set_error_handler(host_handler) == host_handler;
            exit(good ? 0 : 1);
        }
        if (forks_inside) skpi__gsl_leave();
        ck_assert_int_eq(waitpid(child, &ended, 0), child);
        atomic_store(&i.leave, 1);
        pthread_join(thread, NULL);
        ck_assert(WIFEXITED(ended) && WEXITSTATUS(ended) == 0);
        ck_assert(gsl_set_error_handler(NULL) == host_handler);
    }
}
END_TEST

typedef struct signals {
    pthread_t caller;
    atomic_int helpers, open; /* tasks outside the calling thread, and those with a signal that is not blocked */
} signals;

static skpi_status sees_signals(void *context, uint64_t i, skpi__watch *own)
{
    signals *w = context;
    sigset_t now;
    (void)i, (void)own;
    pthread_sigmask(SIG_SETMASK, NULL, &now);
    if (pthread_equal(pthread_self(), w->caller)) {
        for (int k = 0; k < 1000000 && !atomic_load(&w->helpers); k++) sched_yield();
    } else {
        atomic_fetch_add(&w->helpers, 1);
        if (!sigismember(&now, SIGINT) || !sigismember(&now, SIGTERM)) atomic_fetch_add(&w->open, 1);
    }
    return SKPI_OK;
}

START_TEST(helpers_take_no_signals)
{
    static signals w;
    sigset_t before, after;
    w.caller = pthread_self();
    pthread_sigmask(SIG_SETMASK, NULL, &before);
    ck_assert_int_eq(skpi__parallel(skpi__here("skpi_test"), CREW(2, NULL, NULL), 100, sees_signals, &w), SKPI_OK);
    pthread_sigmask(SIG_SETMASK, NULL, &after);
    ck_assert(atomic_load(&w.helpers) > 0);
    ck_assert_int_eq(atomic_load(&w.open), 0);
    ck_assert_int_eq(sigismember(&before, SIGINT), sigismember(&after, SIGINT));
}
END_TEST

/* A task that ends only when its watch says so. */
static skpi_status endless(void *context, uint64_t i, skpi__watch *own)
{
    job *j = context;
    for (long k = 0; k < 100000000; k++)
        if (skpi__watch_stops(own, 1e5)) {
            skpi__watch_stops(own, 1e6); /* progress is not called again */
            return SKPI_ECANCELED;
        }
    atomic_fetch_add(&j->done[i], 1);
    return SKPI_OK;
}

static int32_t impatient(uint64_t done, uint64_t total, void *user)
{
    job *j = user;
    if (done != 3 || total != 10) j->other_thread = 1;
    return ++j->calls >= 5;
}

START_TEST(a_caller_can_stop_a_task)
{
    for (int32_t threads = 1; threads <= 3; threads++) {
        static job j;
        memset(&j, 0, sizeof j);
        skpi__crew crew = *CREW(threads, impatient, &j);
        crew.before = 3;
        crew.after = 4;
        ck_fails(skpi__parallel(skpi__here("skpi_test"), &crew, 3, endless, &j), SKPI_ECANCELED, "options->progress");
        ck_assert_int_eq(j.calls, 5);
        ck_assert(!j.other_thread);
        for (int i = 0; i < 3; i++) ck_assert_int_eq(j.done[i], 0);
    }
}
END_TEST

UNIT_MAIN("concurrency",
          UNIT_CASE("guard", errors_reach_whom_they_belong_to, errors_of_others_reach_the_host, the_handler_may_be_off,
                    the_default_is_put_back, a_handler_set_meanwhile_stays,
                    a_handler_set_meanwhile_hears_nothing_of_later_calls, the_default_still_aborts,
                    a_fork_while_another_thread_is_inside),
          UNIT_CASE("tasks", every_task_once, a_failing_task_is_heard, the_lowest_failure_is_heard,
                    a_later_failure_is_not_heard, a_task_that_stops_by_itself_fails, a_caller_can_stop_it,
                    a_caller_can_stop_a_task, helpers_take_no_signals))
