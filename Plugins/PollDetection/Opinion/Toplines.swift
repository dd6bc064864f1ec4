import PostilModuleKit

/// Questions with their answers in lines or in a table, in a document that says how a poll was taken: each is a question of that poll.
struct Toplines {
  /// Makes polls on the page that nobody voted in questions of the survey whose method stands before or behind them.
  ///
  /// - Parameters:
  ///   - lines: Polls by their lines.
  ///   - tables: Tables of answers; without such a survey they are left out, and else the polls on their lines are.
  ///   - reports: Polls of running text; one that gave only its method to questions is taken out.
  static func join(
    _ lines: [NewAnnotation], _ tables: [NewAnnotation], _ reports: [NewAnnotation]
  ) -> [NewAnnotation] {
    let methods = reports.indices.filter { place in
      let features = reports[place].features
      return reports[place].type == "poll" && features["pollster"] != nil && features["sampleSize"] != nil
    }
    var spent: Set<Int> = []
    let found = methods.isEmpty ? lines : lines.filter { line in !tables.contains { $0.span.overlaps(line.span) } }
    let questions = (found + (methods.isEmpty ? [] : tables)).map { question in
      guard question.features["prompt"] == nil, question.features["votes"] == nil,
        question.features["shares"]?.list?.isEmpty == false,
        let method = methods.last(where: { reports[$0].span.start < question.span.start }) ?? methods.first
      else { return question }
      if reports[method].features["shares"]?.list?.isEmpty != false { spent.insert(method) }
      return joined(question, to: reports[method])
    }
    return questions + reports.indices.filter { !spent.contains($0) }.map { reports[$0] }
  }

  private static func joined(_ question: NewAnnotation, to survey: NewAnnotation) -> NewAnnotation {
    var question = question
    question.features["kind"] = "opinion"
    for name in SurveyMethod.features where question.features[name] == nil {
      question.features[name] = survey.features[name]
    }
    question.candidates += survey.candidates
    question.annotations += survey.annotations
    return question
  }
}
