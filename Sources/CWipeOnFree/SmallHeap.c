#include "CWipeOnFree.h"

#include <malloc.h>

void chardening_keep_heap_small(void) {
  // A fixed threshold: glibc's own grows with every large block that is freed, until all of them come from the heap.
  mallopt(M_MMAP_THRESHOLD, 1024 * 1024);
  mallopt(M_TRIM_THRESHOLD, 4 * 1024 * 1024);
  mallopt(M_ARENA_MAX, 2);
}

void chardening_return_free_memory(void) { malloc_trim(0); }
