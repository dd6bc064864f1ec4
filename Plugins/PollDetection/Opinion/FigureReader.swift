import PostilModuleKit

/// Reads the figures of a sentence: what several rules say of one number is put together, the best first.
struct FigureReader {
  private let document: DocumentView
  /// By where their numbers begin.
  private var figures: [Int: Figure] = [:]

  private init(document: DocumentView) { self.document = document }

  /// The figures of `candidates`, by place.
  static func figures(of candidates: [Int], in document: DocumentView) -> [Figure] {
    var reader = FigureReader(document: document)
    for index in candidates.sorted(by: { document.candidates[$0].rank < document.candidates[$1].rank }) {
      reader.take(index)
    }
    return reader.figures.values.sorted { $0.span < $1.span }
  }

  private mutating func take(_ index: Int) {
    let candidate = document.candidates[index]
    let features = candidate.features
    let isLoose = features["loose"]?.boolean == true
    for (number, value, option) in [("share", "share", "option"), ("secondShare", "secondShare", "second")] {
      guard let share = features[value]?.number else { continue }
      let words = number == "share" ? candidate.capture("part") : nil
      let place = candidate.capture(number) ?? words ?? candidate.capture("words") ?? candidate.span
      var figure = figures[place.start] ?? Figure(span: place, value: share, isRounded: words != nil)
      figure.add(features[option]?.string, isLoose: isLoose, features, of: index)
      figures[place.start] = figure
    }
  }
}
