/// What the fields of rule files mean, in the words that editors show.
enum RuleFieldWords {
  static let file = [
    "postil": "The version of the format, 1.",
    "ruleset": "The name that provenance shows, as ruleset/rule.",
    "module": "Who judges the candidates; without it they become annotations as they are.",
    "language": "The language that the rules are for.", "title": "What the rules find, in a line.",
    "license": "The licence of the file.",
    "imports":
      "Files of the same folder whose definitions, lexicons and types are visible, or lexicons of a file beside it.",
    "types": "New types of annotations with the kinds of their features.",
    "definitions": "Fragments of patterns, used as ${name}.",
    "lexicons": "Lists of terms, used as ${name} in patterns and by 'terms'.",
    "tables": "Weights, factors and thresholds for the module, by the names under which it takes them.",
    "defaults": "Fields of all rules that do not give them.", "rules": "The rules.",
  ]

  static let rule = condition.merging(
    [
      "id": "The rule's name, unique in its file.", "title": "What it finds, in a line.",
      "description": "What it finds, at length.", "status": "How far it can be trusted.",
      "tags": "Words to find it by.", "references": "Where its facts come from.", "author": "Who wrote it.",
      "anyOf": "Several patterns of which any may match.",
      "sequence": "Elements over text and annotations that stand side by side.",
      "event": "A trigger, and roles that things near it play, in any order.",
      "evidence": "Items whose scores add up in each region of the scope.",
      "frame": "What the module itself matches, in a language of its own; write it in single quotes.",
      "type": "The type of what it finds; may be left out where the file declares one.",
      "span": "The capture that is annotated in place of the whole match.",
      "features": "Values, with ${capture|function} in them.",
      "scope": "The parts of the text that it is matched in, each by itself.",
      "near": "The lexicon of which a term stands within three paragraphs, where its patterns are matched.",
      "within": "The match lies inside it.", "notWithin": "The match lies inside none.",
      "contains": "It stands inside the match.", "notContains": "None stands inside the match.",
      "before": "It ends where the match begins.", "after": "It begins where the match ends.",
      "except": "The whole match is not it.", "document": "What the document's metadata must be.",
      "phase": "Phases ascend; a rule sees what earlier ones made.",
      "priority": "The higher wins a conflict of equal length.",
      "conflict": "Who wins where candidates of one type overlap.", "limits": "How much it may do in a document.",
      "examples": "Texts with what is found marked as [[…]], and texts in which nothing is found.",
    ], uniquingKeysWith: { $1 })

  static let condition = [
    "pattern": "A PCRE2 pattern; write it in single quotes.",
    "terms": "The names of lexicons whose terms are looked up as whole words.",
    "type": "The type of an annotation that stands there.",
    "lemma": "Words, with all their forms; 'sanction:noun' for those of one class.",
    "negation": "A stretch that a word such as 'not' negates, up to the end of its clause.",
    "where": "What the annotation's features, or the columns of the term's row, must be.",
  ]

  static let element = condition.merging(
    [
      "anyOf": "Several elements, or lists of elements, of which one stands there.",
      "group": "Elements that stand side by side and are optional or repeated together.",
      "gap": "Text between two elements, up to the nearest place where the next one stands.",
      "as": "The name by which features refer to what it takes.", "optional": "Whether it may be absent.",
      "min": "The fewest repetitions.", "max": "The most repetitions.",
    ], uniquingKeysWith: { $1 })

  static let gap = [
    "min": "The fewest tokens or characters (0).", "max": "The most tokens or characters.",
    "unit": "What it is measured in (token).", "not": "What may not stand in it.",
    "prefer": "The nearest next element (the default), or the farthest.",
  ]

  static let event = condition.merging(
    [
      "trigger": "What tells the event; it is what is annotated, where 'span' names nothing else.",
      "roles": "What takes part in it, by the names that features use.",
      "reach": "How far from the trigger its parts may stand (sentence).",
      "tokens": "So many tokens on either side of the trigger.",
      "anyOf": "Several conditions, of which any may play the role.",
      "side": "Where it stands: before the trigger, after it, or either (the default).",
      "prefer": "The nearest to the trigger (the default), or the farthest.",
      "optional": "Whether there is an event without it.", "max": "The most things that play the role (1).",
      "shared": "Whether what plays it in one event may do so in others of the rule.",
      "not": "What may not stand between it and the trigger.",
    ], uniquingKeysWith: { $1 })

  static let evidence = condition.merging(
    [
      "threshold": "The score from which on there is an annotation.", "items": "What adds to the score.",
      "id": "What the feature 'evidence' calls it.", "score": "What each occurrence adds; may be negative.",
      "max": "The most occurrences that count in a region (1).",
    ], uniquingKeysWith: { $1 })

  static let limits = [
    "matches": "The most matches in a document (1000).", "backtracking": "PCRE2's match limit of one call (100000).",
    "steps": "The most steps of matching in a document of up to 1 MB (30000000); longer ones have as many times more.",
  ]

  static let test = [
    "pattern": "A PCRE2 pattern that the value matches somewhere.", "from": "The least value.",
    "to": "The greatest value.",
  ]

  static let lexicon = [
    "file": "A tab-separated file with a header row whose first column is 'term'.",
    "case": "Which letters of a text a term matches.",
    "dotted": "Whether terms of two to six capitals are also found with a dot behind each: F.B.I.",
    "terms": "The terms.",
  ]

  static let anImport = [
    "file": "A rule file of a folder beside that of this file.",
    "lexicons": "Those of its lexicons that are visible here.",
  ]

  static let table = [
    "file": "A tab-separated file with a header row, whose first column holds the keys of the rows."
  ]

  static let type = [
    "features": "The kinds of its features.", "title": "What it is, in a line.",
    "like": "A type declared above it whose features it has.",
  ]

  static let example = [
    "text": "The text; [[…]] marks what is found, and a backslash before it makes the brackets text.",
    "date": "The document's date, as 2023-09-21.",
    "metadata": "The document's metadata, with its id and set.",
    "features": "What each marked annotation must bear.", "none": "The rule finds nothing.",
    "noneOfType": "No rule finds anything of the rule's type.", "todo": "Why it need not hold yet.",
  ]
}
