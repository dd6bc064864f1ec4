import Foundation
import Testing

/// What people type wrongly first, and the command that each message names.
@Suite struct FirstMistakeTests {
  struct Case: CustomTestStringConvertible {
    let testDescription: String
    let arguments: [String]
    let words: String
  }

  static let cases = [
    Case(
      testDescription: "a mistyped command", arguments: ["anotate", "é.txt"], words: "did you mean 'postil annotate'?"),
    Case(
      testDescription: "a mistyped command of a group", arguments: ["rules", "chek"],
      words: "'postil rules' has no command 'chek'; did you mean 'postil rules check'?"),
    Case(
      testDescription: "a file and no command", arguments: ["seeds"], words: "did you mean 'postil annotate seeds'?"),
    Case(testDescription: "a command that nothing is like", arguments: ["xyzzy"], words: "'postil --help' lists them"),
    Case(testDescription: "no input", arguments: ["annotate"], words: "See 'postil annotate --help'"),
    Case(
      testDescription: "a mistyped option", arguments: ["annotate", "--outptu", "x"], words: "Did you mean '--output'?"),
    Case(testDescription: "an unknown format", arguments: ["annotate", "--format", "pdf", "seeds"], words: "- html"),
    Case(
      testDescription: "a chain that is not there", arguments: ["annotate", "--chain", "no.yaml", "seeds"],
      words: "'postil chain show > no.yaml'"),
    Case(
      testDescription: "a file of rules that is not there", arguments: ["rules", "test", "no.yaml"],
      words: "'postil rules new no.yaml'"),
    Case(
      testDescription: "a folder of rules that is not there", arguments: ["annotate", "--rules", "none", "seeds"],
      words: "'postil rules new none/mine.yaml'"),
    Case(
      testDescription: "a report that is not there", arguments: ["compare", "out-monday"],
      words: "'postil annotate DOCUMENTS --output out-monday'"),
    Case(
      testDescription: "a folder of texts in place of reports", arguments: ["compare", "seeds"],
      words: "'postil annotate "),
    Case(
      testDescription: "a report for a diff that is not there", arguments: ["diff", "old", "new"],
      words: "'postil annotate DOCUMENTS --output old'"),
  ]

  @Test(arguments: cases)
  func `a message names the command that helps`(c: Case) throws {
    let run = try Program.run(c.arguments)
    #expect(
      run.status != 0 && run.output.contains(c.words) != run.errors.contains(c.words), "\(run.output)\(run.errors)")
  }
}
