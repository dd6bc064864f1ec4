import PostilModel

/// Finds the function words of many languages in a text, each with one look-up.
///
/// They are found in small letters, and all in capitals unless they could be one of the codes that tables are full of: `Los Angeles`,
/// `Die Welt`, `DE` and `IT` are no function words.
struct FunctionWordIndex: Sendable {
  /// What a text has of one language's function words.
  struct Evidence {
    /// How many of its words are such.
    var words = 0
    /// How many different ones.
    var terms = 0
  }

  /// The numbers of terms by the hashes of their forms.
  private let numbers: [UInt64: Int]
  /// For each term the languages that have it.
  private let languages: [[Int]]
  private let languageCount: Int
  /// The bytes of the longest form.
  private let longest: Int

  /// - Parameter words: For each language its function words, in small letters, with `'` for apostrophes.
  init(_ words: [[String]]) {
    var terms: [String: Int] = [:]
    var languages: [[Int]] = []
    for (language, words) in words.enumerated() {
      for word in words {
        let number = terms[word] ?? languages.count
        terms[word] = number
        if number == languages.count { languages.append([]) }
        if languages[number].last != language { languages[number].append(language) }
      }
    }
    var numbers: [UInt64: Int] = [:]
    var longest = 0
    for (word, number) in terms {
      let isLikeCode = word.utf8.count <= 2 && word.utf8.allSatisfy(\.isASCIISmall)
      for form in isLikeCode ? [word] : [word, word.uppercased()] {
        let bytes = Array(form.utf8)
        numbers[Self.hash(bytes[...])] = number
        longest = max(longest, bytes.count)
      }
    }
    self.numbers = numbers
    self.languages = languages
    self.longest = longest
    languageCount = words.count
  }

  /// What `text` has of each language, and how many words it has.
  func evidence(in text: TextBytes, _ tokens: [Token]) -> (languages: [Evidence], words: Int) {
    var counts = [Int](repeating: 0, count: languages.count)
    var words = 0
    for token in tokens where token.kind == .word {
      words += 1
      // A curly apostrophe has two bytes more than a straight one.
      guard token.span.count <= longest + 2 else { continue }
      if let number = numbers[Self.hash(text.bytes[token.span.start..<token.span.end])] { counts[number] += 1 }
    }
    var found = [Evidence](repeating: Evidence(), count: languageCount)
    for (number, count) in counts.enumerated() where count > 0 {
      for language in languages[number] {
        found[language].words += count
        found[language].terms += 1
      }
    }
    return (found, words)
  }

  /// The hash of a form, where `’` is `'`.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash = FNV1a()
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      let isCurly = bytes[offset] == 0xE2 && bytes[offset...].starts(with: [0xE2, 0x80, 0x99])
      hash.add(isCurly ? UInt8(ascii: "'") : bytes[offset])
      offset += isCurly ? 3 : 1
    }
    return hash.value
  }
}
