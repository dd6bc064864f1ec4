import PostilModuleKit

/// A candidate with the words and expressions that were joined to it.
struct Expression {
  var span: Span
  let fields: Fields
  /// The candidates that it was made from, its own first.
  var candidates: [Int]
  /// The expression behind it that it is a part of, as `last week` in `Friday of last week`.
  var base: [Expression] = []
  /// The expression behind it at which a range ends that begins with it, as `August` in `from January to August`.
  var end: [Expression] = []
  /// The expression of its sentence whose day a time of day belongs to, as `Friday` in `on Friday he left at noon`.
  var day: [Expression] = []
  /// The shorter duration behind it that adds to it, as `six months` in `two years and six months`.
  var rest: [Expression] = []
  /// The modifiers before and behind it.
  var modifiers: [Fields] = []

  init(_ candidate: CandidateView, _ index: Int) {
    span = candidate.span
    fields = Fields(candidate.features)
    candidates = [index]
  }

  /// The first value that a modifier, or the candidate itself, gives for a feature.
  func string(_ name: String) -> String? {
    modifiers.lazy.filter { $0.string("anchor") != "text" || name != "mod" || shift == nil }
      .compactMap { $0.string(name) }.first ?? fields.string(name)
  }

  /// It and what was joined to it, from left to right.
  var chain: [Expression] { [self] + base.flatMap(\.chain) }
  /// The part of it that says the hour.
  var ofClock: Expression? { chain.first { $0.fields.hour != nil } }
  /// Whether it says its year, or leans on one.
  var saysYear: Bool { chain.contains { $0.fields.isComplete } }
  /// The part of a day that it says.
  var partOfDay: String? { chain.lazy.compactMap(\.fields.partOfDay).first }
  /// Whether it says a time of day and no date, nor does what was joined to it.
  var isTimeAlone: Bool { chain.allSatisfy(\.fields.isTimeAlone) }

  /// Whether it recurs, or what was joined to it.
  var isSet: Bool { chain.contains(where: \.recurs) }
  /// Whether its own words say that it recurs.
  var recurs: Bool { fields.type == "SET" || string("quant") != nil || string("freq") != nil }
  /// Whether it is a duration that no modifier has made a date.
  var isDuration: Bool { fields.type == "DURATION" }
  /// The modifier, or the words themselves, that lead from a duration to a date.
  var shift: Fields? {
    guard isDuration else { return nil }
    return (modifiers + [fields]).first { $0.string("shift") != nil } ?? rest.first?.shift
  }
  /// Whether what follows may lean on it: no comparison with an earlier quarter or the like.
  var isStory: Bool {
    chain.allSatisfy { $0.shift == nil } && (fields.unit != .quarter || fields.offset ?? 0 == 0 && fields.year == nil)
  }
  /// Whether something was joined to it.
  var hasNeighbour: Bool { !base.isEmpty || !modifiers.isEmpty || !rest.isEmpty || !end.isEmpty }
}
