#!/usr/bin/env python3
"""manual.py PROGRAM-FOLDER OUTPUT-FOLDER VERSION: writes the manual pages.

Verbs, options, keys and settings are asked of the programs themselves, so that no page is a second copy of them.
"""
import json
import pathlib
import subprocess
import sys

EXIT_CODES = [
    ("0", "done"),
    ("1", "an expectation of a tape did not come true"),
    ("64", "usage: an unknown flag, verb, scenario or theme"),
    ("65", "a tape or a file is wrong"),
    ("69", "no usable terminal or service"),
    ("74", "what was printed did not all arrive"),
    ("75", "temporary failure, try again"),
    ("77", "refused by the identity provider"),
    ("78", "configuration: settings or state folder"),
    ("128+n", "ended by signal n; 129 when the terminal is gone"),
]


def escaped(text):
    text = text.replace("\\", "\\e").replace("-", "\\-")
    text = "".join(letter if letter.isascii() else f"\\[u{ord(letter):04X}]" for letter in text)
    return "\\&" + text if text[:1] in (".", "'") else text


def answer(program, *words):
    return subprocess.run([program, *words], check=True, capture_output=True, text=True).stdout


class Page:
    def __init__(self, name, section, version):
        self.lines = [f'.TH {name.upper()} {section} "" "Tillside {version}" "Tillside"']

    def section(self, title):
        self.lines.append(f'.SH "{title}"')

    def subsection(self, title):
        self.lines.append(f'.SS "{escaped(title)}"')

    def text(self, *paragraphs):
        for paragraph in paragraphs:
            self.lines += [".PP", escaped(paragraph)]

    def item(self, tag, text):
        self.lines += [".TP", f"\\fB{escaped(tag)}\\fR", escaped(text)]

    def example(self, text):
        self.lines += [".PP", ".nf", ".RS", *[escaped(line) or "\\&" for line in text.splitlines()], ".RE", ".fi"]

    def write(self, folder, file):
        (folder / file).write_text("\n".join(self.lines) + "\n")


def spelled(argument):
    names = [("-" if name["kind"] == "short" else "--") + name["name"] for name in argument.get("names") or []]
    value = argument.get("valueName", "value")
    if argument["kind"] == "positional":
        return f"<{value}>" + ("..." if argument.get("isRepeating") else "")
    return ", ".join(names) + ("" if argument["kind"] == "flag" else f" <{value}>")


def verb(page, command, path):
    """One verb with its options, then those below it."""
    name = " ".join(path + [command["commandName"]])
    page.subsection(name)
    for key in ("abstract", "discussion"):
        if command.get(key):
            page.text(" ".join(command[key].split()))
    for argument in command.get("arguments") or []:
        if argument.get("shouldDisplay", True) and spelled(argument) not in ("-h, --help", "--version"):
            page.item(spelled(argument), argument.get("abstract") or "")
    for below in command.get("subcommands") or []:
        if below["commandName"] != "help" and below.get("shouldDisplay", True):
            verb(page, below, path + [command["commandName"]])


def verbs(page, program):
    root = json.loads(answer(program, "--experimental-dump-help"))["command"]
    page.section("COMMANDS")
    for below in root["subcommands"]:
        if below["commandName"] != "help" and below.get("shouldDisplay", True):
            verb(page, below, [])


def exit_status(page):
    page.section("EXIT STATUS")
    for code, meaning in EXIT_CODES:
        page.item(code, meaning)


def tillside(folder, out, version):
    program = folder / "tillside"
    page = Page("tillside", 1, version)
    page.section("NAME")
    page.lines.append("tillside \\- the task companion at the till")
    page.section("SYNOPSIS")
    page.text("tillside [run] [options]", "tillside COMMAND [options]")
    page.section("DESCRIPTION")
    page.text(
        "A store worker signs in at the register's terminal with Microsoft Entra ID, sees the store's tasks as Microsoft "
        "Planner has them, works them, locks the terminal, and signs out with a receipt of what was cleared. Without "
        "configuration it opens a practice store: nothing there is real, and nothing leaves the terminal.",
        "With --plain, with ACCESSIBLE=1, or on a terminal whose TERM is dumb, everything is said in numbered lines, one "
        "question at a time: for screen readers and for pipes. A number chooses, a name, a key or a POS number behind a "
        "colon runs a command, and ? lists every command.")
    verbs(page, program)
    page.section("KEYS")
    page.text("The permanent name is what settings and tapes call a command.")
    for command in json.loads(answer(program, "keys", "--json")):
        operation = f" POS operation {command['operation']}." if command["operation"] is not None else ""
        keys = ", ".join(command["keys"]) or "no key"
        page.item(f"{keys}  ({command['command']})", command["help"] + "." + operation)
    exit_status(page)
    page.section("ENVIRONMENT")
    page.item("TERM", "The terminal; dumb is said line by line.")
    page.item("LC_ALL, LC_CTYPE, LANG", "The first that is set names the character set; with none set it is UTF-8, and with "
              "another than UTF-8 everything is drawn with ASCII. LC_ALL, LC_MESSAGES, LANG choose the language.")
    page.item("TZ", "The store's time zone, where terminal.timeZone is not set.")
    page.item("HOME, XDG_CONFIG_HOME, XDG_STATE_HOME", "Where settings and state lie; see FILES.")
    page.item("TILLSIDE_...", "Any setting; tillside-config(5) names the variable of each.")
    page.item("NO_COLOR", "No colours, when set and not empty.")
    page.item("ACCESSIBLE", "With the value 1, as --plain.")
    page.item("ESCDELAY", "Milliseconds a lone escape waits for its sequence; 25, over SSH, tmux or screen 150.")
    page.section("FILES")
    page.item("$XDG_CONFIG_HOME/tillside/config.yaml, /etc/tillside/config.yaml", "The settings, tillside-config(5).")
    page.item("$XDG_STATE_HOME/tillside", "State, mode 0700; practice apart in practice below it.")
    page.section("SEE ALSO")
    page.text("tillside-cloud(1), tillside-config(5), tillside-tapes(7), /usr/share/doc/tillside/administration.md")
    page.write(out, "tillside.1")


def cloud(folder, out, version):
    program = folder / "tillside-cloud"
    page = Page("tillside-cloud", 1, version)
    page.section("NAME")
    page.lines.append("tillside-cloud \\- the practice tenant of Tillside, served over HTTPS")
    page.section("SYNOPSIS")
    page.text("tillside-cloud serve [options]", "tillside-cloud COMMAND [options]")
    page.section("DESCRIPTION")
    page.text(
        "Serves sign-in as Entra ID v2.0 does it, and the directory and Planner calls of Graph v1.0, from a world in "
        "memory. Several terminals and other clients can share one practice store. The other commands act on the running "
        "server, found by its ready file.")
    verbs(page, program)
    page.section("FILES")
    page.item("$XDG_RUNTIME_DIR/tillside/cloud.json", "The ready file, unless --ready-file names another.")
    page.section("SEE ALSO")
    page.text("tillside(1)")
    page.write(out, "tillside-cloud.1")


def config(folder, out, version):
    program = folder / "tillside"
    page = Page("tillside-config", 5, version)
    page.section("NAME")
    page.lines.append("tillside-config \\- settings of tillside(1)")
    page.section("DESCRIPTION")
    page.text(
        "YAML. Flags beat the environment, the environment beats the file, the file beats the defaults. The file is the "
        "one named by --config, else $XDG_CONFIG_HOME/tillside/config.yaml (~/.config when that is not set), else "
        "/etc/tillside/config.yaml. An unknown key or a wrong value is an error with file, line and column, and exit code "
        "78; the program never falls back to practice because of it. So is a file that cannot be read, a link that leads "
        "nowhere, a file that sets nothing, and a config.yml in one of these places. A path in the file is seen from the "
        "file's own folder.")
    page.section("KEYS OF THE FILE")
    for key in json.loads(answer(program, "settings", "--json")):
        default = f"Default: {key['default']}." if key["default"] is not None else "No default."
        page.item(key["key"], f"{key['note']} Expects {key['expects']}. {default} Environment: {key['variable']}.")
    page.item("keys", "Below it a command's name with a key or a list of keys, as lock: [F9, L]; tillside keys lists them.")
    page.section("EXAMPLE")
    page.example(
        "cloud:\n  tenant: contoso.example\n  clientId: 00000000-0000-0000-0000-000000000000\n"
        'terminal:\n  store: "012"\n  register: "3"\nsession:\n  idleMinutes: 3')
    page.section("SEE ALSO")
    page.text("tillside(1)")
    page.write(out, "tillside-config.5")


def tapes(folder, out, version):
    page = Page("tillside-tapes", 7, version)
    page.section("NAME")
    page.lines.append("tillside-tapes \\- the language of tapes, played by tillside(1)")
    page.section("DESCRIPTION")
    section = []
    for line in answer(folder / "tillside", "manual", "tapes").splitlines()[1:] + ["END"]:
        if line and not line.startswith(" "):
            if any(section):
                page.lines += [".in 2n", ".nf", *[escaped(text[2:]) or "\\&" for text in section], ".fi"]
            section = []
            if line != "END":
                page.section(escaped(line))
        else:
            section.append(line)
    page.section("SEE ALSO")
    page.text("tillside(1)")
    page.write(out, "tillside-tapes.7")


def main():
    folder, out, version = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sys.argv[3]
    out.mkdir(parents=True, exist_ok=True)
    tillside(folder, out, version)
    cloud(folder, out, version)
    config(folder, out, version)
    tapes(folder, out, version)


if __name__ == "__main__":
    main()
