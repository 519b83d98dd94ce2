#ifndef CGZIP_H
#define CGZIP_H

#include <stddef.h>
#include <stdint.h>

/// The most bytes that compressing so many can take.
size_t tillside_gzip_bound(size_t length);

/// Compresses bytes into one gzip member (RFC 1952); the length written, or 0 where it failed.
size_t tillside_gzip(const uint8_t *bytes, size_t length, uint8_t *out, size_t capacity);

#endif
