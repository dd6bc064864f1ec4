import PostilModuleKit

/// A chunk's part whose kind nothing near it tells.
struct UndecidedPart {
  let span: Span
  let candidate: Int
  /// The number of its words.
  let words: Int
  /// It begins a sentence, so that its capital says nothing.
  let isStart: Bool
  /// It is a word for organizations alone: the Court.
  var isLoneHead = false
  /// By what it is a name when nothing tells; nil when it is none then.
  var otherwise: ChunkRow?
}
