#!/usr/bin/env python3
"""Write the table of feasts that no rule of the Gregorian calendar gives, rules/en/date-normalization/feasts.tsv.

    python3 -m venv feasts && feasts/bin/pip install holidays hijridate convertdate
    feasts/bin/python Scripts/feasts.py > rules/en/date-normalization/feasts.tsv

A row is a feast: its name, the package and version that its days are from, and a column for each year with its month and
day, `04-10`, two of them where a year has two, none where the source has none.  Islamic feasts are those of the calendar of
Umm al-Qura; where the moon is sighted they may lie a day off.  Jewish feasts are named by the day that follows the evening
on which they begin.
"""
import datetime
import importlib.metadata

import convertdate.holidays
import convertdate.persian
import hijridate
from convertdate import hebrew
from holidays.calendars.buddhist import _BuddhistLunisolar
from holidays.calendars.chinese import _ChineseLunisolar
from holidays.calendars.hindu import _HinduLunisolar

YEARS = range(1960, 2061)
ISLAMIC = {
    "islamic-new-year": (1, 1), "ashura": (1, 10), "arbaeen": (2, 20), "mawlid": (3, 12), "isra-miraj": (7, 27),
    "mid-shaban": (8, 15), "ramadan": (9, 1), "laylat-al-qadr": (9, 27), "eid-al-fitr": (10, 1), "arafah": (12, 9),
    "eid-al-adha": (12, 10), "eid-al-ghadir": (12, 18)}
JEWISH = {
    "rosh-hashanah": (7, 1), "yom-kippur": (7, 10), "sukkot": (7, 15), "shemini-atzeret": (7, 22), "simchat-torah": (7, 23),
    "hanukkah": (9, 25), "tu-bishvat": (11, 15), "passover": (1, 15), "lag-baomer": (2, 18), "shavuot": (3, 6)}
CHINESE = ["lunar_new_year", "dragon_boat", "mid_autumn", "double_ninth"]
HINDU = [
    "naraka_chaturdashi", "govardhan_puja", "holi", "dussehra", "sharad_navratri", "chaitra_navratri",
    "maha_ashtami", "maha_navami", "janmashtami", "ganesh_chaturthi", "raksha_bandhan", "ram_navami", "maha_shivaratri",
    "makar_sankranti", "pongal", "onam", "basant_panchami", "karwa_chauth", "chhath_puja", "rath_yatra", "thaipusam",
    "gudi_padwa", "vaisakhi", "guru_nanak_jayanti", "guru_gobind_singh_jayanti", "guru_ravidas_jayanti",
    "maharshi_valmiki_jayanti", "hanuman_jayanti", "mahavir_jayanti", "buddha_purnima", "guru_purnima"]


def source(package):
    return f"{package} {importlib.metadata.version(package)}"


def islamic():
    for name, (month, day) in ISLAMIC.items():
        days = []
        for year in range(1379, 1485):
            days.append(hijridate.Hijri(year, month, day).to_gregorian())
        yield name, source("hijridate"), [datetime.date(d.year, d.month, d.day) for d in days]


def jewish():
    for name, (month, day) in JEWISH.items():
        yield name, source("convertdate"), [datetime.date(*hebrew.to_gregorian(y, month, day)) for y in range(5720, 5822)]
    purim = [datetime.date(*hebrew.to_gregorian(y, 13 if hebrew.leap(y) else 12, 14)) for y in range(5720, 5822)]
    yield "purim", source("convertdate"), purim
    ninth = [datetime.date(*hebrew.to_gregorian(y, 5, 9)) for y in range(5720, 5822)]
    # The fast does not fall on a Sabbath.
    moved = [day + datetime.timedelta(days=day.weekday() == 5) for day in ninth]
    yield "tisha-bav", source("convertdate"), moved


def given(calendar, name):
    """The days that a calendar of `holidays` has, estimates left out."""
    days = []
    for year in YEARS:
        found = getattr(calendar, name + "_date")(year)
        for day, exact in [found] if isinstance(found, tuple) else found or []:
            days += [day] if day and exact else []
    return days


def lunisolar():
    for name in CHINESE:
        yield name.replace("_", "-"), source("holidays"), given(_ChineseLunisolar(), name)
    # Diwali as India keeps it where that is known.
    indian = given(_HinduLunisolar(), "diwali_india")
    others = [day for day in given(_HinduLunisolar(), "diwali") if day.year not in {d.year for d in indian}]
    yield "diwali", source("holidays"), indian + others
    for name in HINDU:
        yield name.replace("_", "-"), source("holidays"), given(_HinduLunisolar(), name)
    yield "vesak", source("holidays"), given(_BuddhistLunisolar(), "vesak")


def solar():
    easter = [datetime.date(*convertdate.holidays.easter(year, church="orthodox")) for year in YEARS]
    yield "orthodox-easter", source("convertdate"), easter
    nowruz = [datetime.date(*convertdate.persian.to_gregorian(year - 621, 1, 1)) for year in YEARS]
    yield "nowruz", source("convertdate"), nowruz


def main():
    print("feast", "source", *YEARS, sep="\t")
    for feasts in (islamic, jewish, lunisolar, solar):
        for name, origin, days in feasts():
            cells = [" ".join(sorted(d.strftime("%m-%d") for d in set(days) if d.year == year)) for year in YEARS]
            print(name, origin, *cells, sep="\t")


if __name__ == "__main__":
    main()
