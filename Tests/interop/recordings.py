"""Reads what tillside play leaves behind with readers nobody here wrote: asciinema, junitparser, tap.py, an XML parser."""

import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

import pyte
from asciinema.asciicast import open_from_url
from junitparser import JUnitXml
from steps import step
from tap.parser import Parser

TAPES = pathlib.Path(__file__).resolve().parents[2] / "Resources" / "Tapes"
BROKEN = 'Wait Idle\nExpect "this is <not> & never there"\n'


def prove_recordings(tillside):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for tape in ("shift", "start-help", "hostile-text"):
            prove_cast(tillside, TAPES / f"{tape}.tape", folder)
        prove_reports(tillside, folder)
        prove_picture(tillside, folder)


def play(tillside, *arguments):
    return subprocess.run([tillside, "play", *map(str, arguments)], capture_output=True, text=True, check=False)


def prove_cast(tillside, tape, folder):
    first, second, text = folder / "first.cast", folder / "second.cast", folder / "last.txt"
    play(tillside, tape, "--cast", first, "--no-captions", "--text", text)
    play(tillside, tape, "--cast", second, "--no-captions")
    step(f"{tape.stem}: two recordings are the same, byte for byte", first.read_bytes() == second.read_bytes())
    with open_from_url(str(first)) as cast:
        header = cast.v2_header
        events = list(cast.events())
    step(f"{tape.stem}: asciinema reads the recording", header["version"] == 2 and len(events) > 5, header)
    times = [moment for moment, _, _ in events]
    step(f"{tape.stem}: its events are in order", times == sorted(times) and {kind for _, kind, _ in events} <= set("omr"))
    screen = pyte.Screen(header["width"], header["height"])
    stream = pyte.Stream(screen)
    for _, kind, data in events:
        if kind == "o":
            stream.feed(data)
        elif kind == "r":
            columns, rows = map(int, data.split("x"))
            screen.resize(rows, columns)
    wanted = [row[:-1].rstrip() for row in text.read_text(encoding="utf-8").split("styles:")[0].split("\n") if row.endswith("|")]
    step(f"{tape.stem}: played, it shows the last screen", [row.rstrip() for row in screen.display] == wanted, screen.display)
    asciinema = pathlib.Path(sys.executable).with_name("asciinema")
    shown = subprocess.run([asciinema, "cat", first], capture_output=True, text=True, check=False)
    step(f"{tape.stem}: asciinema cat prints it", shown.returncode == 0 and "Contoso" in shown.stdout, shown.stderr)


def prove_reports(tillside, folder):
    broken, junit = folder / "a<b>&\".tape", folder / "report.xml"
    broken.write_text(BROKEN, encoding="utf-8")
    tapes = [TAPES / "start-help.tape", broken, TAPES / "shift.tape"]
    run = play(tillside, *tapes, "--jobs", 2, "--junit", junit, "--tap")
    step("a tape that fails ends with 1", run.returncode == 1, run)
    suite = next(iter(JUnitXml.fromfile(str(junit))))
    cases = list(suite)
    step("junitparser reads the report", (suite.tests, suite.failures, len(cases)) == (3, 1, 3), junit.read_text())
    failed = [case for case in cases if case.result]
    step("and the failure with its text", failed[0].name == str(broken) and "<not> &" in failed[0].result[0].text)
    lines = list(Parser().parse_text(run.stdout))
    results = [line for line in lines if line.category == "test"]
    step("tap.py reads the other one", [line.ok for line in results] == [True, False, True], run.stdout)


def prove_picture(tillside, folder):
    picture = folder / "screen.svg"
    play(tillside, TAPES / "hostile-text.tape", "--svg", picture)
    root = xml.etree.ElementTree.parse(picture).getroot()
    texts = ["".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text")]
    step("the picture of a hostile screen is XML and says what the screen says", any("practice" in text for text in texts))
