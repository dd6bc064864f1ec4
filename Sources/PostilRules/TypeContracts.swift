import PostilModel

/// Which types a ruleset may make, and with which features.
struct TypeContracts {
  let types: [TypeDeclaration]
  let manifest: ModuleManifest?
  let manifests: [ModuleManifest]
  let knownTypes: Set<String>
  /// Types that no step before this rule assigns, with the module that does.
  let assignedLater: [String: String]

  /// The types that the ruleset's rules may give.
  var makeable: [String] {
    (manifest?.inputs.map(\.type) ?? []) + types.map(\.name)
      + (manifest == nil ? manifests.flatMap(\.assigns).map(\.type) + Array(knownTypes) : [])
  }

  /// Whether the ruleset's module takes frames.
  var takesFrames: Bool { manifest?.takesFrames == true }

  /// The types that frames may give: those that the ruleset's module assigns.
  var framed: [String] { manifest?.assigns.map(\.type) ?? [] }

  /// The types that conditions may ask for.
  var known: [String] {
    makeable + manifests.flatMap { $0.assigns + $0.inputs }.map(\.type) + Array(knownTypes)
  }

  /// The features that candidates of `type` may bear; nil when any are allowed.
  func features(of type: String) -> [String: (kind: FeatureKind, choices: [String])]? {
    let declared = types.first { $0.name == type }
    if let declared {
      return declared.features.map { $0.mapValues { ($0, []) } }
    }
    let contracts = manifest?.inputs ?? manifests.flatMap(\.assigns)
    guard let contract = contracts.first(where: { $0.type == type }) else { return nil }
    return Dictionary(contract.features.map { ($0.name, ($0.kind, $0.choices)) }) { first, _ in first }
  }

  /// The features that candidates or annotations of `type` may bear anywhere, with their kinds; nil when any are allowed.
  func anyFeatures(of type: String) -> [String: FeatureKind]? {
    if let declared = types.first(where: { $0.name == type }) { return declared.features }
    let contracts = manifests.flatMap { $0.assigns + $0.refines + $0.inputs }.filter { $0.type == type }
    guard !contracts.isEmpty, !knownTypes.contains(type) else { return nil }
    return Dictionary(contracts.flatMap { $0.features.map { ($0.name, $0.kind) } }) { first, _ in first }
  }

  /// The features that annotations of each of `types` may bear, with their kinds; nil when any are allowed.
  func anyFeatures(ofAll types: [String]) -> [String: FeatureKind]? {
    let known = types.map { anyFeatures(of: $0) }
    guard let first = known.first ?? nil, !known.contains(where: { $0 == nil }) else { return nil }
    return first.filter { feature in known.allSatisfy { $0?[feature.key] == feature.value } }
  }
}
