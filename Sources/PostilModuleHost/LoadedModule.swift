import CPostilModule
import Foundation
import PostilModel
import PostilModuleBridge

/// A module that is loaded for the life of the process, or a program that can be started.
///
/// SAFETY: the descriptor is constant data of a library that is never unloaded (`RTLD_NODELETE`), and its functions may
/// be called from any thread, for each instance from one at a time.
public struct LoadedModule: @unchecked Sendable {
  /// What its instances run.
  enum Code {
    case library(UnsafePointer<postil_module>)
    case program(ProgramModule)
  }

  /// The file.
  public let path: String
  /// What it publishes of itself.
  public let manifest: ModuleManifest
  private let code: Code

  /// Loads the library at `path`.
  ///
  /// - Throws: ``ModuleError`` that names the file and the reason.
  public static func load(path: String) throws(ModuleError) -> LoadedModule {
    try LibraryFile.check(path)
    let file = path.contains("/") ? path : "./" + path
    // Libraries run code when they are loaded.
    let opened = RunPlace().during("") {
      RunPlace.duringModule(path) { dlopen(file, RTLD_NOW | RTLD_LOCAL | Int32(bitPattern: 0x1000)) }
    }
    guard let library = opened else {
      throw ModuleError(module: path, kind: .load(reason: dlerror().map { String(cString: $0) } ?? "unknown reason"))
    }
    let symbol = entrySymbol(of: path)
    guard let address = dlsym(library, symbol) else { throw ModuleError(module: path, kind: .noEntry(symbol: symbol)) }
    typealias Entry = @convention(c) () -> UnsafePointer<postil_module>?
    guard let descriptor = unsafeBitCast(address, to: Entry.self)() else {
      throw ModuleError(module: path, kind: .manifest(reason: "the module gave no descriptor"))
    }
    let supported = UInt32(POSTIL_ABI_MIN_VERSION)...UInt32(POSTIL_ABI_VERSION)
    guard supported.contains(descriptor.pointee.abi_version) else {
      throw ModuleError(module: path, kind: .version(found: descriptor.pointee.abi_version, supported: supported))
    }
    guard Int(descriptor.pointee.size) >= requiredSize else {
      throw ModuleError(module: path, kind: .manifest(reason: "the descriptor is too short"))
    }
    let bytes = descriptor.pointee.manifest
    guard bytes.start != nil, descriptor.pointee.create != nil, descriptor.pointee.analyze != nil else {
      throw ModuleError(module: path, kind: .manifest(reason: "the descriptor lacks a manifest or a function"))
    }
    let json: [UInt8]
    do {
      json = Array(try bytes.buffer())
    } catch {
      throw ModuleError(module: path, kind: .manifest(reason: "it claims to be \(error)"))
    }
    do {
      return LoadedModule(path: path, manifest: try ModuleManifest(json: json), code: .library(descriptor))
    } catch {
      throw ModuleError(module: path, kind: .manifest(reason: error.reason))
    }
  }

  /// Starts the program that `command` names, and asks for its manifest.
  ///
  /// - Throws: ``ModuleError`` that names the module and the reason.
  public static func load(_ command: ProgramCommand) throws(ModuleError) -> LoadedModule {
    let program = try ProgramModule(command)
    return LoadedModule(path: command.file, manifest: program.manifest, code: .program(program))
  }

  /// The program and its arguments; nil for a library.
  public var command: ProgramCommand? { if case .program(let program) = code { program.command } else { nil } }

  /// Ends the programs that run for it and are at no document; others are started when there is something to do.
  public func endPrograms() { if case .program(let program) = code { program.endAll() } }

  /// What an instance runs; nil where it refuses `settings`, for the reason that it tells `call`.
  func makeCode(settings: Features, for call: Call) throws(ModuleError) -> (any ModuleCode)? {
    switch code {
    case .library(let descriptor): LibraryInstance(descriptor, settings: settings, call)
    case .program(let program): try program.makeInstance(settings: settings, for: call)
    }
  }

  /// What a descriptor must cover: all up to `destroy`.
  private static let requiredSize = (MemoryLayout<postil_module>.offset(of: \.begin_run) ?? 0)

  /// `postil_module_<Name>` for `lib<Name>.so`.
  private static func entrySymbol(of path: String) -> String {
    let file = URL(fileURLWithPath: path).lastPathComponent
    let stem = file.prefix { $0 != "." }
    return "postil_module_" + (stem.hasPrefix("lib") ? stem.dropFirst(3) : stem)
  }

  /// Makes an instance; each worker needs its own.
  ///
  /// - Parameters:
  ///   - frames: The rules that it matches itself, in order; only for a module that takes frames.
  ///   - tables: Those that it takes; one that is not given is empty.
  ///   - run: What its documents share; that of the worker.
  /// - Throws: ``ModuleError`` with kind `settings` when the module refuses them, with kind `frame` when it refuses a frame,
  ///   with kind `table` when it refuses a table.
  public func makeInstance(
    settings: Features, frames: [FrameRule] = [], tables: [ModuleTable] = [], run: RunTables = RunTables()
  ) throws(ModuleError) -> ModuleInstance {
    precondition(frames.isEmpty || manifest.takesFrames, "LoadedModule: '\(manifest.name)' takes no frames")
    precondition(
      tables.allSatisfy { manifest.takesTables.contains($0.name) },
      "LoadedModule: a table that '\(manifest.name)' does not take")
    return try ModuleInstance(self, settings: settings, frames: frames, tables: tables, run: run)
  }
}
