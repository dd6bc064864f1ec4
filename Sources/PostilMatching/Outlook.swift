/// What can stand on one side of a place in a text, character by character, the nearest first.
struct Outlook: Equatable, Sendable {
  /// How many characters are told.
  static let reach = 8
  /// Inline, since thousands are made of one pattern.
  private(set) var sets: InlineArray<8, ByteSet>

  init(sets: InlineArray<8, ByteSet>) { self.sets = sets }

  /// Anything.
  static let open = Outlook(sets: InlineArray(repeating: .anything))

  /// What can stand next.
  var nearest: ByteSet { sets[0] }

  /// What can stand where either does.
  func union(_ other: Outlook) -> Outlook { Outlook(sets: InlineArray { sets[$0].union(other.sets[$0]) }) }

  /// What can stand where both do.
  func intersection(_ other: Outlook) -> Outlook {
    Outlook(sets: InlineArray { sets[$0].intersection(other.sets[$0]) })
  }

  /// The same, if what stands next belongs to `set`.
  func beginning(in set: ByteSet) -> Outlook {
    var outlook = self
    outlook.sets[0] = sets[0].intersection(set)
    return outlook
  }

  /// The sets up to the last one that leaves anything out.
  var telling: [ByteSet] {
    let count = (sets.indices.last { sets[$0] != .anything } ?? -1) + 1
    return (0..<count).map { sets[$0] }
  }

  static func == (left: Outlook, right: Outlook) -> Bool {
    left.sets.indices.allSatisfy { left.sets[$0] == right.sets[$0] }
  }
}

extension PatternPart {
  /// What can stand on `side` of the place where the part begins, if seen from there.
  ///
  /// - Parameters:
  ///   - rest: What can stand behind the part, seen the same way.
  ///   - near: What can stand next on the other side.
  func outlook(_ side: Side, then rest: Outlook, from near: @autoclosure () -> ByteSet) -> Outlook {
    if let shape = shape(side) { return shape.seen(before: rest) }
    switch self {
    case .sequence(let group): return Self.outlook(of: group.parts[...], side, then: rest, from: near())
    case .branches(let group):
      // Each branch may ask what stands beside them.
      lazy var beside = near()
      var seen: Outlook?
      for branch in group.parts {
        let own = branch.outlook(side, then: rest, from: beside)
        seen = seen?.union(own) ?? own
      }
      return seen ?? rest
    case .repeated(let part, let least, let most):
      return Self.outlook(of: part, least: least, most: most, side, then: rest, from: near())
    case .look(let direction, let part, let isNegated):
      guard direction == side else { return rest }
      if isNegated { return rest.beginning(in: ByteSet.anything.subtracting(part.surely)) }
      return rest.intersection(part.outlook(side, then: .open, from: near()))
    case .boundary(let isNegated): return rest.beginning(in: near().neighbors(acrossBoundary: !isNegated))
    case .beside(let direction, let set): return direction == side ? rest.beginning(in: set) : rest
    case .text, .character, .anything, .nothing: return rest  // They have shapes.
    }
  }

  /// The same of several parts.
  static func outlook(
    of parts: ArraySlice<PatternPart>, _ side: Side, then rest: Outlook, from near: @autoclosure () -> ByteSet
  ) -> Outlook {
    // Parts behind the farthest character told do not show.
    var shown = 0
    var length = 0
    while shown < parts.count, length < Outlook.reach {
      length += parts[side == .ahead ? parts.startIndex + shown : parts.endIndex - 1 - shown].shortest
      shown += 1
    }
    var seen = length < Outlook.reach ? rest : .open
    while shown > 0 {
      shown -= 1
      let index = side == .ahead ? parts.startIndex + shown : parts.endIndex - 1 - shown
      let nearer = side == .ahead ? parts[..<index] : parts[(index + 1)...]
      seen = parts[index].outlook(side, then: seen, from: Self.last(of: nearer, side, before: near()))
    }
    return seen
  }

  /// What can stand last in parts seen from their beginning, or before them where they can be empty.
  static func last(
    of parts: ArraySlice<PatternPart>, _ side: Side, before near: @autoclosure () -> ByteSet
  ) -> ByteSet {
    guard !parts.isEmpty else { return near() }
    return outlook(of: parts, side.opposite, then: Outlook.open.beginning(in: near()), from: .anything).nearest
  }

  private static func outlook(
    of part: PatternPart, least: Int, most: Int?, _ side: Side, then rest: Outlook,
    from near: @autoclosure () -> ByteSet
  ) -> Outlook {
    if most == 1 {
      let once = part.outlook(side, then: rest, from: near())
      return least == 1 ? once : once.union(rest)
    }
    var seen = rest
    var more = most.map { $0 - least } ?? .max
    while more > 0 {
      let longer = rest.union(part.outlook(side, then: seen, from: .anything))
      if longer == seen { break }
      seen = longer
      more -= 1
    }
    // What stands behind the farthest character told does not show.
    for _ in 0..<min(least, Outlook.reach + 1) { seen = part.outlook(side, then: seen, from: .anything) }
    return seen
  }

  /// What can stand on the other side of the place where the part begins, by the assertions with which it begins.
  ///
  /// - Parameter next: What can stand where the part has ended.
  func outlookBack(_ side: Side, next: @autoclosure () -> ByteSet) -> Outlook {
    switch self {
    case .look, .boundary, .beside: return outlook(side.opposite, then: .open, from: next())
    case .branches(let group):
      let all = group.parts.map { $0.outlookBack(side, next: next()) }
      return all.dropFirst().reduce(all.first ?? .open) { $0.union($1) }
    case .repeated(let part, let least, _): return least > 0 ? part.outlookBack(side, next: .anything) : .open
    case .sequence(let group):
      let parts = group.parts
      var seen = Outlook.open
      for index in side == .ahead ? Array(parts.indices) : Array(parts.indices.reversed()) {
        let after = side == .ahead ? parts[(index + 1)...] : parts[..<index]
        let behind = parts[index].outlookBack(
          side,
          next: Self.outlook(of: after, side, then: Outlook.open.beginning(in: next()), from: .anything).nearest)
        seen = seen.intersection(behind)
        if !parts[index].isEmpty { break }
      }
      return seen
    case .text, .character, .anything, .nothing: return .open
    }
  }

  /// The characters of a text, from one side.
  static func sets(of bytes: [UInt8], isCaseless: Bool, _ side: Side) -> [ByteSet] {
    var sets: [ByteSet] = []
    sets.reserveCapacity(min(bytes.count, Outlook.reach))
    var place = side == .ahead ? 0 : bytes.count - 1
    while bytes.indices.contains(place), sets.count < Outlook.reach {
      if !bytes[place].isContinuation { sets.append(ByteSet(characterFrom: bytes[place], isCaseless: isCaseless)) }
      place += side == .ahead ? 1 : -1
    }
    return sets
  }
}
