/// What is wrong with the text of a frame.
public struct FrameError: Error, CustomStringConvertible {
  /// The rule, as `ruleset/id`.
  public let rule: String
  /// What cannot be read, in lower case, without a final period.
  public let fault: String

  /// Names the rule and what is wrong with its frame.
  public init(rule: String, fault: String) {
    self.rule = rule
    self.fault = fault
  }

  /// The rule, a colon and what is wrong, as the host asks for it.
  public var description: String { "\(rule): \(fault)" }
}

/// What the languages of frames have in common: elements beside each other, with what is asked of them in brackets.
public enum FrameSyntax {
  /// The parts of `text` that `mark` divides outside of brackets, the empty ones left out.
  public static func parts(of text: Substring, dividedBy mark: Character) -> [Substring] {
    var depth = 0
    return text.split { character in
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      return character == mark && depth == 0
    }
  }

  /// `name[inside]` in its parts, what stands inside cut at its spaces.
  ///
  /// - Throws: ``FrameError`` of `rule` where the bracket is not closed.
  public static func bracketed(
    _ text: Substring, in rule: String
  ) throws(FrameError) -> (name: String, inside: [Substring]) {
    guard let opening = text.firstIndex(of: "[") else { return (String(text), []) }
    guard text.last == "]" else {
      throw FrameError(rule: rule, fault: "'\(text)' has a bracket that is not closed")
    }
    return (String(text[..<opening]), text[text.index(after: opening)...].dropLast().split(separator: " "))
  }
}
