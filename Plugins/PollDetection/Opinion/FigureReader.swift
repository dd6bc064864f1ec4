import PostilModuleKit

/// Reads the figures of a sentence: what several rules say of one number is put together, the best first.
struct FigureReader {
  private let document: DocumentView
  /// A number, or the second share that is told by the same number: `each have 44 percent`.
  private struct Place: Hashable {
    let start: Int
    let isShared: Bool
  }

  private var figures: [Place: Figure] = [:]

  private init(document: DocumentView) { self.document = document }

  /// The figures of `candidates`, by place.
  static func figures(of candidates: [Int], in document: DocumentView) -> [Figure] {
    var reader = FigureReader(document: document)
    for index in candidates.sorted(by: { document.candidates[$0].rank < document.candidates[$1].rank }) {
      reader.take(index)
    }
    return reader.figures.sorted { ($0.key.start, $0.key.isShared ? 1 : 0) < ($1.key.start, $1.key.isShared ? 1 : 0) }
      .map(\.value)
  }

  private mutating func take(_ index: Int) {
    let candidate = document.candidates[index]
    let features = candidate.features
    let isLoose = features["loose"]?.boolean == true
    for (number, value, option) in [("share", "share", "option"), ("secondShare", "secondShare", "second")] {
      guard let share = features[value]?.number else { continue }
      let own = candidate.capture(number)
      let words = candidate.capture("part")
      let span = own ?? candidate.capture("share") ?? words ?? candidate.capture("words") ?? candidate.span
      let place = Place(start: span.start, isShared: number == "secondShare" && own == nil)
      var figure = figures[place] ?? Figure(span: span, value: share, isRounded: words != nil)
      figure.add(features[option]?.string, isLoose: isLoose, features, of: index)
      figures[place] = figure
    }
  }
}
