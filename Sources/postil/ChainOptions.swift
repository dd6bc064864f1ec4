import ArgumentParser
import Foundation
import PostilDiagnostics
import PostilFiles
import PostilMatching
import PostilModuleHost
import PostilPipeline
import PostilText

/// The options by which commands choose what runs.
struct ChainOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The chain to run instead of postil.yaml or the built-in one.", valueName: "file.yaml"))
  var chain: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A file or folder of rulesets that join the chain; may be repeated.", valueName: "path"))
  var rules: [String] = []

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A folder of modules to search first; may be repeated.", valueName: "folder"))
  var modules: [String] = []

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("A module's setting; may be repeated.", valueName: "module.key=value"))
  var settings: [String] = []

  @Flag(help: "Tell on standard error which chain, modules and rulesets are used, and which files are left out.")
  var verbose = false

  @Option(
    help: ArgumentHelp(
      "The order of day and month in numeric dates; short for --set date-normalization.date-order.",
      valueName: "auto|day-first|month-first"))
  var dateOrder: String?

  @Option(
    help: ArgumentHelp(
      "What modules do with documents in another language than the chain's; sets foreign-language of all modules.",
      valueName: "annotate|skip"))
  var foreignLanguage: ForeignLanguage?

  @Flag(help: "Neither read nor write what earlier starts found out about the rules.")
  var noCache = false

  /// The options that were given, as words of a command line.
  var arguments: [String] {
    let single = [("--chain", chain), ("--date-order", dateOrder), ("--foreign-language", foreignLanguage?.rawValue)]
      .flatMap { name, value in
        value.map { [name, $0] } ?? []
      }
    let several = [("--rules", rules), ("--modules", modules), ("--set", settings)]
    return single + several.flatMap { name, values in values.flatMap { [name, $0] } }
  }

  func validate() throws {
    if let wrong = settings.first(where: { ModuleOverride($0) == nil }) {
      throw ValidationError("'\(wrong)' is not of the form module.key=value")
    }
  }

  /// The chain with what is wrong in its files; nothing is told yet.
  ///
  /// - Parameters:
  ///   - paths: Rule files and folders beside those of `--rules`.
  ///   - replaced: The rules that they stand in for.
  ///   - repeatedLines: Lines that are boilerplate because they repeat.
  ///   - earlier: A build whose modules are taken in place of loading them anew.
  func build(
    adding paths: [String] = [], inPlaceOf replaced: String? = nil, repeatedLines: RepeatedLines = .none,
    reusing earlier: ChainBuild? = nil
  ) throws -> ChainBuild {
    // From here on code of modules runs in this process.
    _ = ReportOutput.descriptor
    RunPlace.watchCrashes()
    let file = try chainFile()
    let kept = noCache ? nil : ProgramCache("rules")
    let cache = RuleCache(kept?.read() ?? [])
    let build = ChainBuilder(
      file: file, extraRules: rules + paths, moduleFolders: modules, overrides: overrides(of: file),
      replaced: replaced, repeatedLines: repeatedLines, cache: cache
    ).build(reusing: earlier)
    if let kept, let bytes = cache.toKeep() { kept.write(bytes) }
    log(build, from: file)
    return build
  }

  /// The chain file as written.
  func chainFile() throws -> ChainFile {
    do {
      return try ChainFile.find(chain, from: FileManager.default.currentDirectoryPath)
    } catch {
      throw Failure(error.description)
    }
  }

  private func log(_ build: ChainBuild, from file: ChainFile) {
    let logger = Log.logger(verbose: verbose)
    logger.debug("chain \(file.path ?? "built-in")")
    for step in build.chain?.steps ?? [] {
      if let module = step.module {
        logger.debug("module \(module.manifest.name) \(module.manifest.version): \(module.path)")
      }
      for ruleset in step.rulesets {
        logger.debug("ruleset \(ruleset.name), \(ruleset.rules.count) rules: \(ruleset.file)")
      }
    }
  }

  /// The settings that were given; those for single modules come behind those for all, and win.
  private func overrides(of file: ChainFile) -> [ModuleOverride] {
    let all = foreignLanguage.map { value in file.modules.map { "\($0).foreign-language=\(value.rawValue)" } } ?? []
    let order = dateOrder.map { ["date-normalization.date-order=\($0)"] } ?? []
    return (all + settings + order).compactMap(ModuleOverride.init)
  }

  /// The chain, after telling what is wrong; single broken rules are left out.
  ///
  /// - Throws: ``Failure`` when the chain cannot run or a file of rules is missing or broken as a whole, or with `strict` when anything is
  ///   wrong.
  func ready(
    strict: Bool, adding paths: [String] = [], repeatedLines: RepeatedLines = .none
  ) throws -> (chain: Chain, hasErrors: Bool, rulePaths: [String]) {
    let build = try build(adding: paths, repeatedLines: repeatedLines)
    let errors = build.diagnostics.filter { $0.severity == .error }
    Self.tell(build.diagnostics, of: build)
    let chain = try Self.usableChain(of: build)
    if strict, !build.diagnostics.isEmpty {
      throw Failure("the rules or the chain have problems and --strict was given")
    }
    return (chain, !errors.isEmpty, build.rulePaths)
  }

  /// The chain of `build`, whose problems were told.
  static func chain(of build: ChainBuild) throws -> Chain {
    guard let chain = build.chain else { throw Failure("the chain cannot run: see above") }
    return chain
  }

  /// The chain of `build`, whose problems were told, unless a file that the user counts on gives no rules.
  static func usableChain(of build: ChainBuild) throws -> Chain {
    let chain = try chain(of: build)
    guard build.unusable.isEmpty else {
      throw Failure("no rules come from '\(build.unusable.joined(separator: "', '"))': see above")
    }
    return chain
  }

  /// More than anyone reads at once.
  private static let mostTold = 200

  /// Tells what is wrong, on standard error.
  static func tell(_ diagnostics: [Diagnostic], of build: ChainBuild) {
    for diagnostic in diagnostics.prefix(mostTold) { StandardError.write(diagnostic.rendered + "\n") }
    if diagnostics.count > mostTold { StandardError.write("… and \(diagnostics.count - mostTold) more\n") }
    for problem in build.problems { StandardError.write("postil: warning: \(problem)\n") }
    for error in build.settingErrors { StandardError.write("postil: error: \(error)\n") }
  }
}

/// What becomes of documents in another language than the chain's.
enum ForeignLanguage: String, CaseIterable, ExpressibleByArgument {
  case annotate, skip
}
