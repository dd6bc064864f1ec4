import ArgumentParser
import Foundation
import PostilFiles
import PostilModuleHost
import PostilPipeline

/// `postil doctor`.
struct Doctor: ParsableCommand {
  /// A thing that runs need, or that some commands use.
  private struct Part {
    let name: String
    /// Where it is or what it is; nil where a run lacks it.
    let found: String?
    /// What to do where it is missing.
    var help = ""

    var line: String { name.padding(toLength: 14, withPad: " ", startingAt: 0) + (found ?? "missing; \(help)") + "\n" }
  }

  static let configuration = CommandConfiguration(
    abstract: "Tell what is found where: program, modules, rules, chain, cache, documentation, libraries.",
    discussion: "Exit status: 0 all that a run needs is there, 1 something is missing or broken, 2 usage.")

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A folder of modules to search first; may be repeated.", valueName: "folder"))
  var modules: [String] = []

  func run() throws {
    let search = ModuleSearch.modules(in: modules)
    let chain = chain(search.modules.map(\.manifest.name))
    let parts = [program, rules, chain, documentation, cache, header] + Self.modules(search) + tools
    try StandardOutput.write(ProgramVersion.text + "\n\n" + parts.map(\.line).joined())
    for refusal in search.refusals { StandardError.write("postil: warning: \(refusal)\n") }
    if parts.contains(where: { $0.found == nil }) || !search.refusals.isEmpty {
      throw ExitCode(Failure.Status.documentsFailed)
    }
  }

  private var program: Part {
    Part(
      name: "program", found: try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
      help: "/proc is not mounted")
  }

  private var rules: Part {
    let folder = Installation.rulesFolder
    let languages = (folder.flatMap { try? FileManager.default.contentsOfDirectory(atPath: $0) } ?? [])
      .count { name in folder.map { FileManager.default.fileExists(atPath: "\($0)/\(name)/text") } ?? false }
    return Part(
      name: "rules", found: languages > 0 ? folder.map { "\($0), \(languages.counted("language"))" } : nil,
      help: "set POSTIL_RULES to the folder of the shipped rules, or install the program anew")
  }

  /// The chain that would run here, with the modules that it names and that were not found.
  private func chain(_ known: [String]) -> Part {
    do {
      let file = try ChainFile.find(nil, from: FileManager.default.currentDirectoryPath)
      let missing = file.modules.filter { !known.contains($0) }
      return Part(
        name: "chain", found: missing.isEmpty ? file.path ?? "built-in" : nil,
        help:
          "\(file.path ?? "the built-in one") names \(missing.joined(separator: ", ")), which \(missing.count == 1 ? "is" : "are") not among the modules"
      )
    } catch {
      return Part(name: "chain", found: nil, help: error.description)
    }
  }

  private var documentation: Part {
    Part(
      name: "documentation", found: Installation.documentationFolder ?? "none: 'postil help' has commands but no pages")
  }

  private var cache: Part {
    guard let folder = ProgramCache.folder() else {
      return Part(
        name: "cache", found: "none: neither XDG_CACHE_HOME nor HOME names a folder, so each start takes longer")
    }
    var nearest = URL(fileURLWithPath: folder)
    while nearest.path != "/", !FileManager.default.fileExists(atPath: nearest.path) {
      nearest.deleteLastPathComponent()
    }
    let isWritable = FileManager.default.isWritableFile(atPath: nearest.path)
    return Part(name: "cache", found: folder + (isWritable ? "" : ", which cannot be written: each start takes longer"))
  }

  private var header: Part {
    Part(
      name: "header",
      found: Installation.headerFolder.map { $0 + "/postil_module.h" } ?? "none: needed for modules in C alone")
  }

  private static func modules(_ search: (modules: [LoadedModule], refusals: [ModuleError])) -> [Part] {
    guard !search.modules.isEmpty else {
      return [
        Part(
          name: "modules", found: nil,
          help: "name their folder by --modules or POSTIL_MODULES, or install the program anew")
      ]
    }
    return search.modules.map { Part(name: "module", found: "\($0.manifest.name) \($0.manifest.version), \($0.path)") }
  }

  /// The programs that some commands use, and that make a module of one's own.
  private var tools: [Part] {
    let tools = [
      ("pdftotext", "to read PDF"), ("python3", "for modules in Python"), ("cc", "to build modules in C"),
      ("swift", "to build modules in Swift"),
    ]
    return tools.map { name, use in Part(name: name, found: Self.path(of: name) ?? "none: needed \(use) alone") }
  }

  private static func path(of program: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").lazy.map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
