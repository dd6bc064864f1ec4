/// A rule that its module matches itself.
public struct FrameRule: Hashable, Sendable {
  /// The rule's name, `ruleset/id`; the module names it as the decision behind what it makes by the rule.
  public let rule: String
  /// The type of the rule, one that the module assigns.
  public let type: String
  /// The frame as the rule has it, in the module's own language.
  public let text: String

  /// What a module is told of a rule with a frame.
  public init(rule: String, type: String, text: String) {
    self.rule = rule
    self.type = type
    self.text = text
  }
}

extension FrameRule {
  /// The setting by which a module gets its frames, beside those of its manifest.
  public static let setting = "frames"

  /// The frame that `value` holds, as ``value`` writes it; nil when it holds none.
  public init?(_ value: FeatureValue) {
    guard let record = value.record, let rule = record["rule"]?.string, let type = record["type"]?.string,
      let text = record["frame"]?.string
    else { return nil }
    self.init(rule: rule, type: type, text: text)
  }

  /// The frame as a record, which is how it reaches a module.
  public var value: FeatureValue { .record(["rule": .string(rule), "frame": .string(text), "type": .string(type)]) }
}
