/* The record of a thread's last failure, where there are many threads, no memory, or no key of the system's for it.  The
 * linker hands the library's allocations to this program (-Wl,--wrap=calloc). */
#include "core/error.h"
#include "core/thread_record.h"
#include "unit/unit.h"
#include <pthread.h>
#include <stdatomic.h>
#include <sys/wait.h>
#include <unistd.h>

void *__real_calloc(size_t n, size_t size);
void *__wrap_calloc(size_t n, size_t size);

static atomic_int no_memory;

void *__wrap_calloc(size_t n, size_t size) { return atomic_load(&no_memory) ? NULL : __real_calloc(n, size); }

enum { THREADS = 40, RECORD = 1024 };

typedef struct crowd {
    pthread_barrier_t all;
    atomic_int empty_before, own_words, no_words;
} crowd;

/* Fails with words of its own, and looks at them when all others have failed too. */
static void *fails(void *context)
{
    crowd *c = context;
    char words[80];
    const int self = (int)((uintptr_t)&words >> 8 & 0xffffff);
    if (!*skpi_last_error()) atomic_fetch_add(&c->empty_before, 1);
    snprintf(words, sizeof words, "skpi_test: x = %d is bad", self);
    const skpi_status s = skpi__fail(skpi__here("skpi_test"), SKPI_EDOM, "x", self, "is bad");
    pthread_barrier_wait(&c->all);
    if (s == SKPI_EDOM && !strcmp(skpi_last_error(), words)) atomic_fetch_add(&c->own_words, 1);
    if (s == SKPI_EDOM && !*skpi_last_error()) atomic_fetch_add(&c->no_words, 1);
    if (skpi__called(skpi__here("skpi_test"), s, "more") != s) atomic_fetch_add(&c->own_words, 100);
    return NULL;
}

static void crowd_run(crowd *c)
{
    pthread_t thread[THREADS];
    *c = (crowd){.own_words = 0};
    ck_assert_int_eq(pthread_barrier_init(&c->all, NULL, THREADS), 0);
    for (int i = 0; i < THREADS; i++) ck_assert_int_eq(pthread_create(thread + i, NULL, fails, c), 0);
    for (int i = 0; i < THREADS; i++) ck_assert_int_eq(pthread_join(thread[i], NULL), 0);
    pthread_barrier_destroy(&c->all);
}

/* Threads that have no memory for a record have the status alone; those that follow later have the words. */
START_TEST(threads_with_words_of_their_own)
{
    crowd c;
    atomic_store(&no_memory, 1);
    crowd_run(&c);
    atomic_store(&no_memory, 0);
    ck_assert_int_eq(c.empty_before, THREADS);
    ck_assert(c.no_words > 0 && c.own_words + c.no_words == THREADS);
    for (int k = 0; k < 2; k++) { /* the second time with the records of the first */
        crowd_run(&c);
        ck_assert_int_eq(c.empty_before, THREADS);
        ck_assert_int_eq(c.own_words, THREADS);
    }
}
END_TEST

static void *fails_alone(void *words)
{
    const skpi_status s = skpi__fail(skpi__here("skpi_test"), SKPI_EDOM, "x", 1, "is bad");
    skpi__error_record record;
    skpi__error_save(&record);
    skpi__error_restore(&record);
    *(int *)words = s == SKPI_EDOM && *skpi_last_error();
    return NULL;
}

/* As after the library has given back its key at the end of the process, where threads may still run. */
START_TEST(a_key_that_is_gone)
{
    pthread_t thread;
    int words = 1, gone = 0;
    ck_assert_int_eq(skpi__fail(skpi__here("skpi_test"), SKPI_EDOM, "x", 1, "is bad"), SKPI_EDOM);
    for (pthread_key_t key = 0; key < 64 && !gone; key++) {
        const uintptr_t from = (uintptr_t)pthread_getspecific(key), at = (uintptr_t)skpi_last_error();
        if (from && from <= at && at < from + RECORD) gone = !pthread_key_delete(key);
    }
    ck_assert(gone);
    ck_assert_int_eq(pthread_create(&thread, NULL, fails_alone, &words), 0);
    pthread_join(thread, NULL);
    ck_assert_int_eq(words, 0);
}
END_TEST

static int without_keys_status = -1;

/* In a process that has used all keys before it calls the library. */
__attribute__((constructor)) static void without_keys(void)
{
    const pid_t child = fork();
    if (child == 0) {
        pthread_key_t key;
        int words;
        while (!pthread_key_create(&key, NULL)) {
        }
        fails_alone(&words);
        exit(words);
    }
    waitpid(child, &without_keys_status, 0);
}

START_TEST(no_key) { ck_assert(WIFEXITED(without_keys_status) && WEXITSTATUS(without_keys_status) == 0); }
END_TEST

UNIT_MAIN("thread_record", UNIT_CASE("record", no_key, threads_with_words_of_their_own, a_key_that_is_gone))
