/// The error correction of QR codes: Reed–Solomon over GF(256) with x⁸ + x⁴ + x³ + x² + 1 (ISO/IEC 18004 §7.5).
enum ReedSolomon {
  /// The codewords of correction that belong to a block of data: its remainder by the generator polynomial.
  static func correction(of data: [UInt8], codewords count: Int) -> [UInt8] {
    let generator = generator(count)
    var remainder = [UInt8](repeating: 0, count: count)
    for byte in data {
      let factor = byte ^ remainder.removeFirst()
      remainder.append(0)
      for place in remainder.indices { remainder[place] ^= product(generator[place], factor) }
    }
    return remainder
  }

  /// (x − 1)(x − 2)(x − 2²)… from the highest power down, its leading 1 left out.
  private static func generator(_ degree: Int) -> [UInt8] {
    var factors = [UInt8](repeating: 0, count: degree - 1) + [1]
    var root: UInt8 = 1
    for _ in 0..<degree {
      for place in factors.indices {
        factors[place] = product(factors[place], root)
        if place + 1 < degree { factors[place] ^= factors[place + 1] }
      }
      root = product(root, 2)
    }
    return factors
  }

  private static func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
    var product: UInt16 = 0
    for bit in (0..<8).reversed() {
      product = product << 1 ^ (product >> 7) * 0x11D
      if b >> bit & 1 == 1 { product ^= UInt16(a) }
    }
    return UInt8(truncatingIfNeeded: product)
  }
}
