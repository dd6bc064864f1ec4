import PostilModel

/// The polls of an HTML report, the shares as bars.
struct HTMLPolls {
  static let css = """
    .polls{background:var(--card);border:1px solid var(--line);border-radius:6px;padding:.4rem .8rem;margin:0 0 .6rem}
    .polls p{margin:.2rem 0}.share{display:grid;grid-template-columns:12rem 1fr 4rem;gap:.6rem;font-size:.88rem;align-items:center}
    .share i{display:block;block-size:.7rem;background:var(--poll);border-radius:2px;min-inline-size:2px}
    """

  private var polls: [String] = []

  /// Adds a poll by its features; `words` stand where it has no question.
  mutating func add(_ features: Features, words: String, target: String) {
    let question = features["question"]?.string ?? String(words.prefix(220))
    let title =
      "<p dir=\"auto\"><a href=\"#\(HTMLText.escaped(target))\">\(HTMLText.escaped(question))</a> "
      + "<small>\(HTMLText.escaped(features["kind"]?.string ?? ""))</small></p>"
    polls.append("<div class=\"polls\">\(title)\(Self.bars(features))\(Self.about(features))</div>")
  }

  /// The section, empty when there are no polls.
  var html: String { polls.isEmpty ? "" : "<h2>Polls <small>\(polls.count)</small></h2>\(polls.joined())" }

  /// An option with its share each; options alone where the shares are unknown.
  private static func bars(_ features: Features) -> String {
    let options = features["options"]?.list?.compactMap(\.string) ?? []
    let shares = features["shares"]?.list?.compactMap(\.number) ?? []
    return options.enumerated().map { index, option in
      let share = shares.count == options.count ? shares[index] : nil
      let bar = share.map { "<i style=\"inline-size:\(max(0, min(100, $0)).plainText)%\"></i>" } ?? ""
      return "<div class=\"share\"><span dir=\"auto\">\(HTMLText.escaped(option))</span><span>\(bar)</span>"
        + "<span>\(share.map { $0.plainText + " %" } ?? "")</span></div>"
    }.joined()
  }

  /// Who asked whom and when.
  private static func about(_ features: Features) -> String {
    let known = [
      ("pollster", "by"), ("commissionedBy", "for"), ("sampleSize", "asked"), ("marginOfError", "margin of error"),
      ("fieldStart", "from"), ("fieldEnd", "to"), ("votes", "votes"),
    ].compactMap { name, label in
      (features[name]?.string ?? features[name]?.number?.plainText).map { "\(label) \($0)" }
    }
    return known.isEmpty ? "" : "<p class=\"meta\" dir=\"auto\">\(HTMLText.escaped(known.joined(separator: " · ")))</p>"
  }
}
