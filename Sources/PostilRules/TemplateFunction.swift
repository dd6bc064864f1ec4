import Foundation
import PostilDiagnostics

/// One of the closed set of functions that templates may use.
struct TemplateFunction: Sendable {
  static let names = [
    "lower", "upper", "title", "trim", "pad", "number", "ordinal", "replace", "default", "join", "lookup",
  ]

  let name: String
  let arguments: [String]

  /// What other tools call them.
  private static let otherNames = [
    "lowercase": "lower", "lowercased": "lower", "downcase": "lower", "tolower": "lower", "uppercase": "upper",
    "uppercased": "upper", "upcase": "upper", "toupper": "upper", "capitalize": "title", "capitalise": "title",
    "titlecase": "title", "strip": "trim", "int": "number", "float": "number", "num": "number", "tonumber": "number",
    "zfill": "pad", "zeropad": "pad", "sub": "replace", "gsub": "replace", "substitute": "replace", "get": "lookup",
    "or": "default", "else": "default",
  ]

  /// What to write in place of an unknown function.
  static func help(for name: String) -> String {
    let plain = name.lowercased().filter { $0.isLetter }
    if let known = otherNames[plain] { return "did you mean '\(known)'?" }
    return Suggestion.help(for: name, among: names) ?? "there are \(names.joined(separator: ", "))"
  }

  /// The number of arguments that `name` takes.
  static func arity(of name: String) -> ClosedRange<Int> {
    switch name {
    case "pad", "default", "join": 1...1
    case "replace", "lookup": 2...2
    default: 0...0
    }
  }

  /// The result; nil stays nil but for `default`.
  ///
  /// - Throws: ``TextTooLong`` when it is longer than features may be.
  func apply(to value: String?, in context: TemplateContext) throws(TextTooLong) -> String? {
    guard let value else { return name == "default" ? arguments[0] : nil }
    switch name {
    case "lower": return value.lowercased()
    case "upper": return value.uppercased()
    case "title": return value.capitalized
    case "trim": return value.trimmingCharacters(in: .whitespacesAndNewlines)
    case "pad": return String(repeating: "0", count: max(0, (Int(arguments[0]) ?? 0) - value.count)) + value
    case "number": return context.numbers.number(value).map(String.init)
    case "ordinal": return context.numbers.ordinal(value).map(String.init)
    case "replace": return try Self.replaced(value, arguments[0], arguments[1])
    case "join":
      let words = value.split(whereSeparator: \.isWhitespace)
      guard words.count * arguments[0].utf8.count <= FeatureTemplate.mostBytes else { throw TextTooLong() }
      return words.joined(separator: arguments[0])
    case "lookup":
      guard let table = context.lexicon(arguments[0]) else { return nil }
      return table.row(for: value[...]).flatMap { table.value(row: $0, column: arguments[1]) }
    default: return value
    }
  }

  /// `value` with `new` for every `old`, byte by byte.
  private static func replaced(_ value: String, _ old: String, _ new: String) throws(TextTooLong) -> String {
    let (bytes, old) = (Array(value.utf8), Array(old.utf8))
    guard !old.isEmpty else { return value }
    var result: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      if bytes[offset...].starts(with: old) {
        result += new.utf8
        offset += old.count
        guard result.count <= FeatureTemplate.mostBytes else { throw TextTooLong() }
      } else {
        result.append(bytes[offset])
        offset += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
