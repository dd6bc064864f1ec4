import PostilModuleKit

/// Joins candidates that stand side by side into expressions: `10 a.m.` and `Friday`, `the end of` and `2025`, `a week` and `ago`.
struct Composer {
  /// The bytes of white space, also what forbids or allows a line end, and of hyphens.
  private static let gaps = Set(" \n\r-\u{A0}\u{AD}".utf8)

  let document: DocumentView
  /// Those already made, the rightmost first.
  private var done: [Expression] = []
  /// The modifier just to the right that has not found its expression behind it.
  private var pending: (fields: Fields, span: Span, index: Int, base: Expression?)?

  /// - Parameter candidates: Expressions and modifiers that do not overlap among their kind, in the order of the text.
  static func expressions(of candidates: [Int], in document: DocumentView) -> [Expression] {
    var composer = Composer(document: document)
    for index in candidates.reversed() {
      let candidate = document.candidates[index]
      if candidate.type == "modifier" {
        composer.take(modifier: candidate, index)
      } else {
        composer.take(Expression(candidate, index), candidate)
      }
    }
    return composer.withDays(composer.done.reversed())
  }

  private init(document: DocumentView) { self.document = document }

  private mutating func take(modifier: CandidateView, _ index: Int) {
    let fields = Fields(modifier.features)
    if fields.string("anchor") == "next", let next = done.last, isGap(modifier.span.end, next.span.start),
      next.fields.type == "DATE"
    {
      pending = (fields, modifier.span, index, next)
      return
    }
    pending = (fields, modifier.span, index, nil)
    guard fields.changesWhatFollows, var next = done.last, isGap(modifier.span.end, next.span.start),
      next.accepts(fields)
    else { return }
    next.modifiers.insert(fields, at: 0)
    next.candidates.append(index)
    if !fields.flag("outside") { next.span = Span(start: modifier.span.start, end: next.span.end) }
    done[done.count - 1] = next
    pending = nil
  }

  private mutating func take(_ expression: Expression, _ candidate: CandidateView) {
    var expression = expression
    defer { pending = nil }
    if let pending, expression.isDuration, isGap(expression.span.end, pending.span.start),
      pending.fields.flag("drop") || pending.fields.string("shift") != nil && expression.canShift(pending.fields)
    {
      if pending.fields.flag("drop") { return }
      if pending.fields.string("anchor") != "next" || pending.base != nil {
        expression.modifiers.append(pending.fields)
        expression.candidates.append(pending.index)
        expression.span = Span(start: expression.span.start, end: pending.span.end)
        while let last = done.last, last.span.start < pending.span.end { done.removeLast() }
        if let base = pending.base { absorb(base, in: &expression) }
      }
    } else if let next = done.last, let link = candidate.capture("link"), link.end == next.span.start,
      expression.joins(next, across: document.utf8[link.start..<link.end])
    {
      absorb(next, in: &expression)
    } else if let next = done.last, candidate.capture("link")?.end == next.span.start, expression.isLengthened(by: next)
    {
      lengthen(&expression, by: next)
    } else if let next = done.last, candidate.capture("until")?.end == next.span.start, next.end.isEmpty {
      expression.end = [next]
    }
    done.append(expression)
  }

  private mutating func absorb(_ base: Expression, in expression: inout Expression) {
    done.removeLast()
    expression.base = [base]
    expression.candidates += base.candidates
    expression.span = Span(start: expression.span.start, end: base.span.end)
  }

  private mutating func lengthen(_ expression: inout Expression, by rest: Expression) {
    done.removeLast()
    expression.rest = [rest]
    expression.candidates += rest.candidates
    expression.span = Span(start: expression.span.start, end: rest.span.end)
  }

  /// Whether only white space or hyphens lie between two places.
  private func isGap(_ start: Int, _ end: Int) -> Bool {
    start < end && end - start <= 3
      && document.utf8[start..<end].allSatisfy { Self.gaps.contains($0) }
  }
}
