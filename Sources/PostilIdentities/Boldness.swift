import PostilNames

/// What a level of linking lets through across documents, where nothing but the names is the same.
struct Boldness {
  private let linking: Linking

  init(_ linking: Linking) { self.linking = linking }

  /// How many times as many documents a full name needs as all others, to take a short form; nil when it must be
  /// the only one.
  var dominance: Int? {
    switch linking {
    case .strict: nil
    case .usual: 4
    case .bold: 2
    }
  }

  /// Whether a full name that may be short for several may mean the dominant one.
  var takesDominant: Bool { linking == .bold }

  /// Whether the documents of a name and of whom it may mean must have something in common.
  var needsCompany: Bool { linking != .bold }

  /// How many documents must call a person by the first part alone.
  var witnesses: Int { linking == .bold ? 1 : 2 }

  /// Whether full names of different documents may be linked for the reason `link`.
  func allows(_ link: NameLink) -> Bool {
    switch link {
    case .doubleSurname: linking == .bold
    default: linking.allows(link)
    }
  }

  /// Whether a short form may mean the person of another document for the reason `link`.
  func allows(short link: NameLink) -> Bool {
    switch link {
    case .transliteration: linking == .bold
    default: allows(link)
    }
  }
}
