// swift-tools-version: 6.2
import PackageDescription

// A package of its own: it links only with the fuzzer's runtime, so `make fuzz` builds it with the
// flags it needs, and nothing else sees it. It takes the modules under test as they are; they share
// their declarations within a package, so their sources are targets of this one.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "fuzz",
  targets: [
    .target(name: "CBytes", path: "Modules/CBytes"),
    .target(
      name: "Records", dependencies: ["CBytes"], path: "Modules/Records", swiftSettings: settings),
    .target(name: "CSearch", path: "Modules/CSearch"),
    .target(
      name: "Search", dependencies: ["Records", "CSearch"], path: "Modules/Search",
      swiftSettings: settings),
    .systemLibrary(name: "CFribidi", path: "Modules/CFribidi", pkgConfig: "fribidi"),
    .target(
      name: "Screen", dependencies: ["CFribidi"], path: "Modules/Screen", swiftSettings: settings),
    .target(
      name: "CTerminal", path: "Modules/CTerminal",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(
      name: "Terminal", dependencies: ["Screen", "CTerminal"], path: "Modules/Terminal",
      swiftSettings: settings),
    .target(name: "CFuzzer"),
    .executableTarget(
      name: "fuzz", dependencies: ["CFuzzer", "Records", "Search", "Screen", "Terminal"],
      swiftSettings: settings),
  ]
)
