import PostilDiagnostics
import PostilModel
import PostilModuleBridge
import PostilModuleHost
import PostilRules

extension ChainBuild {
  /// The frames that their modules cannot read, each at its place; every module that has frames is tried with them.
  public func frameDiagnostics() -> [Diagnostic] { (chain?.steps ?? []).flatMap(refused) }

  private func refused(of step: Chain.Step) -> [Diagnostic] {
    guard let module = step.module else { return [] }
    var frames = step.frames
    var found: [Diagnostic] = []
    // A module stops at the first frame that it cannot read; without that one it may tell another.
    while !frames.isEmpty {
      do throws(ModuleError) {
        _ = try module.makeInstance(settings: step.settings, frames: frames.compactMap(\.asModuleSees))
        break
      } catch {
        guard case .frame(let name, let reason) = error.kind, let place = frames.firstIndex(where: { $0.name == name })
        else { return found + refusal(of: frames[0], by: module, step.settings, error) }
        found.append(refusal(of: frames.remove(at: place), by: module.manifest.name, reason))
      }
    }
    return found
  }

  /// An error that names no frame is told at the first, unless the module fails without frames as well.
  private func refusal(
    of first: Rule, by module: LoadedModule, _ settings: Features, _ error: ModuleError
  ) -> [Diagnostic] {
    guard case .settings(let reason) = error.kind, (try? module.makeInstance(settings: settings)) != nil else {
      return []
    }
    return [refusal(of: first, by: module.manifest.name, "or one behind it: \(reason)")]
  }

  private func refusal(of rule: Rule, by module: String, _ reason: String) -> Diagnostic {
    let message = "module '\(module)' cannot read the frame of rule '\(rule.id)': \(reason)"
    let place = rule.frame?.location ?? rule.location
    let source = lintSources.first { $0.ruleset.name == rule.ruleset }?.source
    return source?.diagnostic(.refusedFrame, message, at: place)
      ?? Diagnostic(code: .refusedFrame, message: message, location: place)
  }
}
