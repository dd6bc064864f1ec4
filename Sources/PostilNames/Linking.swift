/// How bold names are linked.
public enum Linking: String, CaseIterable, Sendable {
  /// Equal letters, and what rules, brackets and lists say; a surname where it can mean one person alone.
  case strict
  /// Also transliterations, initials, parts left out, and the person of a surname who was named last.
  case usual
  /// Also what may well be wrong: short forms of several, two offices for one.
  case bold

  /// Whether names may be linked for the reason `link`.
  public func allows(_ link: NameLink) -> Bool {
    switch link {
    case .transliteration, .initials, .middleName, .nickname, .suffix, .doubleSurname, .givenName: self != .strict
    default: true
    }
  }

  /// Whether a surname alone may mean a person for the reason `link`; half of a double one is often another's.
  public func allows(short link: NameLink) -> Bool { link == .doubleSurname ? self == .bold : allows(link) }
}
