"""The product's own rules on words that mean two things; the sentences are invented."""

from __future__ import annotations

import pyarrow as pa
import pytest

from data.classify.engine import classify, engine_of
from data.classify.rules import own_table
from data.taxonomy import UNCLASSIFIED


def kinds(*notes: str) -> list[str]:
    told = pa.array(notes, pa.string())
    return classify(engine_of(own_table()), told, pa.nulls(len(told), pa.string()))[
        "kind"].to_pylist()


@pytest.mark.parametrize("note", [
    "Fighters imposed rules on dress or conduct in two villages.",
    "Le pays produit de l’or et du coton.",
    "La route vers ce pays voisin est contrôlée par des groupes armés.",
    "Des hommes armés ont incendié un camion chargé de vivres sur la route nationale.",
    "Des hommes armés ont incendié des maisons mais n’ont fait aucune victime.",
])
def test_a_word_of_the_other_language_is_no_levy_and_no_crop(note):
    assert kinds(note) == [UNCLASSIFIED]


def test_what_those_words_mean_in_their_own_language_is_still_told():
    assert kinds("Each digger pays CFA 1,500 a day to the fighters at the gold field.",
                 "Les combattants prélèvent un tiers de l’or des puits.",
                 "Militiamen charge 5,000 francs for every truck on the road.",
                 "Le champ de maïs d’un cultivateur a été brûlé par des miliciens.") == [
        "taxation.mining_site", "taxation.mining_site", "taxation.trade_transport",
        "predation.crop_destruction"]


@pytest.mark.parametrize("note", [
    "The government levies a royalty of three percent on gold mines.",
    "Les impôts payés par les sociétés minières à l’État ont doublé.",
    "Des orpailleurs ont payé leurs dettes auprès des commerçants.",
    "Militants imposed a blockade; trucks no longer reach the market.",
    "Militants imposed a blockade on the town, so that no trucks reach the market.",
    "Les chauffeurs réclament la sécurisation de l’axe où sévissent des bandits armés.",
    "The militants demanded that gold miners leave the area.",
    "The government will tax churches from next year.",
])
def test_a_states_taxes_wages_blockades_and_demands_of_protection_are_no_levy(note):
    assert kinds(note) == [UNCLASSIFIED]


@pytest.mark.parametrize(("note", "kind"), [
    ("La zakat a été versée volontairement par les commerçants.", UNCLASSIFIED),
    ("A sermon explained the rules of zakat.", UNCLASSIFIED),
    ("Muslims gave zakat for the feast.", UNCLASSIFIED),
    ("Fighters told villagers in the mosque to prepare the zakat.", "taxation.zakat"),
    ("Fighters threatened to burn the stores of those who had not paid zakat.", "taxation.zakat"),
    ("Zakat was taken in two hamlets.", "taxation.zakat"),
])
def test_zakat_that_is_given_is_not_zakat_that_is_forced(note, kind):
    assert kinds(note) == [kind]


@pytest.mark.parametrize(("note", "kind"), [
    ("Gunmen abducted 15 sheep from a courtyard.", "cattle_theft"),
    ("Gunmen abducted two sheep traders on their way home.", "kidnapping"),
    ("Enlèvement d’une ambulance par un groupe armé.", "predation.vehicle_hijacking"),
    ("Enlèvement d’un véhicule avec ses trois occupants par des hommes armés.", "kidnapping"),
    ("Gunmen abducted grain and solar panels from the health centre.", UNCLASSIFIED),
    ("Negotiations remain hostage to electoral politics.", UNCLASSIFIED),
    ("Three students were taken by armed men from a minibus.", "kidnapping"),
    ("Gunmen snatched a trader at the market and demanded CFA 5 million for his release.",
     "kidnapping"),
    ("Enlevés sur leur moto, deux enseignants restent introuvables.", "kidnapping"),
    ("The group freed the nurse after talks and no ransom was paid for her release.", UNCLASSIFIED),
])
def test_who_or_what_is_abducted_decides(note, kind):
    assert kinds(note) == [kind]


@pytest.mark.parametrize(("note", "kind"), [
    ("Herders took their cattle across the border for the dry season.", UNCLASSIFIED),
    ("Armed herders took 20 cows from a rival clan.", "cattle_theft"),
    ("Gunmen raided the livestock market and killed three traders.",
     "violence.attack_on_civilians"),
    ("Le vol humanitaire a transporté des vaccins pour le bétail.", UNCLASSIFIED),
])
def test_moving_animals_or_raiding_their_market_is_not_stealing_them(note, kind):
    assert kinds(note) == [kind]


def test_feminine_plurals_are_read_like_masculine_ones():
    assert kinds("Des kalachnikovs saisies par la douane.", "Des drogues ont été saisies au port.",
                 "Défenses d’éléphant saisies par la police à l’aéroport.") == [
        "seizure.firearms", "seizure.drugs", "seizure.other"]


def test_a_programme_may_train_and_a_workshop_is_none():
    assert kinds("A vocational training programme for young people was opened by an NGO.",
                 "A workshop for young people was held by an NGO.") == [
        "intervention.programme", UNCLASSIFIED]
