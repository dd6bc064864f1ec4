import PostilDiagnostics
import PostilModuleHost
import PostilRules

/// Reads the YAML of a chain file.
struct ChainParser {
  let file: SourceFile
  /// Where programs run.
  let folder: String?
  private(set) var diagnostics: [Diagnostic] = []

  init(file: SourceFile, folder: String?) {
    self.file = file
    self.folder = folder
  }

  mutating func parse() -> (language: String, inputTypes: [String], steps: [ChainFile.Step])? {
    let root: YAMLNode?
    do throws(Diagnostic) {
      root = try YAMLReader.read(file)
    } catch {
      diagnostics.append(error)
      return nil
    }
    guard let root else {
      diagnostics.append(file.diagnostic(.emptyChain, "the chain file is empty", line: 1, column: 1))
      return nil
    }
    var fields = FieldReader(root, file, known: ["postil", "language", "input", "steps"], what: "a chain")
    let version = fields.required("postil", in: "a chain")
    if let version, version.text != "1" {
      fields.fault(.otherChainVersion, "format version '\(version.text)' is not 1", at: version.location)
    }
    let language = fields.text("language")?.text ?? "en"
    let inputTypes = fields.texts("input").map(\.text)
    let steps = (fields["steps"]?.elements ?? []).map { step($0) }
    if steps.isEmpty { fields.fault(.emptyChain, "the chain has no steps", at: root.location) }
    diagnostics += fields.diagnostics
    return (language, inputTypes, steps)
  }

  private mutating func step(_ node: YAMLNode) -> ChainFile.Step {
    var fields = FieldReader(node, file, known: ["module", "rules", "settings"], what: "a step")
    let settings = (fields["settings"]?.entries ?? []).compactMap { entry in
      entry.value.scalar.map { (name: entry.key, value: $0) }
    }
    let (module, program) = module(of: &fields)
    let step = ChainFile.Step(module: module, program: program, rules: fields.texts("rules"), settings: settings)
    diagnostics += fields.diagnostics
    return step
  }

  /// The module that a step names, and the program that it is, if it is one.
  private mutating func module(of fields: inout FieldReader) -> (name: YAMLScalar?, program: ProgramCommand?) {
    guard let node = fields["module"], node.entries != nil else { return (fields.text("module"), nil) }
    return program(node)
  }

  private mutating func program(_ node: YAMLNode) -> (name: YAMLScalar?, program: ProgramCommand?) {
    let what = "a module that is a program"
    var fields = FieldReader(node, file, known: ["command", "name", "processes", "batch"], what: what)
    let name = fields.requiredName("name", in: what)
    let words = fields.texts("command").map(\.text)
    if words.first?.isEmpty ?? true {
      fields.fault(
        .missingField, "\(what) needs the field 'command'", at: node.location,
        help: "write command: [python3, tagger.py]")
    }
    let processes = fields.integer("processes", in: 1...256)
    let batch = fields.integer("batch", in: 1...1000) ?? ProgramCommand.standardBatch
    diagnostics += fields.diagnostics
    guard let name, fields.diagnostics.isEmpty else { return (name, nil) }
    return (
      name,
      ProgramCommand(name: name.text, words: words, folder: folder, mostProcesses: processes, batch: batch)
    )
  }
}
