import ArgumentParser
import Foundation
import PostilAuthoring
import PostilComparison
import PostilModel
import PostilPipeline

/// `postil rules watch`.
struct RulesWatch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "On every save of a rule file: check it, run its examples, and show what changes in documents.",
    discussion:
      "The last good rules stay in force while a file is broken. Ctrl-C ends it. Exit status: 0 ended, 2 usage or a chain that "
      + "cannot run.")

  @OptionGroup var chainOptions: ChainOptions
  @OptionGroup var corpus: CorpusOptions

  @Option(help: "How often to look for saved files, in milliseconds.")
  var interval = 50

  @Option(help: "The most differences to show after a save.")
  var rows = 20

  @Option(help: .hidden)
  var saves: Int?

  @Argument(help: "Documents.")
  var inputs: [String]

  func run() throws {
    let interruption = Interruption()
    let documents = try corpus.documents(inputs)
    var build = try chainOptions.build()
    ChainOptions.tell(build.diagnostics, of: build)
    var corpus = try AnnotatedCorpus(documents, chain: try ChainOptions.chain(of: build))
    var files = WatchedFiles(build.watchedFolders(adding: chainOptions.rules))
    try StandardOutput.write("watching \(files.count.counted("file")); \(documents.count.counted("document"))\n")
    var rest = saves ?? Int.max
    while !interruption.isNoticed, rest > 0 {
      usleep(UInt32(max(interval, 1)) * 1000)
      let changed = files.changed()
      guard !changed.isEmpty else { continue }
      rest -= 1
      let began = ContinuousClock.now
      build = try chainOptions.build(reusing: build)
      try show(changed, build, documents, &corpus)
      let took = began.duration(to: .now)
      try StandardOutput.write(
        "\(took.components.seconds * 1000 + took.components.attoseconds / 1_000_000_000_000_000) ms\n")
    }
  }

  private func show(
    _ changed: [String], _ build: ChainBuild, _ documents: [Document], _ corpus: inout AnnotatedCorpus
  ) throws {
    try StandardOutput.write("saved \(changed.joined(separator: ", "))\n")
    let refusals = build.refusals()
    let diagnostics = build.diagnostics + refusals.diagnostics
    ChainOptions.tell(diagnostics, of: build)
    for error in refusals.errors { StandardError.write("postil: error: \(error)\n") }
    let isBroken = diagnostics.contains { $0.severity == .error } || !refusals.errors.isEmpty
    guard let chain = build.chain, !isBroken else {
      return try StandardOutput.write("the last good rules stay in force\n")
    }
    let new = try AnnotatedCorpus(documents, chain: chain)
    let diff = ReportDiff(old: corpus.records, new: new.records)
    try StandardOutput.write(diff.text(most: max(0, rows)) + leftOut(new, before: corpus))
    corpus = new
    let outcomes = try Failure.of { try ExampleTester(chain: chain) }.outcomes(files: build.files(under: changed))
    for outcome in outcomes { RulesTest.report(outcome) }
    if !outcomes.isEmpty { try StandardOutput.write(RulesTest.summary(of: outcomes)) }
  }

  /// The candidates that modules leave out now and did not before, a line each.
  private func leftOut(_ new: AnnotatedCorpus, before old: AnnotatedCorpus) -> String {
    let known = Set(old.rejections)
    let found = new.rejections.filter { !known.contains($0) }
    let lines = found.prefix(max(0, rows)).map { rejection in
      "- left out by the module: \(rejection.document): \(rejection.rule) '\(rejection.words)': \(rejection.reason)\n"
    }
    return lines.joined() + (found.count > lines.count ? "… and \(found.count - lines.count) more left out\n" : "")
  }
}
