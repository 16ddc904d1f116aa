"""How data sets ask to be cited: the form that their publishers give, by the source's name.

A publisher's year or version is that of the file a user imported, which only the user
knows; the form says where it belongs. A record's own citation stands beside it.
"""

from __future__ import annotations

FORMS: dict[str, tuple[str, ...]] = {
    "UCDP GED": (
        "Sundberg, Ralph, and Erik Melander (2013). Introducing the UCDP Georeferenced Event "
        "Dataset. Journal of Peace Research 50(4), 523–532.",
        "Uppsala Conflict Data Program, UCDP Georeferenced Event Dataset (GED) Global version "
        "[version], Department of Peace and Conflict Research, Uppsala University. "
        "https://ucdp.uu.se/downloads/",
    ),
    "ACLED": (
        "Raleigh, Clionadh, Andrew Linke, Håvard Hegre, and Joakim Karlsen (2010). Introducing "
        "ACLED: An Armed Conflict Location and Event Dataset. Journal of Peace Research 47(5), "
        "651–660.",
        "Armed Conflict Location & Event Data (ACLED), www.acleddata.com, accessed [date].",
    ),
    "GTD": (
        "START (National Consortium for the Study of Terrorism and Responses to Terrorism) "
        "[year of release]. Global Terrorism Database [data file]. "
        "https://www.start.umd.edu/gtd",
    ),
    "UNODC IDS": (
        "United Nations Office on Drugs and Crime, Individual Drug Seizures [data set], "
        "accessed [date]. https://dataunodc.un.org/",
    ),
}


def asked(source: str, citations: tuple[str, ...]) -> tuple[str, ...]:
    """Return how a source is to be cited: its publisher's form, then what its records say."""
    return tuple(dict.fromkeys((*FORMS.get(source, ()), *citations)))
