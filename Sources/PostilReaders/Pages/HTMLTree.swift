/// The elements and words of a page in the order of its source, each before what it holds.
struct HTMLTree {
  /// An element, or words between tags.
  struct Node {
    /// In lower case; empty for words.
    let name: String
    let attributes: [HTMLAttribute]
    /// What is written, references resolved; empty for elements.
    let words: String
    /// Whether the words are part of a link.
    let isLinked: Bool
    /// The element that holds it; the first node holds itself.
    let parent: Int
    /// The place behind the last node that it holds.
    fileprivate(set) var end: Int

    /// The value of an attribute; nil without it.
    func attribute(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
  }

  /// The first is the page itself.
  fileprivate(set) var nodes: [Node]

  /// - Parameter source: The page in UTF-8.
  init(_ source: [UInt8]) {
    var builder = HTMLTreeBuilder(isXML: source.starts(with: Array("<?xml".utf8)))
    var tokenizer = HTMLTokenizer(source)
    while let token = tokenizer.next() { builder.take(token) }
    self = builder.tree()
  }

  fileprivate init(nodes: [Node]) { self.nodes = nodes }

  subscript(place: Int) -> Node { nodes[place] }

  /// The places of the elements called one of `names`, in order.
  func places(of names: Set<String>) -> [Int] { nodes.indices.filter { names.contains(nodes[$0].name) } }

  /// All words below `place`, white space as it is.
  func words(at place: Int) -> String { nodes[place..<nodes[place].end].lazy.map(\.words).joined() }

  /// Whether there are more than `count` bytes of words below `place`, or too many nodes to tell.
  func words(at place: Int, exceed count: Int) -> Bool {
    var left = count
    for node in nodes[place..<nodes[place].end].prefix(2_000) where !node.words.isEmpty {
      left -= node.words.utf8.count
      if left < 0 { return true }
    }
    return nodes[place].end - place > 2_000
  }

  /// Whether `place` is one of the elements called `names`, or stands in one and not deep.
  func isInside(_ names: Set<String>, _ place: Int) -> Bool {
    names.contains(nodes[place].name) || ancestors(of: place).prefix(5).contains { names.contains(nodes[$0].name) }
  }

  /// The elements that hold `place`, from the nearest outwards.
  func ancestors(of place: Int) -> some Sequence<Int> {
    sequence(first: nodes[place].parent) { $0 == 0 ? nil : nodes[$0].parent }
  }
}

/// Makes the tree out of tags and words, with the end tags that HTML lets authors leave out (HTML Standard, 13.1.2.4 and 13.2.6,
/// simplified: words in a wrong place stay where they are written).
private struct HTMLTreeBuilder {
  /// How far an end tag, or an element that ends others, is looked for among the open elements, so that a page of nothing but open
  /// tags takes linear time.
  private static let reach = 128

  private let isXML: Bool
  private var nodes = [HTMLTree.Node(name: "", attributes: [], words: "", isLinked: false, parent: 0, end: 0)]
  private var open = [0]
  /// How many elements of a name are open.
  private var openCounts: [String: Int] = [:]
  private var isLinked = false
  /// How many `svg` and `math` are open.
  private var foreignElements = 0
  private var headIsOver = false
  /// `html` and `body`, of which a page has one each.
  private var begun: Set<String> = []

  init(isXML: Bool) { self.isXML = isXML }

  mutating func tree() -> HTMLTree {
    while !open.isEmpty { close() }
    return HTMLTree(nodes: nodes)
  }

  mutating func take(_ token: HTMLTokenizer.Token) {
    switch token {
    case .words(let words): add(words)
    case .start(let name, let attributes, let endsItself): start(name, attributes, endsItself)
    case .end(let name): end(name)
    }
  }

  private func name(_ level: Int) -> String { nodes[open[level]].name }

  private mutating func close() {
    let place = open.removeLast()
    nodes[place].end = nodes.count
    openCounts[nodes[place].name, default: 1] -= 1
    if HTMLNames.foreign.contains(nodes[place].name) { foreignElements -= 1 }
  }

  private mutating func close(downTo level: Int) { while open.count > level { close() } }

  private mutating func append(_ name: String, _ attributes: [HTMLAttribute], _ words: String = "") {
    nodes.append(
      HTMLTree.Node(
        name: name, attributes: attributes, words: words, isLinked: isLinked && name.isEmpty,
        parent: open[open.count - 1],
        end: nodes.count + 1))
  }

  private mutating func add(_ words: String) {
    if !headIsOver, name(open.count - 1) == "head", !words.allSatisfy(\.isWhitespace) { endHead() }
    append("", [], words)
  }

  private mutating func endHead() {
    headIsOver = true
    if let level = open.indices.last(where: { name($0) == "head" }) { close(downTo: level) }
  }

  private mutating func start(_ name: String, _ attributes: [HTMLAttribute], _ endsItself: Bool) {
    if name == "html" || name == "body", !begun.insert(name).inserted { return }
    if name == "head", headIsOver { return }
    if !headIsOver, name != "html", name != "head", !HTMLNames.headElements.contains(name) { endHead() }
    endWhatEnds(before: name)
    if name == "a" { isLinked = attributes.contains { $0.name == "href" } }
    append(name, attributes)
    guard !HTMLNames.empty.contains(name), !(endsItself && (isXML || foreignElements > 0)) else {
      if name == "a" { isLinked = false }
      return
    }
    if HTMLNames.foreign.contains(name) { foreignElements += 1 }
    open.append(nodes.count - 1)
    openCounts[name, default: 0] += 1
  }

  /// Closes what `name` ends without an end tag.
  private mutating func endWhatEnds(before name: String) {
    if HTMLNames.paragraphEnds.contains(name) { closeNearest(["p"], within: HTMLNames.paragraphScope) }
    if HTMLNames.headings.contains(name), let last = open.last, HTMLNames.headings.contains(nodes[last].name) {
      close()
    }
    if let ended = HTMLNames.endedBy[name] { closeNearest(ended.elements, within: ended.scope, outermost: true) }
    if name == "a" { closeNearest(["a"], within: HTMLNames.blocks) }
  }

  /// Closes the nearest open element of `names` with all inside it, unless one of `scope` lies between.
  ///
  /// - Parameter outermost: Whether to go on to the farthest one within the scope.
  private mutating func closeNearest(_ names: Set<String>, within scope: Set<String>, outermost: Bool = false) {
    guard names.contains(where: { openCounts[$0, default: 0] > 0 }) else { return }
    var found: Int?
    for level in open.indices.suffix(Self.reach).reversed() where level > 0 {
      if names.contains(name(level)) {
        found = level
        if !outermost { break }
      } else if scope.contains(name(level)) {
        break
      }
    }
    if let found { close(downTo: found) }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "br": start("br", [], false)
    // The end of no paragraph is an empty one.
    case "p" where openCounts["p", default: 0] == 0: append("p", [])
    // What stands behind the end of the body belongs to it.
    case "body", "html": closeNearest(["p"], within: HTMLNames.paragraphScope)
    case "head": endHead()
    case "a":
      isLinked = false
      closeNearest(["a"], within: HTMLNames.blocks)
    case _ where HTMLNames.headings.contains(name):
      closeNearest(HTMLNames.headings, within: HTMLNames.cellScope)
    default:
      let isBlock = HTMLNames.blocks.contains(name)
      let scope = name == "table" ? [] : HTMLNames.tableParts.contains(name) ? ["table"] : HTMLNames.cellScope
      // The end of a formatting element closes no block that was begun inside it.
      closeNearest([name], within: isBlock ? scope : HTMLNames.blocks.union(HTMLNames.cellScope))
    }
  }
}
