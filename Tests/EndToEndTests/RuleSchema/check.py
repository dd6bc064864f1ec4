#!/usr/bin/env python3
"""Holds files against the JSON Schema of rule files, as an editor's language server does.

    python3 check.py SCHEMA right CASES      # tells the documents that the schema refuses
    python3 check.py SCHEMA wrong CASES      # tells the documents that it accepts

CASES are YAML files; in a file called cases-*.yaml each document behind '---' is one of its own. They are read by the rules of
YAML 1.1, which makes dates, numbers and booleans of unquoted text.
"""
import sys

import jsonschema
import yaml

schema, wanted, paths = sys.argv[1], sys.argv[2], sys.argv[3:]
with open(schema, encoding="utf-8") as file:
    validator = jsonschema.Draft202012Validator(yaml.safe_load(file))
validator.check_schema(validator.schema)
count = 0
for path in paths:
    with open(path, encoding="utf-8-sig") as file:
        documents = list(yaml.safe_load_all(file))
    for number, document in enumerate(documents, 1):
        count += 1
        errors = list(validator.iter_errors(document))
        if wanted == "right" and errors:
            place = "/".join(str(step) for step in errors[0].absolute_path)
            print(f"{path} {number}: refused at {place}: {errors[0].message[:200]}")
        if wanted == "wrong" and not errors:
            print(f"{path} {number}: accepted")
print(f"{count} documents")
