import PostilNames
import Testing

/// Which spellings may be one person's name.
@Suite struct PersonNameTests {
  struct Case: CustomTestStringConvertible {
    let left: String
    let right: String
    let isSame: Bool
    var testDescription: String { "\(left) / \(right)" }
  }

  static let cases = [
    Case(left: "Tarvik Elboo’ Al-Qorvani", right: "Tarvik Elbo al-Qorvani", isSame: true),
    Case(left: "Tarvik E. Al-Qorvani", right: "Tarvik Elbo Al-Qorvani", isSame: true),
    Case(left: "Abd al-Rahman Qorvani", right: "Abdulrahman al-Qorvani", isSame: true),
    Case(left: "Qorvani, Tarvik", right: "Tarvik Qorvani", isSame: true),
    Case(left: "Hassan Qorvani", right: "Hussein Qorvani", isSame: false),
    Case(left: "Karim Qorvani", right: "Karima Qorvani", isSame: false),
    Case(left: "Orin Valdt Jr.", right: "Orin Valdt", isSame: false),
    Case(left: "Jean-Luc Marchand", right: "Jean Luc Marchand", isSame: true),
    Case(left: "Jean-Luc Marchand", right: "Jean Marchand", isSame: false),
  ]

  @Test(arguments: cases)
  func agrees(_ c: Case) {
    #expect(PersonName(c.left).agrees(with: PersonName(c.right)) == c.isSame)
    #expect(PersonName(c.right).agrees(with: PersonName(c.left)) == c.isSame)
  }

  @Test func `a surname with its article is a short form`() {
    #expect(PersonName("al-Qorvani").isShortForm(of: PersonName("Tarvik Elbo Al-Qorvani")))
    #expect(!PersonName("Tarvik").isShortForm(of: PersonName("Tarvik Elbo Al-Qorvani")))
  }
}
