import PostilReports

/// The polls of all sets side by side, their shares as bars.
struct PollBars {
  private static let most = 10

  let comparison: Comparison
  let rows: [NumberedRow]

  var html: String? {
    guard !comparison.polls.isEmpty else { return nil }
    let columns = comparison.groups.indices.map { set in
      let all = comparison.polls.filter { $0.place.group == set }
      let places = Dictionary(grouping: all, by: \.poll)
      var seen: Set<PollSummary> = []
      let polls = all.filter { seen.insert($0.poll).inserted }
      let name = HTMLText.escaped(comparison.groups[set].name)
      let more =
        polls.count > Self.most ? "<p class=\"soft\">and \(polls.count - Self.most) more in the table of polls</p>" : ""
      return "<div><h4 class=\"\(ChartColor.set(set)) key\">\(name) <small>\(all.count)</small></h4>"
        + ordered(polls).prefix(Self.most).map { card($0, in: places[$0.poll]?.count ?? 1) }.joined() + more + "</div>"
    }
    return "<div class=\"polls\">\(columns.joined())</div>"
  }

  /// Polls with shares first.
  private func ordered(_ polls: [Comparison.PollPlace]) -> [Comparison.PollPlace] {
    polls.filter { !$0.poll.shares.isEmpty } + polls.filter { $0.poll.shares.isEmpty }
  }

  private func card(_ place: Comparison.PollPlace, in count: Int) -> String {
    let others = count > 1 ? " and \(count - 1) more" : ""
    let poll = place.poll
    let row = rows.first { $0.row.facet == .poll && $0.row.name == poll.question }
    let question = HTMLText.escaped(poll.question.count > 180 ? poll.question.prefix(179) + "…" : poll.question)
    let title = row.map {
      "<a href=\"#r\($0.number)\" data-r=\"\($0.number)\" data-s=\"\(place.place.group)\">\(question)</a>"
    }
    let kind = poll.kind.isEmpty ? "" : " <small>\(HTMLText.escaped(poll.kind))</small>"
    return
      "<section><p>\(title ?? question)\(kind)</p>\(answers(poll))<p class=\"soft\">\(HTMLText.escaped(place.place.key.id))\(others)</p></section>"
  }

  private func answers(_ poll: PollSummary) -> String {
    let count = max(poll.options.count, poll.shares.count)
    guard count > 0 else { return "" }
    return "<ul>"
      + (0..<count).map { index in
        let option = index < poll.options.count ? poll.options[index] : ""
        guard index < poll.shares.count else { return "<li>\(HTMLText.escaped(option))</li>" }
        let share = min(100, max(0, poll.shares[index]))
        return
          "<li>\(HTMLText.escaped(option)) <b>\(SVG.number(poll.shares[index])) %</b><i style=\"width:\(SVG.number(share))%\"></i></li>"
      }.joined() + "</ul>"
  }
}
