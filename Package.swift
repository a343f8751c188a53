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
  targets: [
    .target(name: "CBytes"),
    .target(name: "Records", dependencies: ["CBytes"], swiftSettings: settings),
    .target(name: "CSearch"),
    .target(name: "Search", dependencies: ["Records", "CSearch"], swiftSettings: settings),
    .systemLibrary(
      name: "CFribidi", pkgConfig: "fribidi", providers: [.apt(["libfribidi-dev"])]),
    .target(name: "Screen", dependencies: ["CFribidi"], swiftSettings: settings),
    .testTarget(name: "RecordsTests", dependencies: ["Records"], swiftSettings: settings),
    .testTarget(name: "SearchTests", dependencies: ["Search"], swiftSettings: settings),
    .testTarget(name: "ScreenTests", dependencies: ["Screen"], swiftSettings: settings),
  ]
)
