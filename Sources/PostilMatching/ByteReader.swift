/// Reads values from bytes that may be damaged.
package struct ByteReader {
  /// The bytes end too early, or say what cannot be.
  package struct Damaged: Error {
    package init() {}
  }

  private let bytes: UnsafeRawBufferPointer
  /// How many bytes were read.
  private(set) var offset: Int

  /// - Parameter bytes: They must outlive the reader.
  init(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  var isAtEnd: Bool { offset >= bytes.count }

  /// The next value, as ``Swift/Array/append(value:)`` wrote it.
  ///
  /// - Parameter type: A type for which all bits are right, such as a number.
  mutating func value<Value: BitwiseCopyable>(_ type: Value.Type) throws(Damaged) -> Value {
    let start = try skip(MemoryLayout<Value>.size)
    return bytes.loadUnaligned(fromByteOffset: start, as: type)
  }

  /// The next `count` bytes.
  mutating func bytes(_ count: Int) throws(Damaged) -> [UInt8] {
    let start = try skip(count)
    return Array(bytes[start..<(start + count)])
  }

  /// The next values, as ``Swift/Array/append(values:)`` wrote them.
  ///
  /// - Parameter type: A type for which all bits are right.
  package mutating func values<Value: BitwiseCopyable>(_ type: Value.Type) throws(Damaged) -> [Value] {
    let count = Int(try value(UInt32.self))
    let start = try skip(count * MemoryLayout<Value>.stride)
    return [Value](unsafeUninitializedCapacity: count) { values, made in
      UnsafeMutableRawBufferPointer(values).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[start..<offset]))
      made = count
    }
  }

  /// Passes over `count` bytes.
  ///
  /// - Returns: Where they begin.
  @discardableResult
  mutating func skip(_ count: Int) throws(Damaged) -> Int {
    guard count >= 0, count <= bytes.count - offset else { throw Damaged() }
    defer { offset += count }
    return offset
  }
}

extension [UInt8] {
  /// Adds a value as it lies in memory.
  mutating func append<Value: BitwiseCopyable>(value: Value) {
    Swift.withUnsafeBytes(of: value) { append(contentsOf: $0.prefix(MemoryLayout<Value>.size)) }
  }

  /// Adds values as they lie in memory, with their number.
  package mutating func append<Value: BitwiseCopyable>(values: [Value]) {
    append(value: UInt32(values.count))
    values.withUnsafeBytes { append(contentsOf: $0) }
  }
}
