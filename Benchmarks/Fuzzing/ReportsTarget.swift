import PostilComparison
import PostilJSON
import PostilModel
import PostilRecords

/// Reports, summaries and other JSON that somebody has changed: what is read can be written and read again, and lies within its text.
struct ReportsTarget: FuzzTarget {
  static let name = "reports"
  private static let samples = [
    #"""
    {"schema":"postil.report/1","document":{"id":"é","set":"s","date":"2024-01-02","dateFrom":"record"},"text":"é Ada met Korr 👩‍👩‍👧.","annotations":[{"id":"a1","type":"person","start":2,"end":5,"text":"Ada","features":{"entity":"Ada","score":0.5,"many":["x",1e3]},"rules":["r/a"]},{"id":"a2","type":"statement","start":0,"end":9,"features":{"source":"Ada","sourceStart":2,"sourceEnd":5}}],"boilerplate":[[0,1]],"diagnostics":[{"code":"L004","message":"m","rule":"r/x"}]}
    {"schema":"postil.report/1","document":{"id":"b","set":"s"},"error":"broken","diagnostics":[]}

    """#,
    #"""
    {"schema":"postil.summary/1","documents":1,"title":"é"}
    {"id":"a","set":"s","date":"2024-01-02","words":7,"types":{"person":2},"names":[["Ada",1]]}

    """#,
    #"{"a":[1,-0.5e-3,12345678901234567890,"\ud83d\ude42\u0000é",null,true,{"":[]}]}"# + "\n",
  ]
  private static let mutator = Mutator(tokens: [
    "{", "}", "[", "]", ",", ":", "\"", "\\ud83d", "\\u0000", "1e999", "-1", "99999999999999999999", "null",
    "\"start\":",
    "\"end\":", "\"type\":5", "\"features\":{", "\"schema\":\"postil.report/1\"", "\"schema\":\"postil.summary/1\"",
    "é", "\n",
    "\"sourceStart\":-3", "\"kinds\":{\"x\":\"span\"}", "\"boilerplate\":[[9,1]]",
  ])

  private let workplace: Workplace

  init(_ workplace: Workplace) throws { self.workplace = workplace }

  mutating func run(_ generator: inout SplitMix) throws -> String? {
    let bytes = Self.mutator.mutated(Array(generator.pick(Self.samples).utf8), &generator)
    for line in bytes.split(separator: 0x0A) {
      if let fault = Self.fault(of: Array(line)) { return fault }
    }
    let path = try workplace.write("report.jsonl", bytes)
    try? SummarySource(path: path).eachDocument(fault: { _ in }) { _, _ in }
    return nil
  }

  private static func fault(of line: [UInt8]) -> String? {
    guard let value = try? JSONParser.value(of: line) else { return nil }
    var json = JSONBytes()
    json.value(value)
    guard (try? JSONParser.value(of: json.bytes)) == value else { return "a value that is read is written as another" }
    guard let record = try? ReportRecord(value),
      let document = try? record.annotatedDocument()
    else { return nil }
    let count = document.document.text.utf8.count
    let isWithin =
      document.annotations.allSatisfy { $0.span.end <= count } && document.boilerplate.allSatisfy { $0.end <= count }
    return isWithin ? nil : "an annotation outside its text passed"
  }
}
