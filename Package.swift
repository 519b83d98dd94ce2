// swift-tools-version: 6.2
import PackageDescription

/// One set of language settings for every Swift target.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: house)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, swiftSettings: house)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name + "Tests", dependencies: dependencies, exclude: exclude, swiftSettings: house)
}

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let asyncHTTP = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let hummingbirdTLS = Target.Dependency.product(name: "HummingbirdTLS", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioCompression = Target.Dependency.product(name: "NIOHTTPCompression", package: "swift-nio-extras")
let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let x509 = Target.Dependency.product(name: "X509", package: "swift-certificates")

let package = Package(
  name: "tillside",
  products: [
    .library(
      name: "TillsideCore",
      targets: [
        "StoreModel", "SessionCore", "TaskSync", "CloudWire", "MicrosoftCloud", "CloudNetwork",
        "TaskStorage",
      ]),
    .library(name: "TillsidePractice", targets: ["PracticeCloud"]),
    .library(name: "TillsideTesting", targets: ["TillsideTesting"]),
    .executable(name: "tillside", targets: ["tillside"]),
    .executable(name: "tillside-cloud", targets: ["tillside-cloud"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-asn1.git", from: "1.7.4"),
    .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
  ],
  targets: [
    .target(name: "CCurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(name: "CSupervisor"),
    .target(name: "CHardening"),
    .target(name: "CWipeOnFree"),
    .target(
      name: "CResources", path: "Resources", exclude: ["Strings", "Tapes", "Scenarios", "Screens", "Manual"],
      publicHeadersPath: "include"),

    room("Strings", ["CResources"]),
    room("Terminal"),
    room("TerminalWaiting", ["Terminal", "CHardening"]),
    room("TerminalCurses", ["Terminal", "TerminalWaiting", "CCurses"]),
    room("TerminalPlain", ["Terminal", "TerminalWaiting"]),
    room("TerminalHeadless", ["Terminal"]),
    room("StoreModel"),
    room("StoreDocuments", ["StoreModel", yams]),
    room("SessionCore", ["StoreModel", "CHardening"]),
    room("Instances", ["SessionCore", "CHardening"]),
    room("TaskSync", ["StoreModel"]),
    room("SyncSimulation", ["StoreModel", "TaskSync"]),
    program("tillside-simulate", ["SyncSimulation", arguments]),
    room("CloudWire", [httpTypes]),
    room(
      "MicrosoftCloud", ["CloudWire", "StoreModel", "SessionCore", "TaskSync", httpTypes, crypto, cryptoExtras]),
    room("CloudNetwork", ["CloudWire", httpTypes, asyncHTTP, nioCore, nioPosix, nioHTTP1, nioSSL, nioCompression]),
    room("TaskStorage", ["StoreModel", "TaskSync", grdb, crypto, cryptoExtras]),
    room("PracticeCloud", ["CloudWire", "StoreModel", "CResources", httpTypes, crypto, cryptoExtras]),
    room("PracticeCertificates", [asn1, crypto, x509]),
    room("Workspace", ["Terminal", "Strings", "StoreModel", "SessionCore", "TaskSync"]),
    room(
      "WorkspaceRuntime",
      ["Workspace", "Terminal", "Strings", "StoreModel", "SessionCore", "TaskSync"]),
    room(
      "TillAssembly",
      [
        "Workspace", "WorkspaceRuntime", "StoreModel", "SessionCore", "TaskSync", "CloudWire", "MicrosoftCloud",
        "PracticeCloud", httpTypes,
      ]),
    room(
      "Tape",
      [
        "Terminal", "TerminalHeadless", "TerminalEmulator", "StoreModel", "Strings", "Workspace", "WorkspaceRuntime",
      ]),
    // Linked as an archive: the program plays tapes on a pty without asking for one more shared library.
    .target(name: "CVTerm", linkerSettings: [.linkedLibrary(":libvterm.a"), .linkedLibrary("util")]),
    room("TerminalEmulator", ["Terminal", "CVTerm"]),
    room(
      "Rehearsal",
      [
        "Tape", "TillAssembly", "PracticeCloud", "CloudWire", "SessionCore", "TaskSync", "StoreModel", "Strings",
        "Terminal", "TerminalEmulator", "Workspace", "WorkspaceRuntime", httpTypes,
      ]),
    room(
      "TillsideTesting",
      [
        "Rehearsal", "TerminalEmulator", "Terminal", "TerminalHeadless", "Strings", "StoreModel", "SessionCore",
        "TaskSync",
        "CloudWire", "MicrosoftCloud", "PracticeCloud", "Workspace", "WorkspaceRuntime", "TillAssembly", "Tape",
      ]),
    program(
      "tillside",
      [
        "CSupervisor", "CHardening", "CWipeOnFree", "CResources", "Strings", "Terminal", "TerminalCurses",
        "TerminalHeadless", "TerminalPlain", "StoreModel", "StoreDocuments", "SessionCore", "Instances", "TaskSync",
        "CloudWire",
        "MicrosoftCloud",
        "CloudNetwork", "TaskStorage", "PracticeCloud", "Workspace", "WorkspaceRuntime", "TillAssembly", "Tape",
        "TerminalEmulator", "Rehearsal", arguments, yams, httpTypes,
      ]),
    .target(name: "CGzip", linkerSettings: [.linkedLibrary("z")]),
    .executableTarget(
      name: "first-task", dependencies: ["MicrosoftCloud", "PracticeCloud", "SessionCore", "StoreModel", "TaskSync"],
      path: "Examples/FirstTask", swiftSettings: house),
    program(
      "tillside-cloud",
      [
        "CGzip", "PracticeCertificates", "PracticeCloud", "CloudWire", "CloudNetwork", "StoreModel",
        arguments, hummingbirdCore, hummingbirdTLS, httpTypes, logging, nioCore, nioPosix, nioSSL,
      ]),

    program(
      "tillside-bench", ["Workspace", "Terminal", "Strings", "StoreModel", "SessionCore", "TaskSync"]),

    // Not a dependency of its tests, which would link the supervisor's constructor into the test runner.
    .executableTarget(
      name: "curses-probe", dependencies: ["CSupervisor", "CWipeOnFree", "Terminal", "TerminalCurses"],
      path: "Tests/CursesProbe", swiftSettings: house),
    .executableTarget(
      name: "store-probe", dependencies: ["StoreModel", "TaskStorage", "TaskSync"], path: "Tests/StoreProbe",
      swiftSettings: house),
    // A program of its own, because its whole memory is searched.
    .executableTarget(
      name: "lock-probe",
      dependencies: [
        "CWipeOnFree", "CloudNetwork", "CloudWire", "PracticeCloud", "SessionCore", "StoreModel", "Tape", "TaskSync",
        "Terminal", "TillAssembly", "Workspace", "WorkspaceRuntime", httpTypes,
      ],
      path: "Tests/LockProbe", swiftSettings: house),
    tests("TerminalCurses", ["Terminal", "TerminalCurses", "TerminalEmulator", "TillsideTesting"]),
    tests("TerminalPlain", ["Terminal", "TerminalPlain", "TerminalWaiting", "TerminalEmulator"]),
    tests("House", ["CResources"]),
    tests("Terminal", ["Terminal", "TerminalHeadless"]),
    tests("Strings", ["Strings"]),
    tests("StoreModel", ["StoreModel"]),
    tests("StoreDocuments", ["StoreDocuments", "StoreModel"]),
    tests("SessionCore", ["SessionCore", "StoreModel"]),
    tests("Instances", ["Instances", "SessionCore"]),
    tests("TaskSync", ["TaskSync", "StoreModel", "SyncSimulation"]),
    tests(
      "SyncSimulation",
      ["SyncSimulation", "CloudWire", "MicrosoftCloud", "PracticeCloud", "StoreModel", "TaskSync", httpTypes]),
    tests("CloudWire", ["CloudWire", httpTypes]),
    tests(
      "MicrosoftCloud",
      [
        "MicrosoftCloud", "CloudWire", "PracticeCloud", "StoreModel", "SessionCore", "TaskSync", "TaskStorage",
        httpTypes,
        crypto, cryptoExtras,
      ]),
    tests(
      "CloudNetwork",
      ["CloudNetwork", "CloudWire", "PracticeCertificates", httpTypes, nioCore, nioPosix, nioHTTP1, nioSSL]),
    tests("TaskStorage", ["TaskStorage", "TaskSync", "StoreModel", grdb]),
    tests("PracticeCloud", ["PracticeCloud", "CloudWire", "StoreModel", httpTypes, crypto, cryptoExtras]),
    tests(
      "Workspace",
      ["Workspace", "TillsideTesting", "Tape", "Terminal", "Strings", "StoreModel", "SessionCore", "TaskSync"],
      exclude: ["Screens"]),
    tests(
      "Tape",
      [
        "Tape", "TillsideTesting", "Terminal", "TerminalEmulator", "StoreModel", "SessionCore", "Workspace",
        "WorkspaceRuntime",
      ]),
    tests(
      "Flow",
      [
        "TillsideTesting", "Rehearsal", "TerminalEmulator", "Tape", "Terminal", "Strings", "Workspace", "CloudNetwork",
        "CloudWire",
        "PracticeCloud", "SessionCore", "TaskSync", "TillAssembly", "WorkspaceRuntime",
        "StoreModel", httpTypes,
      ]),
  ]
)
