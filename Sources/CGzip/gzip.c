#include "CGzip.h"

#include <limits.h>
#include <zlib.h>

// 15 is the largest window, 16 more asks for a gzip header instead of zlib's.
enum { gzip_window = 15 + 16, default_memory = 8 };

// zlib's bound knows nothing of the gzip header, which is 12 bytes longer than its own.
size_t tillside_gzip_bound(size_t length) { return compressBound(length) + 12; }

size_t tillside_gzip(const uint8_t *bytes, size_t length, uint8_t *out, size_t capacity) {
  if (length > UINT_MAX || capacity > UINT_MAX) return 0;
  z_stream stream = {0};
  if (deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, gzip_window, default_memory, Z_DEFAULT_STRATEGY) != Z_OK) {
    return 0;
  }
  stream.next_in = (Bytef *)bytes;
  stream.avail_in = (uInt)length;
  stream.next_out = out;
  stream.avail_out = (uInt)capacity;
  int outcome = deflate(&stream, Z_FINISH);
  size_t written = stream.total_out;
  deflateEnd(&stream);
  return outcome == Z_STREAM_END ? written : 0;
}
