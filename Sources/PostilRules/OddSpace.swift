import PostilModel

/// A space that YAML and PCRE2 do not take for one, as web pages and word processors give it.
public struct OddSpace {
  /// The character.
  public let character: Unicode.Scalar
  /// How many code points stand before it.
  public let offset: Int

  /// The first in `text`; nil where there is none.
  public init?(in text: String) {
    guard let found = text.unicodeScalars.enumerated().first(where: { Self.isOdd($0.element) }) else { return nil }
    character = found.element
    offset = found.offset
  }

  /// The first where the layout of a line of YAML wants a space: in front of the text, or behind a `:`.
  init?(inLayoutOf line: String) {
    var isLayout = true
    var found: OddSpace?
    for (offset, scalar) in line.unicodeScalars.enumerated() {
      if Self.isOdd(scalar), isLayout {
        found = OddSpace(character: scalar, offset: offset)
        break
      }
      isLayout = isLayout && (scalar == " " || scalar == "-") || scalar == ":"
    }
    guard let found else { return nil }
    self = found
  }

  private init(character: Unicode.Scalar, offset: Int) {
    self.character = character
    self.offset = offset
  }

  private static func isOdd(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .spaceSeparator && scalar != " " || scalar == "\u{FEFF}"
      || scalar == "\u{200B}"
  }

  /// What a message calls it.
  public var name: String {
    let code = "U+" + String(character.value, radix: 16, uppercase: true).leftPadded(to: 4)
    return character == "\u{A0}" || character == "\u{202F}"
      ? "a non-breaking space (\(code))" : "an odd space (\(code))"
  }
}
