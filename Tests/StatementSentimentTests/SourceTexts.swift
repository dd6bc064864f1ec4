import PostilTestSupport

/// The statements of texts in which somebody says something and of such in which nobody does, each also behind multi-byte text.
struct SourceTexts: Sendable {
  /// What stands before each text.
  static let prefixes = ["", "é 👩‍👩‍👧 العراق.\n\n"]

  private let count: Int
  private let found: Result<[[Annotator.Found]], any Error>

  /// Annotates all texts at once.
  init(_ texts: [String]) {
    count = texts.count
    found = Result { try Annotator.annotate(Self.prefixes.flatMap { prefix in texts.map { prefix + $0 } }) }
  }

  /// The statements of a text behind a prefix, as ``SourceCase/expected``.
  func statements(_ number: Int, _ prefix: Int) throws -> [String] {
    try found.get()[prefix * count + number].filter { $0.type == "statement" }
      .map { "\($0.text) | \($0["source"] ?? "nobody")" }
  }
}
