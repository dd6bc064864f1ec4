import PostilModuleKit
import PostilNames

/// A text that names are written with.
///
/// What is worked out from the letters alone is worked out once, when first asked for. A class, since the names of many
/// documents share it.
final class Spelling {
  let text: String
  /// Equal for texts that are equal, though their bytes may differ: `é` in one code point or in two.
  let number: Int
  let isASCII: Bool

  init(_ text: String, number: Int, isASCII: Bool) {
    self.text = text
    self.number = number
    self.isASCII = isASCII
  }

  /// How many characters it has.
  var count: Int { isASCII && isClean ? text.utf8.count : text.count }

  /// Whether no invisible characters stand in it.
  private(set) lazy var isClean = NameText.clean(text).utf8.elementsEqual(text.utf8)
  private(set) lazy var beginsWithCapital = text.first?.isUppercase ?? false
  /// Whether it has several words.
  private(set) lazy var hasSpace = text.utf8.contains(.space)
  /// Whether no letter is small and at least two are there.
  private(set) lazy var isAllCapitals = NameText.isAllCapitals(text)
  /// Whether no letter is a capital.
  private(set) lazy var isAllSmall = text == text.lowercased()
  /// The folded text with hyphens.
  private(set) lazy var identifier = NameText.identifier(folded: folded)
  /// The text by which spellings are compared.
  private(set) lazy var folded = NameText.fold(text)
  /// The same for bodies.
  private(set) lazy var bodyKey = BodyName.key(text)
}
