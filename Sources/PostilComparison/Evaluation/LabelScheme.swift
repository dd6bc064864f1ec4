/// How the labels of columns tell where names begin and end.
///
/// Names are divided as conlleval divides them (Tjong Kim Sang & Buchholz 2000), whatever the scheme.
struct LabelScheme {
  /// A label in its two parts.
  struct Label: Equatable {
    /// B, I, E and S as in IOBES, also for L and U; I for a plain label.
    let prefix: Character
    /// The type as it was written.
    let type: String
  }

  /// What the scheme is called.
  let name: String
  private let isPlain: Bool

  private static let prefixes: Set<Character> = ["B", "I", "E", "S", "L", "U"]

  /// - Parameter labels: All labels of the gold that are not `O`, by sentence, in order; nil for an `O` between.
  /// - Throws: ``UnknownLabel`` for the first label that fits into no scheme.
  init(sentences: [[String?]]) throws(UnknownLabel) {
    let labels = Set(sentences.joined().compactMap(\.self))
    let used = Set(labels.compactMap(Self.prefix))
    isPlain = used.isEmpty
    if let odd = labels.sorted().first(where: { Self.prefix($0) == nil }), !used.isEmpty {
      throw UnknownLabel(label: odd, reason: "others have a prefix such as B- or I-")
    }
    if let odd = labels.sorted().first(where: Self.looksDivided), used.isEmpty {
      throw UnknownLabel(label: odd, reason: "its prefix or ending is none of B, I, E, L, S, U")
    }
    if used.contains("L") || used.contains("U"), used.contains("E") || used.contains("S") {
      throw UnknownLabel(
        label: labels.sorted().first { "LU".contains($0.first ?? "O") } ?? "", reason: "the gold has E- or S- too")
    }
    switch used {
    case _ where labels.isEmpty: name = "no labels but O"
    case []: name = "plain labels"
    case _ where used.contains("L") || used.contains("U"): name = "BILUO"
    case _ where used.contains("E") || used.contains("S"): name = "IOBES"
    default: name = Self.inside(sentences)
    }
  }

  /// A label that fits into no scheme.
  struct UnknownLabel: Error {
    let label: String
    let reason: String
  }

  /// Which of the schemes with B and I alone: in IOB2 all names begin with B, in IOB1 only those right behind one of their type.
  private static func inside(_ sentences: [[String?]]) -> String {
    var (bare, marked) = (0, 0)
    for sentence in sentences {
      for (place, label) in sentence.enumerated() {
        guard let label else { continue }
        let before = place > 0 ? sentence[place - 1] : nil
        let follows = before.map { $0.dropFirst(2) == label.dropFirst(2) } ?? false
        if label.hasPrefix("I"), !follows { bare += 1 }
        if label.hasPrefix("B"), !follows { marked += 1 }
      }
    }
    if bare == 0 { return "IOB2" }
    return marked == 0
      ? "IOB1" : "IOB2, where \(bare) names begin with I- and are read as beginning there, as conlleval does"
  }

  /// The parts of `label`; nil for `O`.
  func parts(of label: String?) -> Label? {
    guard let label else { return nil }
    if isPlain { return Label(prefix: "I", type: label) }
    let prefix = label.first ?? "I"
    return Label(prefix: prefix == "L" ? "E" : prefix == "U" ? "S" : prefix, type: String(label.dropFirst(2)))
  }

  private static func prefix(_ label: String) -> Character? {
    guard label.count > 2, let first = label.first, prefixes.contains(first), label.dropFirst().first == "-" else {
      return nil
    }
    return first
  }

  /// Whether a label without a known prefix looks as if it had one, or an ending.
  private static func looksDivided(_ label: String) -> Bool {
    let parts = label.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count > 1 && (parts[0].count <= 1 || parts[parts.count - 1].count <= 1)
  }

  /// The names of one sentence: their types and the tokens they cover.
  func names(_ sentence: [String?]) -> [(type: String, tokens: Range<Int>)] {
    var names: [(type: String, tokens: Range<Int>)] = []
    var open: (type: String, start: Int)?
    func close(_ end: Int) {
      if let open { names.append((open.type, open.start..<end)) }
      open = nil
    }
    for (place, label) in sentence.enumerated() {
      let parts = parts(of: label)
      if let parts, "IE".contains(parts.prefix), open?.type == parts.type {} else { close(place) }
      guard let parts else { continue }
      if open == nil { open = (parts.type, place) }
      if "ES".contains(parts.prefix) { close(place + 1) }
    }
    close(sentence.count)
    return names
  }
}
