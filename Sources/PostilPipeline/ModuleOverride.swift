/// One `--set MODULE.KEY=VALUE`.
public struct ModuleOverride: Hashable, Sendable {
  /// The module's name.
  public let module: String
  /// The setting's name.
  public let setting: String
  /// The value as written.
  public let value: String

  /// Reads `module.setting=value`; nil when it has another form.
  public init?(_ text: String) {
    guard let equals = text.firstIndex(of: "="),
      let dot = text[..<equals].lastIndex(of: "."), dot > text.startIndex
    else { return nil }
    module = String(text[..<dot])
    setting = String(text[text.index(after: dot)..<equals])
    value = String(text[text.index(after: equals)...])
    guard !setting.isEmpty else { return nil }
  }
}
