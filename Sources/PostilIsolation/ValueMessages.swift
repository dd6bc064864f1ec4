import PostilModel

/// The kinds of values, as they are numbered.
private enum Tag: UInt8 {
  case string, number, digits, boolean, span, annotation, list, record
}

extension MessageWriter {
  mutating func span(_ span: Span) {
    number(span.start)
    number(span.count)
  }

  mutating func features(_ features: Features) {
    list(features) {
      $0.name($1.name)
      $0.value($1.value)
    }
  }

  private mutating func value(_ value: FeatureValue) {
    switch value {
    case .string(let text): tagged(.string) { $0.name(text) }
    case .number(let number): tagged(.number) { $0.number(Int(bitPattern: UInt(number.bitPattern.byteSwapped))) }
    case .digits(let text): tagged(.digits) { $0.text(text) }
    case .boolean(let flag): tagged(.boolean) { $0.flag(flag) }
    case .span(let span): tagged(.span) { $0.span(span) }
    case .annotation(let index): tagged(.annotation) { $0.number(index) }
    case .list(let values): tagged(.list) { $0.list(values) { $0.value($1) } }
    case .record(let fields): tagged(.record) { $0.features(fields) }
    }
  }

  private mutating func tagged(_ tag: Tag, _ write: (inout Self) -> Void) {
    number(Int(tag.rawValue))
    write(&self)
  }
}

extension MessageReader {
  /// Values that are nested deeper are none of the program's: JSON is read to fewer levels.
  private static let mostLevels = 600

  /// - Parameter mayBeEmpty: Whether it may cover nothing, as that of a feature may.
  mutating func span(mayBeEmpty: Bool = true) throws(MessageError) -> Span {
    let (start, count) = (try number(), try number())
    let length = text.utf8.count
    guard start >= 0, start <= length, count >= 0, count <= length - start, mayBeEmpty || count > 0 else {
      throw .badValue
    }
    guard isBoundary(start), isBoundary(start + count) else { throw .badValue }
    return Span(start: start, end: start + count)
  }

  private func isBoundary(_ offset: Int) -> Bool {
    let bytes = text.utf8
    let place = bytes.index(bytes.startIndex, offsetBy: offset)
    return place == bytes.endIndex || !bytes[place].isContinuation
  }

  mutating func features(level: Int = 0) throws(MessageError) -> Features {
    let entries = try list { reader throws(MessageError) in
      Features.Entry(name: try reader.name(), value: try reader.value(level: level + 1))
    }
    return Features(entries)
  }

  private mutating func value(level: Int) throws(MessageError) -> FeatureValue {
    guard level <= Self.mostLevels, let tag = Tag(rawValue: try byte()) else { throw .badValue }
    switch tag {
    case .string: return .string(try name())
    case .number:
      let number = Double(bitPattern: UInt64(UInt(bitPattern: try number())).byteSwapped)
      guard number.isFinite else { throw .badValue }
      return .number(number)
    case .digits: return .digits(try digits())
    case .boolean: return .boolean(try flag())
    case .span: return .span(try span())
    case .annotation: return .annotation(try number())
    case .list: return .list(try list { reader throws(MessageError) in try reader.value(level: level + 1) })
    case .record: return .record(try features(level: level))
    }
  }

  private mutating func digits() throws(MessageError) -> String {
    let text = try string()
    guard Double(text) != nil else { throw .badValue }
    return text
  }
}
