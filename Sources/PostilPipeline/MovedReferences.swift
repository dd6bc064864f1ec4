import PostilModel

extension Features {
  /// The same with references to annotations changed; those that lead nowhere are left out.
  func moved(_ move: (Int) -> Int?) -> Features {
    Features(compactMap { entry in entry.value.moved(move).map { Features.Entry(name: entry.name, value: $0) } })
  }
}

extension FeatureValue {
  /// The same with references changed; nil for one that leads nowhere.
  func moved(_ move: (Int) -> Int?) -> FeatureValue? {
    switch self {
    case .annotation(let index): move(index).map { .annotation($0) }
    case .list(let values): .list(values.compactMap { $0.moved(move) })
    case .record(let fields): .record(fields.moved(move))
    default: self
    }
  }
}
