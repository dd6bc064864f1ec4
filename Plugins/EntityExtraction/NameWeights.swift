import PostilModuleKit

/// What the table `weights` of the rules tells; where no rules give it, no context votes and no line is a heading.
struct NameWeights: Sendable {
  /// The name of the table.
  static let table = "weights"

  /// What a place counts when the places of the same words vote for a kind.
  struct Votes: Sendable {
    fileprivate let sure: Double
    fileprivate let likely: Double
    fileprivate let supposed: Double

    func weight(of certainty: Certainty) -> Double {
      switch certainty {
      case .sure: sure
      case .likely: likely
      case .supposed: supposed
      }
    }
  }

  /// When a line is a heading, whose capitals say nothing.
  struct Heading: Sendable {
    /// The fewest words.
    fileprivate let words: Double
    /// It has a smaller share of words that begin with a small letter.
    fileprivate let small: Double
    /// With two commas or more it has at most so many of them a word; with more it is a list of names.
    fileprivate let commas: Double

    func isHeading(words: Int, small: Int, commas: Int) -> Bool {
      let count = Double(words)
      return count >= self.words && Double(small) < self.small * count
        && !(commas > 1 && Double(commas) > self.commas * count)
    }
  }

  let votes: Votes
  let heading: Heading
  /// From how many bytes on a line without an end of a sentence is wrapped.
  let wrappedLine: Double
  /// A place of a list with fewer people may be meant as a person who has its name.
  let townPopulation: Double

  /// - Throws: An error that names the table, and the row that is missing, no number, or known to nobody.
  init(_ table: ModuleTable) throws {
    var reader = TableReader(table)
    votes = Votes(
      sure: try reader.number(of: "vote sure", orNone: 0), likely: try reader.number(of: "vote likely", orNone: 0),
      supposed: try reader.number(of: "vote supposed", orNone: 0))
    heading = Heading(
      words: try reader.number(of: "heading words", orNone: .infinity),
      small: try reader.number(of: "heading small", orNone: 0),
      commas: try reader.number(of: "heading commas", orNone: 0))
    wrappedLine = try reader.number(of: "wrapped line", orNone: .infinity)
    townPopulation = try reader.number(of: "town population", orNone: 0)
    try reader.finish()
  }
}
