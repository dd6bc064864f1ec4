import PostilReports

/// Builds an SVG drawing; colours come from the page's style sheet.
struct SVG {
  /// Where a text begins, ends or has its middle.
  enum Anchor: String {
    case start, middle, end
  }

  private let width: Double
  private let height: Double
  private let title: String
  private var body = ""

  init(width: Double, height: Double, title: String) {
    self.width = width
    self.height = height
    self.title = title
  }

  /// The element, with its title for those who do not see it.
  var text: String {
    "<svg viewBox=\"0 0 \(Self.number(width)) \(Self.number(height))\" width=\"\(Self.number(width))\" role=\"group\" "
      + "aria-label=\"\(HTMLText.escaped(title))\">\(body)</svg>"
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: String) {
    body += "<line x1=\"\(Self.number(x1))\" y1=\"\(Self.number(y1))\" x2=\"\(Self.number(x2))\" "
    body += "y2=\"\(Self.number(y2))\" class=\"\(style)\"/>"
  }

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: String, opacity: Double? = nil,
    tip: String = ""
  ) {
    body += "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(max(0, width)))\" "
    body += "height=\"\(Self.number(max(0, height)))\" class=\"\(style)\""
    if let opacity { body += " fill-opacity=\"\(Self.number(opacity))\"" }
    body += tip.isEmpty ? "/>" : "><title>\(HTMLText.escaped(tip))</title></rect>"
  }

  mutating func circle(_ x: Double, _ y: Double, _ radius: Double, _ style: String, tip: String = "") {
    body += "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"\(Self.number(radius))\" class=\"\(style)\""
    body += tip.isEmpty ? "/>" : "><title>\(HTMLText.escaped(tip))</title></circle>"
  }

  mutating func text(_ content: String, _ x: Double, _ y: Double, _ anchor: Anchor = .start, _ style: String = "") {
    body += "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" text-anchor=\"\(anchor.rawValue)\""
    body += style.isEmpty ? ">" : " class=\"\(style)\">"
    body += HTMLText.escaped(content) + "</text>"
  }

  /// What `draw` draws opens a row's occurrences.
  mutating func link(toRow row: Int?, set: Int? = nil, label: String, _ draw: (inout SVG) -> Void) {
    guard let row else { return draw(&self) }
    body += "<a href=\"#r\(row)\" data-r=\"\(row)\"" + (set.map { " data-s=\"\($0)\"" } ?? "")
    body += " aria-label=\"\(HTMLText.escaped(label))\">"
    draw(&self)
    body += "</a>"
  }

  /// One decimal, none for whole numbers.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "0" }
    let tenths = (value * 10).rounded()
    return tenths.truncatingRemainder(dividingBy: 10) == 0
      ? String(Int(tenths / 10)) : NumberFormat.decimal(tenths / 10, 1)
  }
}
