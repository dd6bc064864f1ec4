#if Store
  import ArgumentParser
  import Foundation
  import PostilJSON
  import PostilReports
  import PostilStore

  /// `postil query`.
  struct Query: ParsableCommand {
    /// How the answer is shown.
    enum Format: String, CaseIterable, ExpressibleByArgument {
      case table, csv, json
    }

    static let configuration = CommandConfiguration(
      abstract: "Ask a store, made by 'postil annotate --store', in SQL.",
      discussion:
        "Tables: documents, annotations, features, documents_text (full text); views: entities, statements, dates, polls. "
        + "Documentation/Store.md has recipes.")

    @Option(help: "How to show it: table, csv or json (an object a line).")
    var format = Format.table

    @Argument(help: "The store.")
    var store: String

    @Argument(help: "The question, in SQL.")
    var sql: String

    func run() throws {
      do {
        let query = try StoreQuery(path: store, sql: sql)
        for run in try query.stoppedRuns() {
          StandardError.write(
            "postil: warning: a run on \(run.title) was stopped and left \(run.documents.counted("document")) here; the answer is partial\n"
          )
        }
        switch format {
        case .table: try table(query)
        case .csv:
          try StandardOutput.write(data: CSVText.line(query.columns).utf8)
          try query.rows { row in
            try StandardOutput.write(data: CSVText.line(row.map(\.plainText)).utf8)
            return true
          }
        case .json: try json(query)
        }
      } catch let error as StoreError {
        throw Failure(error.description)
      }
    }

    private func table(_ query: StoreQuery) throws {
      try StandardOutput.write(query.columns.joined(separator: "\t") + "\n")
      try query.rows { row in
        let cells = row.map { value in
          TerminalText.visible(value.plainText.split(whereSeparator: \.isNewline).joined(separator: " "))
            .replacing("\t", with: " ")
        }
        try StandardOutput.write(cells.joined(separator: "\t") + "\n")
        return true
      }
    }

    private func json(_ query: StoreQuery) throws {
      let columns = query.columns
      try query.rows { row in
        let members = zip(columns, row).map { name, value in JSONValue.Member(name: name, value: value.json) }
        var json = JSONBytes()
        json.value(.object(members))
        json.newline()
        try StandardOutput.write(data: json.bytes)
        return true
      }
    }
  }

  extension StoreValue {
    /// The value as JSON.
    fileprivate var json: JSONValue {
      switch self {
      case .null: .null
      case .integer(let value): JSONValue(Int(value))
      case .number(let value): .number(value)
      case .text(let text): .string(text)
      }
    }
  }
#endif
