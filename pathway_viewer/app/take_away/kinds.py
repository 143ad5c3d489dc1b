"""Take-away kinds: what can be exported from the window, and the few choices that each has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pathway_viewer.app.take_away import work
from pathway_viewer.app.take_away.shown import Shown
from pathway_viewer.export.film_formats import FOLDER, FORMATS, MissingToolError, means_for
from pathway_viewer.timeline.steps import steps_of
from pathway_viewer.widgets.export_form import Choice, Chosen

PAPER = Choice("paper", "Paper", (("a4", "A4"), ("letter", "Letter")), "a4")
SIZES = (
    ("1280x720", "1280 × 720"),
    ("1920x1080", "1920 × 1080"),
    ("3840x2160", "3840 × 2160"),
)
PICTURES = ((".png", "PNG, pixels"), (".svg", "SVG, vector"), (".pdf", "PDF, vector"))
STYLES = (("vancouver", "Vancouver"), ("apa", "APA"))
LISTS = (
    (".bib", "BibTeX"),
    (".ris", "RIS"),
    (".json", "CSL-JSON"),
    (".txt", "Text, Vancouver"),
    (".txt apa", "Text, APA"),
)
LENGTHS = (("", "As long as it needs"), *((str(s), f"{s} s") for s in (15, 30, 60, 120)))


@dataclass(frozen=True)
class Kind:
    """One export: its name, its choices, what they mean, and the work.

    `suffix` is that of its file, or the id of the choice that names it.
    """

    id: str
    title: str
    choices: Callable[[Shown], tuple[Choice, ...]]
    told: Callable[[Shown, Chosen], str]
    suffix: str
    make: work.Maker
    hindered: Callable[[Chosen], str] = lambda _: ""

    def ending(self, chosen: Chosen) -> str:
        """The suffix of the file, '' for a folder."""
        wished = self.suffix if self.suffix.startswith(".") else chosen[self.suffix]
        return wished.partition(" ")[0]


def run_told(shown: Shown) -> str:
    """Whose run it is and what is changed in it, in a sentence."""
    parts = [shown.scenario]
    if shown.what_if:
        parts.append(f"what if: {shown.what_if}")
    told = "; ".join(part for part in parts if part)
    return f"{told[:1].upper()}{told[1:]}." if told else ""


def steps_told(shown: Shown) -> str:
    """How many steps there are, and what of this run counts for all of them."""
    count = len(steps_of(shown.pathway, shown.run.scenario))
    whose = "each with its own run" if not shown.wish.everywhere else f"all with {shown.scenario}"
    changed = f" What if: {shown.what_if}." if shown.what_if else ""
    return f"{count} steps, {whose}.{changed}"


def _picture_told(shown: Shown, chosen: Chosen) -> str:
    where = "on pages of their own" if chosen["form"] == ".pdf" else "inside the file"
    references = f" References {where}." if shown.shape.numbers else ""
    return f"{shown.when}. {run_told(shown)}{references}"


def _movie_told(shown: Shown, chosen: Chosen) -> str:
    told = steps_told(shown) if chosen["what"] == "steps" else run_told(shown)
    made = FORMATS[chosen["form"]]
    return f"{told} {made.rate:g} pictures a second. Titles before, references after."


def _movie_hindered(chosen: Chosen) -> str:
    try:
        means_for(FORMATS[chosen["form"]])
    except MissingToolError as error:
        told = str(error)
        return f"{told[:1].upper()}{told[1:]}. GIF, WebP and PNG work without."
    return ""


def _movie_choices(shown: Shown) -> tuple[Choice, ...]:
    chapters = shown.pathway.chapters_of(shown.run.scenario)
    what = [("steps", "The steps of the lecture"), ("run", "This run, all of it")]
    what += [(f"chapter {one.id}", f"This run: {one.title}") for one in chapters]
    forms = tuple((one.suffix, one.label) for one in FORMATS.values())
    sizes = (("960x540", "960 × 540"), *SIZES[:2])
    return (
        Choice("what", "Shows", tuple(what), "run"),
        Choice("form", "Format", forms, _first_form()),
        Choice("size", "Size", sizes, "1920x1080"),
        Choice("seconds", "Length", LENGTHS),
    )


def _first_form() -> str:
    """A video where something here writes it, else a picture that moves."""
    return ".gif" if _movie_hindered({"form": ".mp4"}) else ".mp4"


def _handout_choices(shown: Shown) -> tuple[Choice, ...]:
    many = tuple((str(n), f"{n} a page") for n in (1, 2, 3, 6))
    colours = [("print", "Greys, for a printer"), ("paper", "Colours on paper")]
    return (
        PAPER,
        Choice("per_page", "Steps", many, "3"),
        Choice("notes", "Beside them", (("notes", "Notes"), ("lines", "Lines to write on"))),
        Choice("theme", "Colours", tuple(colours), "print"),
    )


def _handout_told(shown: Shown, _chosen: Chosen) -> str:
    return f"{steps_told(shown)} For {shown.shape.reading}s. With glossary and references."


def _sheet_told(shown: Shown, _chosen: Chosen) -> str:
    return "One page in plain words, with lines to write on whom to ask."


def _references_told(shown: Shown, _chosen: Chosen) -> str:
    return f"All {len(shown.pathway.references)} references of this pathway."


KINDS: dict[str, Kind] = {
    one.id: one
    for one in (
        Kind(
            "picture",
            "Export the picture",
            lambda _: (
                Choice("form", "Format", PICTURES),
                Choice("size", "Size", (("window", "As in the window"), *SIZES), "1920x1080"),
            ),
            _picture_told,
            "form",
            work.picture_work,
        ),
        Kind(
            "slides",
            "Export slides",
            lambda _: (Choice("style", "References", STYLES),),
            lambda shown, _: f"{steps_told(shown)} A slide each, with notes; for PowerPoint.",
            ".pptx",
            work.slides_work,
        ),
        Kind(
            "movie",
            "Export a film",
            _movie_choices,
            _movie_told,
            "form",
            work.movie_work,
            _movie_hindered,
        ),
        Kind(
            "handout",
            "Export the handout",
            _handout_choices,
            _handout_told,
            ".pdf",
            work.pages_work,
        ),
        Kind(
            "sheet",
            "Export the patient sheet",
            lambda _: (PAPER,),
            _sheet_told,
            ".pdf",
            work.sheet_work,
        ),
        Kind(
            "references",
            "Export references",
            lambda _: (Choice("form", "Format", LISTS),),
            _references_told,
            "form",
            work.references_work,
        ),
    )
}

FILTERS = {
    FOLDER: "Folder for pictures (*)",
    ".png": "PNG picture (*.png)",
    ".svg": "SVG picture (*.svg)",
    ".pdf": "PDF (*.pdf)",
    ".pptx": "PowerPoint presentation (*.pptx)",
    ".bib": "BibTeX (*.bib)",
    ".ris": "RIS (*.ris)",
    ".json": "CSL-JSON (*.json)",
    ".txt": "Text (*.txt)",
    ".mp4": "MP4 video (*.mp4)",
    ".webm": "WebM video (*.webm)",
    ".gif": "Animated GIF (*.gif)",
    ".webp": "Animated WebP (*.webp)",
}
"""What a save dialog says of each suffix."""
