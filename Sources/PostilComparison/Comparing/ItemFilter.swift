import PostilNames

/// Which items a reader wants to see.
///
/// Nothing is counted or tested otherwise for it: m, q and LRC do not depend on what is shown.
public struct ItemFilter: Sendable {
  private let hidden: Set<String>
  private let only: Set<String>

  /// Names are the same where they differ in case, accents, apostrophes and dots only. A pair goes by either of its names.
  ///
  /// - Parameters:
  ///   - hidden: Items that are not shown.
  ///   - only: The items that are shown; all where there are none.
  public init(hidden: [String] = [], only: [String] = []) {
    self.hidden = Set(hidden.map(NameText.fold))
    self.only = Set(only.map(NameText.fold))
  }

  /// Whether it lets everything through.
  var isEmpty: Bool { hidden.isEmpty && only.isEmpty }

  func shows(_ row: Comparison.Row) -> Bool {
    if isEmpty { return true }
    let names = row.foldedNames
    return hidden.isDisjoint(with: names) && (only.isEmpty || !only.isDisjoint(with: names))
  }
}

extension Comparison.Row {
  /// Its name, the names it stands for and, of a pair, the names of both, folded (``NameText/fold(_:)``).
  var foldedNames: [String] {
    (parts + [name] + names).map(NameText.fold)
  }
}
