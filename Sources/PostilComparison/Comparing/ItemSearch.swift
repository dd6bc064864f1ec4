import PostilDiagnostics
import PostilNames

/// Finds items by a name as somebody types it.
struct ItemSearch<Item> {
  let items: [Item]
  /// An item's name and those that it stands for.
  let names: (Item) -> (own: String, others: [String])

  /// The items of this name, else those that stand for it, else those whose name differs in case, accents and dots only.
  func items(called name: String) -> [Item] {
    let folded = NameText.fold(name)
    let searches: [(Item) -> Bool] = [
      { names($0).own == name }, { names($0).others.contains(name) },
      { item in all(item).contains { NameText.fold($0) == folded } },
    ]
    return searches.lazy.map { search in items.filter { search($0) } }.first { !$0.isEmpty } ?? []
  }

  /// The most names that are told.
  private static var most: Int { 3 }

  /// What to say of a name that no item has: the names with its words in them, else the nearest one.
  func help(for name: String) -> String? {
    let known = items.flatMap(all).uniqued()
    let wanted = Self.words(of: name)
    let longer = known.filter { !wanted.isEmpty && Self.words(of: $0).contains(wanted) }
      .sorted { ($0.count, $0) < ($1.count, $1) }
    guard !longer.isEmpty else { return Suggestion.help(for: name, among: known) }
    let shown = longer.prefix(Self.most).map { "'\($0)'" }.joined(separator: ", ")
    return "did you mean \(shown)\(longer.count > Self.most ? " or another of \(longer.count)" : "")?"
  }

  /// The folded words of a name, parted at hyphens too.
  private static func words(of name: String) -> [Substring] {
    NameText.fold(name).split { $0 == " " || $0 == "-" }
  }

  private func all(_ item: Item) -> [String] { [names(item).own] + names(item).others }
}
