import PostilDiagnostics
import PostilMatching
import PostilModel

/// What is refused of patterns, each at the place where it is written.
extension PatternExpander {
  /// `"\b"`, `"\e"` and the like; `"\N"` and `"\P"` are line ends in double quotes.
  func refuseControl(in written: Definition) throws(Refusal) {
    // All of them begin with one of these bytes.
    let isSuspect = written.scalar.text.utf8.contains {
      $0 < 0x20 && $0 != 0x0A || $0 == 0x7F || $0 == 0xC2 || $0 == 0xE2
    }
    guard isSuspect else { return }
    let control = written.scalar.text.unicodeScalars.enumerated().first { _, scalar in
      scalar.value < 0x20 && scalar.value != 0x0A || (0x7F...0x9F).contains(scalar.value)
        || [0x2028, 0x2029].contains(scalar.value)
    }
    guard let control else { return }
    let offset = written.scalar.text.unicodeScalars.prefix(control.offset).reduce(0) { $0 + UTF8.width($1) }
    throw fault(
      .controlCharacter,
      "a control character (U+\(String(control.element.value, radix: 16, uppercase: true).leftPadded(to: 4))) in a pattern",
      written, offset, help: "write patterns in single quotes")
  }

  /// Settings that would change for one pattern what holds for all: what ends a line, and what characters are.
  func refuseSettings(of scalar: YAMLScalar) throws(Refusal) {
    let refused: Set = ["CR", "LF", "CRLF", "ANYCRLF", "ANY", "NUL", "BSR_ANYCRLF", "BSR_UNICODE", "UTF", "UCP"]
    var rest = scalar.text[...]
    while rest.hasPrefix("(*"), let close = rest.firstIndex(of: ")") {
      let name = rest[..<close].dropFirst(2)
      if refused.contains(String(name)) {
        throw fault(
          .ownSetting, "the pattern begins with the setting '(*\(name))'",
          Definition(scalar: scalar, source: source),
          scalar.text.utf8.distance(from: scalar.text.startIndex, to: rest.startIndex),
          help: "take it away: for every pattern a line ends with LF, CR or CR LF, and characters are those of Unicode")
      }
      rest = rest[rest.index(after: close)...]
    }
  }

  /// The fault at its place: in the pattern, or in the definition that does not compile by itself.
  func fault(_ error: PatternError, _ written: Definition, _ known: [String: String]) -> Diagnostic {
    var done: Set<String> = []
    let inner = firstBroken(in: written, known, &done)
    let (error, origin) = inner ?? (error, written)
    guard case .compile(let offset) = error.kind else {
      return origin.source.diagnostic(.invalidPattern, error.description, at: origin.scalar.location)
    }
    let fault = PatternFault(error, at: offset, in: error.pattern)
    let (source, location) = place(of: fault.offset, in: origin, known)
    return source.diagnostic(
      .invalidPattern, "pattern does not compile: \(fault.message)", at: location, help: fault.help)
  }

  /// The first definition that `written` uses, those that they use themselves in front, which does not compile alone.
  private func firstBroken(
    in written: Definition, _ known: [String: String], _ done: inout Set<String>
  ) -> (error: PatternError, definition: Definition)? {
    for name in Reference.names(inPattern: written.scalar.text) where done.insert(name).inserted {
      guard let definition = definitions[name], let text = known[name] else { continue }
      if let found = firstBroken(in: definition, known, &done) { return found }
      do throws(PatternError) {
        _ = try Pattern(text)
      } catch {
        return (error, definition)
      }
    }
    return nil
  }

  /// Where byte `offset` of what `written` comes to is written, perhaps in an imported file.
  private func place(
    of offset: Int, in written: Definition, _ known: [String: String]
  ) -> (source: SourceFile, location: SourceLocation) {
    func at(_ offset: Int) -> (SourceFile, SourceLocation) {
      (written.source, written.source.location(of: written.scalar, atUTF8: offset))
    }
    var rest = offset
    for (piece, start) in Reference.split(written.scalar.text, in: .pattern) {
      let length: Int
      switch piece {
      case .text(let text):
        length = text.utf8.count
        if rest < length { return at(start + rest) }
      case .unclosed: length = 0
      case .reference(let name):
        let opening = 3
        length = known[name].map { $0.utf8.count + opening + 1 } ?? lexicons[name]?.alternation.utf8.count ?? 0
        guard rest >= length else {
          guard let inner = known[name], let definition = definitions[name], rest >= opening,
            rest < opening + inner.utf8.count
          else { return at(start) }
          return place(of: rest - opening, in: definition, known)
        }
      }
      rest -= length
    }
    return at(written.scalar.text.utf8.count)
  }
}
