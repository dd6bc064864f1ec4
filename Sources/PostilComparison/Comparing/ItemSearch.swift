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

  /// What to say of a name that no item has.
  func help(for name: String) -> String? { Suggestion.help(for: name, among: items.flatMap(all).uniqued()) }

  private func all(_ item: Item) -> [String] { [names(item).own] + names(item).others }
}
