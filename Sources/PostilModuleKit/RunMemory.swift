import CPostilModule
import PostilModel
import PostilModuleBridge

/// What an instance has taken over of the tables that all its documents share, each row once.
final class RunMemory {
  /// The names by their numbers.
  private(set) var names: [String] = []
  private var numbers: [String: UInt32] = [:]
  /// The shared origins by their numbers, as far as they were asked for.
  private var origins: [CandidateOrigin?] = []

  /// Takes over what has been added since the document before.
  func update(from raw: postil_document) throws {
    let rows = RowTable(raw.names, zero: postil_bytes())
    for number in names.count..<max(names.count, rows.count) {
      let name = try rows[number].text()
      numbers[name] = UInt32(number)
      names.append(name)
    }
    while origins.count < Int(raw.origins.count) { origins.append(nil) }
  }

  /// The number of `name`; nil when no document has had it.
  func number(of name: String) -> UInt32? { numbers[name] }

  /// The shared origin of a number.
  func origin(_ number: Int, in rows: RowTable<postil_origin>) -> CandidateOrigin {
    if let known = origins[number] { return known }
    // Numbers of memos begin at 1; 0 stands for an origin of one candidate alone.
    let made = origin(rows[number], number: number + 1)
    origins[number] = made
    return made
  }

  /// The origin of a row; a feature that cannot be read is left out, as the host writes none.
  func origin(_ row: postil_origin, number: Int) -> CandidateOrigin {
    CandidateOrigin(
      type: names[Int(row.type)], rule: names[Int(row.rule)], features: (try? row.features.features()) ?? [:],
      isTerm: row.is_term != 0, number: number)
  }
}
