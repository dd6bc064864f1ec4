import PostilJSON
import PostilModel

/// What a feature's value is where its JSON form does not tell: the `kinds` of an annotation.
///
/// A span is written as its text with `nameStart` and `nameEnd` beside it, inside a list as `[start, end]`; a reference as the
/// id of its annotation. Lists of spans and references look like lists of numbers and texts, so their kind is written too, in
/// the shape of the value: `annotation`, `span`, `list of span`, for mixed lists an array with a kind or null for each element,
/// for a record an object with the fields concerned. `string` says that numbers called `nameStart` and `nameEnd` stand beside
/// a text by chance.
enum FeatureForm {
  static let annotation = JSONValue.string("annotation")
  static let span = JSONValue.string("span")
  static let string = JSONValue.string("string")
  private static let list = "list of "

  /// The kinds of those features whose form does not tell, in their order.
  static func kinds(of features: Features) -> [JSONValue.Member] {
    features.compactMap { feature in
      let kind: JSONValue?
      switch feature.value {
      case .span: kind = nil
      case .string:
        let ends = FeatureKind.ends(ofSpan: feature.name)
        kind = features[ends.start] == nil || features[ends.end] == nil ? nil : string
      default: kind = self.kind(of: feature.value)
      }
      return kind.map { JSONValue.Member(name: feature.name, value: $0) }
    }
  }

  /// The kind of a value, an element of a list perhaps; nil where its form tells.
  private static func kind(of value: FeatureValue) -> JSONValue? {
    switch value {
    case .annotation: return annotation
    case .span: return span
    case .record(let fields):
      let kinds = kinds(of: fields)
      return kinds.isEmpty ? nil : .object(kinds)
    case .list(let values):
      let kinds = values.map(kind)
      guard kinds.contains(where: { $0 != nil }) else { return nil }
      if case .string(let name)? = kinds.first ?? nil, kinds.allSatisfy({ $0 == .string(name) }) {
        return .string(list + name)
      }
      return .array(kinds.map { $0 ?? .null })
    case .string, .number, .digits, .boolean: return nil
    }
  }

  /// The kind of element number `index` of a list of kind `kind`.
  static func element(of kind: JSONValue?, _ index: Int) -> JSONValue? {
    switch kind {
    case .string(let name) where name.hasPrefix(list): .string(String(name.dropFirst(list.count)))
    case .array(let kinds) where index < kinds.count: kinds[index]
    default: nil
    }
  }
}
