/// A rule that its module matches itself.
public struct FrameRule: Hashable, Sendable {
  /// The rule's name, `ruleset/id`; the module names it as the decision behind what it makes by the rule.
  public let rule: String
  /// The frame as the rule has it, in the module's own language.
  public let text: String

  /// Pairs a rule with its frame.
  public init(rule: String, text: String) {
    self.rule = rule
    self.text = text
  }
}

extension FrameRule {
  /// The setting by which a module gets its frames, beside those of its manifest.
  public static let setting = "frames"

  /// The frame that `value` holds, as ``value`` writes it; nil when it holds none.
  public init?(_ value: FeatureValue) {
    guard let rule = value.record?["rule"]?.string, let text = value.record?["frame"]?.string else { return nil }
    self.init(rule: rule, text: text)
  }

  /// The frame as a record, which is how it reaches a module.
  public var value: FeatureValue { .record(["rule": .string(rule), "frame": .string(text)]) }
}
