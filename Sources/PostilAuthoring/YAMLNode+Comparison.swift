import PostilRules

extension YAMLNode {
  /// Whether the other has the same values in the same order, wherever they stand.
  func hasSameText(as other: YAMLNode?) -> Bool {
    switch (self, other) {
    case (.scalar(let left), .scalar(let right)): left.text == right.text
    case (.sequence(let left, _), .sequence(let right, _)):
      left.count == right.count && zip(left, right).allSatisfy { $0.hasSameText(as: $1) }
    case (.mapping(let left, _), .mapping(let right, _)):
      left.count == right.count
        && zip(left, right).allSatisfy { $0.key.text == $1.key.text && $0.value.hasSameText(as: $1.value) }
    default: false
    }
  }
}
