"""Install locks with uv, or with pip where uv cannot; say what went wrong in one sentence.

uv is itself taken from the lock by its hash. Of the user's own settings of pip, those count that
say how an index is reached, and no other. Runs on any Python 3, like tools/install.py.
"""

import ast
import os
import platform
import re
import subprocess
import sys
import sysconfig

# of pip's settings, those that say how an index is reached; no other may change what is installed
REACH = (
    "index-url extra-index-url find-links no-index cert client-cert proxy trusted-host timeout "
    "default-timeout retries keyring-provider cache-dir no-cache-dir"
).split()
# the same for uv: of pip's settings these go over as options, these as variables
UV_OPTIONS = {
    "index-url": "--default-index",
    "extra-index-url": "--index",
    "find-links": "--find-links",
    "trusted-host": "--allow-insecure-host",
    "keyring-provider": "--keyring-provider",
}
UV_VARIABLES = {
    "cert": ["SSL_CERT_FILE"],
    "client-cert": ["SSL_CLIENT_CERT"],
    "proxy": ["ALL_PROXY", "HTTP_PROXY", "HTTPS_PROXY"],
    "timeout": ["UV_HTTP_TIMEOUT"],
    "retries": ["UV_HTTP_RETRIES"],
}
KEPT = ("PIP_CACHE_DIR", "UV_CACHE_DIR", "UV_LINK_MODE", "UV_SYSTEM_CERTS")
# What pip or uv prints, and what it means, worst first; {0} is what the brackets hold,
# {1} how the sentence begins, {2} this machine
RUINED = (
    (r"No space left on device|Disk quota exceeded", "no space is left on the disk"),
    (
        r"DO NOT MATCH THE HASHES[^\n]*\n\s*(\S+)|Hash mismatch for `([^`]+)`",
        "what the package index gives as {0} is not the file that the lock names: its hash differs",
    ),
    (r"Because (\S+) has no (?:usable )?wheels", "{1}wheel of {0} for this machine ({2})"),
)
UNREACHED = (
    (
        r"407 (?:Client Error: )?Proxy Authentication",
        "the proxy asks for a name and a password (407): put them into HTTPS_PROXY, "
        "as in http://name:password@host:port",
    ),
    (r"Tunnel connection failed: (\d+ [\w ]+)", "the proxy refuses the package index ({0})"),
    (r"ProxyError|Cannot connect to proxy", "the proxy cannot be reached"),
    (
        r"(?i)certificate.verify.failed|SSLError",
        "the certificate of the package index is not trusted here: name the file with your "
        "network's certificates in PIP_CERT",
    ),
    (
        r"((?:401|403) Client Error: \w+)|(User for )",
        "the package index, or a proxy before it, refuses ({0})",
    ),
    (r"too many 5\d\d error|5\d\d Server Error", "the package index is out of order: try later"),
    (
        r"connection error|NewConnectionError|timed out|Connection (?:refused|reset|broken)"
        r"|RemoteDisconnected|IncompleteRead",
        "could not reach the package index: is there a network? (An index of your own is named "
        "with pip's setting index-url.)",
    ),
    (r"not a trusted or secure host", "the package index has an http address, which pip ignores"),
)
NONE = "the package index has no "


def say(sentence):
    """Tell what happens; the folder alone goes to standard output."""
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()


def stop(sentence):
    """Say what is wrong in one sentence and leave."""
    say("counting-cubas-doctors: " + sentence)
    sys.exit(1)


def machine():
    """What a wheel must fit."""
    libc = " ".join(platform.libc_ver()).strip()
    found = [sysconfig.get_platform(), libc, "Python %d.%d" % sys.version_info[:2]]
    return ", ".join(part for part in found if part)


def first_fault(text, table):
    """The sentence of the first pattern of a table that is in `text`; "" where none is."""
    for pattern, sentence in table:
        found = re.search(pattern, text)
        if found:
            held = next((part for part in found.groups() if part), "")
            return sentence.format(held, NONE, machine())
    return ""


def pip_fault(text):
    """What went wrong, in a sentence, from all that pip said."""
    missing = re.search(r"No matching distribution found for (\S+)", text)
    name = missing.group(1).partition("=")[0] if missing else ""
    # another package, or another index, may have failed and been found elsewhere
    about = [line for line in text.splitlines() if "/%s/" % name in line or name + "-" in line]
    heard = "\n".join(about) if missing else text
    known = first_fault(text, RUINED) or first_fault(heard, UNREACHED)
    if known or not missing:
        errors = [line for line in text.splitlines() if line.startswith("ERROR: ")]
        return known or "could not install the packages (pip: %s)" % (errors or [text[-200:]])[-1]
    if re.search(r"none of the wheel's tags|No sources permitted|different Python", heard):
        return first_fault("Because %s has no wheels" % missing.group(1), RUINED)
    return NONE + missing.group(1)


def clean(**more):
    """This process's variables without those that would lead Python, pip or uv elsewhere."""
    astray = ("PYTHON", "PIP_", "UV_", "VIRTUAL_ENV", "CONDA_", "__PYVENV")
    kept = {k: v for k, v in os.environ.items() if k in KEPT or not k.startswith(astray)}
    return dict(kept, **more)


def run(command, env):
    """Run a command; returns its status and all that it said."""
    done = subprocess.run(
        command, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, universal_newlines=True, errors="replace",
    )  # fmt: skip
    return done.returncode, done.stdout


def program(place, name):
    """A program of the environment."""
    return os.path.join(place, "bin", name)


def pip_settings(place):
    """Pip's own settings that say how an index is reached: {name: value}."""
    theirs = {k: v for k, v in os.environ.items() if k.startswith("PIP_")}
    theirs.update(PIP_USER="0", PIP_GLOBAL="0", PIP_SITE="0")  # or `list` lists one file only
    status, said = run([program(place, "python"), "-Im", "pip", "config", "list"], clean(**theirs))
    if status:
        stop("pip's own settings cannot be read (%s)" % said.strip().splitlines()[-1])
    found = {}
    for section in ("global", "install", ":env:"):  # the later wins
        for name, value in re.findall(r"(?m)^%s\.([\w-]+)=(.*)$" % re.escape(section), said):
            if name.replace("_", "-") in REACH:
                found[name.replace("_", "-").replace("default-timeout", "timeout")] = value
    return {name: ast.literal_eval(value) for name, value in found.items()}


def pip_install(place, settings, locks):
    """Install locks with pip; returns "" or what went wrong."""
    env = clean(PIP_CONFIG_FILE=os.devnull)
    for name, value in settings.items():
        env["PIP_" + name.upper().replace("-", "_")] = value
    command = [program(place, "python"), "-Im", "pip", "--no-input", "install", "--no-deps"]
    command += ["--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"]
    for lock in locks:
        command += ["-r", lock]
    status, said = run(command, env)
    if "No matching distribution" in said:  # it tells why only when asked to tell everything
        status, said = run([*command, "-vv"], dict(env, PIP_RETRIES="0"))
    return pip_fault(said) if status else ""


def part(place, lock, of_uv):
    """The lines of a lock that lock uv, or all others, as a lock of their own in `place`."""
    with open(lock, encoding="utf-8") as whole:
        packages = re.split(r"(?m)^(?=\w)", whole.read())
    path = os.path.join(place, "uv.txt" if of_uv else "others.txt")
    with open(path, "w", encoding="utf-8") as own:
        own.writelines(lines for lines in packages if lines.startswith("uv==") == of_uv)
    return path


def uv_sync(place, settings, locks):
    """Make the environment exactly what the locks say; returns "" or why uv cannot.

    Leaves the program where pip could not either.
    """
    env = clean()
    for name, variables in UV_VARIABLES.items():
        env.update({variable: settings[name] for variable in variables if name in settings})
    command = [program(place, "uv"), "pip", "sync", "--no-config", "--system-certs"]
    command += ["--python", program(place, "python"), "--require-hashes", "--no-build"]
    command += ["--index-strategy", "unsafe-best-match"]  # the hashes choose, whatever the index
    for name, option in UV_OPTIONS.items():
        for value in settings.get(name, "").split():
            command += [option, value]
    if settings.get("no-index", "").lower() in ("1", "yes", "true", "on"):
        command += ["--no-index"]
    try:
        status, cache = run([command[0], "cache", "dir", "--no-config"], env)
        if not status and not could_write(cache.strip()):
            command += ["--no-cache"]
        status, said = run(command + locks, env)
    except OSError as error:  # not for this machine, or on a disk from which nothing is run
        return str(error)
    if status and first_fault(said, RUINED):
        stop(first_fault(said, RUINED))
    causes = re.findall(r"(?m)^(?:error|\s+cause): (.*)", said)
    return (causes or ["it ended with status %d" % status])[-1] if status else ""


def could_write(folder):
    """Whether a folder can be written to, or made."""
    while not os.path.exists(folder):
        folder = os.path.dirname(folder)
    return os.path.isdir(folder) and os.access(folder, os.W_OK | os.X_OK)


def install(place, locks, make):
    """Make an environment exactly what locks say; the first of them names uv.

    `make` empties the environment. Leaves the program with a sentence where that cannot be done.
    """
    settings = pip_settings(place)
    trouble = ""
    if not os.path.exists(program(place, "uv")):
        trouble = pip_install(place, settings, [part(place, locks[0], of_uv=True)])
        if trouble and not trouble.startswith(NONE):
            stop(trouble + ".")
    without = bool(trouble)
    trouble = trouble or uv_sync(place, settings, locks)
    if trouble:
        say("uv cannot be used (%s); pip installs instead, which takes longer." % trouble)
        if without:
            locks = [part(place, locks[0], of_uv=False), *locks[1:]]
        else:
            make(place)
        trouble = pip_install(place, settings, locks)
        if trouble:
            stop(trouble + ".")
