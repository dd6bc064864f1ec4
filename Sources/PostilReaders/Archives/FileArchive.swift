/// A file that holds other files.
protocol FileArchive {
  /// The names of its files, with their folders, in order.
  var names: [String] { get }
  /// What is wrong with it, apart from its files; what can be read of it is read all the same.
  var fault: String? { get }
  /// What the file called `name` holds; nil where there is none.
  ///
  /// - Parameter most: More bytes than this are refused.
  func contents(of name: String, most: Int) throws(Inflation.Fault) -> [UInt8]?
  /// Its first bytes; none where they cannot be read.
  func beginning(of name: String, count: Int) -> [UInt8]
}

extension FileArchive {
  /// What the file called `name` holds, up to as many bytes as are read of one file; nil where there is none.
  func contents(of name: String) throws(Inflation.Fault) -> [UInt8]? {
    try contents(of: name, most: Inflation.mostBytes)
  }
}
