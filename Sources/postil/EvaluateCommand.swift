import ArgumentParser
import Foundation
import PostilComparison
import PostilFiles
import PostilRecords

/// `postil evaluate`.
struct Evaluate: ParsableCommand {
  /// How an evaluation is shown.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, html, json
  }

  static let configuration = CommandConfiguration(
    abstract: "Measure a report against gold annotations: precision, recall, F1, features, confusion, errors.",
    discussion:
      "Gold is JSONL (id, text, annotations; or a report), an export of Label Studio, doccano or Prodigy, a folder of brat's "
      + ".ann and .txt files, or a CoNLL file. Documents are paired by id; the ending .txt does not count. "
      + "Documentation/Evaluation.md tells what is read and measured."
  )

  @Option(
    help: ArgumentHelp("The types to measure, divided by commas (default: those of the gold).", valueName: "types"))
  var types: String?

  @Flag(help: "Compare names as they stand, with articles, possessives and marks around them.")
  var noTrim = false

  @Option(help: "The most errors that a table lists.")
  var errors = 20

  @Option(help: "How to show it: table, html or json.")
  var format = Format.table

  @Option(help: ArgumentHelp("The file to write to instead of standard output.", valueName: "file"))
  var output: String?

  @Argument(help: "The gold: a file, or a folder of brat files.")
  var gold: String

  @Argument(help: "The report: a report.jsonl or the folder that holds it.")
  var report: String

  func run() throws {
    try OutputGuard.check([gold, try Failure.of { try ReportReader.file(at: report) }], output: output)
    let evaluation: Evaluation
    do throws(ReportError) {
      evaluation = try Evaluator.evaluation(
        gold: try GoldReader.gold(at: gold), report: try ReportReader.records(at: report), options: options)
    } catch {
      throw Failure(error.description)
    }
    let bytes: [UInt8]
    switch format {
    case .table: bytes = Array(evaluation.text(errors: max(0, errors)).utf8)
    case .html: bytes = Array(evaluation.html(title: "\(gold) and \(report)").utf8)
    case .json: bytes = evaluation.json
    }
    guard let output else {
      return try format == .table
        ? StandardOutput.write(String(decoding: bytes, as: UTF8.self)) : StandardOutput.write(data: bytes)
    }
    try WholeFile.write(bytes, to: output)
  }

  private var options: Evaluator.Options {
    Evaluator.Options(
      types: types.map { Set($0.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }) },
      trimsNames: !noTrim)
  }
}
