import CPostilModule
public import PostilModel

/// What the documents of one worker share: names, and the origins that candidates of many documents have.
///
/// Used from one thread at a time. Both tables only grow, so that a number means the same as long as they live.
public final class RunTables {
  /// The names of types, rules and captures.
  public let names = NameTable()
  private let arena = Arena()
  private(set) var rows: [postil_origin] = []
  /// The shared origins by their numbers.
  public private(set) var origins: [CandidateOrigin] = []

  /// Nothing yet.
  public init() {}

  /// Adds an origin that candidates of many documents share, and returns its number.
  public func share(_ origin: CandidateOrigin) -> UInt32 {
    rows.append(arena.row(of: origin, names))
    origins.append(origin)
    return UInt32(rows.count - 1)
  }
}

extension Arena {
  /// A copy of `origin` as a row.
  func row(of origin: CandidateOrigin, _ names: NameTable) -> postil_origin {
    postil_origin(
      type: names.number(of: origin.type), rule: names.number(of: origin.rule), is_term: origin.isTerm ? 1 : 0,
      reserved: 0, features: features(origin.features))
  }
}

extension RunTables {
  /// Calls `body` with `view`, whose names and shared origins are these for as long.
  func withRows<Made>(in view: inout postil_document, _ body: (inout postil_document) -> Made) -> Made {
    rows.withUnsafeBufferPointer { origins in
      names.rows.withUnsafeBufferPointer { names in
        view.names = postil_array(names)
        view.origins = postil_array(origins)
        return body(&view)
      }
    }
  }
}
