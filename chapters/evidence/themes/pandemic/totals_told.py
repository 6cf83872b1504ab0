"""Whether the totals of brigades hold together, in numbers."""

from evidence import show
from evidence.ledger import tables
from evidence.show import confidence, say, words
from evidence.themes.pandemic import totals_chart
from evidence.themes.pandemic.brigade_totals import below, out_of, running, share, stated
from evidence.weigh import sure

said = say.of("pandemic")


def tell_falls() -> None:
    """Show how many totals lie certainly below an earlier one, and how sure a running count is."""
    sent, sources = tables.claims(measure=totals_chart.SENT, scope="world"), tables.sources()
    state = set(sources.loc[sources["stake"] == "cuban_state", "source_id"])
    fallen, own = below(totals_chart.SENT), below(totals_chart.SENT, state)
    how, heard = sure.of_ids(sent, set(sent["id"]) - fallen), set(sure.outside(sent)["id"])
    echoes = {"part": len(sent) - len(heard), "whole": len(sent), "below": len(fallen - heard)}
    show.result("pandemic-below", out_of(len(fallen), len(sent)))
    show.result("pandemic-below-state", words.number(len(own)))
    text = said("echoes", {name: f"{count}" for name, count in echoes.items()})
    show.result("pandemic-below-echoes", text)
    show.result("pandemic-running-sentence", said("running", running(len(fallen), len(own))))
    sentence = confidence.sentence(how, said("a running count"))
    show.result("pandemic-totals-sure", sentence, list(sent["id"]))


def tell_at_work() -> None:
    """Show how the counts at work fell, and how few they were beside the standing missions."""
    brigades, workers = (
        stated("pandemic-brigades-active.2021-01.radio-cadena-agramonte")
        - stated("pandemic-brigades-active.2021-02.prensa-latina"),
        stated("pandemic-workers-active.2021-01.radio-cadena-agramonte")
        - stated("pandemic-workers-active.2021-02.prensa-latina"),
    )
    pair = [
        "pandemic-brigades-active.2021-01.radio-cadena-agramonte",
        "pandemic-brigades-active.2021-02.prensa-latina",
        "pandemic-workers-active.2021-01.radio-cadena-agramonte",
        "pandemic-workers-active.2021-02.prensa-latina",
    ]
    home = said("gone home", brigades=f"{brigades:.0f}", workers=f"{workers:.0f}")
    show.result("pandemic-home", home, pair)
    show.result("pandemic-home-each", f"{workers / brigades:.0f}", pair)
    mean = stated("pandemic-workers-active.2021-01.radio-cadena-agramonte") / stated(
        "pandemic-brigades-active.2021-01.radio-cadena-agramonte"
    )
    show.result(
        "pandemic-mean-team",
        f"{mean:.0f}",
        [
            "pandemic-workers-active.2021-01.radio-cadena-agramonte",
            "pandemic-brigades-active.2021-01.radio-cadena-agramonte",
        ],
    )
    regions = tables.claims(measure="pandemic_workers_active").query("scope != 'world'")
    show.result("pandemic-regions", words.number(regions["value"].sum()), list(regions["id"]))
    pair = [
        "pandemic-workers-active.2020-09.patria-latina",
        "workers-abroad.2020-03.deutsche-welle",
    ]
    show.result("pandemic-share", share(*map(stated, pair)), pair)
