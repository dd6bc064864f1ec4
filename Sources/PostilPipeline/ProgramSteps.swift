import PostilDiagnostics
import PostilModuleHost
import PostilRules

/// The steps of a chain file whose modules are programs.
struct ProgramSteps {
  private let file: ChainFile

  init(_ file: ChainFile) { self.file = file }

  /// The modules; a program of `earlier` is not started anew.
  ///
  /// A chain file that nobody named starts nothing: it may be a stranger's.
  func load(reusing earlier: [LoadedModule], _ diagnostics: inout [Diagnostic]) -> [LoadedModule] {
    var modules: [LoadedModule] = []
    for step in file.steps {
      guard let name = step.module, let program = step.program else { continue }
      guard file.isNamed else {
        diagnostics.append(refusal(of: program, at: name))
        continue
      }
      do throws(ModuleError) {
        if let known = earlier.first(where: { $0.command == program }) {
          modules.append(known)
        } else {
          modules.append(try LoadedModule.load(program))
        }
      } catch {
        diagnostics.append(file.diagnostic(.programNotStarted, "\(error)", at: name))
      }
    }
    return modules
  }

  private func refusal(of program: ProgramCommand, at name: YAMLScalar) -> Diagnostic {
    let words = program.words.joined(separator: " ")
    return file.diagnostic(
      .programNotAllowed, "the program '\(words)' is not started, since the chain file was found and not named",
      at: name, help: "if it may run: --chain \(file.path ?? "postil.yaml")")
  }
}
