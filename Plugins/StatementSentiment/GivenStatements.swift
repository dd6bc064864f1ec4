import PostilGrammar
import PostilModuleKit

/// Scores statements that came with the input: towards their target if they have one, else as a text.
struct GivenStatements {
  let words: Words
  let scorer: ToneScorer
  private let towards: TargetScorer

  init(words: Words, scorer: ToneScorer) {
    self.words = words
    self.scorer = scorer
    towards = TargetScorer(words: words, scorer: scorer)
  }

  func score(_ annotation: AnnotationView) -> ToneScore {
    if let target = annotation.features["target"]?.span {
      return towards.score(annotation.span, towards: words.indices(target))
    }
    if annotation.features["source"] != nil {
      return scorer.sum(scorer.items(in: annotation.span, column: .weight))
    }
    return text(annotation.span)
  }

  /// How a text reads: the more words it has, the less each of them says about the whole.
  private func text(_ span: Span) -> ToneScore {
    let length = words.count(words.indices(span))
    let share = (scorer.factors.textLength / Double(max(length, 4))).squareRoot()
    let items = scorer.items(in: span, column: .text).map { item in
      var item = item
      item.factors.append(("among \(length) words", share))
      return item
    }
    return scorer.sum(items)
  }
}
