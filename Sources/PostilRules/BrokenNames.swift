/// What a rule file declares or imports and what cannot be read: that it is unknown elsewhere follows from it.
struct BrokenNames {
  /// The definitions and lexicons.
  var names: Set<String> = []
  /// Whether an import is among them, so that any unknown name may be one of its.
  var isImportBroken = false

  func contains(_ name: String) -> Bool { isImportBroken || names.contains(name) }
}
