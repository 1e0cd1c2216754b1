/* Stretches of address space that cost memory only where they are touched. */
#ifndef RULEC_RESERVE_H
#define RULEC_RESERVE_H

#include <stddef.h>
#include <stdint.h>
#include <sys/mman.h>

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define RT_POISON(piece, size)   __asan_poison_memory_region(piece, size)
#define RT_UNPOISON(piece, size) __asan_unpoison_memory_region(piece, size)
#else
#define RT_POISON(piece, size)   ((void)(piece), (void)(size))
#define RT_UNPOISON(piece, size) ((void)(piece), (void)(size))
#endif

/* Zeroed pages, or NULL. */
static inline void *rt_reserve(uint64_t bytes)
{
    void *base = mmap(NULL, bytes, PROT_READ | PROT_WRITE,
                      MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return base == MAP_FAILED ? NULL : base;
}

/* Gives bytes at base back; pieces were poisoned in the first `touched` of them at most. NULL is
 * allowed. */
static inline void rt_unreserve(void *base, uint64_t bytes, uint64_t touched)
{
    if (!base)
        return;
    RT_UNPOISON(base, touched);
    munmap(base, bytes);
}

#endif
