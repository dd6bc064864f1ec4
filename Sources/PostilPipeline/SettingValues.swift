import PostilDiagnostics
import PostilModel
import PostilModuleHost

/// Turns settings as written into values, checked against a module's manifest.
enum SettingValues {
  /// The value of `setting`, or why `text` is none.
  static func value(_ text: String, of setting: ModuleManifest.Setting) -> Result<FeatureValue, SettingProblem> {
    let value: FeatureValue?
    switch setting.kind {
    case .number: value = Double(text).flatMap { $0.isFinite ? .number($0) : nil }
    case .boolean: value = ["true": .boolean(true), "false": .boolean(false)][text]
    default: value = .string(text)
    }
    guard let value else { return .failure(.init("'\(text)' is no \(setting.kind)")) }
    guard setting.accepts(value) else {
      return .failure(.init("'\(text)' is none of \(setting.choices.joined(separator: ", "))"))
    }
    return .success(value)
  }
}

/// Why a setting's value is refused.
struct SettingProblem: Error {
  let message: String

  init(_ message: String) { self.message = message }
}
