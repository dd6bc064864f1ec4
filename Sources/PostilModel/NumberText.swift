extension Double {
  /// The number as reports and rules write it: whole numbers up to 2^53, below which a `Double` holds all, without a fraction.
  public var plainText: String {
    self == rounded() && abs(self) <= 0x1p53 ? String(Int(self)) : String(self)
  }
}

extension Int {
  /// The number with `noun`, in the plural unless it is one: `1 document`, `3 documents`.
  public func counted(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}
