import PostilModuleKit

/// What the columns of a table of polls hold, by its heading row.
struct TableColumns {
  /// What a column holds.
  enum Kind: Equatable {
    case pollster, date, sample, margin, question, client, mode, whole, other
    case option(String)

    init(_ word: String) {
      switch word {
      case "pollster": self = .pollster
      case "date": self = .date
      case "sample": self = .sample
      case "margin": self = .margin
      case "question": self = .question
      case "client": self = .client
      case "mode": self = .mode
      case "whole": self = .whole
      default: self = .other
      }
    }
  }

  let kinds: [Kind]
  /// The headings that say what their columns hold.
  let candidates: [Int]

  /// - Parameter headings: All of the document, by place.
  init(_ heading: TableRow, _ headings: [Int], of document: DocumentView) {
    let first = headings.partitioningIndex { document.candidates[$0].span.start >= heading.line.start }
    let inside = headings[first...].prefix { document.candidates[$0].span.start < heading.line.end }
      .filter { heading.line.contains(document.candidates[$0].span) }
    candidates = inside
    kinds = heading.cells.map { cell in
      let known = inside.first { cell.contains(document.candidates[$0].span) }
      let word = known.flatMap { document.candidates[$0].features["holds"]?.string }
      return word.map(Kind.init) ?? .option(document.text(cell))
    }
  }

  /// Whether rows under it can be polls: they tell who asked, when, or what, and have two answers or one beside a question.
  var isOfPolls: Bool {
    let options = kinds.count { if case .option(let words) = $0 { !words.isEmpty } else { false } }
    return options >= 1 && (kinds.contains(.pollster) || kinds.contains(.date) || kinds.contains(.question))
  }
}
