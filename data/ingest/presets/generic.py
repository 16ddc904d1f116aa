"""Any table: columns recognised by their names in English and French, or named by --map."""

from __future__ import annotations

from types import MappingProxyType

from data.i18n import msg
from data.ingest.dates import parts
from data.ingest.presets.base import ActorColumn, Derived, Preset

YEAR = ("year", "annee", "an", "event_year", "annee_incident")
MONTH = ("month", "mois", "event_month", "mois_incident")
DAY = ("day", "jour", "day_of_month", "jour_du_mois", "event_day")


GENERIC = Preset(
    name="generic",
    title=msg("any table with a date and a place"),
    source=None,
    licence="unstated",
    columns=MappingProxyType({
        # Only --map: a column called "source" mostly names a newspaper or a radio, and the
        # source of the records decides their identity.
        "source": (),
        "source_record_id": ("source_record_id", "event_id", "record_id", "incident_id", "id",
                             "identifiant", "numero", "code_incident", "id_incident"),
        "source_url": ("source_url", "url", "link", "lien"),
        "citation": ("citation",),
        "licence": ("licence", "license"),
        "kind": ("kind", "type", "event_type", "incident_type", "category", "categorie", "nature",
                 "type_of_incident", "type d'incident", "type d'evenement", "type_incident",
                 "type_evenement", "nature de l'incident"),
        "date_start": ("date_start", "date", "event_date", "start_date", "incident_date",
                       "date_debut", "date de debut", "date_incident", "date de l'incident",
                       "date_evenement", "date de l'evenement", "date_of_incident",
                       "date des faits"),
        "date_end": ("date_end", "end_date", "date_fin", "date de fin"),
        "date_precision": ("date_precision", "date_prec", "precision_date"),
        "lat": ("lat", "latitude", "y"),
        "lon": ("lon", "lng", "long", "longitude", "x"),
        "where_precision": ("where_precision", "where_prec", "precision_lieu"),
        "country": ("country", "admin0", "named_admin0", "pays", "country_name", "iso2", "iso3",
                    "nom_pays", "code_pays"),
        "named_admin1": ("named_admin1", "admin1", "region", "adm1", "adm_1", "province",
                         "region_name", "nom_region", "admin1_name", "adm1_name", "adm1_fr",
                         "adm1_en"),
        "named_admin2": ("named_admin2", "admin2", "cercle", "adm2", "adm_2", "district",
                         "admin2_name", "adm2_name", "adm2_fr", "adm2_en"),
        "place": ("place", "location", "lieu", "localite", "town", "village", "ville",
                  "place_name", "city", "lieu_incident", "lieu de l'incident", "locality"),
        "fatalities_low": ("fatalities_low",),
        "fatalities_best": ("fatalities_best", "fatalities", "deaths", "killed", "morts", "tues",
                            "deces", "nombre de morts", "nb_morts", "nombre de deces",
                            "number of deaths", "nb de morts", "nombre de tues", "nb de tues",
                            "nb de deces", "number of fatalities", "number killed"),
        "fatalities_high": ("fatalities_high",),
        "victims": ("victims", "victimes", "nombre de victimes", "nb_victimes",
                    "number of victims", "nb de victimes"),
        "quantity": ("quantity", "quantite"),
        "unit": ("unit", "unite"),
        "commodity": ("commodity", "produit", "marchandise"),
        "amount_low": ("amount_low",),
        "amount_best": ("amount_best", "amount", "montant"),
        "amount_high": ("amount_high",),
        "currency": ("currency", "devise"),
        "basis": ("basis",),
        "confidence": ("confidence",),
        "sensitivity": ("sensitivity",),
        "synthetic": ("synthetic",),
        "notes": ("notes", "note", "description", "comments", "remarks", "commentaire",
                  "commentaires", "remarques", "resume", "observations", "summary", "details"),
        "actors": ("actors", "acteurs"),
        # When the source last revised the record; other tables call the event's own time so.
        "revised": ("revised", "revised_on", "date_revised", "last_revised", "date_revision"),
    }),
    actors=(
        ActorColumn(("perpetrator", "auteur"), "perpetrator"),
        ActorColumn(("victim", "victime"), "victim"),
        ActorColumn(("collector", "collecteur"), "collector"),
        ActorColumn(("authority", "autorite"), "authority"),
        ActorColumn(("actor", "acteur", "actor1", "actor_1"), "party"),
        ActorColumn(("actor2", "actor_2"), "party"),
    ),
    derived=(
        # A day, a month and a year apart; a column of whole dates goes before them.
        Derived("date_start", (YEAR, MONTH, DAY), parts, last=True),
        Derived("date_start", (DAY,), lambda day: day, last=True),
    ),
)
