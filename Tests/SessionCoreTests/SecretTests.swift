import SessionCore
import StoreModel
import Testing

@Suite struct SecretTests {
  @Test func itLendsItsBytesAndNothingElse() {
    guard let secret = Secret(copying: [1, 2, 3][...]) else {
      Issue.record("no memory")
      return
    }
    #expect(secret.count == 3)
    #expect(secret.withBytes { Array($0) } == [1, 2, 3])
  }

  @Test func nothingIsNoSecret() {
    let isMade = Secret(copying: [][...]) != nil
    #expect(!isMade)
  }

  @Test func aDeviceCodeCannotBePrinted() {
    guard let secret = Secret(copying: Array("TILLSIDEPRACTICE".utf8)[...]) else {
      Issue.record("no memory")
      return
    }
    let code = DeviceCode(secret)
    var dumped = ""
    dump(code, to: &dumped)
    for text in ["\(code)", String(reflecting: code), dumped] { #expect(!text.contains("TILLSIDE")) }
    #expect(code.withBytes { Array($0) } == Array("TILLSIDEPRACTICE".utf8))
  }
}
