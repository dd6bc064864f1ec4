import Foundation
import PostilFiles
import PostilRecords

/// The folder that the reports of a run go to.
///
/// Until the run is complete its files stand in `.part` below the folder, behind a lock, and an earlier report stays as it is; then each
/// takes its place by rename(2), the manifest last. A run that was stopped leaves `.part` with a journal and all records that were
/// finished.
final class RunFolder {
  static let partName = ".part"
  private static let lockName = "lock"

  /// The folder.
  let path: String
  private var lock: FileLock?

  /// Where the files of the run stand until it is complete.
  var part: String { "\(path)/\(Self.partName)" }

  /// Takes the folder, made if it is missing.
  ///
  /// - Throws: ``PostilFiles/FileError`` when it cannot be made or another run writes to it.
  init(_ path: String) throws {
    self.path = path
    try take()
  }

  /// Takes the lock, unless the folder has it.
  private func take() throws(FileError) {
    while lock == nil {
      try Self.makeFolder(part)
      let file = "\(part)/\(Self.lockName)"
      let lock = try FileLock(path: file, subject: path)
      // A run that ended in between took the file away with the folder; the lock would be on nothing.
      if lock.isOn(file) { self.lock = lock }
    }
  }

  static func makeFolder(_ path: String) throws(FileError) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw FileError(.makeFolder, path: path)
    }
  }

  deinit {
    guard lock != nil, !holdsWork else { return }
    try? FileManager.default.removeItem(atPath: part)
    // A folder that holds something is left alone by the system.
    rmdir(path)
  }

  /// Whether `.part` holds records, or a complete run whose files have not all taken their places.
  private var holdsWork: Bool {
    let records = try? FileManager.default.attributesOfItem(atPath: "\(part)/\(UnfinishedRun.recordsName)")
    return records?[.size] as? Int ?? 0 > 0
      || FileManager.default.fileExists(atPath: "\(part)/\(ReportManifest.fileName)")
  }

  /// The run that was stopped here; nil when there is none that finished a record.
  ///
  /// A run that was complete but for giving its files their places is completed first.
  func unfinished() throws -> UnfinishedRun? {
    guard let journal = RunJournal(at: part) else { return nil }
    if FileManager.default.fileExists(atPath: "\(part)/\(ReportManifest.fileName)") {
      try place(journal.formats.map(\.fileName))
      return nil
    }
    let run = try UnfinishedRun(journal: journal, part: part)
    return run.count > 0 ? run : nil
  }

  /// Begins the run of `journal`.
  ///
  /// - Returns: The stopped run that it goes on with; nil when it begins at the first document.
  /// - Throws: ``Failure`` when a run was stopped here and the options do not say what becomes of it, or it cannot be gone on with.
  func begin(_ journal: RunJournal, _ options: FolderOptions) throws -> UnfinishedRun? {
    if let stopped = try unfinished(), !options.restart {
      guard options.resume else {
        throw Failure(
          "a run was stopped in '\(path)' after \(stopped.count.counted("document")): --resume goes on with it, --salvage makes a "
            + "report of what it finished, --restart throws it away")
      }
      try check(journal, against: stopped.journal)
      try clearReports()
      return stopped
    }
    try take()
    try empty(except: [Self.lockName])
    try journal.write(to: part)
    return nil
  }

  private func check(_ journal: RunJournal, against stopped: RunJournal) throws {
    var changed = journal.manifest.differences(to: stopped.manifest)
    if journal.formats != stopped.formats { changed.append("--format") }
    if journal.information.title != stopped.information.title { changed.append("the inputs' names") }
    changed += journal.manifest.passingInputs.map { "the input '\($0)', which can be read once" }
    guard changed.isEmpty else {
      throw Failure(
        "the run that was stopped in '\(path)' cannot be gone on with, since not the same: \(changed.joined(separator: ", ")); "
          + "--salvage makes a report of what it finished, --restart begins anew")
    }
  }

  /// Takes away the files of `.part` that are not the journal, the lock or the finished records.
  func clearReports() throws { try empty(except: [Self.lockName, RunJournal.name, UnfinishedRun.recordsName]) }

  /// Completes the run: its files take their places, `.part` goes.
  ///
  /// - Parameters:
  ///   - manifest: The bytes of `manifest.json`.
  ///   - names: The files and folders of the run's formats.
  /// - Returns: Files that an earlier run left beside those of this one, by their names below the folder.
  func complete(manifest: [UInt8], names: [String]) throws -> [String] {
    try WholeFile.write(manifest, to: "\(part)/\(ReportManifest.fileName)")
    return try place(names)
  }

  @discardableResult
  private func place(_ names: [String]) throws -> [String] {
    var written: Set<String> = []
    for name in names.sorted() {
      for file in Self.files(below: part, name) {
        let target = "\(path)/\(file)"
        try Self.makeFolder(URL(fileURLWithPath: target).deletingLastPathComponent().path)
        try WholeFile.put("\(part)/\(file)", at: target)
        written.insert(file)
      }
    }
    try WholeFile.put("\(part)/\(ReportManifest.fileName)", at: "\(path)/\(ReportManifest.fileName)")
    try? FileManager.default.removeItem(atPath: part)
    lock = nil
    return EarlierFiles.names(in: path).filter { !written.contains($0) }
  }

  private func empty(except kept: Set<String>) throws {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: part)) ?? [] where !kept.contains(name) {
      try Failure.of { try FileManager.default.removeItem(atPath: "\(part)/\(name)") }
    }
  }

  /// `name` itself if it is a file in `folder`, else the files below it.
  static func files(below folder: String, _ name: String) -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: "\(folder)/\(name)", isDirectory: &isFolder) else { return [] }
    guard isFolder.boolValue else { return [name] }
    let inner = FileManager.default.enumerator(atPath: "\(folder)/\(name)")?.compactMap { $0 as? String } ?? []
    return inner.filter { file in
      var isInner: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(folder)/\(name)/\(file)", isDirectory: &isInner)
        && !isInner.boolValue
    }.sorted().map { "\(name)/\($0)" }
  }
}
