"""An invented row for each table, for the published schema; none of it is about anyone."""

from __future__ import annotations

from collections.abc import Mapping

from data.evidence.columns import NOT_STATED

_CLAIM = {
    "document": "An invented survey", "says_en": "An invented example.",
    "says_fr": "Un exemple inventé.", "date": "2020-11", "evidence": "reported",
    "synthetic": "yes",
}

EXAMPLES: Mapping[str, Mapping[str, str]] = {
    "documents": {"id": "invented-survey", "title": "An invented survey",
                  "publisher": "An invented office", "published": "2020",
                  "licence": "cc-by-4.0"},
    "sections": {"id": "invented-survey/markets", "document": "invented-survey",
                 "title": "Markets", "marker": "Section 2"},
    "places": {"id": "invented-market", "name_en": "An invented market",
               "name_fr": "Un marché inventé", "lat": "16.2", "lon": "-0.1",
               "where_precision": "1", "position_en": "the market", "position_fr": "le marché"},
    "levies": {**_CLAIM, "kind": "access", "collector": "an invented group",
               "collector_family": "armed_group", "taxed": "access to a site",
               "rate_low": "1000", "rate_high": "2000", "currency": "XOF",
               "basis": "site_access", "frequency": "weekly", "places": "Mali"},
    "corridors": {**_CLAIM, "commodity": "fuel", "places": "Niger > Mali > Mauritania",
                  "segment_evidence": "observed > believed"},
    "sites": {**_CLAIM, "id": "invented-site", "kind": "market", "commodities": "livestock;fuel",
              "place": "An invented market", "lat": "16.2", "lon": "-0.1", "country": "ML",
              "where_precision": "1"},
    "visits": {**_CLAIM, "site": "invented-site", "workers": "40", "minerals": "gold",
               "presence": "yes", "armed": "an invented group", "taxed": NOT_STATED},
    "factors": {**_CLAIM, "side": "resilience", "factor": "cohesion", "level": "0.5",
                "places": "Mali"},
    "perceptions": {**_CLAIM, "perceived": "survival", "by": "persons who were asked"},
    "recommendations": {**_CLAIM, "number": "1", "title_en": "An invented recommendation",
                        "answers": "youth;precariousness"},
    "relations": {**_CLAIM, "relation": "competition", "actor_a": "an invented group",
                  "actor_b": "another invented group", "share_percent": "25",
                  "asked": "persons who were asked"},
    "interventions": {**_CLAIM, "id": "invented-workshop", "kind": "workshop",
                      "name_en": "An invented workshop", "by": "an invented office",
                      "places": "Mali"},
    "outcomes": {**_CLAIM, "intervention": "invented-workshop",
                 "measure_en": "persons who took part", "best": "30", "unit": "persons"},
    "figures": {**_CLAIM, "measure_en": "vehicles that were seen", "low": "10", "high": "20",
                "unit": "vehicles"},
    "stages": {**_CLAIM, "chain": "assets", "order": "1", "stage_en": "An invented step"},
    "flows": {**_CLAIM, "commodity": "fuel", "places": "Niger > Mali", "quantity": "12.5",
              "unit": "tonnes"},
}
