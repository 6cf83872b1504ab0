"""Set up `.venv` with exactly the packages that requirements.txt locks.

Runs on any Python 3, before anything is installed, so that an old Python gets a clear sentence.
"""

import hashlib
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
LOCK = os.path.join(ROOT, "requirements.txt")
STAMP = os.path.join(VENV, "installed")


def stop(sentence):
    """Say what is wrong in one sentence and leave."""
    sys.stderr.write("counting-cubas-doctors: " + sentence + "\n")
    sys.exit(1)


def wanted():
    """What an up-to-date environment is stamped with: this Python and this lock."""
    with open(LOCK, "rb") as lock:
        return sys.version.split()[0] + " " + hashlib.sha256(lock.read()).hexdigest()


def main():
    """Make the environment, or leave it alone where it is up to date."""
    if sys.version_info < (3, 11):
        stop("the book needs Python 3.11 or newer; this is Python %d.%d." % sys.version_info[:2])
    try:
        with open(STAMP) as stamp:
            if stamp.read() == wanted():
                return
    except OSError:
        pass  # never set up, or set up halfway: begin anew
    sys.stdout.write("Setting up .venv from requirements.txt (once; about a minute) ...\n")
    sys.stdout.flush()
    if subprocess.call([sys.executable, "-m", "venv", "--clear", VENV]):
        stop("could not make .venv; on Debian and Ubuntu install the package python3-venv.")
    pip = [os.path.join(VENV, "bin", "python"), "-m", "pip", "--disable-pip-version-check", "-q"]
    done = subprocess.run(
        [*pip, "install", "--require-hashes", "--no-deps", "-r", LOCK],
        stderr=subprocess.PIPE,
        text=True,
    )
    if done.returncode:
        errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
        detail = errors[-1][7:] if errors else "see pip"
        if any(
            "connection" in line.lower() or "No matching" in line
            for line in done.stderr.splitlines()
        ):
            stop("could not fetch the packages: is there a network? (pip: %s)" % detail)
        stop("could not install the packages (pip: %s)" % detail)
    with open(STAMP, "w") as stamp:
        stamp.write(wanted())


if __name__ == "__main__":
    main()
