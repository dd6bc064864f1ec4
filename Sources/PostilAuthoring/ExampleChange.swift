import PostilModel
import PostilRules

/// What an example would have to say to hold: the marks and values of what rules find now.
public struct ExampleChange: Hashable, Sendable {
  /// A feature with another value.
  public struct Feature: Hashable, Sendable {
    /// The feature's name.
    public let name: String
    /// The value that the example wants.
    public let old: String
    /// The value found; the elements of a list.
    public let new: [String]
  }

  /// A text before and after, marks included.
  public struct Text: Hashable, Sendable {
    /// As the example has it.
    public let old: String
    /// With the marks where something is found.
    public let new: String
  }

  /// The text with its marks moved; nil where they stay.
  public let text: Text?
  /// The features whose values differ.
  public let features: [Feature]
}

/// Why an example cannot be rewritten to what is found.
struct Unwritable: Error {
  let reason: String
}

extension ExampleChange {
  /// The change that makes `example` hold for what was found in its text as written.
  ///
  /// - Throws: ``Unwritable`` where no other marks and values can say it: nothing is found, annotations overlap, a feature
  ///   is absent or differs among them.
  init(of example: Example, to found: [Finding]) throws(Unwritable) {
    guard !example.none, !example.noneOfType else { throw Unwritable(reason: "it says that nothing is to be found") }
    guard !found.isEmpty else { throw Unwritable(reason: "nothing is found") }
    let spans = found.map(\.span).sorted()
    guard zip(spans, spans.dropFirst()).allSatisfy({ $0.end <= $1.start }) else {
      throw Unwritable(reason: "what is found overlaps")
    }
    let marked = Text(
      old: MarkedText.marked(example.text, example.spans), new: MarkedText.marked(example.text, spans))
    var features: [Feature] = []
    for (name, wanted) in example.features {
      let values = Set(found.map { $0.features[name] })
      guard values.count == 1, let value = values.first else {
        throw Unwritable(reason: "'\(name)' differs among the annotations")
      }
      guard let value else { throw Unwritable(reason: "'\(name)' is absent") }
      if value.joined(separator: ", ") != wanted { features.append(Feature(name: name, old: wanted, new: value)) }
    }
    guard marked.old != marked.new || !features.isEmpty else { throw Unwritable(reason: "nothing of it differs") }
    text = marked.old == marked.new ? nil : marked
    self.features = features
  }
}
