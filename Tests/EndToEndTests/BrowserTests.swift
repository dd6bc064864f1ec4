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
    let found = try Self.title(of: driven, profile: folder)
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

  /// The title of a page after its scripts have run.
  private static func title(of page: String, profile folder: TemporaryFolder) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(browser))
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=\(folder.path)/profile",
      "--virtual-time-budget=5000", "--dump-dom", "file://" + page,
    ]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let dom = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return String(try #require(dom.firstMatch(of: /<title>([^<]*)<\/title>/)?.1))
  }

  /// What is done with a report's page, step by step; what is found becomes the document's title.
  private static let reportScript = """
    const found=[];onerror=message=>found.push('error '+message);
    const steps=[()=>{found.push('drawn '+document.querySelectorAll('.text[data-drawn]').length);
    found.push('text '+JSON.stringify(document.querySelector('#d1 .text').textContent.slice(0,12)));
    const first=document.querySelector('.a.t-person');first.click();
    found.push('panel '+panel.textContent.includes('Mira Kostrel'),'hash '+location.hash.startsWith('#d1-'));
    box.value='KOSTREL';box.dispatchEvent(new Event('input'))},
    ()=>{found.push('search '+told.textContent,'link '+decodeURIComponent(hits.querySelector('tbody a').hash));
    hits.querySelector('tbody a').click()},
    ()=>{found.push('marked '+getSelection().toString());location.hash='#item=Mira%20Kostrel'},
    ()=>{found.push('named '+told.textContent);location.hash='#d60-a1'},
    ()=>{found.push('far '+!!document.getElementById('d60-a1'));document.getElementById('documents').open=true;openSection(listing)},
    ()=>{const filter=listing.querySelector('input');filter.value='p59';filter.dispatchEvent(new Event('input'))},
    ()=>{found.push('list '+[...listing.querySelectorAll('tbody tr')].map(row=>row.cells[0].textContent).join('+'));
    const box=document.querySelector('[data-type=person]');box.click();
    found.push('off '+document.querySelectorAll('.a.t-person:not(.off)').length,'requests '+performance.getEntriesByType('resource').length)}];
    setTimeout(function next(){const step=steps.shift();if(!step){document.title=found.join('; ');return}
    try{step()}catch(error){found.push('error '+error.message)}setTimeout(next,150)},400);
    """

  @Test func `a report's page draws what is looked at, searches, and leads to places by address`() throws {
    let folder = try TemporaryFolder()
    for number in 1...60 {
      _ = try folder.write(
        "in/p\(number + 9).txt",
        "É 🙂\r\nMayor Mira Kostrel met the council on May \(number % 28 + 1), 2021. Kostrel left.\n")
    }
    let run = try Program.run(
      "annotate", "--quiet", "--format", "html", "--output", folder.path + "/out", folder.path + "/in")
    #expect(run.status == 0)
    let html = try String(contentsOfFile: folder.path + "/out/report.html", encoding: .utf8)
    let driven = try folder.write(
      "driven.html", html.replacingOccurrences(of: "</body>", with: "<script>\(Self.reportScript)</script></body>"))
    let found = try Self.title(of: driven, profile: folder)
    for wanted in [
      #"text "É 🙂\nMayor M""#, "panel true", "hash true", "search 120 in 60 of 60 documents", "link #d1@17-24",
      "marked Kostrel",
      "named 120 in 60 of 60 documents", "far true", "list p59.txt", "off 0", "requests 0",
    ] { #expect(found.contains(wanted), "\(wanted): \(found)") }
    let drawn = found.firstMatch(of: /drawn (\d+)/).flatMap { Int($0.1) }
    #expect(drawn.map { $0 > 0 && $0 < 40 } == true, "\(found)")
    #expect(!found.contains("error"), "\(found)")
  }
}
