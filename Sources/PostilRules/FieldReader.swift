import PostilDiagnostics

/// Reads the fields of one mapping and collects what is wrong with them.
public struct FieldReader {
  let source: SourceFile
  /// What is wrong with the fields so far.
  public private(set) var diagnostics: [Diagnostic] = []
  private let entries: [YAMLEntry]
  /// The fields that an unknown one is likely meant for: that they are missing follows from it.
  private var misspelt: Set<String> = []
  /// Where the mapping begins.
  public let location: SourceLocation

  /// - Parameters:
  ///   - known: The fields there are; any other is an error with a suggestion.
  ///   - shape: What to write where the mapping is something else.
  public init(_ node: YAMLNode, _ source: SourceFile, known: [String], what: String, shape: String? = nil) {
    self.source = source
    location = node.location
    entries = node.entries ?? []
    if node.entries == nil { refuse(node, what, shape) }
    for entry in entries where !known.contains(entry.key.text) { refuse(entry.key, among: known, what) }
  }

  private mutating func refuse(_ node: YAMLNode, _ what: String, _ shape: String?) {
    let odd = node.scalar.flatMap { OddSpace(in: $0.text) }
    fault(
      .wrongShape, "\(what) must be a mapping, not \(node.kindName)", at: node.location,
      help: odd.map { "\($0.name) stands in it: type a plain space in its place" } ?? shape)
  }

  private mutating func refuse(_ key: YAMLScalar, among known: [String], _ what: String) {
    if let odd = OddSpace(in: key.text) {
      let offset = key.text.unicodeScalars.prefix(odd.offset).reduce(0) { $0 + UTF8.width($1) }
      fault(
        .unknownField, "\(odd.name) in the name of a field of \(what)",
        at: source.location(of: key, atUTF8: offset), help: "type a plain space in its place, or take it away")
      return
    }
    let meant = Suggestion.word(
      for: key.text, among: known.filter { name in !entries.contains { $0.key.text == name } })
    if let meant { misspelt.insert(meant) }
    fault(
      .unknownField, "unknown field '\(key.text)' in \(what)", at: key.location,
      help: Suggestion.help(for: key.text, among: known)
        ?? (known.count > 13 ? nil : "there are \(known.joined(separator: ", "))"))
  }

  /// Notes a fault.
  public mutating func fault(
    _ code: Diagnostic.Code, _ message: String, at location: SourceLocation, help: String? = nil
  ) {
    diagnostics.append(source.diagnostic(code, message, at: location, help: help))
  }

  /// Notes what is wrong with a value of it that was read by itself.
  mutating func add(_ other: [Diagnostic]) { diagnostics += other }

  /// The entries of a field that is a mapping.
  mutating func mapping(_ name: String) -> [YAMLEntry] {
    guard let node = self[name] else { return [] }
    if let entries = node.entries { return entries }
    fault(.wrongShape, "'\(name)' must be a mapping, not \(node.kindName)", at: node.location)
    return []
  }

  /// The value of a field.
  public subscript(name: String) -> YAMLNode? { entries.first { $0.key.text == name }?.value }

  /// Where the name of a field stands; the mapping's own place where it has no such field.
  func place(of name: String) -> SourceLocation { entries.first { $0.key.text == name }?.key.location ?? location }

  /// The text of a field.
  public mutating func text(_ name: String) -> YAMLScalar? {
    guard let node = self[name] else { return nil }
    if let scalar = node.scalar { return scalar }
    fault(.wrongShape, "'\(name)' must be text, not \(node.kindName)", at: node.location)
    return nil
  }

  /// The text of a field that must be there.
  public mutating func required(_ name: String, in what: String) -> YAMLScalar? {
    if self[name] == nil, !misspelt.contains(name) {
      fault(.missingField, "\(what) needs the field '\(name)'", at: location)
    }
    return text(name)
  }

  /// The text of a field that must be there and name something.
  public mutating func requiredName(_ name: String, in what: String) -> YAMLScalar? {
    guard let scalar = required(name, in: what) else { return nil }
    guard scalar.text.contains(where: { !$0.isWhitespace }) else {
      fault(.valueNotAllowed, "'\(name)' is empty", at: scalar.location, help: "give it a name of its own")
      return nil
    }
    return scalar
  }

  /// The whole number of a field.
  public mutating func integer(_ name: String, in range: ClosedRange<Int>) -> Int? {
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

  /// Whether a field says `true`; false where it is not given, nil where it says anything else.
  mutating func flag(_ name: String) -> Bool? {
    guard self[name] != nil else { return false }
    guard let scalar = text(name) else { return nil }
    if let value = ["true": true, "false": false][scalar.text] { return value }
    let meant = [
      "yes": true, "on": true, "y": true, "1": true, "true": true, "no": false, "off": false, "n": false,
      "0": false, "false": false,
    ][scalar.text.lowercased()]
    fault(
      .valueNotAllowed, "'\(name)' must be true or false, not '\(scalar.text)'", at: scalar.location,
      help: meant.map { "write \(name): \($0)" })
    return nil
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

  /// Tells a list without elements, which asks for nothing.
  mutating func refuseEmptyList(_ name: String) {
    guard let node = self[name], node.elements?.isEmpty == true else { return }
    fault(
      .wrongShape, "'\(name)' is an empty list", at: node.location, help: "put something into it, or take it away")
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
