import PostilDiagnostics
import PostilRules

/// Finds what a pattern has that its author hardly meant as a part of it.
struct PatternLint {
  let source: SourceFile

  /// - Parameter scalar: A pattern or a definition.
  func diagnostics(on scalar: YAMLScalar) -> [Diagnostic] {
    [slashes(scalar), quotes(scalar), space(scalar), lineEnd(scalar), braces(scalar)].compactMap { $0 }
  }

  /// `/fool/i`, as Perl, JavaScript and many tools write patterns.
  private func slashes(_ scalar: YAMLScalar) -> Diagnostic? {
    guard let match = scalar.text.wholeMatch(of: /\/(.+)\/([a-zA-Z]*)/) else { return nil }
    let options = match.2.filter { "imsx".contains($0) }
    return source.diagnostic(
      .foreignPattern, "the pattern '\(scalar.text)' stands in slashes, which it then asks the text for",
      at: scalar.location,
      help: "take them away" + (options.isEmpty ? "" : " and begin the pattern with (?\(options))"))
  }

  /// Curly marks that were meant to be YAML's quotation marks.
  private func quotes(_ scalar: YAMLScalar) -> Diagnostic? {
    guard scalar.style == .plain, let first = scalar.text.first, let last = scalar.text.last, scalar.text.count > 1,
      "“”„‘’‚".contains(first), "“”‘’".contains(last)
    else { return nil }
    return source.diagnostic(
      .foreignPattern, "the pattern begins with '\(first)' and ends with '\(last)', which it then asks the text for",
      at: scalar.location, help: "write patterns between straight single quotes (')")
  }

  private func space(_ scalar: YAMLScalar) -> Diagnostic? {
    guard let odd = OddSpace(in: scalar.text) else { return nil }
    let offset = scalar.text.unicodeScalars.prefix(odd.offset).reduce(0) { $0 + UTF8.width($1) }
    let code = String(odd.character.value, radix: 16, uppercase: true)
    return source.diagnostic(
      .foreignPattern, "\(odd.name) in the pattern, which matches no plain space",
      at: source.location(of: scalar, atUTF8: offset),
      help: #"type a plain space, or write \x{\#(code)} where the character itself is meant"#)
  }

  private func lineEnd(_ scalar: YAMLScalar) -> Diagnostic? {
    guard scalar.style == .literal || scalar.style == .folded, scalar.text.hasSuffix("\n") else { return nil }
    // In the extended syntax white space is not matched.
    if scalar.text.prefixMatch(of: /\(\?[a-zA-Z]*x[a-zA-Z]*\)/) != nil { return nil }
    let sign = scalar.style == .literal ? "|" : ">"
    return source.diagnostic(
      .lineEndInPattern, "the last line end of the block belongs to the pattern, so every match ends with one",
      at: scalar.location, help: "write '\(sign)-', which leaves it out")
  }

  /// `{,3}` and `{1, 3}`, which are repetitions from PCRE2 10.43 on.
  private func braces(_ scalar: YAMLScalar) -> Diagnostic? {
    let braces = scalar.text.matches(of: /(?:^|[^\\])(\{ *\d* *(?:, *\d*)? *\})/)
    let found = braces.first {
      $0.1.contains(where: \.isNumber) && ($0.1.contains(" ") || $0.1.hasPrefix("{,"))
    }
    guard let written = found?.1 else { return nil }
    let plain = written.filter { $0 != " " }
    let offset = scalar.text.utf8.distance(from: scalar.text.startIndex, to: written.startIndex)
    return source.diagnostic(
      .versionDependent, "'\(written)' is a repetition to newer versions of PCRE2, and plain text to older ones",
      at: source.location(of: scalar, atUTF8: offset),
      help: "write \(plain.hasPrefix("{,") ? "{0" + plain.dropFirst() : plain)")
  }
}
