"""The ledger in a real browser without a network: search, filter, sort, links into it.

Needs Chromium and its driver (Debian: chromium, chromium-driver); says so where they are missing.
"""

import gzip
import shutil
from pathlib import Path

import built
import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from evidence.ledger import tables

LEDGER = built.HTML / f"{built.LEDGER}.html"
FLAGS = """--headless --no-sandbox --disable-gpu --disable-quic --disable-background-networking
    --no-first-run --disable-component-update --disable-sync --window-size=1200,1000""".split()


@pytest.fixture(scope="module")
def browser():
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and driver):
        pytest.skip("Chromium and chromedriver are not installed: the browser tests did not run")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in [*FLAGS, "--host-resolver-rules=MAP * ~NOTFOUND"]:  # no network at all
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield browser
    browser.quit()


@pytest.fixture
def ledger(browser):
    browser.get("about:blank")
    browser.get(LEDGER.as_uri())
    WebDriverWait(browser, 60).until(lambda b: b.find_elements(By.CSS_SELECTOR, ".dtsp-searchPane"))
    return browser


def shown(browser) -> list[str]:
    """Ids of the claims in the table, in order."""
    rows = browser.find_elements(By.CSS_SELECTOR, "#ledger tbody tr.claim-entry")
    return [row.get_attribute("id").removeprefix("claim-") for row in rows]


def pick(browser, pane: str, value: str) -> None:
    """Click one value of one filter."""
    path = f"//div[contains(@class,'dtsp-searchPane')][.//input[@placeholder='{pane}']]"
    path += f"//span[contains(@class,'dtsp-name')][normalize-space()='{value}']"
    cell = browser.find_element(By.XPATH, path)
    browser.execute_script("arguments[0].scrollIntoView({block: 'center'})", cell)
    cell.click()


def test_cubas_own_statements_of_the_total_in_two_clicks(ledger):
    label = tables.measures().set_index("measure").loc["cumulative_workers", "label"]
    pick(ledger, "Measure", label)
    pick(ledger, "Published by", "Cuban state")
    claims, sources = tables.claims(measure="cumulative_workers"), tables.sources()
    state = set(sources.loc[sources["stake"] == "cuban_state", "source_id"])
    own = claims[claims["source_id"].isin(state)]
    assert sorted(shown(ledger)) == sorted(own["id"])
    assert own.loc[own["scope"] == "world", "value"].nunique() > 3  # they contradict each other


def test_search_finds_an_entry_by_its_words(ledger):
    box = ledger.find_element(By.CSS_SELECTOR, ".dt-search input")
    box.send_keys("cumulative-workers.2019-05.radio-habana-cuba", Keys.ENTER)
    WebDriverWait(ledger, 10).until(lambda b: len(shown(b)) < 50)
    assert "cumulative-workers.2019-05.radio-habana-cuba" in shown(ledger)


def test_sorting_by_year(ledger):
    for _ in range(2):  # ascending, then descending
        head = ledger.find_element(By.XPATH, "//table[@id='ledger']//th[contains(., 'Year')]")
        ledger.execute_script("arguments[0].scrollIntoView({block: 'center'})", head)
        head.click()
    years = [
        cell.text
        for cell in ledger.find_elements(By.CSS_SELECTOR, "#ledger tbody tr td:nth-child(4)")[:50]
    ]
    assert years == sorted(years, reverse=True)


def test_a_link_to_a_claim_leads_to_it(browser):
    browser.get("about:blank")
    browser.get(LEDGER.as_uri() + "#claim-pb-countries")
    WebDriverWait(browser, 60).until(lambda b: b.find_elements(By.CSS_SELECTOR, ".dtsp-searchPane"))
    row = browser.find_element(By.ID, "claim-pb-countries")
    top = "return arguments[0].getBoundingClientRect().top"
    WebDriverWait(browser, 10).until(lambda b: -10 <= b.execute_script(top, row) <= 1000)


def test_the_console_stays_silent(ledger):
    assert [entry["message"] for entry in ledger.get_log("browser")] == []


def test_escape_closes_the_note_of_a_claim(browser):
    browser.get((built.HTML / "chapters/countries.html").as_uri())
    link = browser.find_element(By.CSS_SELECTOR, "span.claim a")
    note = browser.find_element(By.ID, link.get_attribute("aria-describedby"))
    browser.execute_script("arguments[0].focus()", link)
    assert note.is_displayed()
    browser.switch_to.active_element.send_keys(Keys.ESCAPE)
    assert not note.is_displayed()


def test_the_ledger_page_with_all_it_loads_is_under_half_a_megabyte(ledger):
    loaded = ledger.execute_script(
        "return performance.getEntriesByType('resource').map((entry) => entry.name)"
    )
    files = {LEDGER} | {Path(name.removeprefix("file://").split("?")[0]) for name in loaded}
    sizes = {
        path.name: path.stat().st_size if path.suffix == ".woff2"
        else len(gzip.compress(path.read_bytes(), 9)) for path in files
    }  # fmt: skip
    assert sum(sizes.values()) < 500_000, sizes
