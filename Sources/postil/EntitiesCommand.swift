import ArgumentParser
import Foundation
import PostilComparison
import PostilIdentities
import PostilNames
import PostilRecords

/// `postil entities`.
struct Entities: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find and correct which names of a set of reports mean one person, body or place.",
    discussion: "The file of identities is a table that a person can read; 'annotate --identities' takes it.",
    subcommands: [Resolve.self, List.self, Merge.self, Split.self, Export.self])

  /// `postil entities resolve`.
  struct Resolve: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the identities of finished reports to identities.tsv; names that may mean several stay open.")

    @Option(name: [.short, .long], help: ArgumentHelp("The folder to write to.", valueName: "folder"))
    var output: String

    @Option(help: "How bold names are linked: strict, usual or bold.")
    var linking = Linking.usual

    @Argument(help: "Reports, folders of reports, or summaries.")
    var reports: [String]

    func run() throws {
      let table = IdentityResolver.resolve(try names(), linking: linking, nicknames: .shipped)
      try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
      try IdentityFile("\(output)/\(IdentityRuleset.names.table)").write(table)
      let open = table.rows.filter { $0.status == .open }.count
      StandardError.write(
        "\(Set(table.rows.compactMap(\.entity)).count) identities of \(table.rows.count) names, \(open) open\n")
    }

    /// The names of all documents, each document under one number.
    private func names() throws -> NameTally {
      var names = NameTally()
      var numbers: [DocumentKey: Int] = [:]
      do {
        for source in try reports.flatMap({ try SummarySource.all(at: $0) }) {
          try source.eachDocument(keepsText: false, fault: { throw $0 }) { document, _ in
            guard let own = document.names else {
              throw Failure(
                "the summary '\(source.file.path)' tells no names; 'postil summarize' makes a new one of its reports")
            }
            let number = numbers[document.key] ?? numbers.count
            numbers[document.key] = number
            names.add(own, of: number)
          }
        }
      } catch let error as ReportError {
        throw Failure(error.description)
      }
      return names
    }
  }

  /// `postil entities list`.
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show a file of identities.")

    @Option(help: "Only person, organization, location or misc.")
    var kind: String?

    @Flag(help: "Only names that may mean several.")
    var open = false

    @Argument(help: "The file of identities.")
    var file: String

    func run() throws {
      let rows = try IdentityFile(file).read().rows.filter { row in
        (kind ?? row.kind) == row.kind && (!open || row.status == .open)
      }
      try StandardOutput.write(IdentityListing(rows).text)
    }
  }

  /// The file that a command changes, and which of its names.
  struct Change: ParsableArguments {
    @Option(help: "Only for names of this kind.")
    var kind: String?

    @Argument(help: "The file of identities.")
    var file: String

    func apply(_ change: (inout IdentityTable) throws(IdentityError) -> Void) throws {
      try IdentityFile(file).change(change)
    }
  }

  /// `postil entities merge`.
  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Give all names of one identity to another.")

    @OptionGroup var change: Change

    @Argument(help: "The identity to give up.")
    var entity: String

    @Argument(help: "The identity that takes its names.")
    var target: String

    func run() throws {
      try change.apply { (table) throws(IdentityError) in
        try table.merge(entity, into: target, kind: change.kind)
      }
    }
  }

  /// `postil entities split`.
  struct Split: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Make a name an identity of its own, or another's.")

    @OptionGroup var change: Change

    @Option(name: .customLong("as"), help: "The identity that the name means (default: itself).")
    var entity: String?

    @Argument(help: "The name.")
    var term: String

    func run() throws {
      try change.apply { (table) throws(IdentityError) in
        try table.split(term, as: entity, kind: change.kind)
      }
    }
  }

  /// `postil entities export`.
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Write a file of identities as JSON.")

    @Argument(help: "The file of identities.")
    var file: String

    func run() throws {
      let listing = IdentityListing(try IdentityFile(file).read().rows)
      try StandardOutput.write(data: try listing.json().utf8)
    }
  }
}

extension Linking: ExpressibleByArgument {}
