import PostilDiagnostics
import PostilRules

/// Reads the YAML of a chain file.
struct ChainParser {
  let file: SourceFile
  private(set) var diagnostics: [Diagnostic] = []

  init(file: SourceFile) { self.file = file }

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
    let step = ChainFile.Step(module: fields.text("module"), rules: fields.texts("rules"), settings: settings)
    diagnostics += fields.diagnostics
    return step
  }
}
