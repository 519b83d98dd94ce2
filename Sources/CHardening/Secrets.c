#define _GNU_SOURCE
#include "CHardening.h"

#include <stdatomic.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

// One mapping per secret: guard page, header and secret, guard page. Sign-in holds a handful of them.
struct header {
  size_t mapped;
  int locked;
  char padding[16 - (sizeof(size_t) + sizeof(int)) % 16];
};

static atomic_size_t alive = 0;

size_t chardening_secrets_alive(void) { return atomic_load(&alive); }

static size_t page(void) { return (size_t)sysconf(_SC_PAGESIZE); }

static struct header *header_of(const void *secret) { return (struct header *)((uintptr_t)secret - sizeof(struct header)); }

void *chardening_secret_alloc(size_t size) {
  size_t guard = page();
  if (size > SIZE_MAX / 2) return NULL;
  size_t inside = (sizeof(struct header) + size + guard - 1) / guard * guard;
  char *base = mmap(NULL, inside + 2 * guard, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (base == MAP_FAILED) return NULL;
  char *memory = base + guard;
  if (mprotect(memory, inside, PROT_READ | PROT_WRITE) != 0) {
    munmap(base, inside + 2 * guard);
    return NULL;
  }
  madvise(memory, inside, MADV_DONTDUMP);
  madvise(memory, inside, MADV_WIPEONFORK);
  struct header *header = (struct header *)memory;
  header->locked = mlock(memory, inside) == 0;
  header->mapped = inside;
  atomic_fetch_add(&alive, 1);
  return memory + sizeof(struct header);
}

void chardening_secret_free(void *secret, size_t size) {
  if (secret == NULL) return;
  struct header *header = header_of(secret);
  size_t inside = header->mapped, guard = page();
  explicit_bzero(secret, size);
  explicit_bzero(header, inside);
  munlock(header, inside);
  munmap((char *)header - guard, inside + 2 * guard);
  atomic_fetch_sub(&alive, 1);
}

int chardening_is_locked(const void *secret) { return header_of(secret)->locked; }

void chardening_wipe(void *memory, size_t size) { explicit_bzero(memory, size); }
