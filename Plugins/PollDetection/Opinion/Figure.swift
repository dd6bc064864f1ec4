import PostilModuleKit

/// What a figure in the report of a poll says.
enum FigureRole: String, CaseIterable {
  /// A share of all who were asked, in this wave.
  case whole
  /// A share among a part of those asked.
  case group
  /// A share among people who are a part of those asked, unless the poll asked just them.
  case part
  /// A share of another wave, or of another poll or vote.
  case earlier
  case change, lead, net, index, turnout, forecast, ratio
  /// No figure that a poll measured: a margin, a rate of answers, a tax.
  case none
}

/// A figure of a sentence with what the rules know of it.
struct Figure {
  /// Where the number stands.
  let span: Span
  /// In percent, or in points.
  let value: Double
  /// Whether words such as `two thirds` tell it.
  let isRounded: Bool
  /// The answer that it belongs to.
  var option: String?
  /// Whether no frame ties the answer to it, only the words behind it.
  var isLoose = false
  /// Nil while no rule tells.
  var role: FigureRole?
  /// The part of those asked.
  var group: String?
  /// The candidates that tell of it, the best first.
  var candidates: [Int] = []

  /// Whether a frame ties an answer to it.
  var isNamed: Bool { option != nil && !isLoose }

  /// Adds what a candidate that ranks lower knows besides.
  mutating func add(_ option: String?, isLoose: Bool, _ features: Features, of candidate: Int) {
    let told = features["role"]?.string.flatMap(FigureRole.init)
    var isNew = candidates.isEmpty
    if role == nil, let told {
      (role, isNew) = (told, true)
      if let words = features["group"]?.string, !words.isEmpty { group = words }
    }
    if self.option == nil, let option, !option.isEmpty {
      (self.option, self.isLoose, isNew) = (option, isLoose, true)
    }
    if isNew { candidates.append(candidate) }
  }
}
