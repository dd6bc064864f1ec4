/// Short forms of given names: Joe for Joseph.
public struct Nicknames: Sendable {
  /// The folded full forms by the folded short one.
  private var formal: [String: Set<String>] = [:]

  private static let junior = "jr"

  /// Knows none.
  public init() {}

  /// Adds the lines of a table: a header, then a short form and a full form, divided by a tab.
  public mutating func add(table: String) {
    for line in table.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: "\t").map { NameText.fold(String($0)) }
      if cells.count > 1 { formal[cells[0], default: []].insert(cells[1]) }
    }
  }

  /// Why two full names may be one person's that ``PersonName/link(with:)`` keeps apart: one has a short form of the given name, or
  /// leaves out the generation.
  public func link(_ left: PersonName, _ right: PersonName) -> NameLink? {
    // Nobody who is the third leaves that out.
    let isSuffixLeftOut = Set([left.suffix, right.suffix]) == [nil, Self.junior]
    guard left.suffix == right.suffix || isSuffixLeftOut else { return nil }
    let (left, right) = (left.withoutSuffix, right.withoutSuffix)
    if isSuffixLeftOut, left.link(with: right) != nil { return .suffix }
    let isNickname = forms(of: left).contains { form in forms(of: right).contains { form.link(with: $0) != nil } }
    return isNickname ? isSuffixLeftOut ? .suffix : .nickname : nil
  }

  /// The name, and what it is with full forms of its first part.
  private func forms(of name: PersonName) -> [PersonName] {
    guard let first = name.parts.first, name.parts.count > 1 else { return [name] }
    return [name] + (formal[first] ?? []).sorted().map(name.replacingFirstPart)
  }
}
