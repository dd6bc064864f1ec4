#!/usr/bin/env python3
"""Plants what stands around news into news texts, so that it can be counted how much of it is recognised.

    Scripts/plant-boilerplate.py TEXTS.jsonl... -o planted.jsonl --planted lines.jsonl [--lines first] [--seed 1]

TEXTS has a document a line with `id` and `text`; the id begins with the outlet, as in `kessel-post_2031-05-02_title`.
The outlet becomes the metadata field `outlet`, annotations are left out. Every outlet has ten lines of its own, all of
which go into 40 % of its texts: in front, behind, between paragraphs, or inside a paragraph behind a sentence. Times and
days in them are of each document's own. lines.jsonl tells of each its document, kind, place (in code points) and words.
All names in the lines are invented.
"""
import argparse
import json
import random
import re

# (kind, place, words): place is head, foot, between or inside.
FIRST = [
    [
        ("copyright", "foot", "Copyright 2031 Ostrava Ledger Holdings. All rights reserved."),
        ("newsletter", "between", "Sign up for the Ledger Dispatch Manage Newsletters"),
        ("player", "inside", "JUST WATCHED Anselm Virek on the Tolland ferry Replay More Videos ... MUST WATCH"),
        ("credit", "between", "Petra Lindqvar/AP Petra Lindqvar/AP"),
        ("time", "head", "Updated {time} ET {day}"),
        ("section", "head", "WEATHER: Storm Marietta nears Corrin Bay"),
        ("related", "between", "RELATED: Corrin Bay Council sells the Halvard Pier"),
        ("follow", "foot", "Follow Dessa Morholt on Twitter @dessamorholt"),
        ("app", "between", "Download the Ledger app for iPhone and Android"),
        ("updated", "foot", "This story was updated at {time} with a comment from the Halvard Trust."),
    ],
    [
        ("copyright", "foot", "(c) 2031 Varnholt Media Group"),
        ("newsletter", "between", "Get the Varnholt Morning Briefing in your inbox every weekday"),
        ("player", "inside", "Replay More Videos MUST WATCH Orla Kemsey rides the Brendel tram"),
        ("credit", "between", "Photo by Jorun Aske/Getty Images"),
        ("time", "head", "{time} EST"),
        ("section", "head", "HEALTH"),
        ("related", "between", "READ MORE: Why Brendel Hospital lost Doctor Emil Sandvar"),
        ("share", "between", "Share on Facebook Share on Twitter Email Print"),
        ("subscribe", "between", "Subscribe to Varnholt Plus for unlimited access"),
        ("author", "foot", "Ilse Drachmann is a staff writer at Varnholt Media. Contact her at idrachmann@varnholt.example."),
    ],
    [
        ("copyright", "foot", "© 2031 The Quillan Courier. This material may not be published, broadcast, rewritten or redistributed."),
        ("newsletter", "foot", "Like this article? Sign up to our weekly email from Quillan House"),
        ("player", "between", "Now Playing: Rasmus Feld explains the Ardmoor vote"),
        ("credit", "inside", "(Photo: Mikkel Strand, Ardmoor Press)"),
        ("time", "head", "Published {time} BST, {day}"),
        ("section", "head", "WORLD NEWS | ARDMOOR"),
        ("related", "between", "See also: Rasmus Feld's long road to Quillan Castle"),
        ("share", "foot", "Follow us on Facebook and Instagram"),
        ("cookie", "between", "We use cookies to improve your visit to Quillan Courier"),
        ("advertisement", "between", "Story continues below advertisement from Fennimore Bank"),
    ],
    [
        ("copyright", "foot", "All content © Dunmarrow Broadcasting Corporation 2031"),
        ("newsletter", "between", "SIGN UP FOR THE DUNMARROW DAILY"),
        ("player", "inside", "JUST WATCHED Lena Torvik: \"We go to Stellan\" Replay More Videos ... MUST WATCH Lena Torvik: \"We go to Stellan\" 01:42"),
        ("credit", "between", "Image copyright Bastian Orme Image caption Lena Torvik left Stellan by train"),
        ("time", "head", "Last updated: {day}, {time}"),
        ("section", "head", "POLITICS"),
        ("related", "between", "MORE FROM DUNMARROW: Sir Aldous Penk returns"),
        ("follow", "foot", "Tweet us @dunmarrow or find us at facebook.com/dunmarrow"),
        ("subscribe", "between", "Already a subscriber? Log in to Dunmarrow Extra"),
        ("correction", "foot", "Correction: An earlier version of this article misspelled the name of Stellan Arkwright."),
    ],
    [
        ("copyright", "foot", "Copyright © 2031 Harrowgate Newswire, Inc. Reprints and permissions"),
        ("newsletter", "between", "Enter your email address to receive The Harrowgate Five"),
        ("player", "between", "WATCH: Minister Corvin Hale loses his hat"),
        ("credit", "between", "Yannick Sorel for The Harrowgate Newswire"),
        ("time", "inside", "[{time}]"),
        ("section", "head", "OPINION:"),
        ("related", "between", "You may also like: Five nights in Port Selwyn"),
        ("follow", "foot", "Follow Tamsin Oakvale on Twitter: @tamsinoakvale."),
        ("app", "foot", "Get the Harrowgate app on the App Store and Google Play"),
        ("author", "foot", "About the author: Tamsin Oakvale covers Port Selwyn for Harrowgate Newswire."),
    ],
    [
        ("copyright", "foot", "Copyright (C) Selbourne Tribune. No part may be reproduced without the permission of Kettering Verlaine."),
        ("newsletter", "foot", "Subscribe to the Selbourne Sunrise newsletter"),
        ("player", "between", "Video: Gideon Marsk at the Ravensholme gate | 2:17"),
        ("credit", "inside", "Ottilie Brandt/Reuters Ottilie Brandt/Reuters"),
        ("time", "head", "{day} {time} PT"),
        ("section", "head", "SPORTS"),
        ("related", "between", "Related stories: Ravensholme City signs Gideon Marsk"),
        ("share", "between", "Share this story with Ravensholme friends: Facebook | Twitter | WhatsApp"),
        ("comment", "foot", "View comments Join the Selbourne conversation"),
        ("support", "between", "Become a member and support Selbourne journalism today"),
    ],
    [
        ("copyright", "foot", "© Wexcombe Star 2031, all rights reserved"),
        ("newsletter", "between", "Want more Wexcombe news? Click here to sign up for the Star Alert"),
        ("player", "inside", "Play Video Lord Abernott walks out of Tresco Hall 0:58"),
        ("credit", "between", "AP Photo/Casimir Dole"),
        ("time", "head", "Posted {time}, {day}"),
        ("section", "head", "BREAKING NEWS"),
        ("related", "between", "Recommended: Lord Abernott and the Tresco millions"),
        ("follow", "foot", "Follow @wexcombestar on Twitter"),
        ("subscribe", "between", "Start your free trial of the Wexcombe Star e-edition"),
        ("contributed", "foot", "Reporter Solveig Dann in Tresco contributed to this report."),
    ],
    [
        ("copyright", "foot", "Copyright Brindisi Wire 2031. All Rights Reserved. Distributed by Norvane Content Services"),
        ("newsletter", "between", "Sign up here for the Brindisi Brief"),
        ("player", "between", "MUST WATCH Duchess Elvane opens the Carrow dam"),
        ("credit", "between", "Credit: Leontine Voss/EPA"),
        ("time", "head", "{time} | {day}"),
        ("section", "head", "BUSINESS & TECH"),
        ("related", "between", "READ: Carrow dam engineers warn Duchess Elvane"),
        ("share", "foot", "Like us on Facebook to see more from Brindisi Wire"),
        ("advertisement", "between", "ADVERTISEMENT"),
        ("editor", "foot", "Editor's note: Brindisi Wire is a partner of the Carrow Foundation."),
    ],
]
# Written after the rules that the first set was measured with.
SECOND = [
    [
        ("copyright", "foot", "Content copyright 2032 by Larkmoor Publishing Limited"),
        ("newsletter", "between", "The Larkmoor Lookout: stories from Dunstrand, delivered to you each Friday. Sign me up"),
        ("player", "between", "Media caption: Bettina Aldane shows the Dunstrand tunnel"),
        ("credit", "between", "Torben Haskell/EPA-EFE/REX"),
        ("time", "head", "First published {day} at {time}"),
        ("section", "head", "HEALTH & SCIENCE"),
        ("related", "between", "Also on Larkmoor: Bettina Aldane against the tunnel lobby"),
        ("share", "foot", "Share page About sharing Larkmoor"),
        ("app", "between", "Now on your phone: the Larkmoor Reader for Android"),
        ("print", "foot", "A version of this article appears in print in Larkmoor Weekend under the headline Aldane's Tunnel."),
    ],
    [
        ("copyright", "foot", "\u00a9 Pellworth Gazette Group Ltd. Registered in Ansley. Company number 0431"),
        ("newsletter", "foot", "Our best reporting from Ansley, straight to your inbox. Join 40,000 readers of Pellworth First"),
        ("player", "inside", "Video Ad Feedback Senator Odell Marrick sings 02:31 - Source: PWTV"),
        ("credit", "between", "FILE - Odell Marrick at Ansley Town Hall. (Greta Solberg/Pellworth Gazette via AP)"),
        ("time", "head", "{day} / {time} / PWTV"),
        ("section", "head", "LOCAL NEWS > ANSLEY"),
        ("related", "between", "Up next: Odell Marrick visits Fort Brannagh"),
        ("follow", "foot", "You can follow Greta Solberg on Mastodon and Bluesky"),
        ("subscribe", "between", "Support from readers like you keeps the Pellworth Gazette going"),
        ("correction", "foot", "We have corrected the spelling of Fort Brannagh in this report."),
    ],
    [
        ("copyright", "foot", "\u00a92032 Ostwald Radio. See our website terms of use and permissions pages at www.ostwald.example"),
        ("newsletter", "between", "Free email newsletter: Ostwald Week in Review"),
        ("player", "between", "Listen now: The Haldane Tapes, part four (23 min)"),
        ("credit", "between", "Enlarge this image toggle caption Rufina Castellane/Ostwald Radio"),
        ("time", "head", "{day} {time} ET Heard on Ostwald Evening"),
        ("section", "head", "National"),
        ("related", "between", "Read the full Haldane report here"),
        ("share", "between", "Facebook Twitter Flipboard Email Ostwald"),
        ("support", "foot", "Ostwald Radio is supported by the Mirabeau Endowment"),
        ("transcript", "foot", "Ostwald Radio transcripts are created on a rush deadline by Verbatim Haldane, Inc."),
    ],
    [
        ("copyright", "foot", "Copyright 2032 Carrickmore Times. All rights reserved. This material may not be published, broadcast, rewritten, or redistributed."),
        ("newsletter", "inside", "Get all the stories you need-to-know from the most powerful name in Carrickmore delivered to your inbox"),
        ("player", "between", "Carrickmore Flash top headlines are here. Check out what's clicking on Carrickmore."),
        ("credit", "inside", "(Marius Delacroft/AFP via Getty Images)"),
        ("time", "head", "Published {day} {time} EDT"),
        ("section", "head", "OPINION"),
        ("related", "between", "GENERAL HADLEY FORCED TO LEAVE LYSANDER BASE: REPORT"),
        ("app", "between", "CLICK HERE TO GET THE CARRICKMORE APP"),
        ("author", "foot", "Imogen Tarrant is a Carrickmore contributor and author of \"The Lysander File\"."),
        ("comment", "foot", "Join Carrickmore for access to this content"),
    ],
    [
        ("copyright", "foot", "2032 \u00a9 Mornholm Daily AB. Org. no. 556-0091"),
        ("newsletter", "foot", "Sign up to Mornholm First Edition, our free daily letter by Sybil Harkonnen"),
        ("player", "between", "View image in fullscreen The harbour of Jessop Quay. Photograph: Anders Velloria/Mornholm Pictures"),
        ("credit", "between", "Photograph: Anders Velloria for Mornholm Daily"),
        ("time", "head", "{day} {time} CET | Last modified on {day}"),
        ("section", "head", "ENVIRONMENT | JESSOP QUAY"),
        ("related", "between", "Explore more on these topics Jessop Quay Sybil Harkonnen news"),
        ("subscribe", "between", "Quick guide to your Mornholm subscription"),
        ("support", "between", "Why not make a small contribution to Mornholm Daily?"),
        ("reuse", "foot", "Reuse this content"),
    ],
    [
        ("copyright", "foot", "Copyright \u00a9 2032 by Tavistane Public Media, Fenwick Row 9"),
        ("newsletter", "between", "Never want to miss a story by Ludo Brannock? Subscribe to Tavistane Notes."),
        ("player", "inside", "Playback is not supported on this device Ludo Brannock in Gallenport 1:05"),
        ("credit", "between", "Getty Images/Tavistane composite by Noor Ellingham"),
        ("time", "head", "Updated on: {day} / {time} PDT / Tavistane News"),
        ("section", "head", "U.S. NEWS"),
        ("related", "between", "More to explore: Gallenport seen by Noor Ellingham"),
        ("follow", "foot", "Noor Ellingham on Instagram: @noorellingham"),
        ("advertisement", "between", "Advertisement - story continues below - Brackwater Insurance"),
        ("thanks", "foot", "Thanks for reading Tavistane."),
    ],
    [
        ("copyright", "foot", "(C) Hexworthy Press Association 2032"),
        ("newsletter", "between", "SIGN UP NOW FOR THE HEXWORTHY HUDDLE"),
        ("player", "between", "Scroll down for video of Dame Ottoline Verne"),
        ("credit", "between", "Cosmo Ridgeway-Hexworthy Press"),
        ("time", "head", "PUBLISHED: {time}, {day} | UPDATED: {time}, {day}"),
        ("section", "head", "SHOWBIZ"),
        ("related", "between", "RELATED ARTICLES Previous 1 Next Dame Ottoline Verne sells Marlstone Lodge"),
        ("share", "foot", "Share or comment on this article: Ottoline Verne leaves Marlstone"),
        ("cookie", "between", "Hexworthy and its partners store cookies on your device"),
        ("tip", "foot", "Do you know more about Marlstone Lodge? Email tips@hexworthy.example"),
    ],
    [
        ("copyright", "foot", "All contents copyright Estermere Online"),
        ("newsletter", "between", "Receive the Estermere Evening Post by email"),
        ("player", "between", "Watch again: Abbot Fenn at Quorley Cross"),
        ("credit", "between", "Image: Estermere Online/Wanda Pryce"),
        ("time", "head", "{time} BST {day}"),
        ("section", "head", "ARTS:"),
        ("related", "between", "Most read in Estermere: The Quorley hoard"),
        ("follow", "foot", "Find Estermere Online on Facebook"),
        ("subscribe", "between", "Unlimited reading from 2 crowns a week with Estermere Online"),
        ("why", "foot", "Why you can trust Estermere Online"),
    ],
]
LINES = {"first": FIRST, "second": SECOND}
SHARE = 0.4
MONTHS = "January February March April May June July August September October November December".split()


def time(maker):
    """A time of the clock, in one of three forms."""
    hour, minute = maker.randint(1, 12), maker.randint(0, 59)
    return maker.choice([f"{hour}:{minute:02} p.m.", f"{hour}:{minute:02} AM", f"{hour:02}:{minute:02}"])


def day(maker):
    """A day of the year 2031."""
    return f"{maker.choice(MONTHS)} {maker.randint(1, 28)}, 2031"


def inside(text, mark, maker):
    """The text with the mark behind a sentence inside a paragraph; between paragraphs where there is none."""
    ends = [found.end() for found in re.finditer(r"[a-z][.!?][”\"]?(?= [A-Z“\"])", text)]
    if not ends:
        return between(text, mark, maker)
    at = maker.choice(ends)
    return f"{text[:at]} {mark}{text[at:]}"


def between(text, mark, maker):
    """The text with the mark as a paragraph of its own."""
    at = maker.choice([found.start() for found in re.finditer(r"\n\n", text)] or [len(text)])
    return f"{text[:at]}\n\n{mark}{text[at:]}"


PLACES = {
    "head": lambda text, mark, maker: f"{mark}\n\n{text}", "foot": lambda text, mark, maker: f"{text}\n\n{mark}",
    "inside": inside, "between": between}
# A code point of private use stands for each line until all have their places.
FIRST_MARK = 0xE000


def plant(document, lines, maker):
    """The document's text with all lines, and these with their places."""
    text, planted = document["text"].strip(), []
    for number in maker.sample(range(len(lines)), len(lines)):
        text = PLACES[lines[number][1]](text, chr(FIRST_MARK + number), maker)
    whole = ""
    for character in text:
        number = ord(character) - FIRST_MARK
        if not 0 <= number < len(lines):
            whole += character
            continue
        kind, place, form = lines[number]
        line = form.format(time=time(maker), day=day(maker))
        planted.append(
            {"kind": kind, "place": place, "start": len(whole), "end": len(whole) + len(line), "text": line})
        whole += line
    return whole, planted


def documents(paths):
    """The documents of the files, in order."""
    for path in paths:
        with open(path, encoding="utf-8") as file:
            yield from (json.loads(line) for line in file)


def chosen(all_documents, share, seed):
    """The ids of the texts that get lines: the same share of each outlet's."""
    ids = {}
    for document in all_documents:
        ids.setdefault(document["id"].split("_")[0], []).append(document["id"])
    return ids, {
        id for outlet, own in ids.items()
        for id in random.Random(f"{seed} {outlet}").sample(sorted(own), round(share * len(own)))}


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("texts", nargs="+")
    arguments.add_argument("-o", "--output", required=True)
    arguments.add_argument("--planted", required=True)
    arguments.add_argument("--lines", choices=LINES, default="first")
    arguments.add_argument("--seed", type=int, default=1)
    given = arguments.parse_args()
    read = list(documents(given.texts))
    outlets, with_lines = chosen(read, SHARE, given.seed)
    sets = LINES[given.lines]
    if len(outlets) > len(sets):
        arguments.error(f"{len(outlets)} outlets, but lines for {len(sets)}")
    own = dict(zip(sorted(outlets), sets))
    with open(given.output, "w", encoding="utf-8") as output, open(given.planted, "w", encoding="utf-8") as places:
        for document in read:
            outlet, text = document["id"].split("_")[0], document["text"]
            if document["id"] in with_lines:
                text, lines = plant(document, own[outlet], random.Random(f"{given.seed} {document['id']}"))
                for line in lines:
                    places.write(json.dumps({"id": document["id"], "outlet": outlet, **line}, ensure_ascii=False) + "\n")
            rest = {name: value for name, value in document.items() if name not in ("id", "text", "annotations")}
            output.write(json.dumps({"id": document["id"], "outlet": outlet, **rest, "text": text}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
