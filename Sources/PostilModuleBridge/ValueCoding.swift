public import CPostilModule
public import PostilModel

/// Values of features on their way through the interface: the one place, beside the header, that a kind of values adds to here.
extension Arena {
  /// A copy of `value`.
  public func value(_ value: FeatureValue) -> postil_value { self.value(value, level: 0) }

  private func value(_ value: FeatureValue, level: Int) -> postil_value {
    var result = postil_value()
    guard level < mostLevels else { return result }
    switch value {
    case .string(let text):
      result.kind = UInt32(POSTIL_STRING)
      result.string = bytes(text)
    case .number(let number):
      result.kind = UInt32(POSTIL_NUMBER)
      result.number = number
    case .digits(let text):
      result.kind = UInt32(POSTIL_NUMBER)
      result.number = Double(text).flatMap { $0.isFinite ? $0 : nil } ?? 0
    case .boolean(let flag):
      result.kind = UInt32(POSTIL_BOOLEAN)
      result.number = flag ? 1 : 0
    case .span(let span):
      result.kind = UInt32(POSTIL_SPAN)
      result.span = postil_span(span)
    case .annotation(let index):
      result.kind = UInt32(POSTIL_ANNOTATION)
      result.annotation = UInt32(index)
    case .list(let items):
      result.kind = UInt32(POSTIL_LIST)
      result.items = array(items.lazy.map { self.value($0, level: level + 1) })
    case .record(let fields):
      result.kind = UInt32(POSTIL_RECORD)
      result.items = features(fields, level: level + 1)
    }
    return result
  }

  /// A copy of `features`.
  public func features(_ features: Features) -> postil_array { self.features(features, level: 0) }

  private func features(_ features: Features, level: Int) -> postil_array {
    array(features.lazy.map { postil_feature(name: self.bytes($0.name), value: self.value($0.value, level: level)) })
  }
}

extension postil_array {
  /// The elements as features.
  public func features() throws(BridgeError) -> Features { try features(depth: 0) }

  fileprivate func features(depth: Int) throws(BridgeError) -> Features {
    let rows = RowTable(self, zero: postil_feature())
    guard !rows.isEmpty else { return [:] }
    var entries: [Features.Entry] = []
    entries.reserveCapacity(rows.count)
    for feature in rows {
      guard let value = try feature.value.featureValue(depth: depth) else { continue }
      entries.append(Features.Entry(name: try feature.name.text(), value: value))
    }
    return Features(entries)
  }
}

extension postil_value {
  /// The same value as one of ours; nil for null.
  public func featureValue() throws(BridgeError) -> FeatureValue? { try featureValue(depth: 0) }

  fileprivate func featureValue(depth: Int) throws(BridgeError) -> FeatureValue? {
    if Int(kind) == Int(POSTIL_NULL) { return nil }
    guard depth < Arena.mostLevels else { throw .nestedTooDeeply }
    switch Int(kind) {
    case Int(POSTIL_STRING): return .string(try string.text())
    case Int(POSTIL_NUMBER): return .number(number)
    case Int(POSTIL_BOOLEAN): return .boolean(number != 0)
    case Int(POSTIL_SPAN): return .span(try span.span())
    case Int(POSTIL_ANNOTATION): return .annotation(Int(annotation))
    case Int(POSTIL_LIST):
      let rows = RowTable(items, zero: postil_value())
      var values: [FeatureValue] = []
      values.reserveCapacity(rows.count)
      for item in rows {
        if let value = try item.featureValue(depth: depth + 1) { values.append(value) }
      }
      return .list(values)
    case Int(POSTIL_RECORD): return .record(try items.features(depth: depth + 1))
    default: throw .unknownKind(kind)
    }
  }
}
