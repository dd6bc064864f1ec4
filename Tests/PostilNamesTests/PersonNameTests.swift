import PostilNames
import Testing

/// Which spellings may be one person's name, and why.
@Suite struct PersonNameTests {
  struct Case: CustomTestStringConvertible {
    let left: String
    let right: String
    let link: NameLink?
    var testDescription: String { "\(left) / \(right)" }

    init(_ left: String, _ right: String, _ link: NameLink?) {
      self.left = left
      self.right = right
      self.link = link
    }
  }

  static let full = [
    Case("Tarvik Elboo’ Al-Qorvani", "Tarvik Elbo al-Qorvani", .transliteration),
    Case("Tarvik E. Al-Qorvani", "Tarvik Elbo Al-Qorvani", .middleName),
    Case("Abd al-Rahman Qorvani", "Abdulrahman al-Qorvani", .sameName),
    Case("Qorvani, Tarvik", "Tarvik Qorvani", .sameName),
    Case("Qorvani Tarvik", "Tarvik Qorvani", .sameName),
    Case("Hassan Qorvani", "Hussein Qorvani", nil),
    Case("Karim Qorvani", "Karima Qorvani", nil),
    Case("Orin Valdt Jr.", "Orin Valdt", nil),
    Case("Orin Valdt Jr.", "Orin Valdt, Jr.", .sameName),
    Case("Jean-Luc Marchand", "Jean Luc Marchand", .sameName),
    Case("Jean-Luc Marchand", "Jean Marchand", nil),
    Case("J. Varnell", "Jonas Varnell", .initials),
    Case("J.P. Varnell", "Jonas Peter Varnell", .initials),
    Case("JP Varnell", "Jonas P. Varnell", .initials),
    Case("J. P. Varnell", "J. R. Varnell", nil),
    Case("J. Varnell", "Jonas Warnell", nil),
    Case("Jonas M. P. Varnell", "Jonas P. Varnell", nil),
    Case("M. Thomas Varnell", "Mark Varnell", nil),
    Case("M. Thomas Varnell", "Mark Thomas Varnell", .initials),
    Case("Kim Song", "Kim Il Sung", nil),
    Case("Hassan Karimi", "Hassan Karami", nil),
    Case("Marin Holt", "Marian Holt", nil),
    Case("Maria Delgar Ruiven", "Maria Delgar", .doubleSurname),
    Case("Rosa Delgar-Ruiven", "Rosa Delgar", .doubleSurname),
    Case("Rosa Delgar-Ruiven", "Rosa Ruiven", .doubleSurname),
    Case("Rosa Delgar-Ruiven", "Ana Ruiven", nil),
    Case("Joost van der Lomm", "Joost Vanderlomm", .sameName),
  ]

  @Test(arguments: full)
  func `full names agree part by part`(_ c: Case) {
    #expect(PersonName(c.left).link(with: PersonName(c.right)) == c.link)
    #expect(PersonName(c.right).link(with: PersonName(c.left)) == c.link)
  }

  static let short = [
    Case("al-Qorvani", "Tarvik Elbo Al-Qorvani", .surname),
    Case("Tarvik", "Tarvik Elbo Al-Qorvani", nil),
    Case("Ghorvani", "Tarvik Elbo Al-Qorvani", .transliteration),
    Case("Hodarov", "Nadia Khodarov", .transliteration),
    Case("Ruiven", "Rosa Delgar-Ruiven", .doubleSurname),
    Case("Peln Nervo", "Tomas Peln Nervo", .surname),
    Case("Osk Jr.", "Bran Osk Jr.", .surname),
    Case("Osk Jr.", "Bran Osk", nil),
    Case("Osk Sr.", "Bran Osk", .surname),
    Case("Osk", "Bran Osk III", .surname),
    Case("Tarnik", "Hassan bin Tarnik", nil),
    Case("Bin Tarnik", "Hassan bin Tarnik", .surname),
    Case("Ibn Tarnik", "Hassan Ibn Tarnik", .surname),
    Case("Ghani", "Tom Kane", nil),
    Case("Pohn", "Carla Powen", nil),
    Case("Starr", "Iven Sater", nil),
    Case("Powell", "Orla Pool", nil),
    Case("Cruz", "Danil Koreas", nil),
    Case("Karami", "Tessa Karimi", nil),
    Case("Li", "Orla Lee", nil),
    Case("K.", "Orla Kostrel", nil),
  ]

  @Test(arguments: short)
  func `a surname alone needs its letters`(_ c: Case) {
    #expect(PersonName(c.left).shortLink(to: PersonName(c.right)) == c.link)
  }

  @Test(arguments: full + short)
  func `what may be one name is found by its surname`(_ c: Case) {
    guard let link = c.link else { return }
    let (left, right) = (PersonName(c.left), PersonName(c.right))
    let isFound = !left.endings.isDisjoint(with: right.endings) || left.joined == right.joined
    #expect(isFound, "\(link)")
  }

  @Test(arguments: Linking.allCases)
  func `a bolder level lets through what a stricter one does`(linking: Linking) {
    #expect(NameLink.allCases.filter { Linking.strict.allows($0) }.allSatisfy { linking.allows($0) })
    #expect(linking.allows(.transliteration) == (linking != .strict))
    #expect(linking.allows(short: .doubleSurname) == (linking == .bold))
  }
}
