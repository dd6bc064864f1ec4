import PostilRules

/// Writes text as a YAML scalar.
enum YAMLText {
  /// `text` as one line, in the style that was there where that can hold it.
  static func line(_ text: String, like style: YAMLScalar.Style) -> String {
    let isOneLine = !text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F || $0.value == 0x85 }
    switch style {
    case .plain where isPlain(text): return text
    case .plain, .singleQuoted: return isOneLine ? "'\(text.replacing("'", with: "''"))'" : escaped(text)
    case .doubleQuoted, .literal, .folded: return escaped(text)
    }
  }

  /// Whether `text` can stand without quotation marks anywhere, also between commas and brackets.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, first.isLetter || first.isNumber, last != " " else {
      return false
    }
    return text.allSatisfy { $0.isLetter || $0.isNumber || " -_./%".contains($0) }
  }

  private static func escaped(_ text: String) -> String {
    let body = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\\": "\\\\"
      case "\"": "\\\""
      case "\n": "\\n"
      case "\r": "\\r"
      case "\t": "\\t"
      case _ where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value):
        "\\x" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16, uppercase: true)
      default: String(scalar)
      }
    }.joined()
    return "\"\(body)\""
  }
}
