#pragma once

/// Programs that link this target wipe every block of the heap before it is freed, so that no library leaves a copy of a
/// secret behind. Call this once from Swift: it keeps the replaced `free` and `realloc` in the program.
void chardening_wipe_on_free_keep(void);

/// Keeps the process small: blocks of 256 KB and more get pages of their own, which go back to the system when they are
/// freed, and threads share two heaps. Call it before the second thread starts.
void chardening_keep_heap_small(void);

/// Gives pages that hold nothing back to the system; takes some milliseconds after a large piece of work.
void chardening_return_free_memory(void);
