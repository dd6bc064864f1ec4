import ArgumentParser
import PostilModel
import PostilReaders

/// The documents that a command on rules runs over.
struct CorpusOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The date of documents that have none.", valueName: "yyyy-mm-dd"))
  var date: String?

  @Option(help: "The encoding of texts that are neither UTF-8 nor marked, such as windows-1252.")
  var encoding: String?

  /// Calls `each` for every document of `paths`; those that cannot be read are told and left out.
  func read(_ paths: [String], each: (Document) throws -> Void) throws {
    if let encoding, TextEncoding(encoding) == nil { throw ValidationError("unknown encoding '\(encoding)'") }
    let reader = DocumentReader(options: ReaderOptions(encoding: encoding.flatMap(TextEncoding.init), date: date))
    let files = try Failure.of { try reader.inputs(for: paths) }
    if let summary = files.summary { StandardError.write("postil: \(summary)\n") }
    try reader.read(files.sources) { input in
      switch input.result {
      case .success(let document): try each(document)
      case .failure(let error): StandardError.write("postil: error: \(input.id): \(error)\n")
      }
      return true
    }
  }

  /// All documents of `paths`.
  func documents(_ paths: [String]) throws -> [Document] {
    var documents: [Document] = []
    try read(paths) { documents.append($0) }
    return documents
  }
}
