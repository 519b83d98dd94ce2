import Glibc
import Strings

extension Examination {
  /// Which program this is, on which machine.
  func program() -> Finding {
    var machine = utsname()
    uname(&machine)
    let system = withUnsafeBytes(of: machine.release) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    let kind = withUnsafeBytes(of: machine.machine) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
    let parts = ["version": Version.text, "system": system, "machine": kind]
    return Finding(subject: .program, verdict: .ok, fact: words(.doctorProgram, parts))
  }

  /// Room for the worker's changes: without any, none is accepted.
  func space(_ cloud: Start.Cloud?) -> Finding {
    let least: UInt64 = 64 << 20
    guard var path = try? statePath(cloud) else {
      return Finding(subject: .space, verdict: .warn, fact: words(.doctorNotAsked))
    }
    while !path.isEmpty, access(path, F_OK) != 0 { path = path.parentFolder }
    var facts = statvfs()
    guard statvfs(path.isEmpty ? "." : path, &facts) == 0 else {
      return Finding(subject: .space, verdict: .warn, fact: words(.doctorNotAsked))
    }
    let free = UInt64(facts.f_bavail) * UInt64(facts.f_frsize)
    let fact = words(.doctorSpace, ["free": String(free >> 20), "place": path.isEmpty ? "." : path])
    if free < least || facts.f_favail == 0 && facts.f_files > 0 {
      return Finding(subject: .space, verdict: .fail, fact: fact, advice: words(.doctorSpaceAdvice))
    }
    return Finding(subject: .space, verdict: .ok, fact: fact)
  }

  /// How a hand scanner is set up.
  func scanner(_ settings: Settings?) -> Finding {
    guard let terminal = settings?.terminal else {
      return Finding(subject: .scanner, verdict: .warn, fact: words(.doctorNotAsked))
    }
    if terminal.scannerPrefix.isEmpty {
      return Finding(subject: .scanner, verdict: .ok, fact: words(.doctorScannerNone))
    }
    let suffix = terminal.scannerSuffix.isEmpty ? "Enter" : terminal.scannerSuffix
    let parts = ["prefix": terminal.scannerPrefix, "suffix": suffix]
    return Finding(subject: .scanner, verdict: .ok, fact: words(.doctorScanner, parts))
  }
}

extension String {
  /// The path without its last part; empty at the end.
  fileprivate var parentFolder: String {
    guard let slash = lastIndex(of: "/") else { return "" }
    return slash == startIndex && count > 1 ? "/" : String(self[..<slash])
  }
}
