import PostilModuleKit

/// The module's only exported symbol.
@c(postil_module_EntityExtraction)
public func entry() -> UnsafePointer<postil_module> { exportModule(EntityAnalyzer.self) }
