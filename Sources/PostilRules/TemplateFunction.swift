import Foundation
import PostilDiagnostics
import PostilModel

/// One of the closed set of functions that templates may use.
struct TemplateFunction: Sendable {
  static let names = [
    "lower", "upper", "title", "trim", "pad", "number", "ordinal", "replace", "default", "join", "lookup",
    "low", "high", "times", "plus", "round",
  ]

  let name: String
  let arguments: [String]
  /// What `times` and `plus` reckon with.
  var operand: TemplateOperand?

  /// What other tools call them.
  private static let otherNames = [
    "lowercase": "lower", "lowercased": "lower", "downcase": "lower", "tolower": "lower", "uppercase": "upper",
    "uppercased": "upper", "upcase": "upper", "toupper": "upper", "capitalize": "title", "capitalise": "title",
    "titlecase": "title", "strip": "trim", "int": "number", "float": "number", "num": "number", "tonumber": "number",
    "zfill": "pad", "zeropad": "pad", "sub": "replace", "gsub": "replace", "substitute": "replace", "get": "lookup",
    "or": "default", "else": "default", "mul": "times", "multiply": "times", "multiplied": "times", "add": "plus",
    "sum": "plus", "min": "low", "minimum": "low", "max": "high", "maximum": "high", "rounded": "round",
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
    case "pad", "default", "join", "times", "plus": 1...1
    case "round": 0...1
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
    case "number": return Self.written(context.numbers.numbers(value))
    case "low": return Self.written(context.numbers.numbers(value).prefix(1))
    case "high": return Self.written(context.numbers.numbers(value).suffix(1))
    case "times": return operand?.value(in: context).flatMap { factor in reckoned(value, context) { $0 * factor } }
    case "plus": return operand?.value(in: context).flatMap { added in reckoned(value, context) { $0 + added } }
    case "round": return reckoned(value, context) { $0 }
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

  /// Numbers as a template has them; nil where there are none.
  private static func written(_ numbers: some Sequence<Double>) -> String? {
    let texts = numbers.map(\.plainText)
    return texts.isEmpty ? nil : texts.joined(separator: ",")
  }

  /// Each of the numbers of `value` reckoned with, to 12 significant digits, or those that `round` asks for.
  private func reckoned(_ value: String, _ context: TemplateContext, _ result: (Double) -> Double) -> String? {
    let numbers = value.split(separator: ",").map { Double($0) }
    let read = numbers.contains { $0 == nil } ? context.numbers.numbers(value) : numbers.compactMap { $0 }
    let places = name == "round" ? arguments.first.flatMap { Int($0) } ?? 0 : nil
    return Self.written(read.map { Self.rounded(result($0), places) }.filter(\.isFinite))
  }

  private static func rounded(_ number: Double, _ places: Int?) -> Double {
    Double(places.map { String(format: "%.\($0)f", number) } ?? String(format: "%.12g", number)) ?? number
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
