/// What tells two persons of one surname apart.
struct PersonTraits {
  /// The gender that a title or the given name tells: `f`, `m`.
  var gender: String?
  /// The field of an office that nobody holds beside one of another field: `defense`, `justice`.
  var field: String?
  /// Which of a family's generations: `Sr.`, as it is added to the name.
  var generation: String?
  /// Whether the title may mean any office of a body or country: chief, leader.
  var hasAnyOffice = false
}
