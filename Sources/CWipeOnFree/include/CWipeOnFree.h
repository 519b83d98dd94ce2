#pragma once

/// Programs that link this target wipe every block of the heap before it is freed, so that no library leaves a copy of a
/// secret behind. Call this once from Swift: it keeps the replaced `free` and `realloc` in the program.
void chardening_wipe_on_free_keep(void);
