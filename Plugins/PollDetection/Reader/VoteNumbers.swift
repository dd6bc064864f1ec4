import PostilModuleKit

/// Tells the bare numbers behind answers that are their votes from those that belong to the answers: `Yes 51 60.7%`, `By 2030 45%`.
struct VoteNumbers {
  /// So far, in points of percent, may a number's part of their sum lie from the share.
  private static let tolerance = 1.5

  /// Numbers without signs that add up to 100 but for so much are shares.
  private static let rounding = 1.0

  let document: DocumentView

  /// The answers without their votes, or with them as shares where they add up to 100, where every answer has a number behind it and these are in the proportions of the shares;
  /// without shares where the numbers end the lines.
  func parted(_ answers: [PollAnswer]) -> [PollAnswer] {
    if answers.allSatisfy({ $0.count != nil }) {
      let arePercent = abs(answers.compactMap { $0.count?.votes }.reduce(0, +) - 100) <= Self.rounding
      return answers.map { answer in
        var parted = without(answer.count?.span ?? answer.words, answer)
        if arePercent { parted.share = answer.count?.votes } else { parted.votes = answer.votes ?? answer.count?.votes }
        parted.candidates += answer.count.map { [$0.candidate] } ?? []
        return parted
      }
    }
    let numbers = answers.map { lastNumber(of: $0.words) }
    let sum = numbers.compactMap { $0?.value }.reduce(0, +)
    let areVotes =
      sum > 0
      && zip(answers, numbers).allSatisfy { answer, number in
        guard let share = answer.share, let number else { return false }
        return abs(number.value / sum * 100 - share) <= Self.tolerance
      }
    guard areVotes else { return answers }
    return zip(answers, numbers).map { answer, number in
      guard let number else { return answer }
      var parted = without(number.span, answer)
      parted.votes = number.value
      return parted
    }
  }

  private func without(_ number: Span, _ answer: PollAnswer) -> PollAnswer {
    var answer = answer
    // Behind a bar it is none of the words.
    guard number.start < answer.words.end else { return answer }
    answer.words = Span(start: answer.words.start, end: number.start).answer(in: document)
    return answer
  }

  /// The whole number behind other words.
  private func lastNumber(of words: Span) -> (span: Span, value: Double)? {
    var start = words.end
    while start > words.start, document.utf8[start - 1].isASCIIDigit || document.utf8[start - 1] == UInt8(ascii: ",") {
      start -= 1
    }
    guard start > words.start, document.utf8[start - 1] == .space || document.utf8[start - 1] == .tab else {
      return nil
    }
    let span = Span(start: start, end: words.end)
    return Double(document.text(span).replacing(",", with: "")).map { (span, $0) }
  }
}
