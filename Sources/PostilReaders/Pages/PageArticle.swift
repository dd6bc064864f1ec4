import PostilModel

/// Decides which lines of a page are its article.
///
/// Every line is weighed: words outside links for, links and scraps against (text and link density: Kohlschütter, Fankhauser and
/// Nejdl 2010, "Boilerplate Detection using Shallow Text Features"). The article is the element with the greatest sum (a maximum
/// subtree, in the manner of Pasternack and Roth 2009, "Extracting Article Text from the Web with Maximum Subsequence
/// Segmentation"), without those parts whose names say that they are none, unless they hold most of the text, and without those
/// that are mostly links.
struct PageArticle {
  /// An element that calls itself an article is one with so much running text.
  private static let leastArticle = 200

  private let tree: HTMLTree
  /// All lines of the page.
  let all: [PageLine]
  private let labels: [Int: PageLabel]
  /// Whether each line is left out.
  private var isOut: [Bool]
  /// Sums over the lines before each.
  private var weights: [Int] = []
  private var scores: [Double] = []
  private var sizes: [Int] = []
  private var linkedSizes: [Int] = []

  /// The element that holds the article.
  private(set) var root = 0
  /// The place of the article's headline; where there is none, of its element.
  private(set) var headline = 0

  /// - Parameter body: The article's text as the page gives it beside, in JSON-LD.
  init(_ tree: HTMLTree, body: String? = nil) {
    self.tree = tree
    let labels = PageLabels(tree)
    self.labels = labels.all
    all = PageLines(tree, leavingOut: labels.inline).lines
    isOut = Array(repeating: false, count: all.count)
    leaveOutLabelled()
    sum()
    root = best()
    if let body { follow(body) }
    leaveOutOutside()
    leaveOutLinks()
    let credits = all.indices.filter { !isOut[$0] && isCredit($0) }
    leaveOutFew(credits)
    cutEnds()
    leaveOutIntroductions(Set(credits))
    let first = all.indices.first { !isOut[$0] && all[$0].isRunningText } ?? 0
    headline = all.indices.prefix(first + 1).last { isInside(["h1"], $0) }.map { all[$0].place } ?? root
  }

  /// The lines of the article.
  var lines: [PageLine] { zip(all, isOut).filter { !$0.1 }.map(\.0) }

  /// The lines whose words begin inside an element.
  private func lines(in place: Int) -> Range<Int> {
    let end = tree[place].end
    return all.partitioningIndex { $0.place >= place }..<all.partitioningIndex { $0.place >= end }
  }

  // MARK: Labels

  /// Running text counts; a scrap of it or of links does not.
  private static func weight(_ line: PageLine) -> Int { line.isRunningText ? line.freeSize : 0 }

  private mutating func leaveOutLabelled() {
    sum()
    leaveOut([.layer, .hidden], mostOf: 0.6)
    sum()
    leaveOut([.comments], mostOf: 0.9)
    sum()
    leaveOut([.surroundings, .teaser], mostOf: 0.45)
  }

  /// Leaves out what has one of `kinds` as its label and less than `part` of the text that is left; more than that where the article
  /// names itself elsewhere.
  private mutating func leaveOut(_ kinds: Set<PageLabel>, mostOf part: Double) {
    let whole = weight(of: all.indices)
    let articles = tree.nodes.indices.filter {
      PageLabel.isArticle(tree[$0]) && weight(of: lines(in: $0)) >= Self.leastArticle
    }
    var end = 0
    for place in labels.keys.sorted() where place >= end {
      guard let label = labels[place], kinds.contains(label) else { continue }
      let range = lines(in: place)
      let isLittle = Double(weight(of: range)) <= part * Double(whole)
      guard isLittle || range.isEmpty || stands(place, apartFrom: articles) else { continue }
      for line in range { isOut[line] = true }
      end = tree[place].end
    }
  }

  /// Whether there are `articles`, and none of them in `place` or around it.
  private func stands(_ place: Int, apartFrom articles: [Int]) -> Bool {
    !articles.isEmpty && articles.allSatisfy { tree[$0].end <= place || $0 >= tree[place].end }
  }

  private func weight(of range: Range<Int>) -> Int { weights[range.upperBound] - weights[range.lowerBound] }
  private func score(of range: Range<Int>) -> Double { scores[range.upperBound] - scores[range.lowerBound] }

  /// Adds up the lines that are left.
  private mutating func sum() {
    (weights, scores, sizes, linkedSizes) = ([0], [0], [0], [0])
    for (number, line) in all.enumerated() {
      let counts = !isOut[number]
      weights.append(weights[number] + (counts ? Self.weight(line) : 0))
      scores.append(scores[number] + (counts ? score(line) : 0))
      sizes.append(sizes[number] + (counts ? line.size : 0))
      linkedSizes.append(linkedSizes[number] + (counts ? line.linkedSize : 0))
    }
  }

  /// What a line speaks for the element that holds it.
  private func score(_ line: PageLine) -> Double {
    if line.isLinks { return -Double(line.linkedSize) - 20 }
    return line.isRunningText ? Double(line.freeSize) : line.size >= 25 ? 5 : 1
  }

  // MARK: The text beside

  /// Takes the element around the lines that `body` has, where the one found holds less than most of them.
  private mutating func follow(_ body: String) {
    let other = OtherText(body)
    let shared = all.indices.filter { all[$0].isRunningText && other.begins(with: all[$0].text) }
    let size = shared.reduce(0) { $0 + all[$1].size }
    guard size * 2 > PageLine.size(of: body) else { return }
    for line in shared { isOut[line] = false }
    sum()
    let inside = lines(in: root)
    let covered = shared.reduce(0) { $0 + (inside.contains($1) ? all[$1].size : 0) }
    guard covered * 10 < size * 9, let first = shared.first, let last = shared.last else { return }
    root = tree.ancestors(of: all[first].place).first { tree[$0].end > all[last].place } ?? 0
  }

  // MARK: The element

  /// The element with the greatest sum, the innermost of several.
  private func best() -> Int {
    var best = (place: 0, score: score(of: all.indices))
    for place in tree.nodes.indices.dropFirst() where HTMLNames.blocks.contains(tree[place].name) {
      let score = score(of: lines(in: place))
      if score >= best.score { best = (place, score) }
    }
    return dense(best.place)
  }

  /// The innermost element below `place` that has nearly all of its text.
  private func dense(_ place: Int) -> Int {
    var place = place
    while true {
      let whole = weight(of: lines(in: place))
      var next = place + 1
      var heaviest: Int?
      while next < tree[place].end {
        if HTMLNames.blocks.contains(tree[next].name), weight(of: lines(in: next)) * 100 > whole * 90 {
          heaviest = next
        }
        if heaviest != nil { break }
        next = HTMLNames.blocks.contains(tree[next].name) || tree[next].name.isEmpty ? tree[next].end : next + 1
      }
      guard let heaviest, weight(of: lines(in: heaviest)) > 0 else { return place }
      place = heaviest
    }
  }

  /// Leaves out what lies outside of the article's element, but for a lead between the headline and it.
  private mutating func leaveOutOutside() {
    let range = lines(in: root)
    var lead = range.lowerBound
    if let headline = all.indices[..<range.lowerBound].suffix(40).last(where: { isInside(["h1"], $0) && !isOut[$0] }) {
      lead = headline
    } else if let line = all.indices[..<range.lowerBound].last(where: { !isOut[$0] }), isHeading(line),
      line + 3 > range.lowerBound
    {
      lead = line
    }
    for line in all.indices where !range.contains(line) {
      let isLead =
        line >= lead && line < range.lowerBound
        && (all[line].isRunningText
          || isHeading(line)
            && (line == lead || line + 3 > range.lowerBound || isInside(["h1"], line)))
      if !isLead { isOut[line] = true }
    }
  }

  private func isInside(_ names: Set<String>, _ line: Int) -> Bool { tree.isInside(names, all[line].place) }

  /// Leaves out lists and sections that are mostly links.
  private mutating func leaveOutLinks() {
    sum()
    var end = root + 1
    for place in tree.nodes.indices where place >= end && place < tree[root].end {
      // An item is judged with its list.
      guard HTMLNames.blocks.contains(tree[place].name), !["h1", "li", "dt", "dd"].contains(tree[place].name) else {
        continue
      }
      let range = lines(in: place)
      guard !range.isEmpty, isMostlyLinks(range, inTable: ["table", "tr"].contains(tree[place].name)) else { continue }
      for line in range { isOut[line] = true }
      end = tree[place].end
    }
  }

  /// Whether links are half of what is left there, or four fifths of a table.
  private func isMostlyLinks(_ range: Range<Int>, inTable: Bool) -> Bool {
    let size = sizes[range.upperBound] - sizes[range.lowerBound]
    let linked = linkedSizes[range.upperBound] - linkedSizes[range.lowerBound]
    return (inTable ? linked * 5 > size * 4 : linked * 2 > size) && weight(of: range) * 2 < size
  }

  // MARK: Ends

  private func isHeading(_ line: Int) -> Bool { isInside(HTMLNames.headings, line) }
  private func isItem(_ line: Int) -> Bool { isInside(["li", "tr", "label", "dd", "pre"], line) }

  /// Leaves out scraps before the first and behind the last running text, headings before the first aside.
  private mutating func cutEnds() {
    let left = all.indices.filter { !isOut[$0] }
    let running = left.filter { all[$0].isRunningText }
    guard let first = running.first, let last = running.last else { return }
    // A lead may stand before the day.
    let second = running.dropFirst().first ?? first
    leaveOutFew(
      left.filter { line in
        line < first && !isHeading(line) && isScrap(all[line])
          || line < second && (isOrnament(all[line]) || isInside(["time"], line) && all[line].size < 40)
          || line > last && (all[line].size < 25 || isHeading(line)) && !isItem(line)
      })
  }

  /// Leaves out `lines`, unless there is much in them: then they are what the page has.
  private mutating func leaveOutFew(_ lines: [Int]) {
    let left = all.indices.reduce(0) { $0 + (isOut[$1] ? 0 : all[$1].size) }
    guard lines.reduce(0, { $0 + all[$1].size }) * 4 < left else { return }
    for line in lines { isOut[line] = true }
  }

  /// Whether a line tells no more than whose picture it stands below, and of what.
  private func isCredit(_ line: Int) -> Bool {
    guard all[line].size < 160 else { return false }
    return all[line].text.contains("©") || isInside(["figcaption"], line)
      || tree.ancestors(of: all[line].place).prefix(3).contains { PageLabel.isCaption(tree[$0]) }
  }

  /// A mark between two parts of a line, such as a bar.
  private func isOrnament(_ line: PageLine) -> Bool {
    line.size < 3 && !line.text.contains { $0.isLetter || $0.isNumber }
  }

  private func isScrap(_ line: PageLine) -> Bool {
    line.size < 20 || line.size < 50 && line.text.contains { $0.isNumber }
  }

  /// Leaves out headings, and lines with a colon, whose text was left out.
  ///
  /// - Parameter credits: Lines below pictures, which say nothing of what stands before them.
  private mutating func leaveOutIntroductions(_ credits: Set<Int>) {
    for line in all.indices.reversed() where !isOut[line] && all[line].size < 60 {
      let next = all.indices[(line + 1)...].first { !credits.contains($0) }
      guard isHeading(line) || all[line].text.hasSuffix(":"), next.map({ isOut[$0] }) ?? true else { continue }
      if line > lines(in: root).lowerBound { isOut[line] = true }
    }
  }
}
