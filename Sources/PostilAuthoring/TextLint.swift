import PostilDiagnostics
import PostilModel
import PostilRules

/// Finds words of a file that YAML takes for something else.
struct TextLint {
  let source: SourceFile
  let root: YAMLNode

  func diagnostics() -> [Diagnostic] { swallowed() + emptyTerms() + lineEnds(in: root) }

  /// `!Kung News` is the text `News` with a tag, `&TV` an empty one with an anchor.
  private func swallowed() -> [Diagnostic] {
    YAMLReader.remarks(on: source).map { remark in
      source.diagnostic(
        .swallowedText,
        remark.text.hasPrefix("&")
          ? "YAML takes '\(remark.text)' for an anchor, which nothing uses, and not for a part of the text"
          : "YAML takes '\(remark.text)' for a tag, and not for a part of the text",
        at: remark.location, help: "put the whole text into quotes")
    }
  }

  private func emptyTerms() -> [Diagnostic] {
    (root["lexicons"]?.entries ?? []).flatMap { entry in
      (entry.value.elements ?? entry.value["terms"]?.elements ?? []).compactMap(\.scalar).filter(\.text.isEmpty)
        .compactMap {
          emptyTerm($0, in: entry.key.text)
        }
    }
  }

  private func emptyTerm(_ scalar: YAMLScalar, in lexicon: String) -> Diagnostic? {
    // An anchor without text is told as such.
    if source.utf8Offset(of: scalar.location).map({ source.bytes[$0...].first == UInt8(ascii: "&") }) == true {
      return nil
    }
    let comment = source.comment(inPlaceOf: scalar)
    return source.diagnostic(
      .emptyTerm, "an empty term in lexicon '\(lexicon)'", at: comment ?? scalar.location,
      help: comment == nil ? "take it away" : "'#' begins a comment: put the term into quotes")
  }

  /// Characters that end a line for YAML alone, so that it changes the white space round them.
  private func lineEnds(in node: YAMLNode) -> [Diagnostic] {
    switch node {
    case .sequence(let elements, _): elements.flatMap(lineEnds)
    case .mapping(let entries, _): entries.flatMap { lineEnds(in: $0.value) }
    case .scalar(let scalar): lineEnd(in: scalar).map { [$0] } ?? []
    }
  }

  private func lineEnd(in scalar: YAMLScalar) -> Diagnostic? {
    guard let start = source.utf8Offset(of: scalar.location), let end = source.utf8Offset(of: scalar.end), start < end
    else { return nil }
    let written = source.bytes[start..<min(end, source.bytes.count)]
    let signs: [(bytes: [UInt8], name: String, escape: String)] = [
      ([0xE2, 0x80, 0xA8], "U+2028", #"\L"#), ([0xE2, 0x80, 0xA9], "U+2029", #"\P"#), ([0xC2, 0x85], "U+0085", #"\N"#),
    ]
    let found = signs.compactMap { sign in written.firstRange(of: sign.bytes).map { (sign, $0.lowerBound) } }
    guard let (sign, offset) = found.min(by: { $0.1 < $1.1 }) else { return nil }
    return source.diagnostic(
      .oddLineEnd, "\(sign.name) in a text, which YAML takes for a line end", at: source.location(atByte: offset),
      help: #"take it away, or write it as \#(sign.escape) in double quotes"#)
  }
}
