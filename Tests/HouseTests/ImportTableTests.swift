import Testing

/// What each target may import: the architecture's table, exactly. A new import is a decision, made here first.
@Suite struct ImportTableTests {
  static let core = ["StoreModel", "SessionCore", "TaskSync", "CloudWire", "MicrosoftCloud", "TaskStorage"]
  static let table: [String: Set<String>] = [
    "Strings": ["CResources", "Synchronization"],
    "Terminal": [],
    "TerminalWaiting": ["Terminal", "CHardening", "Glibc"],
    "TerminalCurses": ["Terminal", "TerminalWaiting", "CCurses", "Glibc", "Synchronization"],
    "TerminalPlain": ["Terminal", "TerminalWaiting", "Glibc"],
    "TerminalHeadless": ["Terminal", "Synchronization"],
    "StoreModel": ["FoundationEssentials"],
    "StoreDocuments": ["StoreModel", "Yams"],
    "SessionCore": ["StoreModel", "CHardening", "FoundationEssentials", "Synchronization"],
    "Instances": ["SessionCore", "CHardening", "Glibc", "Synchronization"],
    "TaskSync": ["StoreModel", "FoundationEssentials", "Synchronization"],
    "SyncSimulation": ["StoreModel", "TaskSync"],
    "CloudWire": ["HTTPTypes"],
    "MicrosoftCloud": [
      "CloudWire", "StoreModel", "SessionCore", "TaskSync", "HTTPTypes", "Crypto", "CryptoExtras",
      "FoundationEssentials", "Synchronization",
    ],
    "CloudNetwork": [
      "CloudWire", "HTTPTypes", "AsyncHTTPClient", "NIOCore", "NIOPosix", "NIOHTTP1", "NIOSSL",
      "NIOHTTPCompression", "Glibc", "Synchronization",
    ],
    "PracticeCertificates": ["Crypto", "FoundationEssentials", "Glibc", "SwiftASN1", "X509"],
    "TaskStorage": [
      "StoreModel", "TaskSync", "GRDB", "Crypto", "CryptoExtras", "FoundationEssentials", "Glibc", "Synchronization",
    ],
    "PracticeCloud": [
      "CloudWire", "StoreModel", "CResources", "HTTPTypes", "Crypto", "CryptoExtras", "FoundationEssentials",
      "Glibc", "Synchronization",
    ],
    "Workspace": ["Terminal", "Strings", "StoreModel", "SessionCore", "TaskSync"],
    "WorkspaceRuntime": [
      "Workspace", "Terminal", "Strings", "StoreModel", "SessionCore", "TaskSync", "Synchronization",
    ],
    "TerminalEmulator": ["Terminal", "CVTerm", "Glibc"],
    "TillAssembly": [
      "Workspace", "WorkspaceRuntime", "StoreModel", "SessionCore", "TaskSync", "CloudWire", "MicrosoftCloud",
      "PracticeCloud", "HTTPTypes", "Synchronization",
    ],
    "Rehearsal": [
      "Tape", "TillAssembly", "PracticeCloud", "CloudWire", "SessionCore", "TaskSync", "StoreModel", "Strings",
      "Terminal", "TerminalEmulator", "Workspace", "WorkspaceRuntime", "HTTPTypes", "Glibc",
    ],
    "Tape": [
      "Terminal", "TerminalHeadless", "TerminalEmulator", "Workspace", "WorkspaceRuntime", "StoreModel", "Strings",
      "Glibc", "Dispatch", "Synchronization",
    ],
  ]

  @Test func everyLibraryImportsOnlyWhatTheTableAllows() throws {
    var broken: [String] = []
    for (target, allowed) in Self.table {
      let files = try SourceTree.files(below: "Sources/" + target, ending: ".swift")
      #expect(!files.isEmpty, "\(target) has no sources")
      for file in files {
        for module in try SourceTree.imports(file) where !allowed.contains(module) {
          broken.append("\(file) imports \(module)")
        }
      }
    }
    #expect(broken.sorted() == [])
  }

  @Test func everyLibraryIsInTheTable() throws {
    let folders = Set(
      try SourceTree.files(below: "Sources", ending: ".swift").compactMap { path in
        path.split(separator: "/").dropFirst().first.map(String.init)
      })
    let programs: Set = ["tillside", "tillside-cloud", "tillside-bench", "tillside-simulate", "TillsideTesting"]
    #expect(folders.subtracting(programs) == Set(Self.table.keys))
  }
}
