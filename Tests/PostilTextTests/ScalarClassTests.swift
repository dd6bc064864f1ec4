import Testing

@testable import PostilText

@Suite struct ScalarClassTests {
  @Test func `characters of ASCII are of the kinds that Unicode gives them`() {
    for value in UInt8(0)..<0x80 {
      let scalar = Unicode.Scalar(value)
      let properties = scalar.properties
      #expect(scalar.isLetter == properties.isAlphabetic)
      #expect(scalar.isNumeral == (properties.numericType != nil))
      #expect(scalar.isSpace == properties.isWhitespace)
      #expect(scalar.isSmall == properties.isLowercase)
      #expect(scalar.isCapital == properties.isUppercase)
      #expect(scalar.isPunctuation == Self.isPunctuation(properties.generalCategory))
    }
  }

  private static func isPunctuation(_ category: Unicode.GeneralCategory) -> Bool {
    [
      .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation, .finalPunctuation,
      .connectorPunctuation, .otherPunctuation,
    ].contains(category)
  }
}
