import PostilModuleKit

extension Composer {
  /// How far from a time of day its day may stand in the sentence, in bytes.
  private static let reach = 80

  /// The expressions, each time of day that stands alone with the day of its sentence: the last before it, else the next.
  func withDays(_ expressions: [Expression]) -> [Expression] {
    guard expressions.contains(where: { $0.isTimeAlone && !$0.isSet }) else { return expressions }
    return expressions.indices.map { place in
      var expression = expressions[place]
      guard expression.isTimeAlone, !expression.isSet, let sentence = document.sentence(at: expression.span.start),
        let day = dayBefore(place, in: expressions, sentence) ?? dayBehind(place, in: expressions, sentence)
      else { return expression }
      expression.day = [day]
      return expression
    }
  }

  private func dayBefore(_ place: Int, in expressions: [Expression], _ sentence: Span) -> Expression? {
    let end = expressions[place].span.start
    let start = max(sentence.start, end - Self.reach)
    return expressions[..<place].last { $0.span.end >= start && $0.namesDay }.flatMap { day in
      let isClause = !document.utf8[min(day.span.end, end)..<end].contains(UInt8(ascii: ";"))
      return isClause ? day : nil
    }
  }

  private func dayBehind(_ place: Int, in expressions: [Expression], _ sentence: Span) -> Expression? {
    let end = min(sentence.end, expressions[place].span.end + Self.reach)
    return expressions[(place + 1)...].prefix { $0.span.start < end && (!$0.isTimeAlone || isInBrackets($0)) }
      .first { $0.namesDay }
  }

  /// Whether an expression is a time of day told again, `8 a.m. (0500 GMT)`.
  private func isInBrackets(_ expression: Expression) -> Bool {
    expression.span.start > 0 && document.utf8[expression.span.start - 1] == UInt8(ascii: "(")
  }
}

extension Expression {
  /// Whether it names a day by itself or by what was joined to it.
  fileprivate var namesDay: Bool { !isSet && !isDuration && chain.contains { $0.fields.unitOfDate == .day } }
}
