// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

/// One library target under `Sources`, with what it may import.
func layer(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies)
}

/// The tests of `name`, which may also import what `name` is built on.
///
/// - Parameter files: What the tests read beside their sources.
func tests(
  of name: String, with dependencies: [Target.Dependency] = [], resources: [Resource] = [], files: [String] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, exclude: files, resources: resources)
}

let modules = ["EntityExtraction", "DateNormalization", "StatementSentiment", "PollDetection"]

/// What a module shares with libraries under `Sources`.
let sharedCode: [String: [Target.Dependency]] = [
  "EntityExtraction": ["PostilNames"], "StatementSentiment": ["PostilGrammar"],
]

/// The commit that `make` builds from, which `postil --version` names; a plain `swift build` is told none.
let commit = Context.environment["POSTIL_COMMIT"].map { [CSetting.define("POSTIL_COMMIT", to: "\"\($0)\"")] }

let package = Package(
  name: "postil",
  products: [
    .executable(name: "postil", targets: ["postil"]), .library(name: "PostilModuleKit", targets: ["PostilModuleKit"]),
  ]
    + modules.map { .library(name: $0, type: .dynamic, targets: [$0]) },
  traits: [
    .trait(name: "Store", description: "SQLite: 'annotate --store' and 'query'; needs libsqlite3-dev."),
    .default(enabledTraits: ["Store"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "CPostilBuild", cSettings: commit),
    .target(name: "CPostilModule"),
    .target(name: "CPostilProcess"),
    layer("PostilModel"),
    layer("PostilDiagnostics"),
    layer("PostilFiles", ["PostilModel", .product(name: "Crypto", package: "swift-crypto")]),
    layer("PostilJSON", ["PostilModel"]),
    layer("PostilRecords", ["PostilJSON", "PostilModel"]),
    layer("PostilText", ["PostilMatching", "PostilModel"]),
    layer("PostilReaders", ["CZlib", "PostilRecords", "PostilModel", "PostilDiagnostics", "PostilFiles"]),
    layer("PostilMatching", ["CPCRE2", "PostilModel"]),
    layer("PostilRules", ["CLibYAML", "PostilMatching", "PostilDiagnostics", "PostilModel"]),
    layer("PostilModuleBridge", ["CPostilModule", "PostilJSON"]),
    layer("PostilNames"),
    layer("PostilGrammar", ["PostilModel"]),
    layer("PostilModuleKit", ["PostilModuleBridge", "PostilModel"]),
    layer("PostilProcesses", ["CPostilProcess"]),
    layer("PostilModuleHost", ["PostilProcesses", "PostilModuleBridge", "PostilModel"]),
    layer("PostilPipeline", ["PostilRules", "PostilModuleHost", "PostilText", "PostilReaders"]),
    layer("PostilIsolation", ["PostilProcesses", "PostilPipeline"]),
    layer("PostilAuthoring", ["PostilPipeline", "PostilGrammar"]),
    layer("PostilReports", ["PostilRecords", "PostilModel", "PostilFiles"]),
    layer("PostilStore", ["CSQLite", "PostilRecords"]),
    layer("PostilIdentities", ["PostilRecords", "PostilNames"]),
    layer(
      "PostilComparison", ["PostilDiagnostics", "PostilMatching", "PostilReports", "PostilRecords", "PostilIdentities"]),
    .executableTarget(
      name: "postil",
      dependencies: [
        "CPostilBuild", "PostilAuthoring", "PostilIsolation", "PostilReports", "PostilComparison", "PostilIdentities",
        "PostilFiles",
        .target(name: "PostilStore", condition: .when(traits: ["Store"])),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),
    .executableTarget(
      name: "MatchingBenchmark", dependencies: ["PostilMatching", "PostilModel"], path: "Benchmarks/Matching"),
    .executableTarget(
      name: "StageBenchmark", dependencies: ["PostilPipeline", "PostilReports"], path: "Benchmarks/Stages"),
    .executableTarget(
      name: "ComparisonBenchmark", dependencies: ["PostilComparison", "PostilModel"], path: "Benchmarks/Comparison"),
    .executableTarget(
      name: "postil-fuzz", dependencies: ["PostilAuthoring", "PostilComparison", "PostilModuleHost", "PostilModel"],
      path: "Benchmarks/Fuzzing",
      exclude: ["Hostile.c.txt"]),
    tests(of: "PostilModel"),
    tests(of: "PostilDiagnostics"),
    tests(of: "PostilFiles"),
    tests(of: "PostilJSON"),
    tests(of: "PostilRecords", with: ["PostilModel"]),
    tests(of: "PostilText", with: ["PostilModel"]),
    tests(of: "PostilReaders", with: ["PostilModel"]),
    tests(of: "PostilMatching", with: ["PostilModel"]),
    tests(of: "PostilRules", with: ["PostilModel", "PostilDiagnostics"]),
    tests(of: "PostilModuleBridge", with: ["PostilModel"]),
    tests(of: "PostilModuleHost", with: ["PostilModuleBridge", "PostilModel"]),
    tests(of: "PostilModuleKit", with: ["PostilModuleBridge", "PostilModel"]),
    tests(
      of: "PostilAuthoring", with: ["PostilPipeline", "PostilRules", "PostilText", "PostilModel"], files: ["NearMisses"]
    ),
    tests(of: "PostilIsolation", with: ["PostilModel"]),
    tests(of: "PostilReports", with: ["PostilModel"]),
    tests(of: "PostilNames"),
    tests(of: "PostilGrammar", with: ["PostilModel"]),
    tests(of: "PostilIdentities", with: ["PostilRecords"]),
    tests(of: "PostilStore", with: ["PostilRecords"]),
    tests(of: "PostilComparison", with: ["PostilReports"], resources: [.copy("Reference")]),
    tests(of: "DateNormalization", with: ["PostilModuleKit", "PostilText"]),
    .testTarget(
      name: "EndToEndTests", dependencies: ["PostilTestSupport", "postil"],
      exclude: ["BrokenRules", "RuleSchema", "NameKinds.tsv", "DateKinds.tsv"]),
    .target(name: "PostilTestSupport", dependencies: ["PostilPipeline"], path: "Tests/Support"),
    tests(of: "StatementSentiment", with: ["PostilModuleKit", "PostilTestSupport", "postil"]),
    tests(of: "PollDetection", with: ["PostilModuleKit", "PostilText", "PostilTestSupport", "postil"]),
    tests(
      of: "EntityExtraction", with: ["PostilModuleKit", "PostilTestSupport", "postil"],
      resources: [.copy("HardPairs.tsv")]),
  ]
    + modules.map {
      .target(
        name: $0, dependencies: ["PostilModuleKit"] + (sharedCode[$0] ?? []), path: "Plugins/\($0)",
        linkerSettings: [
          .unsafeFlags(["-Xlinker", "--version-script=Plugins/exports.map"], .when(platforms: [.linux]))
        ])
    },
  swiftLanguageModes: [.v6]
)

/// Makes every target name all targets that it stands on, nearby or far below.
///
/// SwiftPM compiles a target anew only when the interface of one that it names has changed. A private stored property changes
/// the layout of a struct but not the interface of the targets in between, so a target that does not name the struct's own
/// would keep the old layout in its objects: `Scripts/layouts` tries that such a change is safe.
func nameAllBelow(_ targets: [Target]) {
  let direct = Dictionary(uniqueKeysWithValues: targets.map { ($0.name, $0.dependencies) })
  func add(_ dependencies: [Target.Dependency], to all: inout [String: Target.Dependency]) {
    for dependency in dependencies {
      guard case .byNameItem(let name, nil) = dependency, all[name] == nil, let below = direct[name] else { continue }
      all[name] = dependency
      add(below, to: &all)
    }
  }
  for target in targets {
    var all: [String: Target.Dependency] = [:]
    add(target.dependencies, to: &all)
    let own = target.dependencies.filter { if case .byNameItem(let name, nil) = $0 { all[name] == nil } else { true } }
    target.dependencies = own + all.keys.sorted().map { .byName(name: $0) }
  }
}

nameAllBelow(package.targets)

for target in package.targets where target.type != .system && !target.name.hasPrefix("CPostil") {
  target.swiftSettings = [.treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny")]
}
