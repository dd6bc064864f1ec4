import PostilDiagnostics
import PostilMatching
import PostilModel

/// The tree of a YAML file as numbers and text, in the order of the file: as it is kept from one start to the next.
private struct KeptTree {
  private(set) var numbers: [UInt32] = []
  /// The texts of all scalars.
  private(set) var text: [UInt8] = []
  private var nextNumber = 0
  private var nextByte = 0

  init(_ root: YAMLNode?) { root.map { add($0) } }

  init(from reader: inout ByteReader) throws(ByteReader.Damaged) {
    numbers = try reader.values(UInt32.self)
    text = try reader.values(UInt8.self)
  }

  private mutating func add(_ node: YAMLNode) {
    switch node {
    case .scalar(let scalar): add(scalar)
    case .sequence(let elements, let location):
      numbers += [Self.sequence, UInt32(elements.count)]
      add(location)
      for element in elements { add(element) }
    case .mapping(let entries, let location):
      numbers += [Self.mapping, UInt32(entries.count)]
      add(location)
      for entry in entries {
        add(entry.key)
        add(entry.value)
      }
    }
  }

  private mutating func add(_ scalar: YAMLScalar) {
    let text = scalar.text.utf8
    numbers += [UInt32(scalar.style.rawValue), UInt32(text.count)]
    add(scalar.location)
    add(scalar.end)
    self.text += text
  }

  private mutating func add(_ location: SourceLocation) {
    numbers += [UInt32(location.line), UInt32(location.column)]
  }

  /// What a number in place of a scalar's style says.
  private static let (sequence, mapping): (UInt32, UInt32) = (100, 101)

  /// The tree of the file that diagnostics call `name`.
  mutating func root(_ name: String) throws(ByteReader.Damaged) -> YAMLNode? {
    numbers.isEmpty ? nil : try node(name, depth: 0)
  }

  private mutating func node(_ name: String, depth: Int) throws(ByteReader.Damaged) -> YAMLNode {
    guard depth <= YAMLReader.deepest else { throw ByteReader.Damaged() }
    let kind = try number()
    let count = Int(try number())
    let place = try location(name)
    // Each is of some numbers.
    guard kind == Self.sequence || kind == Self.mapping else { return .scalar(try scalar(kind, count, place)) }
    guard count <= numbers.count - nextNumber else { throw ByteReader.Damaged() }
    if kind == Self.sequence {
      var elements: [YAMLNode] = []
      elements.reserveCapacity(count)
      for _ in 0..<count { elements.append(try node(name, depth: depth + 1)) }
      return .sequence(elements, place)
    }
    var entries: [YAMLEntry] = []
    entries.reserveCapacity(count)
    for _ in 0..<count {
      let key = try scalar(try number(), Int(try number()), try location(name))
      entries.append(YAMLEntry(key: key, value: try node(name, depth: depth + 1)))
    }
    return .mapping(entries, place)
  }

  private mutating func scalar(
    _ style: UInt32, _ count: Int, _ place: SourceLocation
  ) throws(ByteReader.Damaged) -> YAMLScalar {
    guard let style = YAMLScalar.Style(rawValue: Int(style)), count <= text.count - nextByte else {
      throw ByteReader.Damaged()
    }
    let own = String(decoding: text[nextByte..<(nextByte + count)], as: UTF8.self)
    nextByte += count
    return YAMLScalar(text: own, location: place, end: try location(place.file), style: style)
  }

  private mutating func location(_ name: String) throws(ByteReader.Damaged) -> SourceLocation {
    SourceLocation(file: name, line: Int(try number()), column: Int(try number()))
  }

  private mutating func number() throws(ByteReader.Damaged) -> UInt32 {
    guard nextNumber < numbers.count else { throw ByteReader.Damaged() }
    defer { nextNumber += 1 }
    return numbers[nextNumber]
  }
}

extension RuleCache {
  /// What ``YAMLReader/read(_:)`` gives of `source`, or gave at an earlier start.
  ///
  /// - Throws: A ``Diagnostic`` at the place of the first fault.
  func tree(of source: SourceFile) throws(Diagnostic) -> YAMLNode? {
    try finding(.file, of: ContentDigest(of: source.bytes)) { reader throws(ByteReader.Damaged) in
      var kept = try KeptTree(from: &reader)
      return try kept.root(source.name)
    } write: { root, bytes in
      let kept = KeptTree(root)
      bytes.append(values: kept.numbers)
      bytes.append(values: kept.text)
    } make: { () throws(Diagnostic) in
      try YAMLReader.read(source)
    }
  }
}
