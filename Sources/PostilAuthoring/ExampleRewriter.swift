import PostilDiagnostics
import PostilRules

/// Rewrites the examples of one rule file to what rules find now.
public struct ExampleRewriter {
  /// An example that was rewritten, or was not and why.
  public struct Entry: Sendable {
    /// The example's outcome, with what changes.
    public let outcome: ExampleOutcome
    /// Why it stays as it is; nil when it is rewritten.
    public let obstacle: String?
  }

  private let source: SourceFile
  private let root: YAMLNode?

  /// Reads the rule file at `path`.
  ///
  /// - Throws: A ``Diagnostic`` when it cannot be read.
  public init(path: String) throws(Diagnostic) {
    try self.init(source: SourceFile(path: path, name: path))
  }

  init(source: SourceFile) throws(Diagnostic) {
    self.source = source
    root = try YAMLReader.read(source)
  }

  /// The file's text with the failed ones of `outcomes` rewritten, and what became of each.
  public func rewritten(_ outcomes: [ExampleOutcome]) -> (text: String, entries: [Entry]) {
    var text = source.text
    var entries: [Entry] = []
    guard let root else { return (text, entries) }
    var editor = ScalarEditor(source: source, root: root)
    for outcome in outcomes where outcome.isFailure {
      do throws(Unwritable) {
        guard case .change(let change)? = outcome.remedy else {
          if case .none(let reason)? = outcome.remedy { throw Unwritable(reason: reason) }
          continue
        }
        // One that cannot be written spares the others.
        var tried = editor
        try Self.apply(change, to: outcome.location, in: root, with: &tried)
        text = try tried.edited()
        editor = tried
        entries.append(Entry(outcome: outcome, obstacle: nil))
      } catch {
        entries.append(Entry(outcome: outcome, obstacle: error.reason))
      }
    }
    return (text, entries)
  }

  private static func apply(
    _ change: ExampleChange, to place: SourceLocation, in root: YAMLNode, with editor: inout ScalarEditor
  ) throws(Unwritable) {
    guard let example = root.example(at: place) else { throw Unwritable(reason: "it stands elsewhere now") }
    if let text = change.text, let scalar = example["text"]?.scalar ?? example.scalar {
      try editor.replace(scalar, with: text.new)
    }
    for feature in change.features {
      switch example["features"]?[feature.name] {
      case .scalar(let scalar)?: try editor.replace(scalar, with: feature.new.joined(separator: ", "))
      case .sequence(let elements, let location)?:
        try editor.replace(elements.compactMap(\.scalar), of: location, with: feature.new)
      case .mapping?, nil: throw Unwritable(reason: "'\(feature.name)' is no text")
      }
    }
  }
}

extension YAMLNode {
  /// The example of any rule whose text stands at `place`.
  fileprivate func example(at place: SourceLocation) -> YAMLNode? {
    let rules = self["rules"]?.elements ?? []
    let examples = rules.compactMap { $0["examples"] }.flatMap { $0.elements ?? [$0] }
    return examples.first { ($0["text"] ?? $0).location == place }
  }
}
