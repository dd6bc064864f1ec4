import PostilDiagnostics
import PostilModel
import PostilModuleBridge
import PostilModuleHost
import PostilRules

extension ChainBuild {
  /// What modules cannot use of what their rulesets have for them.
  public struct Refusals: Sendable {
    /// The frames and tables, each at its place.
    public internal(set) var diagnostics: [Diagnostic] = []
    /// The tables that no ruleset gives.
    public internal(set) var errors: [ModuleError] = []
  }

  /// The frames and tables that their modules cannot use; every module that has or takes any is tried with them.
  public func refusals() -> Refusals {
    var refusals = Refusals()
    for step in chain?.steps ?? [] { addRefusals(of: step, to: &refusals) }
    return refusals
  }

  private func addRefusals(of step: Chain.Step, to refusals: inout Refusals) {
    guard let module = step.module else { return }
    var frames = step.frames
    guard !frames.isEmpty || !module.manifest.takesTables.isEmpty else { return }
    // A module stops at the first frame that it cannot read; without that one it may tell another.
    while true {
      do throws(ModuleError) {
        return try step.tryModule(frames, step.tables)
      } catch {
        if case .table(let name, _) = error.kind {
          guard let place = step.place(ofRefused: name, frames) else { return refusals.errors.append(error) }
          return refusals.diagnostics.append(refusal(of: place, "\(error)"))
        }
        guard case .frame(let name, let reason) = error.kind, let place = frames.firstIndex(where: { $0.name == name })
        else { return refusals.diagnostics += refusal(of: frames.first, in: step, error) }
        refusals.diagnostics.append(refusal(of: frames.remove(at: place), by: module.manifest.name, reason))
      }
    }
  }

  /// An error that names no frame is told at the first, unless the module fails without frames as well.
  private func refusal(of first: Rule?, in step: Chain.Step, _ error: ModuleError) -> [Diagnostic] {
    guard let first, case .settings(let reason) = error.kind, (try? step.tryModule([], step.tables)) != nil else {
      return []
    }
    return [refusal(of: first, by: error.module, "or one behind it: \(reason)")]
  }

  private func refusal(of rule: Rule, by module: String, _ reason: String) -> Diagnostic {
    let message = "module '\(module)' cannot read the frame of rule '\(rule.id)': \(reason)"
    return diagnostic(.refusedFrame, message, at: rule.frame?.location ?? rule.location, in: rule.ruleset)
  }

  private func refusal(of table: (ruleset: String, location: SourceLocation), _ message: String) -> Diagnostic {
    diagnostic(.refusedTable, message, at: table.location, in: table.ruleset)
  }

  private func diagnostic(
    _ code: Diagnostic.Code, _ message: String, at place: SourceLocation, in ruleset: String
  ) -> Diagnostic {
    let source = lintSources.first { $0.ruleset.name == ruleset }?.source
    return source?.diagnostic(code, message, at: place) ?? Diagnostic(code: code, message: message, location: place)
  }
}

extension Chain.Step {
  /// Makes an instance of the step's module with some of its frames and tables.
  fileprivate func tryModule(_ frames: [Rule], _ tables: [ModuleTable]) throws(ModuleError) {
    _ = try module?.makeInstance(settings: settings, frames: frames.compactMap(\.asModuleSees), tables: tables)
  }

  /// Where the refused table called `name` is given; nil when no ruleset gives it.
  ///
  /// Of several rulesets it is the first from which on the module refuses it, whatever the later ones add.
  fileprivate func place(ofRefused name: String, _ frames: [Rule]) -> (ruleset: String, location: SourceLocation)? {
    let givers = rulesets.indices.filter { index in
      rulesets[index].module == module?.manifest.name && rulesets[index].tables.contains { $0.name == name }
    }
    guard var guilty = givers.last else { return nil }
    for earlier in givers.dropLast().reversed() {
      guard isRefused(name, as: rulesets[...earlier], frames) else { break }
      guilty = earlier
    }
    return rulesets[guilty].tables.first { $0.name == name }.map { (rulesets[guilty].name, $0.location) }
  }

  /// Whether the module refuses the table called `name` with the rows of these rulesets alone.
  private func isRefused(_ name: String, as some: ArraySlice<Ruleset>, _ frames: [Rule]) -> Bool {
    let changed = tables.filter { $0.name != name } + tables(of: some).filter { $0.name == name }
    do throws(ModuleError) {
      try tryModule(frames, changed)
      return false
    } catch {
      if case .table(name, _) = error.kind { return true }
      return false
    }
  }
}
