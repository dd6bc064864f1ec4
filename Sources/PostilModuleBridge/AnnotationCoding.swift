public import CPostilModule
public import PostilModel

extension Arena {
  /// A copy of `annotation` as a row.
  ///
  /// - Parameter isGiven: Whether the input brought it, so that no module of this run made it.
  public func row(of annotation: Annotation, isGiven: Bool, _ names: NameTable) -> postil_annotation {
    let module = isGiven ? nil : annotation.provenance.module
    return postil_annotation(
      span: postil_span(annotation.span), type: names.number(of: annotation.type),
      module: module.map(names.number) ?? POSTIL_NONE,
      rule: annotation.provenance.rules.first.map(names.number) ?? POSTIL_NONE, reserved: 0,
      features: features(annotation.features))
  }
}
