"""Chapters run in processes of their own; a guard takes what they show, and ends them."""

import json
import os
import subprocess
import sys
import time

import hostile
import psutil
import pytest

from press.execute.forks import fork_server, watch_chapters


def executed(cells, folder, seconds=60, may_fail=()):
    """The outcome of each chapter: of one where `cells` is a list, else by name."""
    chapters = cells if isinstance(cells, dict) else {"one": cells}
    context = fork_server()
    answers, told = context.Pipe(duplex=False)
    given = {
        name: {
            "cells": [
                {"source": code, "skipped": False, "may_fail": place in may_fail}
                for place, code in enumerate(codes)
            ],
            "folder": str(folder),
            "seconds": seconds,
        }
        for name, codes in chapters.items()
    }
    process = context.Process(target=watch_chapters, args=(told, given, 2))
    process.start()
    told.close()
    found = dict(answers.recv() for _ in given)
    process.join()
    return found if isinstance(cells, dict) else found["one"]


def texts(outputs):
    return [o.get("text") or o["data"]["text/plain"] for o in outputs]


def test_outputs_are_those_of_a_notebook(tmp_path):
    shown = "from IPython.display import display\nprint(1); display(2); print(3)"
    given = executed(["print('a'); print('b')", "1 + 1", shown], tmp_path)
    kinds = [[output["output_type"] for output in outputs] for outputs in given["outputs"]]
    assert kinds == [["stream"], ["execute_result"], ["stream", "display_data", "stream"]]
    assert [texts(outputs) for outputs in given["outputs"]] == [
        ["a\nb\n"],
        ["2"],
        ["1\n", "2", "3\n"],
    ]


def test_what_was_used_is_told(tmp_path):
    code = "from evidence.ledger.tables import table\nimport evidence.show.words\ntable('sources')"
    read = {what.removeprefix("read ") for what in executed([code], tmp_path)["notes"]}
    assert {f"chapters/evidence/{name}.py" for name in ("show/words", "ledger/tables")} <= read
    assert "chapters/evidence/show/marks.py" not in read
    assert "data/sources.csv" in read
    assert "data/votes.csv" not in read


def test_chapters_share_nothing(tmp_path):
    first = "import evidence.show.words as w, os; w.left = 1; os.environ['LEFT'] = '1'; left = 1"
    then = (
        "import evidence.show.words as w, os\n"
        "(hasattr(w, 'left'), 'LEFT' in os.environ, 'left' in globals())"
    )
    found = executed({"a": [first], "b": [then], "c": [first], "d": [then]}, tmp_path)
    for name in "bd":
        assert texts(found[name]["outputs"][0]) == ["(False, False, False)"]


def test_a_display_is_updated_wherever_it_stands(tmp_path):
    cells = [
        "from IPython.display import display\nhandle = display('old', display_id=True)\ndisplay(1)",
        "handle.update('new'); display('more', display_id=handle.display_id, update=True);",
    ]
    given = executed(cells, tmp_path)
    assert [texts(outputs) for outputs in given["outputs"]] == [["'more'", "1"], []]


@pytest.mark.parametrize("wait", [True, False])
def test_cleared_outputs_are_gone(tmp_path, wait):
    code = (
        "from IPython.display import clear_output, display\n"
        f"for i in range(3):\n    clear_output(wait={wait}); print('step', i); display(i)"
    )
    given = executed(["print('before')", code], tmp_path)
    assert [texts(outputs) for outputs in given["outputs"]] == [["before\n"], ["step 2\n", "2"]]


def test_a_clear_that_waits_for_nothing_clears_nothing(tmp_path):
    code = "from IPython.display import clear_output\nprint(1)\nclear_output(wait=True)"
    given = executed([code, "print(2)"], tmp_path)
    assert [texts(outputs) for outputs in given["outputs"]] == [["1\n"], ["2\n"]]


def test_what_others_write_stands_where_it_was_written(tmp_path):
    cells = [
        "import os, subprocess, sys\n"
        "print('a'); subprocess.run(['echo', 'b']); print('c'); os.write(1, b'd\\n')\n"
        "os.system('echo e'); sys.__stdout__.write('f\\n'); print('g');",
        "!echo shell",
        "%%bash\necho bash",
        "import ctypes\nctypes.CDLL(None).printf(b'from C\\n');",
        "import logging, sys\nlogging.warning('told'); subprocess.run('echo err >&2', shell=True);",
    ]
    given = executed(cells, tmp_path)
    found = [texts(outputs) for outputs in given["outputs"]]
    assert found[:4] == [["a\nb\nc\nd\ne\nf\ng\n"], ["shell\n"], ["bash\n"], ["from C\n"]]
    assert [o["name"] for o in given["outputs"][4]] == ["stderr"]
    assert found[4] == ["WARNING:root:told\nerr\n"]


def test_a_line_that_was_written_over_is_as_a_terminal_leaves_it(tmp_path):
    code = r"import sys; sys.stdout.write('10 %\r100 %\nabc\rX\nend\b\bx\r\n50 %\r')"
    assert texts(executed([f"{code};"], tmp_path)["outputs"][0]) == ["100 %\nXbc\nexd\n50 %"]


def test_figures_show_as_in_jupyter(tmp_path):
    cells = [
        "import matplotlib.pyplot as plt\nplt.plot([1, 2]); plt.show(); print('after')",
        "plt.plot([1, 2]);",
        "figure = plt.subplots()[0]; plt.close(); figure",
        "from evidence.show import charts\nfigure, axes = charts.new(2); plt.close()",
        "%matplotlib inline\nplt.plot([1, 2]);",
    ]
    found = executed(cells, tmp_path)["outputs"]
    kinds = [[sorted(o.get("data", {"": 0})) for o in outputs] for outputs in found]
    figure = ["image/svg+xml", "text/plain"]
    assert kinds == [[figure, [""]], [figure], [figure], [], [figure]]
    again = executed(cells, tmp_path)["outputs"]
    assert found == again, "the same figure in every build"


def test_cells_await(tmp_path):
    cells = [
        "import asyncio\nawait asyncio.sleep(0.01)\n3",
        "task = asyncio.create_task(asyncio.sleep(0, 5));",
        "await task",
        "async for number in nothing(): pass",
    ]
    given = executed(cells, tmp_path)
    assert [texts(outputs) for outputs in given["outputs"][:3]] == [["3"], [], ["5"]]
    assert given["failed"] == 3
    assert "NameError" in given["error"]


def test_a_fault_names_its_cell_and_ends_the_chapter(tmp_path):
    given = executed(["a = 1", "a / 0", "print('on')"], tmp_path)
    assert given["failed"] == 1
    assert "ZeroDivisionError" in given["error"]
    assert given["outputs"][2] == []


def test_a_fault_that_is_wanted_is_shown(tmp_path):
    given = executed(["a = 1", "a / 0", "print('on')"], tmp_path, may_fail=[1])
    assert "failed" not in given
    assert given["outputs"][1][0]["ename"] == "ZeroDivisionError"
    assert texts(given["outputs"][2]) == ["on\n"]


ENDLESS = {
    "a sleep": "import time; time.sleep(60)",
    "what catches everything": (
        "import time\nwhile True:\n    try:\n        time.sleep(0.1)\n"
        "    except BaseException:\n        pass"
    ),
    "a loop in C": "sum(iter(int, 1))",
    "a stopped process": "import os, signal; os.kill(os.getpid(), signal.SIGSTOP)",
    "a wait for a child": "import subprocess; subprocess.run(['sleep', '60'])",
}


@pytest.mark.parametrize("what", ENDLESS)
def test_a_cell_that_runs_too_long_is_stopped(tmp_path, what):
    given = executed(["import time", ENDLESS[what]], tmp_path, seconds=1.5)
    assert given["failed"] == 1
    assert "the cell ran longer than 1.5 s" in given["error"]


def test_the_time_is_that_of_one_cell(tmp_path):
    given = executed(["import time; time.sleep(0.7)"] * 3, tmp_path, seconds=1.5)
    assert "failed" not in given


LOST = {
    "import os; os._exit(9)": "status 9",
    "import ctypes; ctypes.string_at(0)": "SIGSEGV",
    "import os, signal; os.kill(os.getpid(), signal.SIGKILL)": "SIGKILL: out of memory?",
    "import os; os.abort()": "SIGABRT",
    "while True: print('x' * 100_000)": "printed more than",
    "exit()": "asked to leave",
    "import sys; sys.exit(0)": "asked to leave",
    "raise KeyboardInterrupt": "KeyboardInterrupt",
    "input('Name? ')": "does not support input",
    "import os; os.closerange(3, 256)": "status 1",
}


@pytest.mark.parametrize("code", LOST)
def test_a_lost_chapter_names_its_cell_and_takes_no_other_with_it(tmp_path, code):
    other = ["import time; time.sleep(0.3)", "print('whole')"]
    found = executed({"lost": ["1", code, "3"], "other": other, "third": other}, tmp_path)
    assert found["lost"]["failed"] == 1
    assert LOST[code] in found["lost"]["error"]
    for name in ("other", "third"):
        assert texts(found[name]["outputs"][1]) == ["whole\n"]


LEFT_RUNNING = {
    "a thread": "import threading, time; threading.Thread(target=time.sleep, args=(60,)).start()",
    "a server": (
        "import http.server, threading\n"
        "server = http.server.HTTPServer(('127.0.0.1', 0), http.server.BaseHTTPRequestHandler)\n"
        "threading.Thread(target=server.serve_forever).start()"
    ),
    "a child": "import subprocess; subprocess.Popen(['sleep', '61.7']);",
    "a child in a session of its own": (
        "import subprocess\n"
        "subprocess.Popen('setsid sleep 61.7 & sleep 61.7', shell=True, start_new_session=True);"
    ),
    "a pool": "from multiprocessing import Pool\npool = Pool(2); work = pool.map_async(abs, [1])",
}


def running():
    """The processes with the mark of this test in their command."""
    found = []
    for process in psutil.process_iter(["cmdline", "status"]):
        if "61.7" in " ".join(process.info["cmdline"] or ()) and process.info["status"] != "zombie":
            found.append(process)
    return found


@pytest.mark.parametrize("what", LEFT_RUNNING)
@pytest.mark.parametrize("then", ["print('end')", "import os; os._exit(3)"])
def test_what_a_chapter_leaves_running_ends_with_it(tmp_path, what, then):
    start = time.monotonic()
    given = executed([LEFT_RUNNING[what], then], tmp_path)
    assert time.monotonic() - start < 50, "it was waited for"
    assert given.get("failed", 0) == ("_exit" in then)
    assert not running()


def test_a_pool_knows_the_functions_of_the_notebook(tmp_path):
    cells = [
        "from multiprocessing import Pool\ndef square(x): return x * x\n"
        "with Pool(2) as pool: print(pool.map(square, [1, 2, 3]))",
        "from concurrent.futures import ProcessPoolExecutor\n"
        "with ProcessPoolExecutor(2) as pool: print(list(pool.map(square, [4, 5])))",
    ]
    given = executed(cells, tmp_path)
    assert [texts(outputs) for outputs in given["outputs"]] == [["[1, 4, 9]\n"], ["[16, 25]\n"]]


def test_a_pool_that_cannot_work_says_why(tmp_path):
    code = (
        "import multiprocessing\ndef square(x): return x * x\n"
        "with multiprocessing.get_context('spawn').Pool(1) as pool: pool.map(square, [1])"
    )
    given = executed([code], tmp_path, seconds=5)
    assert "longer than 5 s" in given["error"]
    assert "Can't get attribute 'square'" in given["error"]


def test_the_guard_ends_with_the_process_that_builds(tmp_path):
    """A builder that is killed leaves nothing: no guard, no chapter, no child of one."""
    builder = tmp_path / "builder.py"
    code = LEFT_RUNNING["a child in a session of its own"] + "\nimport time; time.sleep(60)"
    chapter = {"cells": [{"source": code, "skipped": False, "may_fail": False}]}
    chapter |= {"folder": str(tmp_path), "seconds": 60}
    builder.write_text(
        "from press.execute.forks import fork_server, watch_chapters\n"
        "if __name__ == '__main__':\n"
        "    context = fork_server()\n"
        "    answers, told = context.Pipe(duplex=False)\n"
        f"    chapters = {{'one': {chapter!r}}}\n"
        "    context.Process(target=watch_chapters, args=(told, chapters, 1)).start()\n"
        "    answers.recv()\n"
    )
    process = subprocess.Popen([sys.executable, str(builder)], env=os.environ)
    try:
        wait_for(lambda: len(running()) >= 2)
    finally:
        process.kill()
        process.wait()
    wait_for(lambda: not running())


def wait_for(what):
    end = time.monotonic() + 60
    while not what():
        assert time.monotonic() < end, "it did not come"
        time.sleep(0.1)


def test_cells_hear_signals_and_are_stopped_whatever_the_builder_ignores(tmp_path):
    """CI begins a build with every signal ignored; what a cell starts can be ended by one."""
    code = """
import json, sys
from press.base import surroundings
from press.execute.forks import fork_server, watch_chapters
if __name__ == "__main__":
    surroundings.wait_for_children()  # as every build does
    context = fork_server()
    answers, told = context.Pipe(duplex=False)
    chapters = json.loads(sys.argv[1])
    context.Process(target=watch_chapters, args=(told, chapters, 2)).start()
    found = dict(answers.recv() for _ in chapters)
    print(json.dumps({"stops": found["stops"]["outputs"][0], "hangs": found["hangs"]["error"]}))
"""
    (tmp_path / "builder.py").write_text(code)
    codes = {
        "stops": "import signal, subprocess\none = subprocess.Popen(['sleep', '61.7'])\n"
        "one.terminate(); print(one.wait(), signal.pthread_sigmask(signal.SIG_BLOCK, ()))",
        "hangs": "import time\nwhile True:\n    try: time.sleep(1)\n    except BaseException: pass",
    }
    chapters = {
        name: {
            "cells": [{"source": code, "skipped": False, "may_fail": False}],
            "folder": str(tmp_path),
            "seconds": 3 if name == "hangs" else 60,
        }
        for name, code in codes.items()
    }
    command = [sys.executable, str(tmp_path / "builder.py"), json.dumps(chapters)]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, text=True, preexec_fn=hostile.deaf, check=True
    )
    found = json.loads(done.stdout)
    assert texts(found["stops"]) == ["-15 set()\n"]
    assert "longer than 3 s" in found["hangs"]
    assert not running()
