import Foundation
import Testing

/// A browser on this machine, if there is one.
private let browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
  .first { FileManager.default.isExecutableFile(atPath: $0) }

/// The comparison's page in a browser, where there is one.
@Suite(.enabled(if: browser != nil)) struct BrowserTests {
  /// What is done with the page; its findings become the document's title.
  private static let script = """
    const found=[],key=(target,k)=>target.dispatchEvent(new KeyboardEvent('keydown',{key:k,bubbles:true}));
    const panel=document.getElementById('panel'),filter=document.getElementById('filter');
    const shown=()=>[...document.querySelectorAll('#f-entity tbody tr')].filter(r=>!r.hidden).map(r=>r.cells[0].textContent);
    found.push('hidden '+panel.hidden);
    const first=document.querySelector('#f-entity tbody tr th a');first.focus();first.click();
    found.push('open '+!panel.hidden,'heading '+document.getElementById('panel-title').textContent,'marks '+panel.querySelectorAll('mark').length);
    key(document.body,'j');found.push('next '+document.getElementById('panel-title').textContent);
    key(document.body,'Escape');found.push('closed '+panel.hidden,'focus '+(document.activeElement===first));
    key(first,'ArrowDown');found.push('row '+document.activeElement.textContent);
    key(document.body,'/');found.push('filter '+(document.activeElement===filter));
    filter.value='bagh';filter.dispatchEvent(new Event('input'));found.push('left '+shown().join('+'));
    key(filter,'Escape');found.push('all '+(shown().length>1));
    const sorter=document.querySelector('#f-entity [data-sort="0"]');sorter.click();
    const names=shown();found.push('sorted '+(names.join()===[...names].sort((a,b)=>a.toLowerCase()<b.toLowerCase()?-1:1).join()));
    sorter.click();found.push('down '+(shown().join()===[...names].reverse().join()));
    const dot=document.querySelector('svg a[data-s]');dot.dispatchEvent(new MouseEvent('click',{bubbles:true}));found.push('chart '+!panel.hidden);
    found.push('requests '+performance.getEntriesByType('resource').length);
    document.title=found.join('; ');
    """

  @Test func `keys open, step, close, filter and sort, and nothing is requested`() throws {
    let folder = try ComparisonCommandTests.reports()
    let page = folder.path + "/page.html"
    _ = try Program.run("compare", "--format", "html", "--output", page, folder.path + "/a", folder.path + "/b")
    let html = try String(contentsOfFile: page, encoding: .utf8)
    let driven = try folder.write(
      "driven.html", html.replacingOccurrences(of: "</body>", with: "<script>{\(Self.script)}</script></body>"))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(browser))
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile", "--dump-dom",
      "file://" + driven,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let dom = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let title = try #require(dom.firstMatch(of: /<title>([^<]*)<\/title>/)?.1)
    let found = String(title)
    for wanted in [
      "hidden true", "open true", "closed true", "focus true", "filter true", "left Baghdad;", "all true",
      "sorted true",
      "down true", "chart true", "requests 0",
    ] { #expect(found.contains(wanted), "\(wanted): \(found)") }
    let heading = found.firstMatch(of: /heading ([^;]*);/).map { String($0.1) }
    let next = found.firstMatch(of: /next ([^;]*);/).map { String($0.1) }
    #expect(heading != nil && next != nil && heading != next)
    #expect(found.firstMatch(of: /marks ([0-9]+)/).flatMap { Int($0.1) } ?? 0 > 1)
  }
}
