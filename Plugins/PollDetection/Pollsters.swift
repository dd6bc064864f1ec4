import PostilModuleKit

/// Who asked: the words that a rule captured, or the organization that stands before the word for poll.
struct Pollsters {
  /// So many bytes may lie between an organization and the word for poll.
  private static let reach = 24

  private let document: DocumentView
  private let organizations: [Span]
  private let places: SpanIndex

  init(document: DocumentView) {
    self.document = document
    organizations = document.annotations.filter { $0.type == "organization" }.map(\.span)
    places = SpanIndex(organizations)
  }

  /// The name that a rule captured.
  func captured(by report: Candidate) -> FeatureValue? {
    if let captured = report.features["pollster"]?.string {
      return .string(captured.hasSuffix(".") ? String(captured.dropLast()) : captured)
    }
    return nil
  }

  /// The organization that ends right before the report's words.
  func before(_ report: Candidate) -> FeatureValue? {
    let start = max(0, report.span.start - Self.reach)
    let before = places.inside(Span(start: start, end: report.span.start)).last {
      organizations[$0].end >= report.span.start - 1
    }
    return before.map { .string(document.text(organizations[$0])) }
  }
}
