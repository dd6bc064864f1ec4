/// The elements of a page that say of themselves that they are no part of the article, as far as what stands in and around them bears
/// it out.
struct PageLabels {
  /// How many of an element's nodes are looked at.
  private static let reach = 2_000

  private let tree: HTMLTree
  /// What the elements at these places say.
  private(set) var all: [Int: PageLabel] = [:]

  init(_ tree: HTMLTree) {
    self.tree = tree
    var teasers: [String: Int] = [:]
    for place in tree.nodes.indices where !tree[place].name.isEmpty {
      guard let label = label(at: place) else { continue }
      all[place] = label
      if label == .teaser { teasers[className(place), default: 0] += 1 }
    }
    // Several of a kind are teasers, one is the article's lead.
    all = all.filter { $0.value != .teaser || teasers[className($0.key), default: 0] > 1 }
  }

  /// Those inside lines, which are left out of them; long ones are judged by their lines.
  var inline: Set<Int> {
    Set(all.keys.filter { !HTMLNames.blocks.contains(tree[$0].name) && !tree.words(at: $0, exceed: 200) })
  }

  private func className(_ place: Int) -> String { tree[place].attribute("class") ?? "" }

  private func label(at place: Int) -> PageLabel? {
    guard let label = PageLabel(tree[place]) else {
      return isPageHeader(place) || isFormOfFields(place) ? .surroundings : nil
    }
    switch label {
    case .hidden: return label
    case _ where standsInSentence(place): return nil
    case .navigation:
      let isBlock = HTMLNames.blocks.contains(tree[place].name)
      return isBlock || holds(["a", "button", "select", "input"], at: place) ? .surroundings : nil
    default: return label
    }
  }

  private func nodes(in place: Int) -> ArraySlice<HTMLTree.Node> {
    tree.nodes[place..<tree[place].end].prefix(Self.reach)
  }
  private func holds(_ names: Set<String>, at place: Int) -> Bool {
    nodes(in: place).contains { names.contains($0.name) }
  }

  /// The head of a page, not of an article: it holds no headline.
  private func isPageHeader(_ place: Int) -> Bool {
    tree[place].name == "header"
      && !tree.ancestors(of: place).prefix(64).contains { ["article", "main"].contains(tree[$0].name) }
      && !holds(["h1"], at: place)
  }

  /// A form to write into, as for a comment or an address; one of choices may be a poll.
  private func isFormOfFields(_ place: Int) -> Bool {
    guard tree[place].name == "form" else { return false }
    let kinds = nodes(in: place).filter { $0.name == "input" }.map { $0.attribute("type")?.lowercased() ?? "text" }
    let isOfChoices = kinds.contains { ["radio", "checkbox"].contains($0) }
    return !isOfChoices && (holds(["textarea"], at: place) || kinds.contains { ["text", "email", "tel"].contains($0) })
  }

  /// Whether words of one sentence stand before and behind an element: then it is a part of that sentence, whatever it is called.
  private func standsInSentence(_ place: Int) -> Bool {
    guard !HTMLNames.blocks.contains(tree[place].name) else { return false }
    let holder = tree.ancestors(of: place).first { HTMLNames.blocks.contains(tree[$0].name) } ?? 0
    let isText = { (node: Int) in tree[node].words.contains { !$0.isWhitespace } }
    let isEnd = { (node: Int) in HTMLNames.blocks.contains(tree[node].name) || tree[node].name == "br" }
    let before = (holder..<place).reversed().prefix(64).prefix { !isEnd($0) }.first(where: isText)
    let behind = (tree[place].end..<max(tree[place].end, tree[holder].end)).prefix(64).prefix { !isEnd($0) }
      .first(where: isText)
    guard let last = before.flatMap({ tree[$0].words.last { !$0.isWhitespace } }),
      let first = behind.flatMap({ tree[$0].words.first { !$0.isWhitespace } })
    else { return false }
    return (last.isLetter || last.isNumber || ",;“\"'‘(".contains(last))
      && (first.isLowercase || ",;.\"”".contains(first))
  }
}
