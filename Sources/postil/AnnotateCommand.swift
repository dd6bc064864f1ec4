import ArgumentParser
import Foundation
import PostilFiles
import PostilModel
import PostilModuleHost
import PostilPipeline
import PostilReaders
import PostilRecords
import PostilReports
import PostilText

/// `postil annotate`.
struct Annotate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the chain over documents and write an annotated report.",
    discussion:
      "Files are texts, web pages, tables (.csv), records, one a line (.jsonl), or exports: see Documentation/Input.md; other files of a folder are left out "
      + "with their number. Exit status: 0 all well, 1 some documents or rules failed, 2 usage or broken configuration, 130 interrupted "
      + "(143 by SIGTERM).")

  @OptionGroup var chainOptions: ChainOptions

  @Option(help: ArgumentHelp("Identities of names, from 'postil entities resolve'.", valueName: "file.tsv"))
  var identities: String?

  @Option(help: ArgumentHelp("Lines that are boilerplate, from 'postil boilerplate'.", valueName: "lines.tsv"))
  var boilerplate: String?

  @Option(help: ArgumentHelp("The date of documents that have none.", valueName: "yyyy-mm-dd"))
  var date: String?

  @Option(help: "The encoding of texts that are neither UTF-8 nor marked, such as windows-1252.")
  var encoding: String?

  @Option(
    help: ArgumentHelp(
      "What tables and records call the fields of a document.", valueName: "id=url,text=content,date=published"))
  var columns: String?

  @Option(help: "How to read files: \(InputFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
  var inputFormat = InputFormat.auto

  @Option(
    parsing: .singleValue,
    help:
      "What to write: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")); may be repeated (default: text on a terminal, else jsonl)."
  )
  var format: [ReportFormat] = []

  @Option(
    help: ArgumentHelp(
      "With --format csv, the type whose table alone is written; without --output it goes to standard output.",
      valueName: "type"))
  var type: String?

  @Option(help: ArgumentHelp("The folder that reports are written to.", valueName: "folder"))
  var output: String?

  @OptionGroup(title: "Options for the folder of reports") var folderOptions: FolderOptions

  #if Store
    @Option(help: ArgumentHelp("Put the documents into this SQLite store too.", valueName: "file"))
    var store: String?
  #endif

  @Option(help: "The number of workers (default: the number of processors).")
  var jobs: Int?

  @OptionGroup(title: "Options against crashes and endless loops") var isolation: IsolationOptions

  @Flag(help: "Refuse to run with broken rules; limits that were hit and warnings make the exit status 1.")
  var strict = false

  @Flag(help: "Leave the exit status 0 when documents or rules failed; their records tell.")
  var keepGoing = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Argument(help: "Files and folders of documents, also as NAME=PATH; '-' reads standard input.")
  var inputs: [String] = []

  func validate() throws {
    if folderOptions.salvage, !inputs.isEmpty { throw ValidationError("--salvage takes no inputs") }
    if inputs.isEmpty, !folderOptions.salvage { throw ValidationError("name files or folders to annotate, or '-'") }
    if let flag = folderOptions.flag, output == nil { throw ValidationError("\(flag) needs --output FOLDER") }
    if inputs.filter({ $0 == "-" }).count > 1 { throw ValidationError("'-' can be given once") }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes a number from 1 to 256, not \(jobs)") }
    if type != nil, !format.contains(.csv) { throw ValidationError("--type is for --format csv") }
    let isOneTable = Set(format) == [.csv] && type != nil
    if output == nil, !isOneTable, Set(format).count > 1 || format.contains(where: \.needsFolder) {
      let names = ReportFormat.allCases.filter(\.needsFolder).map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        "several formats, and each of \(names), need --output FOLDER, but for --format csv --type TYPE")
    }
    if let encoding, TextEncoding(encoding) == nil {
      throw ValidationError("unknown encoding '\(encoding)'; known: \(TextEncoding.names.joined(separator: ", "))")
    }
    if let columns, FieldNames(columns) == nil {
      throw ValidationError("'\(columns)' is no list of columns; write --columns id=url,text=content")
    }
  }

  func run() throws {
    signal(SIGPIPE, SIG_IGN)
    RunPlace.watchCrashes(advice: "finished records are kept, and with --isolate a module costs one document")
    if folderOptions.salvage, let output {
      let formats = format.isEmpty ? nil : formats
      tell(try RunSalvage(folder: output, formats: formats, type: type, cleans: folderOptions.clean).run())
      return
    }
    let interruption = Interruption()
    let (chain, rulesFailed, ruleFiles) = try readyChain()
    let tally: AnnotationRun.Tally
    do {
      tally = try annotate(with: chain, ruleFiles: ruleFiles, interruption: interruption)
    } catch ByteOutput.Stop.readerGone {
      return
    }
    if tally.isInterrupted { throw ExitCode(interruption.status) }
    let failed = (tally.failed > 0 || rulesFailed) && !keepGoing
    if failed || (strict && tally.diagnostics > 0) { throw ExitCode(Failure.Status.documentsFailed) }
  }

  /// The chain, whether rules were left out, and the files of rules that users see.
  func readyChain() throws -> (chain: Chain, hasErrors: Bool, ruleFiles: [String]) {
    let made = try identities.map { try IdentityFile($0).ruleset() }
    defer { if let made { try? FileManager.default.removeItem(atPath: made) } }
    let lines = try boilerplate.map { try RepeatedLineFile($0).read().lines } ?? .none
    let ready = try chainOptions.ready(strict: strict, adding: made.map { [$0] } ?? [], repeatedLines: lines)
    // The ruleset that the identities were made into is no file of the user's.
    let files = ready.rulePaths.filter { path in made.map { !path.hasPrefix($0 + "/") } ?? true }
    return (ready.chain, ready.hasErrors, files)
  }

  /// Runs the chain; nothing is opened for writing before all that the run needs is known to be there.
  private func annotate(with chain: Chain, ruleFiles: [String], interruption: Interruption) throws
    -> AnnotationRun.Tally
  {
    let sources = try readableSources()
    let information = RunInformation(inputs: inputs, decisions: chain.decisionMeanings)
    let folder = try output.map(RunFolder.init)
    var destination = ReportDestination()
    #if Store
      if let store { destination.add(try StoreDestination(path: store)) }
    #endif
    // Hashing what made a report takes longer than starting does, so it is done where there is a manifest.
    let journal = folder.map { _ in
      RunJournal(
        information: information, formats: formats, manifest: manifest(chain, ruleFiles, inputs: sources),
        total: reader.count(of: sources))
    }
    let stopped = try journal.flatMap { try folder?.begin($0, folderOptions) }
    try destination.add(formats, folder: folder, type: type)
    try destination.begin(information)
    var run = try AnnotationRun(
      chain: chain, reader: reader, destination: destination,
      jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, isolation: isolation,
      showsProgress: StandardError.isTerminal && !quiet && (output != nil || !StandardOutput.isTerminal))
    if let stopped { try run.resume(stopped) }
    if let folder { run.add(try UnfinishedRun.recordWriter(in: folder.part)) }
    let tally = try run.annotate(sources, total: journal?.total, interruption: interruption)
    tellLanguages(tally)
    try close(folder, manifest: journal?.manifest, outcome: tally.outcome)
    return tally
  }

  func readableSources() throws -> [DocumentSource] {
    let files = try Failure.of { try reader.inputs(for: inputs) }
    tellLeftOut(files)
    let (sources, leftOut) = try OutputGuard.readable(files.sources, folder: output)
    if leftOut > 0 {
      StandardError.write("postil: warning: left out \(leftOut.counted("file")) that the run itself writes\n")
    }
    return sources
  }

  /// Tells how many files are no documents, or which.
  private func tellLeftOut(_ files: InputFiles) {
    guard let summary = files.summary else { return }
    tell("postil: \(summary)\(chainOptions.verbose ? "" : " (--verbose lists them)")")
    guard chainOptions.verbose else { return }
    for file in files.leftOut { tell("  \(file.path): \(file.reason)") }
  }

  /// Tells how many documents are in another language than the chain's, and what can be done about it.
  private func tellLanguages(_ tally: AnnotationRun.Tally) {
    guard let summary = tally.languages.summary(of: tally.documents) else { return }
    let help = chainOptions.foreignLanguage == nil ? "; --foreign-language skip adds nothing to such documents" : ""
    tell("postil: warning: \(summary)\(help)")
  }

  /// Gives the reports their places if all documents are done, and tells how it ended.
  private func close(_ folder: RunFolder?, manifest: RunManifest?, outcome: RunOutcome) throws {
    guard outcome.isComplete else {
      let rest = output.map {
        "; the reports in \($0) are as they were. Go on with --resume, or keep what is finished with --salvage"
      }
      return StandardError.write("postil: \(outcome.progress)\(rest ?? "")\n")
    }
    guard let folder, let manifest else { return }
    let earlier = try folder.complete(manifest: manifest.bytes(outcome), names: formats.map(\.fileName))
    let rest = try EarlierFiles.settled(earlier, in: folder.path, removing: folderOptions.clean)
    tell("\(outcome.documents.counted("document")), \(outcome.failed) failed: reports in \(folder.path)\(rest)")
  }

  private func tell(_ line: String) { if !quiet { StandardError.write(line + "\n") } }

  private var formats: [ReportFormat] {
    #if Store
      if format.isEmpty, store != nil, output == nil { return [] }
    #endif
    guard format.isEmpty else { return Array(Set(format)).sorted { $0.rawValue < $1.rawValue } }
    return [output == nil && StandardOutput.isTerminal ? .text : .jsonl]
  }

  /// What makes the records of `inputs`.
  func manifest(_ chain: Chain, _ ruleFiles: [String], inputs: [DocumentSource]) -> RunManifest {
    RunManifest(
      arguments: arguments, chain: chain, ruleFiles: ruleFiles, identities: identities,
      boilerplate: boilerplate, inputs: inputs, limits: isolation.arguments)
  }

  /// The words of a command line that make the same records: those that decide what is read and what runs.
  private var arguments: [String] {
    let options = [
      ("--identities", identities), ("--boilerplate", boilerplate), ("--date", date), ("--encoding", encoding),
      ("--columns", columns),
    ]
    let given = options.flatMap { name, value in value.map { [name, $0] } ?? [] }
    return chainOptions.arguments + given + ["--input-format", inputFormat.rawValue] + inputs
  }

  var reader: DocumentReader {
    DocumentReader(
      options: ReaderOptions(
        format: inputFormat, encoding: encoding.flatMap(TextEncoding.init), date: date,
        names: columns.flatMap(FieldNames.init) ?? FieldNames()))
  }
}

extension InputFormat: ExpressibleByArgument {}
extension ReportFormat: ExpressibleByArgument {}
