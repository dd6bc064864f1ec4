extension UInt8 {
  /// A space.
  @inlinable public static var space: UInt8 { UInt8(ascii: " ") }
  /// The end of a line.
  @inlinable public static var lineFeed: UInt8 { UInt8(ascii: "\n") }
  /// What stands before the end of a line in texts of some systems.
  @inlinable public static var carriageReturn: UInt8 { UInt8(ascii: "\r") }
  /// A horizontal tab.
  @inlinable public static var tab: UInt8 { UInt8(ascii: "\t") }

  /// Whether it is a digit from 0 to 9.
  @inlinable public var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
  /// Whether it is a letter from A to Z.
  @inlinable public var isASCIICapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
  /// Whether it is a letter from a to z.
  @inlinable public var isASCIISmall: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
  /// Whether it is a letter of ASCII.
  @inlinable public var isASCIILetter: Bool { isASCIICapital || isASCIISmall }

  /// The small letter of an ASCII capital; other bytes as they are.
  @inlinable public var asciiFolded: UInt8 { isASCIICapital ? self | 0x20 : self }
}
