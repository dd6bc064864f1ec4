import PostilDiagnostics
import PostilModuleHost

/// Checks that every module of a chain is there and has what it requires.
enum ChainOrder {
  static func diagnostics(of file: ChainFile, modules: [LoadedModule]) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var available = Set(file.inputTypes)
    var seen: Set<String> = []
    for step in file.steps {
      guard let name = step.module else { continue }
      if !seen.insert(name.text).inserted {
        diagnostics.append(file.diagnostic(.repeatedModule, "module '\(name.text)' stands in two steps", at: name))
        continue
      }
      guard let manifest = modules.first(where: { $0.manifest.name == name.text })?.manifest else {
        // Why a program is not there, its start has told.
        guard step.program == nil else { continue }
        let known = modules.map(\.manifest.name).joined(separator: ", ")
        diagnostics.append(
          file.diagnostic(
            .missingModule, "there is no module '\(name.text)'", at: name,
            help: known.isEmpty
              ? "no modules were found: --modules FOLDER tells where they are, and 'postil doctor' where they are looked for"
              : "there are: \(known); --modules FOLDER tells where others are"
          ))
        continue
      }
      for missing in manifest.requires.filter({ !available.contains($0) }) {
        diagnostics.append(
          file.diagnostic(
            .unmetRequirement,
            "module '\(name.text)' requires annotations of type '\(missing)', which no earlier step assigns",
            at: name, help: "put a module that assigns '\(missing)' before it, or name the type under input:"))
      }
      available.formUnion(manifest.assigns.map(\.type))
    }
    return diagnostics
  }
}
