/// The frames by the shapes of cues that they are for, in the order in which they are tried.
struct FrameTable: Sendable {
  private let byShape: [CueShape: [Frame]]

  init(_ frames: [Frame]) {
    byShape = Dictionary(
      uniqueKeysWithValues: CueShape.allCases.map { shape in
        (shape, frames.filter { $0.cue.shapes.isEmpty || $0.cue.shapes.contains(shape) })
      })
  }

  func frames(of shape: CueShape) -> [Frame] { byShape[shape] ?? [] }
}
