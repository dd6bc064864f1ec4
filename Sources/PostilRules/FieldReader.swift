import PostilDiagnostics

/// Reads the fields of one mapping and collects what is wrong with them.
public struct FieldReader {
  let source: SourceFile
  /// What is wrong with the fields so far.
  public private(set) var diagnostics: [Diagnostic] = []
  private let entries: [YAMLEntry]
  /// Where the mapping begins.
  public let location: SourceLocation

  /// - Parameter known: The fields there are; any other is an error with a suggestion.
  public init(_ node: YAMLNode, _ source: SourceFile, known: [String], what: String) {
    self.source = source
    location = node.location
    entries = node.entries ?? []
    if node.entries == nil { fault(.wrongShape, "\(what) must be a mapping, not \(node.kindName)", at: node.location) }
    for entry in entries where !known.contains(entry.key.text) {
      fault(
        .unknownField, "unknown field '\(entry.key.text)' in \(what)", at: entry.key.location,
        help: Suggestion.help(for: entry.key.text, among: known))
    }
  }

  /// Notes a fault.
  public mutating func fault(
    _ code: Diagnostic.Code, _ message: String, at location: SourceLocation, help: String? = nil
  ) {
    diagnostics.append(source.diagnostic(code, message, at: location, help: help))
  }

  /// The entries of a field that is a mapping.
  mutating func mapping(_ name: String) -> [YAMLEntry] {
    guard let node = self[name] else { return [] }
    if let entries = node.entries { return entries }
    fault(.wrongShape, "'\(name)' must be a mapping, not \(node.kindName)", at: node.location)
    return []
  }

  /// The value of a field.
  public subscript(name: String) -> YAMLNode? { entries.first { $0.key.text == name }?.value }

  /// The text of a field.
  public mutating func text(_ name: String) -> YAMLScalar? {
    guard let node = self[name] else { return nil }
    if let scalar = node.scalar { return scalar }
    fault(.wrongShape, "'\(name)' must be text, not \(node.kindName)", at: node.location)
    return nil
  }

  /// The text of a field that must be there.
  public mutating func required(_ name: String, in what: String) -> YAMLScalar? {
    if self[name] == nil { fault(.missingField, "\(what) needs the field '\(name)'", at: location) }
    return text(name)
  }

  /// The whole number of a field.
  mutating func integer(_ name: String, in range: ClosedRange<Int>) -> Int? {
    guard let scalar = text(name) else { return nil }
    if let number = Int(scalar.text), range.contains(number) { return number }
    fault(
      .valueNotAllowed,
      "'\(name)' must be a whole number from \(range.lowerBound) to \(range.upperBound), not '\(scalar.text)'",
      at: scalar.location)
    return nil
  }

  /// The number of a field that must be there.
  mutating func number(_ name: String, in what: String) -> Double? {
    guard let scalar = required(name, in: what) else { return nil }
    if let number = Double(scalar.text), number.isFinite { return number }
    fault(.valueNotAllowed, "'\(name)' must be a number, not '\(scalar.text)'", at: scalar.location)
    return nil
  }

  mutating func flag(_ name: String) -> Bool {
    guard let scalar = text(name) else { return false }
    if let value = ["true": true, "false": false][scalar.text] { return value }
    fault(.valueNotAllowed, "'\(name)' must be true or false, not '\(scalar.text)'", at: scalar.location)
    return false
  }

  mutating func choice<Value>(_ name: String, of choices: [String: Value]) -> Value? {
    guard let scalar = text(name) else { return nil }
    if let value = choices[scalar.text] { return value }
    fault(
      .valueNotAllowed,
      "'\(name)' must be one of \(choices.keys.sorted().joined(separator: ", ")), not '\(scalar.text)'",
      at: scalar.location, help: Suggestion.help(for: scalar.text, among: choices.keys))
    return nil
  }

  /// One text, or a list of texts.
  public mutating func texts(_ name: String) -> [YAMLScalar] {
    guard let node = self[name] else { return [] }
    var texts: [YAMLScalar] = []
    for element in node.elements ?? [node] {
      if let scalar = element.scalar {
        texts.append(scalar)
      } else {
        fault(.wrongShape, "'\(name)' must be text or a list of texts", at: element.location)
      }
    }
    return texts
  }
}
