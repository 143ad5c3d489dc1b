"""The ketamine pathway tells what its papers show: both sides of a dispute, and nothing more."""

from __future__ import annotations

import re

import pytest
from ketamine_ids import CLAIMS, DISPUTED
from ketamine_texts import all_texts, attributed, papers, prose, sentences, with_citations

from pathway_viewer.model.pathway import Pathway
from pathway_viewer.model.text import cited

TEN_POINTS = [
    # It blocks NMDA receptors; what gains weight is AMPA signalling.
    ("ketamine__nmdar_block", r"(?:plugs|blocks?)\b", "anis1983"),
    ("ampar", r"does not raise NMDA-driven excitation", "anis1983"),
    ("ampar", r"weight of glutamate signalling", "maeng2008"),
    # The dose window is narrow.
    (
        "glutamate",
        r"10, 20 or 30 mg/kg, no change after 50 mg/kg and less .* 200 mg/kg",
        "moghaddam1997",
    ),
    ("nmdar_interneuron", r"10 µM lowered both", "gerhard2020"),
    # The drug is gone long before the effect.
    ("ketamine", r"half-life is about 3 h in people and about 13 min in mice", "ma2023"),
    ("ketamine", r"for days only", "kishimoto2016"),
    # Spines come after the first benefit and keep it.
    ("spines", r"unchanged at 3–6 h and raised at 12–24 h", "modasava2019"),
    ("spines", r"do not start it", "modasava2019"),
    ("spines__circuit", r"left the first benefit intact", "modasava2019"),
    ("spines", r"already higher at 3 h", "zhang2019rket"),
    ("circuit", r"before spines? ", "modasava2019"),
    ("synaptic_proteins", r"2–6 h", "li2010"),
    # Synapse growth is rodent evidence.
    ("sv2a_pet", r"no overall change", "holmes2022"),
    ("spines", r"no overall change", "holmes2022"),
    # Two starting points, both well argued.
    ("nmdar_interneuron", r"no longer acted like an antidepressant", "gerhard2020"),
    ("nmdar_interneuron", r"imitated and used up", "miller2014"),
    ("nmdar_pyramidal", r"ketamine added nothing", "miller2014"),
    ("nmdar_pyramidal", r"only knock-down in interneurons", "gerhard2020"),
    ("nmdar_pyramidal", r"lowered phospho-eEF2", "autry2011"),
    # BDNF: mostly needed, hours disputed, blood is not brain.
    ("bdnf_release", r"abolished the forced-swim effect", "lepack2014"),
    ("bdnf_release", r"half the normal gene dose", "lindholm2012"),
    ("bdnf_protein", r"back to baseline", "gideons2014"),
    ("bdnf_protein", r"raised after 10 mg/kg", "zanos2016"),
    ("plasma_bdnf", r"higher in responders", "haile2014"),
    ("plasma_bdnf", r"did not change", "machadovieira2009"),
    # mTORC1: needed late in rats, not early in mice, not shown in people.
    ("mtorc1", r"prevented the new synaptic proteins", "li2011"),
    ("mtorc1", r"survived systemic rapamycin", "autry2011"),
    ("mtorc1", r"No change was found", "zanos2016"),
    ("mtorc1", r"did not block the benefit", "abdallah2020"),
    # Nets, gene marks and new neurons.
    ("pnn", r"repeated ANAESTHETIC dosing", "venturino2021"),
    ("pnn", r"1 week was lost", "donegan2017"),
    ("ieg", r"single", "choi2015"),
    ("neurogenesis", r"rats without adult neurogenesis still", "soumier2016"),
    ("neurogenesis", r"Silencing young neurons blocked", "rawat2022"),
    # The human effect is fast, short and hard to blind.
    ("mood", r"no longer by days 10–12", "kishimoto2016"),
    ("relapse", r"median of 18 days", "murrough2013rep"),
    ("mood", r"did not beat saline", "lii2023"),
    ("expectancy", r"most patients and raters guessed", "jelovac2025"),
    ("cystitis", r"26\.6%", "winstock2012"),
    ("cognition_harm", r"frequent recreational users", "morgan2010"),
    ("abuse", r"compulsive", "morgancurran2012"),
]

FORBIDDEN = {
    "Excitation through NMDA receptors increases.": r"excitation[^.;]*NMDA[^.;]* (?:ris|incr|grow)",
    "NMDA-mediated excitation increases.": r"NMDA[^.;]* excitation[^.;]* (?:rise|increase|grow)",
    "Ketamine raises NMDA-driven excitation.": r"(?:raise|increase)s? NMDA-driven excitation",
    "It strengthens signalling for months.": r"\b(?:for|over|lasting|lasts|to|or|of) months\b",
    "Repeated dosing triggers a compensatory rise of BDNF.": r"compensatory",
    "Ketamine gives long-term resilience.": r"resilien",
    "It guards by protection that lasts.": r"\bprotection (?:that|against)",
    "Repeated ketamine epigenetically raises Egr1.": r"epigenetic",
    "Egr1 stays up after repeated dosing.": r"\bEgr1\b[^.;]*(?:lasting|repeated)",
    "Nets are lost after a single dose.": r"nets?\b[^.;]*(?:loss|lost|shrink)[^.;]*single dose",
    "A single dose dissolves perineuronal nets.": r"single dose[^.;]*(?:dissolv|strip|shrink)",
    "New spines emerge within hours.": r"spines[^.;]*(?:emerge|appear|form)\w* within hours",
    "BDNF keeps mature neurons alive.": r"neurons[^.;]* alive|survival of (?:existing )?neurons",
    "Ongoing neurogenesis sustains mood.": r"neurogenesis[^.;]* (?:sustains|maintains)",
    "Ketamine reboots the brain.": r"reboot",
    "Ketamine adds synapses in living people.": r"adds? synapses in (?:living )?people",
}
"""What the pathway's starting article said and no paper bears out, and how to find it again."""

DENIED = re.compile(
    r"\b(?:not|no|never|nobody|nothing|lacking|unproven|neither|nor|doubts|forbid|needed|"
    r"whether|separate|opposite|about marks)\b",
    re.IGNORECASE,
)

REMEMBERED = [
    ("nugent2019", r"6\s?[–-]\s?9 h|7\.5 h"),
    ("wu2021", r"2\s?[–-]\s?4 h"),
    ("li2010", r"\b30 min|\bhalf an hour|1\s?[–-]\s?6 h|NBQX"),
    ("zarate2012pk", r"80 min|4 h\b"),
    ("casarotto2021", r"Y433F"),
    ("abdallah2017", r"\d ?%|correlat"),
    ("spravato_label", r"2025"),
]
"""A paper, and a value linked with it that nobody read: not to be printed as if it were."""

SECOND_HAND = """
    aanhetrot2010 autry2011 beurel2011 carreno2016 choi2015 fukumoto2019 garcia2008chronic
    gideons2014 koike2011 lindholm2012 rybakowski2013 sanacora2017lan shiroma2014 suzuki2017
    zanos2016 zarate2006mem
"""
"""Papers whose doses and hours were read in another text, which must be said."""

SAID = re.compile(
    r"open review|thesis|as reported|reportedly|second-hand|same review|that review|the review|"
    r"grant summary|later (?:paper|text)|secondary copies|same source|reported there|told there"
)
DOSE_OR_HOUR = re.compile(
    r"\d\s?(?:mg|milligram|µM|%|percent|h\b|hours?|min|days?)|\bhalf an hour\b"
)


def _said(pathway: Pathway, id: str, pattern: str, paper: str) -> bool:
    told = attributed(prose(pathway, id))
    return any(paper in by and re.search(pattern, words) for words, by in told)


@pytest.mark.parametrize(("id", "pattern", "paper"), TEN_POINTS)
def test_the_points_a_teaching_text_must_get_right(
    ketamine: Pathway, id: str, pattern: str, paper: str
):
    assert _said(ketamine, id, pattern, paper), f"{id} should say /{pattern}/ [@{paper}]"


@pytest.mark.parametrize(("untrue", "pattern"), FORBIDDEN.items())
def test_what_no_paper_shows_is_told_only_to_be_denied(
    ketamine: Pathway, untrue: str, pattern: str
):
    assert re.search(pattern, untrue, re.IGNORECASE)
    assert not DENIED.search(untrue)
    for place, text in all_texts(ketamine):
        for sentence in sentences(text):
            if re.search(pattern, sentence, re.IGNORECASE):
                assert DENIED.search(sentence), f"{place}: {sentence}"


def test_every_claim_but_the_unsupported_one_is_told_where_it_points(ketamine: Pathway):
    claims = {claim.id: claim for claim in ketamine.claims}
    assert {id: claim.status for id, claim in claims.items()} == {
        id: status for id, (status, _) in CLAIMS.items()
    }
    assert not any(id.startswith("c23") for id in claims)
    for claim in ketamine.claims:
        for id in claim.about:
            assert set(claim.supporting) & papers(ketamine, id), (claim.id, id)


def test_who_contests_a_claim_is_named_and_heard_where_it_points(ketamine: Pathway):
    for claim in ketamine.claims:
        assert set(claim.contesting) == set(CLAIMS[claim.id][1].split()), claim.id
        heard = {paper for id in claim.about for paper in papers(ketamine, id)}
        assert set(claim.contesting) <= heard, claim.id


def test_an_arrow_under_dispute_tells_the_other_side(ketamine: Pathway):
    for id, against in DISPUTED.items():
        assert set(against.split()) <= set(ketamine.edge(id).evidence.disputed_by), id
    for edge in ketamine.edges:
        assert set(edge.evidence.disputed_by) <= set(cited(edge.expert)), edge.id
        if edge.evidence.strength == "contested":
            assert edge.evidence.disputed_by, edge.id


def test_an_arrow_that_rests_on_rodents_alone_does_not_call_itself_human(ketamine: Pathway):
    for edge in ketamine.edges:
        if "human" not in edge.evidence.species:
            plain = sentences(edge.text)[0]
            people = re.search(r"\b(?:people|patients)\b", plain)
            assert not people or re.search(r"\b(?:not|untested|but|in patients)\b", plain), edge.id


@pytest.mark.parametrize(("paper", "value"), REMEMBERED)
def test_a_value_that_was_only_remembered_is_not_printed(ketamine: Pathway, paper: str, value: str):
    for place, text in all_texts(ketamine):
        for words, by in attributed(text):
            if by == (paper,) and "remembered" not in words:
                assert not re.search(value, words), (place, words)
    for point in ketamine.measurements:
        if point.reference == paper:
            assert not re.search(value, f"{point.finding} {point.when}"), point.finding


def test_a_paper_that_is_only_remembered_is_never_called_on(ketamine: Pathway):
    for place, text in all_texts(ketamine):
        assert not {"michaelsson2019", "yamadajinno2019", "fava2020"} & set(cited(text)), place


def test_an_illustrative_point_prints_no_number(ketamine: Pathway):
    for point in ketamine.measurements:
        if point.confidence == "illustrative":
            assert point.value is None, point.finding
            assert point.at is None, point.finding
            assert point.level is None, point.finding


def test_a_second_hand_point_says_who_reported_it(ketamine: Pathway):
    for point in ketamine.measurements:
        assert bool(point.reported_by) == (point.confidence == "secondary"), point.finding


def test_a_second_hand_number_says_that_it_is_one(ketamine: Pathway):
    second_hand = set(SECOND_HAND.split())
    # A stage sums up its measurements, each of which names its reporter.
    told = [it for it in with_citations(ketamine) if not it[0].startswith("stages.")]
    for place, text in told:
        for words, by in attributed(text):
            if set(by) <= second_hand and DOSE_OR_HOUR.search(words):
                assert SAID.search(" ".join(text.split())), (place, words)


def test_no_approval_prints_a_date_that_was_only_remembered(ketamine: Pathway):
    for approval in ketamine.approvals:
        assert "2025" not in approval.year, approval.id
    assert {approval.reference for approval in ketamine.approvals} == {
        "gastaldon2019",
        "spravato_label",
    }
