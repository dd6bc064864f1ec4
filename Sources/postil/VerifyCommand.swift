import ArgumentParser
import Foundation
import PostilFiles
import PostilJSON
import PostilModel
import PostilRecords
import PostilReports

/// `postil verify`.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Make the records of a report anew, as its manifest tells, and compare them.",
    discussion:
      "Give it in the folder in which 'postil annotate' was given. Exit status: 0 the same records, 1 others, or what made them has changed, "
      + "2 the report cannot be made anew.")

  @Option(help: "The number of workers (default: the number of processors).")
  var jobs: Int?

  @Flag(help: "Start the programs that the chain of the report names as modules.")
  var runPrograms = false

  @Argument(help: "The folder of the report, with manifest.json and report.jsonl.")
  var folder: String

  func run() throws {
    let then = try manifest()
    guard let arguments = then.argumentsWithLimits else {
      throw Failure("the manifest of '\(folder)' does not tell the arguments of its run; annotate anew")
    }
    let annotate: Annotate
    do {
      annotate = try Annotate.parse(arguments)
    } catch {
      throw Failure("the run of '\(folder)' cannot be given again: \(Annotate.message(for: error))")
    }
    try checkPrograms(of: annotate)
    let (chain, _, ruleFiles) = try annotate.readyChain()
    let sources = try annotate.readableSources()
    let changed = annotate.manifest(chain, ruleFiles, inputs: sources).differences(to: then)
    for name in changed { try StandardOutput.write("changed: \(name)\n") }
    var destination = ReportDestination()
    let check = try RecordCheck(path: "\(folder)/\(ReportReader.fileName)")
    destination.add(check)
    var run = try AnnotationRun(
      chain: chain, reader: annotate.reader, destination: destination,
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, isolation: annotate.isolation,
      showsProgress: StandardError.isTerminal)
    let interruption = Interruption()
    let tally = try run.annotate(sources, interruption: interruption)
    if tally.isInterrupted { throw ExitCode(interruption.status) }
    try StandardOutput.write(check.summary)
    if !changed.isEmpty || !check.isSame { throw ExitCode(Failure.Status.documentsFailed) }
  }

  /// A chain that the report names, and not the user, starts nothing.
  private func checkPrograms(of annotate: Annotate) throws {
    let programs = try annotate.chainOptions.chainFile().programs
    guard let program = programs.first, !runPrograms else { return }
    let words = program.joined(separator: " ")
    throw Failure("the chain of '\(folder)' starts the program '\(words)'; if it may run: --run-programs")
  }

  private func manifest() throws -> RunManifest {
    guard let value = ReportManifest.value(in: folder) else {
      throw Failure(
        "'\(folder)' has no \(ReportManifest.fileName) that can be read; 'postil annotate --output' writes one")
    }
    return RunManifest(value)
  }
}

/// Compares records, as they are made, with those of a report.
private final class RecordCheck: ReportWriter {
  /// How many documents are named.
  private static let mostNamed = 20

  /// The SHA-256 of each record of the report.
  private let expected: [String]
  private var made = 0
  private var others: [String] = []

  init(path: String) throws {
    var hashes: [String] = []
    try Failure.of {
      try LineFile(path: path).batches(of: 64) { hashes += $0.map { SHA256.hexadecimal(of: $0.bytes) } }
    }
    expected = hashes
  }

  func begin(_ run: RunInformation) {}
  func end(_ outcome: RunOutcome) {}

  func write(_ document: AnnotatedDocument) {
    var json = JSONBytes()
    ReportRecord(document).write(to: &json)
    let isSame = made < expected.count && SHA256.hexadecimal(of: json.bytes) == expected[made]
    if !isSame { others.append(document.document.id) }
    made += 1
  }

  var isSame: Bool { others.isEmpty && made == expected.count }

  /// What came of it, for people.
  var summary: String {
    let named = others.prefix(Self.mostNamed).map { "other record: \($0)\n" }.joined()
    let count = made == expected.count ? "" : ", the report has \(expected.count)"
    return named + "\(made.counted("document"))\(count), \(others.count) with other records\n"
  }
}
