import Foundation

/// Which names stand together in one line of a document, as a circle of names joined by lines.
struct HTMLNetwork {
  private struct Node {
    let type: String
    let target: String
    var lines = 0
  }

  private struct Pair: Hashable {
    let first: String
    let second: String

    init(_ left: String, _ right: String) {
      first = min(left, right)
      second = max(left, right)
    }
  }

  /// The style of the picture, for the page's head.
  static let css =
    "svg.net{max-width:46rem;width:100%;height:auto}svg.net line{stroke:#8899aa;stroke-opacity:.6}"
    + "svg.net text{font:12px sans-serif;fill:currentColor}svg.net circle.person{fill:#c2571a}"
    + "svg.net circle.organization{fill:#2a6fb0}svg.net circle.location{fill:#3c8a4a}"
  /// The most names that are shown.
  private static let most = 24

  private var nodes: [String: Node] = [:]
  private var pairs: [Pair: Int] = [:]
  private var here: Set<String> = []
  private var passage: (document: Int, number: Int) = (0, 0)

  /// Adds a mention; those of one line come one after another.
  mutating func add(_ entity: String, type: String, target: String, passage number: Int, document: Int) {
    if passage != (document, number) { here.removeAll(keepingCapacity: true) }
    passage = (document, number)
    guard here.count < 40, !here.contains(entity) else { return }
    nodes[entity, default: Node(type: type, target: target)].lines += 1
    for other in here { pairs[Pair(entity, other), default: 0] += 1 }
    here.insert(entity)
  }

  /// The picture; empty when no two names stand together.
  var svg: String {
    let names = shown
    guard names.count > 2 else { return "" }
    let places = Dictionary(
      uniqueKeysWithValues: names.enumerated().map { ($0.element, Self.point($0.offset, of: names.count)) })
    let joined = pairs.filter { places[$0.key.first] != nil && places[$0.key.second] != nil }
      .sorted { ($0.value, $0.key.first, $0.key.second) < ($1.value, $1.key.first, $1.key.second) }
    let lines = joined.map { pair, count in line(pair, count, places) }.joined()
    let circles = names.compactMap { name in places[name].map { node(name, at: $0) } }.joined()
    return "<h2>Names together <small>in one line</small></h2><svg class=\"net\" viewBox=\"0 0 900 640\" role=\"img\" "
      + "aria-label=\"Names that stand together\">\(lines)\(circles)</svg>"
  }

  /// The names with the most company, by name.
  private var shown: [String] {
    var company: [String: Int] = [:]
    for (pair, count) in pairs {
      company[pair.first, default: 0] += count
      company[pair.second, default: 0] += count
    }
    return company.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(Self.most).map(\.key).sorted()
  }

  private static func point(_ index: Int, of count: Int) -> (x: Double, y: Double, isRight: Bool) {
    let angle = 2 * Double.pi * (Double(index) + 0.5) / Double(count) - Double.pi / 2
    return (450 + 240 * cos(angle), 320 + 270 * sin(angle), cos(angle) >= 0)
  }

  private func line(_ pair: Pair, _ count: Int, _ places: [String: (x: Double, y: Double, isRight: Bool)]) -> String {
    guard let left = places[pair.first], let right = places[pair.second] else { return "" }
    let width = min(8, 0.8 + log2(Double(count) + 0.2))
    return "<line x1=\"\(Self.text(left.x))\" y1=\"\(Self.text(left.y))\" x2=\"\(Self.text(right.x))\" "
      + "y2=\"\(Self.text(right.y))\" stroke-width=\"\(Self.text(width))\"><title>"
      + "\(HTMLText.escaped(pair.first)) – \(HTMLText.escaped(pair.second)): \(count)</title></line>"
  }

  private func node(_ name: String, at place: (x: Double, y: Double, isRight: Bool)) -> String {
    guard let node = nodes[name] else { return "" }
    let radius = min(14, 3 + 2 * log2(Double(node.lines) + 1))
    let offset = place.isRight ? radius + 4 : -radius - 4
    return "<a href=\"#\(HTMLText.escaped(node.target))\"><circle class=\"\(node.type)\" cx=\"\(Self.text(place.x))\" "
      + "cy=\"\(Self.text(place.y))\" r=\"\(Self.text(radius))\"><title>\(HTMLText.escaped(name)): \(node.lines)</title>"
      + "</circle><text x=\"\(Self.text(place.x + offset))\" y=\"\(Self.text(place.y + 4))\" "
      + "text-anchor=\"\(place.isRight ? "start" : "end")\">\(HTMLText.escaped(String(name.prefix(28))))</text></a>"
  }

  /// One place behind the point.
  private static func text(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }
}
