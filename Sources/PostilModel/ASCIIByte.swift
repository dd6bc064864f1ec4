extension UInt8 {
  /// The small letter of an ASCII capital; other bytes as they are.
  @inlinable public var asciiFolded: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
