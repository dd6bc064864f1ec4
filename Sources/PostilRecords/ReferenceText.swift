import PostilJSON

/// Values of features as text, references by what they point to, so that those of two reports can be compared.
///
/// Ids count the annotations of one report and say nothing in another; type and span do.
public struct ReferenceText: Sendable {
  private let targets: [String: String]

  /// - Parameter items: The annotations that references may point to.
  public init(_ items: [ReportRecord.Item]) {
    targets = Dictionary(items.map { ($0.id, "\($0.type) \($0.start)–\($0.end)") }) { first, _ in first }
  }

  /// The feature `name` of `item` as one line; empty when it has none.
  ///
  /// - Parameter other: An annotation of the other report, whose word counts for what is a reference where `item` says nothing, as
  ///   in gold that was written by hand.
  public func text(of name: String, in item: ReportRecord.Item, beside other: ReportRecord.Item) -> String {
    guard let value = item[name] else { return "" }
    let kind = item.kind(of: name) ?? other.kind(of: name)
    return (kind.map { resolved(value, $0) } ?? value).plainText
  }

  /// The value with each reference replaced by what it points to; one that leads nowhere stays its id.
  private func resolved(_ value: JSONValue, _ kind: JSONValue) -> JSONValue {
    switch value {
    case .string(let id) where kind == FeatureForm.annotation: return .string(targets[id] ?? id)
    case .array(let values):
      return .array(
        values.enumerated().map { index, element in
          FeatureForm.element(of: kind, index).map { resolved(element, $0) } ?? element
        })
    case .object(let members):
      return .object(
        members.map { member in
          JSONValue.Member(
            name: member.name, value: kind[member.name].map { resolved(member.value, $0) } ?? member.value)
        })
    default: return value
    }
  }
}

extension ReportRecord.Item {
  fileprivate func kind(of feature: String) -> JSONValue? { kinds.last { $0.name == feature }?.value }
}
