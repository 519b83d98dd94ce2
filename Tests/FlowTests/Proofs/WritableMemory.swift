import Glibc

/// Another process's writable memory, read from outside; its owner does not take part.
struct WritableMemory {
  /// Why it cannot be read.
  struct Denied: Error { var code: Int32 }

  /// Where each of some byte patterns stands in it.
  static func hits(of patterns: [[UInt8]], in process: Int32) throws -> [[UInt8]: Int] {
    let memory = open("/proc/\(process)/mem", O_RDONLY | O_CLOEXEC)
    guard memory >= 0 else { throw Denied(code: errno) }
    defer { close(memory) }
    var found: [[UInt8]: Int] = [:]
    let longest = patterns.map(\.count).max() ?? 0
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    for region in try regions(of: process) {
      var place = region.lowerBound
      while place < region.upperBound {
        let wanted = Int(min(UInt64(buffer.count), region.upperBound - place))
        let count = pread(memory, &buffer, wanted, Int(place))
        guard count > 0 else { break }
        for pattern in patterns { found[pattern, default: 0] += occurrences(of: pattern, in: buffer, count) }
        if count < wanted || UInt64(count) == region.upperBound - place { break }
        // What lies across two pieces is found in the second.
        place += UInt64(count - min(count - 1, longest - 1))
      }
    }
    return found.filter { $0.value > 0 }
  }

  /// The forms a text can have in memory: as it is, as UTF-16, and in base64 at each of its three places.
  static func forms(of marker: String) -> [[UInt8]] {
    let raw = Array(marker.utf8)
    let wide = marker.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    let coded = (0..<3).map { offset -> [UInt8] in
      // Only the characters that depend on nothing but the marker.
      let text = base64([UInt8](repeating: 0, count: offset) + raw)
      return Array(text.dropFirst([0, 2, 3][offset]).prefix((raw.count + offset) / 3 * 4 - [0, 2, 3][offset]))
    }
    return [raw, wide] + coded
  }

  private static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    for start in stride(from: 0, to: bytes.count - bytes.count % 3, by: 3) {
      let word = Int(bytes[start]) << 16 | Int(bytes[start + 1]) << 8 | Int(bytes[start + 2])
      out += [18, 12, 6, 0].map { alphabet[word >> $0 & 63] }
    }
    return out
  }

  private static func regions(of process: Int32) throws -> [Range<UInt64>] {
    guard let file = fopen("/proc/\(process)/maps", "re") else { throw Denied(code: errno) }
    defer { fclose(file) }
    var ranges: [Range<UInt64>] = []
    var line = [CChar](repeating: 0, count: 4_096)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let parts = text.split(separator: " ", maxSplits: 2)
      guard parts.count > 1, parts[1].hasPrefix("rw"), !text.contains("[v") else { continue }
      let ends = parts[0].split(separator: "-").compactMap { UInt64($0, radix: 16) }
      if ends.count == 2, ends[0] < ends[1] { ranges.append(ends[0]..<ends[1]) }
    }
    return ranges
  }

  /// How often a pattern stands in the first so many bytes.
  static func occurrences(of pattern: [UInt8], in buffer: [UInt8], _ count: Int) -> Int {
    buffer.withUnsafeBytes { bytes in
      pattern.withUnsafeBytes { wanted in
        guard let start = bytes.baseAddress, let needle = wanted.baseAddress, count >= wanted.count else { return 0 }
        var found = 0
        var at = 0
        while at <= count - wanted.count,
          let hit = memchr(start + at, Int32(wanted[0]), count - wanted.count - at + 1)
        {
          if memcmp(hit, needle, wanted.count) == 0 { found += 1 }
          at = UnsafeRawPointer(hit) - start + 1
        }
        return found
      }
    }
  }
}
