import PostilMatching

/// The forms by which the boilerplate of one language is known: the table `boilerplate` of its text rules.
public struct BoilerplateForms: Sendable {
  /// What of a text a form is tried on.
  public enum Place: String, CaseIterable, Sendable {
    /// A whole line.
    case line
    /// A whole line, or a whole sentence in one.
    case sentence
    /// The same, unless a form of ``news`` stands in it: `Follow …`, `Get …`, which may go on with what somebody said.
    case prompt
    /// Any words of a paragraph.
    case inside
    /// Any words of what would be a ``prompt``, which make it news.
    case news
    /// Nothing: a named group that the forms call, as in `(?&time)`.
    case part
  }

  /// Why there are no forms of a table.
  public enum Failure: Error, Equatable {
    /// A row names no place that there is.
    case unknownPlace(form: String, place: String)
    /// A form is no pattern.
    case pattern(form: String, PatternError)
  }

  /// Of whole lines; nil where there are none.
  let lines: Pattern?
  /// Of whole sentences.
  let sentences: Pattern?
  /// Of lines and sentences that must hold no ``news``.
  let prompts: Pattern?
  /// Of words that tell news.
  let news: Pattern?
  /// Of words of a paragraph, each by itself: where one can begin is found faster than where any of them can.
  let inside: [Pattern]

  /// Knows none.
  public static let none = BoilerplateForms()

  private init() { (lines, sentences, prompts, news, inside) = (nil, nil, nil, nil, []) }

  /// Takes the rows, without header, of the table: a form and its place.
  public init(rows: [[String]]) throws(Failure) {
    var forms: [Place: [String]] = [:]
    for row in rows {
      guard let place = row.count > 1 ? Place(rawValue: row[1]) : nil else {
        throw .unknownPlace(form: row.first ?? "", place: row.count > 1 ? row[1] : "")
      }
      forms[place, default: []].append(row[0])
    }
    let parts = forms[.part] ?? []
    let whole = (forms[.line] ?? []) + (forms[.sentence] ?? [])
    lines = try Self.any(of: whole, parts, whole: true)
    sentences = try Self.any(of: forms[.sentence] ?? [], parts, whole: true)
    prompts = try Self.any(of: forms[.prompt] ?? [], parts, whole: true)
    news = try Self.any(of: forms[.news] ?? [], parts, whole: false)
    var inside: [Pattern] = []
    for form in forms[.inside] ?? [] {
      if let pattern = try Self.any(of: [form], parts, whole: false) { inside.append(pattern) }
    }
    self.inside = inside
  }

  /// One pattern for all `forms`, so that a line is looked at once.
  private static func any(of forms: [String], _ parts: [String], whole: Bool) throws(Failure) -> Pattern? {
    guard !forms.isEmpty else { return nil }
    let any = forms.map { "(?:\($0))" }.joined(separator: "|")
    let called = called(any, parts)
    do throws(PatternError) {
      return try Pattern(called + (whole ? "\\G(?:\(any))\\z" : any))
    } catch {
      for form in forms {
        do throws(PatternError) { _ = try Pattern(called + form) } catch { throw .pattern(form: form, error) }
      }
      throw .pattern(form: called, error)
    }
  }

  /// Those of `parts` that a pattern calls, or that these call.
  private static func called(_ pattern: String, _ parts: [String]) -> String {
    let byName = Dictionary(parts.map { (name(of: $0), $0) }) { first, _ in first }
    var found: Set<Substring> = []
    var left = calls(of: pattern)
    while let name = left.popLast() {
      guard let part = byName[name], found.insert(name).inserted else { continue }
      left += calls(of: part)
    }
    let used = parts.filter { found.contains(name(of: $0)) }
    return used.isEmpty ? "" : "(?(DEFINE)\(used.joined()))"
  }

  /// `clock` of `(?&clock)`, for each call.
  private static func calls(of pattern: String) -> [Substring] {
    let bytes = pattern.utf8
    var names: [Substring] = []
    var place = bytes.startIndex
    while let mark = bytes[place...].firstIndex(of: UInt8(ascii: "&")) {
      place = bytes.index(after: mark)
      guard let end = bytes[place...].firstIndex(of: UInt8(ascii: ")")) else { break }
      names.append(pattern[place..<end])
    }
    return names
  }

  /// `clock` of `(?<clock>…)`.
  private static func name(of part: String) -> Substring { part.dropFirst(3).prefix { $0 != ">" } }
}

extension BoilerplateForms.Failure: CustomStringConvertible {
  /// What is wrong, and in which form.
  public var description: String {
    switch self {
    case .unknownPlace(let form, let place):
      "'\(place)' is no place of the form '\(form)'; places are "
        + BoilerplateForms.Place.allCases.map(\.rawValue).joined(separator: ", ")
    case .pattern(let form, let error): "the form '\(form)' does not compile: \(error)"
    }
  }
}
