import PostilModuleKit

/// How far the parts of a poll may lie apart, as the table `opinion` of the rules has it.
struct OpinionThresholds {
  /// The name of the table.
  static let table = "opinion"

  /// So many paragraphs may lie between the parts of one poll.
  let paragraphs: Int
  /// So many bytes may lie between the first and the last day of asking.
  let gapOfDays: Int
  /// So many bytes may lie between an organization and the word for poll.
  let gapOfPollster: Int
  /// A share in words within so many points of one in digits tells the same.
  let rounding: Double
  /// The shares of a row of a table add up to no more than this.
  let mostInRow: Double

  /// - Throws: An error that names the table, and the row that is missing, no number, or known to nobody.
  init(_ table: ModuleTable) throws {
    var reader = TableReader(table)
    paragraphs = Int(try reader.number(of: "paragraphs", orNone: 1))
    gapOfDays = Int(try reader.number(of: "gap of days", orNone: 10))
    gapOfPollster = Int(try reader.number(of: "gap of pollster", orNone: 1))
    rounding = try reader.number(of: "rounding", orNone: 0)
    mostInRow = try reader.number(of: "most in row", orNone: 100)
    try reader.finish()
  }
}
