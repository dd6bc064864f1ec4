import PostilModuleKit

/// A statement before it is scored and written out.
struct Statement {
  enum Form: String { case quotation, clause, stance, block }

  /// The pieces of what is said, in order; never empty.
  var parts: [Span]
  var form: Form
  /// By what it was found: a frame's rule or one of ``StatementDecision``.
  var decision: String
  var source: Span?
  var cue: Cue?
  var cueSpan: Span?
  /// The candidate that made it.
  var candidate: Int?
  /// The statement whose speaker it keeps, by its number among all that were found, those of lines first.
  var continued: Int?
  /// Whether marks stand round a whole block.
  var isQuoted = false
  /// Whether it is in the speaker's own words, so that what is said in it is not reported speech.
  var isOwn = false
  /// Whether it stands in somebody's quotation.
  var isInner = false
  /// Whether it is a headline whose label must be somebody.
  var isHeadline = false

  var span: Span { Span(start: parts[0].start, end: parts[parts.count - 1].end) }
}
