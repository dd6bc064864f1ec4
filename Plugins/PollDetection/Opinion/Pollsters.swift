import PostilModuleKit

/// Who asked: the words that a rule captured, or the organization that stands before the word for poll.
struct Pollsters {
  private let document: DocumentView
  /// By index among the document's annotations.
  private let organizations: [Int]
  private let places: SpanIndex
  /// Times, persons and places, which take no polls.
  private let others: SpanIndex
  private let reach: Int

  init(document: DocumentView, thresholds: OpinionThresholds) {
    self.document = document
    reach = thresholds.gapOfPollster
    organizations = document.annotations(ofType: "organization")
    places = SpanIndex(organizations.map { document.annotations[$0].span })
    let persons = document.annotations(ofType: "person").filter {
      // A surname alone may be that of a firm.
      document.tokens(in: document.annotations[$0].span).count > 1
    }
    others = SpanIndex(
      (persons + ["timex", "location"].flatMap { document.annotations(ofType: $0) })
        .map { document.annotations[$0].span })
  }

  /// The name that a rule captured; nil when it is that of a time, a person or a place.
  func captured(by report: CandidateView) -> String? {
    guard let name = report.features["pollster"]?.string, !name.isEmpty else { return nil }
    if report.features["sure"]?.boolean != true, let place = report.capture("pollster"), isOther(place) { return nil }
    return name.hasSuffix(".") ? String(name.dropLast()) : name
  }

  /// The organization that ends right before the report's words, by index among the document's annotations.
  func before(_ report: CandidateView) -> Int? {
    let start = max(0, report.span.start - 10 * reach)
    return places.inside(Span(start: start, end: report.span.start)).lazy.map { organizations[$0] }.last {
      document.annotations[$0].span.end >= report.span.start - reach
    }
  }

  /// Whether two names are of one pollster: equal, one short for the other, or its initials.
  static func areSame(_ one: String, _ other: String) -> Bool {
    let (left, right) = (words(of: one), words(of: other))
    guard let first = left.first, let second = right.first else { return false }
    if left.starts(with: right) || right.starts(with: left) { return true }
    if left.count == 1, right.count == 1 { return first == second }
    return left.count == 1 && initials(of: other).contains(first)
      || right.count == 1 && initials(of: one).contains(second) || left.count == 1 && right.contains(first)
      || right.count == 1 && left.contains(second)
  }

  private static func words(of name: String) -> [String] {
    let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    return words.first == "the" ? Array(words.dropFirst()) : words
  }

  /// Of all words, and of those with a capital.
  private static func initials(of name: String) -> [String] {
    let words = name.split { !$0.isLetter && !$0.isNumber }
    return [words, words.filter { $0.first?.isUppercase == true }].map { String($0.compactMap(\.first)).lowercased() }
  }

  private func isOther(_ place: Span) -> Bool {
    others.covers(place) && !places.covers(place)
  }
}
