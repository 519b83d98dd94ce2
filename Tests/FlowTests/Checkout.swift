/// The checkout the tests were built from.
enum Checkout {
  /// A path inside the checkout.
  static func path(_ inner: String, of file: String = #filePath) -> String {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/") + "/" + inner
  }
}
