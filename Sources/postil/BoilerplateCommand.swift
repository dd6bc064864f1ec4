import ArgumentParser
import Foundation
import PostilFiles
import PostilModel
import PostilPipeline
import PostilReaders

/// `postil boilerplate`.
struct Boilerplate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find lines and words that stand in several documents; 'annotate --boilerplate' marks them.",
    discussion:
      "Lines are counted in each outlet by itself, or in each set where documents have no outlet; documents that repeat each other count once. The table can be read "
      + "and shortened: see Documentation/Input.md.")

  @Option(name: [.short, .long], help: ArgumentHelp("The table of lines to write.", valueName: "lines.tsv"))
  var output: String

  @Option(help: "The fewest documents of an outlet that a line stands in.")
  var minDocuments = 3

  @Option(help: ArgumentHelp("The smallest part of an outlet's documents that it stands in.", valueName: "0…1"))
  var minShare = 0.01

  @Option(
    help: ArgumentHelp(
      "The metadata that tells whose lines they are (default: outlet, else the set).", valueName: "field")
  )
  var groupBy: String?

  @Option(help: "The encoding of texts that are neither UTF-8 nor marked, such as windows-1252.")
  var encoding: String?

  @Option(
    help: ArgumentHelp(
      "What tables and records call the fields of a document.", valueName: "id=url,text=content,date=published"))
  var columns: String?

  @Option(help: "How to read files: \(InputFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var inputFormat = InputFormat.auto

  @Argument(help: "Files and folders of documents, also as NAME=PATH; '-' reads standard input.")
  var inputs: [String]

  func validate() throws {
    if minDocuments < 2 { throw ValidationError("--min-documents takes a number from 2") }
    if !(0...1).contains(minShare) { throw ValidationError("--min-share takes a number from 0 to 1") }
    if let encoding, TextEncoding(encoding) == nil {
      throw ValidationError("unknown encoding '\(encoding)'; known: \(TextEncoding.names.joined(separator: ", "))")
    }
    if let columns, FieldNames(columns) == nil {
      throw ValidationError("'\(columns)' is no list of columns; write --columns id=url,text=content")
    }
  }

  func run() throws {
    let reader = DocumentReader(
      options: ReaderOptions(
        format: inputFormat, encoding: encoding.flatMap(TextEncoding.init),
        names: columns.flatMap(FieldNames.init) ?? FieldNames()))
    let files = try Failure.of { try reader.inputs(for: inputs) }
    if let summary = files.summary { StandardError.write("postil: \(summary)\n") }
    try OutputGuard.check(files.sources.compactMap(\.path), output: output)
    var counter = try Failure.of {
      try RepeatedLineCounter(folder: FileManager.default.temporaryDirectory.path)
    }
    let (documents, failed) = try FileError.of(output) { try count(files.sources, reader, in: &counter) }
    let table = try FileError.of(output) {
      try counter.table(RepeatedLineCounter.Threshold(documents: minDocuments, share: minShare))
    }
    try RepeatedLineFile(output).write(table)
    let lines = table.rows.count { $0.kind == .line }
    let runs = table.rows.count - lines
    StandardError.write(
      "\(lines.counted("line")) and \(runs.counted("run")) of words repeat in \(documents.counted("document")): table in \(output)\n"
    )
    if failed > 0 { throw ExitCode(Failure.Status.documentsFailed) }
  }

  private func count(
    _ sources: [DocumentSource], _ reader: DocumentReader, in counter: inout RepeatedLineCounter
  ) throws -> (documents: Int, failed: Int) {
    var (documents, failed) = (0, 0)
    try reader.read(sources) { input in
      switch input.result {
      case .success(let document):
        documents += 1
        try counter.add(document.text, group: group(of: document))
      case .failure(let error):
        failed += 1
        StandardError.write("postil: error: \(input.id): \(error)\n")
      }
      return true
    }
    return (documents, failed)
  }

  private func group(of document: Document) -> String {
    let field = groupBy ?? "outlet"
    return field == "set" ? document.set : document.metadata[field]?.string ?? document.set
  }
}
