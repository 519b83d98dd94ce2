#define _GNU_SOURCE
#include "CWipeOnFree.h"

#include <malloc.h>
#include <stdlib.h>
#include <string.h>

// glibc's own functions under their second names; these replace the first ones for the whole process, shared libraries
// included. `malloc` and the aligned allocators stay glibc's.
extern void __libc_free(void *);
extern void *__libc_malloc(size_t);

__attribute__((visibility("default"))) void free(void *block) {
  if (block == NULL) return;
  explicit_bzero(block, malloc_usable_size(block));
  __libc_free(block);
}

// glibc would grow or move a block without wiping where it was.
__attribute__((visibility("default"))) void *realloc(void *block, size_t size) {
  if (block == NULL) return __libc_malloc(size);
  if (size == 0) {
    free(block);
    return NULL;
  }
  size_t usable = malloc_usable_size(block);
  if (size <= usable && size >= usable / 2) {
    explicit_bzero((char *)block + size, usable - size);
    return block;
  }
  void *moved = __libc_malloc(size);
  if (moved == NULL) return NULL;
  memcpy(moved, block, size < usable ? size : usable);
  free(block);
  return moved;
}

void chardening_wipe_on_free_keep(void) {}
