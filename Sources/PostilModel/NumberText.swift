extension Double {
  /// The number as reports and rules write it: whole numbers up to 2^53, below which a `Double` holds all, without a fraction.
  public var plainText: String {
    self == rounded() && abs(self) <= 0x1p53 ? String(Int(self)) : String(self)
  }
}

extension Int {
  /// The number with `noun`, in the plural unless it is one: `1 document`, `3 documents`.
  public func counted(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }

  /// The number with zeros before it up to `width` digits, a minus being one of them: `7` as `07`.
  public func padded(to width: Int) -> String {
    String(self).leftPadded(to: width)
  }
}

extension String {
  /// With zeros in front, up to `width` characters.
  public func leftPadded(to width: Int) -> String { String(repeating: "0", count: max(0, width - count)) + self }
}
