import Foundation

let wrong = try Fuzzing(Array(CommandLine.arguments.dropFirst())).run()
exit(wrong == 0 ? 0 : 1)
