// swift-tools-version: 6.2
import PackageDescription

/// The settings that make the arrows of the module picture real.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "truce",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
  ],
  targets: [
    .target(name: "CBytes"),
    .target(name: "Records", dependencies: ["CBytes"], swiftSettings: settings),
    .target(name: "CSearch"),
    .target(name: "Search", dependencies: ["Records", "CSearch"], swiftSettings: settings),
    .systemLibrary(
      name: "CFribidi", pkgConfig: "fribidi", providers: [.apt(["libfribidi-dev"])]),
    .target(name: "Screen", dependencies: ["CFribidi"], swiftSettings: settings),
    .target(
      name: "CTerminal",
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("tinfo", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    .target(name: "Terminal", dependencies: ["Screen", "CTerminal"], swiftSettings: settings),
    .target(
      name: "Browser", dependencies: ["Records", "Search", "Screen"], swiftSettings: settings),
    .target(name: "CBundle"),
    .executableTarget(
      name: "truce",
      dependencies: [
        "Records", "Search", "Screen", "Browser", "Terminal", "CBundle",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "bench", dependencies: ["Browser", "Records", "Screen", "Search", "Terminal"],
      path: "Benchmarks", exclude: ["run"], swiftSettings: settings),

    .testTarget(
      name: "RecordsTests", dependencies: ["Records", "CBytes"], swiftSettings: settings),
    .testTarget(name: "SearchTests", dependencies: ["Records", "Search"], swiftSettings: settings),
    .testTarget(
      name: "ScreenTests", dependencies: ["Screen", "CFribidi"], swiftSettings: settings),
    .testTarget(
      name: "TerminalTests",
      dependencies: ["Terminal", "Screen", "TerminalHarness", "terminal-probe"],
      swiftSettings: settings),
    .testTarget(
      name: "BrowserTests", dependencies: ["Browser", "Records", "Search", "Screen"],
      exclude: ["Sessions", "Layouts.txt"], swiftSettings: settings),
    .testTarget(
      name: "truceTests", dependencies: ["CBundle", "TerminalHarness", "truce"],
      exclude: ["Transcripts"], swiftSettings: settings),
    .testTarget(name: "benchTests", dependencies: ["bench", "Records"], swiftSettings: settings),

    // A real terminal for the tests: a pseudo-terminal, libvterm as the emulator, and a program that
    // uses the terminal module and little else.
    .systemLibrary(
      name: "CVTerm", path: "Tests/Support/CVTerm", pkgConfig: "vterm",
      providers: [.apt(["libvterm-dev"])]),
    .target(name: "CPseudoTerminal", path: "Tests/Support/CPseudoTerminal"),
    .target(
      name: "TerminalHarness", dependencies: ["CPseudoTerminal", "CVTerm"],
      path: "Tests/Support/TerminalHarness", swiftSettings: settings),
    .executableTarget(
      name: "terminal-probe", dependencies: ["Terminal", "Screen"],
      path: "Tests/Support/terminal-probe", swiftSettings: settings),
  ]
)
