import CPostilModule

/// The names of a run's types, rules and captures, each with a number by which rows tell it.
///
/// It only grows, so a number means the same name as long as the table lives.
public final class NameTable {
  private let arena = Arena()
  private var numbers: [String: UInt32] = [:]
  private(set) var rows: [postil_bytes] = []
  /// The names by their numbers.
  public private(set) var names: [String] = []

  /// No names yet.
  public init() {}

  /// The number of `name`, which is added if it is new.
  public func number(of name: String) -> UInt32 {
    if let known = numbers[name] { return known }
    let made = UInt32(rows.count)
    numbers[name] = made
    rows.append(arena.bytes(name))
    names.append(name)
    return made
  }
}
