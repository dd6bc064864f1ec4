import PostilModuleKit

/// The rows that tell what a chunk is, in the order in which they are tried.
struct ChunkTable: Sendable {
  /// Those that take a chunk before it is cut at its titles.
  let ofChunks: [ChunkRow]
  /// Those that take pieces behind a title.
  let behindTitles: [ChunkRow]
  /// Those that take other pieces, the ones of whole chunks among them.
  let ofPieces: [ChunkRow]

  init(_ rows: [ChunkRow]) {
    ofChunks = rows.filter { $0.taken == .chunk }
    behindTitles = rows.filter(\.isBehindTitle)
    ofPieces = rows.filter { !$0.isBehindTitle }
  }

  /// The rows that rules give as frames.
  ///
  /// - Throws: ``FrameError`` for the first that cannot be read.
  init(_ frames: [FrameRule]) throws {
    self.init(
      try frames.map { frame in
        guard let kind = NameKind(rawValue: frame.type) else {
          throw FrameError(rule: frame.rule, fault: "'\(frame.type)' is no kind of names")
        }
        return try ChunkRowText.row(frame.text, kind: kind, rule: frame.rule)
      })
  }
}
