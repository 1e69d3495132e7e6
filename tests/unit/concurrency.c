/* Tasks over threads: what they promise while other threads do as they like. */
#include "core/threads.h"
#include "unit/unit.h"
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/wait.h>
#include <unistd.h>

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

/* One task, which is that of a helper, lasts: the caller waits for it, and is heard. */
typedef struct last_task {
    pthread_t caller;
    atomic_int helper;
    int calls;
} last_task;

static skpi_status lasts_in_a_helper(void *context, uint64_t i, skpi__watch *own)
{
    last_task *t = context;
    (void)i;
    if (pthread_equal(pthread_self(), t->caller)) { /* the caller's task ends when the helper has the other one */
        while (!atomic_load(&t->helper)) sched_yield();
        return SKPI_OK;
    }
    atomic_store(&t->helper, 1);
    for (;;) {
        usleep(1000);
        if (skpi__watch_stops(own, 1e6)) return SKPI_ECANCELED;
    }
}

static int32_t stops_at_the_fifth_call(uint64_t done, uint64_t total, void *user)
{
    (void)done, (void)total;
    return ++((last_task *)user)->calls >= 5;
}

START_TEST(a_caller_who_waits_is_heard)
{
    last_task t = {.caller = pthread_self()};
    ck_fails(skpi__parallel(skpi__here("skpi_test"), CREW(2, stops_at_the_fifth_call, &t), 2, lasts_in_a_helper, &t),
             SKPI_ECANCELED, "options->progress");
    ck_assert_int_eq(t.calls, 5);
}
END_TEST

/* The child of a fork by progress has no helpers: it says so instead of giving results without theirs. */
typedef struct family {
    last_task last;
    int fork_at;
    pid_t child;
} family;

static int32_t forks_once(uint64_t done, uint64_t total, void *user)
{
    family *f = user;
    (void)done, (void)total;
    if (++f->last.calls == f->fork_at) f->child = fork();
    return f->child > 0;
}

START_TEST(a_fork_by_progress)
{
    for (int at = 1; at < 4; at += 2) { /* while the caller has tasks, and while it waits */
        family f = {.last = {.caller = pthread_self()}, .fork_at = at, .child = -1};
        int status;
        const skpi_status s =
            skpi__parallel(skpi__here("skpi_test"), CREW(2, forks_once, &f), 2, lasts_in_a_helper, &f.last);
        if (f.child == 0) exit(s == SKPI_ETHREAD && strstr(skpi_last_error(), "options->threads") ? 0 : 1);
        ck_assert_int_eq(s, SKPI_ECANCELED);
        ck_assert_int_eq(waitpid(f.child, &status, 0), f.child);
        ck_assert(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
}
END_TEST

static skpi_status takes_a_while(void *context, uint64_t i, skpi__watch *own)
{
    (void)i, (void)own;
    usleep(2000);
    atomic_fetch_add((atomic_int *)context, 1);
    return SKPI_OK;
}

static int32_t can_be_canceled(uint64_t done, uint64_t total, void *user)
{
    (void)done, (void)total, (void)user;
    usleep(1000); /* where a thread is canceled */
    return 0;
}

/* The thread is not canceled after the call, because sanitizers cannot follow that. */
static void *runs_tasks(void *done)
{
    int state;
    const skpi_status s =
        skpi__parallel(skpi__here("skpi_test"), CREW(3, can_be_canceled, NULL), 30, takes_a_while, done);
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &state);
    atomic_store((atomic_int *)done, s == SKPI_OK && state == PTHREAD_CANCEL_ENABLE ? -*(atomic_int *)done : 1000);
    return NULL;
}

/* A thread that is canceled inside a call ends it first, and can be canceled then. */
START_TEST(a_canceled_thread)
{
    atomic_int done = 0;
    pthread_t thread;
    void *end;
    ck_assert_int_eq(pthread_create(&thread, NULL, runs_tasks, &done), 0);
    while (atomic_load(&done) < 2) usleep(500);
    ck_assert_int_eq(pthread_cancel(thread), 0);
    ck_assert_int_eq(pthread_join(thread, &end), 0);
    ck_assert_ptr_null(end);
    ck_assert_int_eq(done, -30);
}
END_TEST

UNIT_MAIN("concurrency", UNIT_CASE("tasks", every_task_once, a_failing_task_is_heard, the_lowest_failure_is_heard,
                                   a_later_failure_is_not_heard, a_task_that_stops_by_itself_fails,
                                   a_caller_can_stop_it, a_caller_can_stop_a_task, a_caller_who_waits_is_heard,
                                   a_fork_by_progress, a_canceled_thread, helpers_take_no_signals))
