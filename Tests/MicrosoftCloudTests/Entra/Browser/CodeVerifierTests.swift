import MicrosoftCloud
import Testing

@Suite struct CodeVerifierTests {
  private func text(_ verifier: CodeVerifier?) -> String? {
    verifier?.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// RFC 7636, appendix B.
  @Test func theExampleOfTheStandardComesOut() {
    let octets: [UInt8] = [
      116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214, 191, 240,
      91, 88, 5, 88, 83, 132, 141, 121,
    ]
    let verifier = CodeVerifier(random: octets)
    #expect(text(verifier) == "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
    #expect(verifier?.challenge == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
  }

  @Test func tenThousandAreAllDifferentAndWellFormed() {
    var seen: Set<String> = []
    for _ in 0..<10_000 {
      guard let verifier = text(CodeVerifier(random: EntraClient.systemRandomBytes(32))) else { continue }
      if verifier.utf8.count == 43,
        verifier.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) })
      {
        seen.insert(verifier)
      }
    }
    #expect(seen.count == 10_000)
  }

  @Test func itCannotBePrinted() throws {
    let verifier = try #require(CodeVerifier(random: [UInt8](repeating: 7, count: 32)))
    var dumped = ""
    dump(verifier, to: &dumped)
    let secret = try #require(text(verifier))
    #expect("\(verifier)" == "CodeVerifier")
    #expect(!dumped.contains(secret))
  }

  @Test(arguments: [0, 31, 33]) func otherLengthsAreRefused(count: Int) {
    #expect(CodeVerifier(random: [UInt8](repeating: 1, count: count)) == nil)
  }
}
