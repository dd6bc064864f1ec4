extension Double {
  /// The number as reports and rules write it: whole numbers below 10^15 without a fraction.
  public var plainText: String {
    self == rounded() && abs(self) < 1e15 ? String(Int(self)) : String(self)
  }
}
