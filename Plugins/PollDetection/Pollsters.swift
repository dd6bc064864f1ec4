import PostilModuleKit

/// Who asked: the words that a rule captured, or the organization that stands before the word for poll.
struct Pollsters {
  /// So many bytes may lie between an organization and the word for poll.
  private static let reach = 24

  private let document: DocumentView
  /// By index among the document's annotations.
  private let organizations: [Int]
  private let places: SpanIndex

  init(document: DocumentView) {
    self.document = document
    organizations = document.annotations(ofType: "organization")
    places = SpanIndex(organizations.map { document.annotations[$0].span })
  }

  /// The name that a rule captured.
  func captured(by report: CandidateView) -> FeatureValue? {
    if let captured = report.features["pollster"]?.string {
      return .string(captured.hasSuffix(".") ? String(captured.dropLast()) : captured)
    }
    return nil
  }

  /// The organization that ends right before the report's words, by index among the document's annotations.
  func before(_ report: CandidateView) -> Int? {
    let start = max(0, report.span.start - Self.reach)
    return places.inside(Span(start: start, end: report.span.start)).lazy.map { organizations[$0] }.last {
      document.annotations[$0].span.end >= report.span.start - 1
    }
  }
}
