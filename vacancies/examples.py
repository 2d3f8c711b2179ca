"""The example feed of the demo: PT Supra's sample, with dates that are never in the past."""

import json
from datetime import date, timedelta
from importlib.resources import files

PARTNER = "pt-supra"
_OPEN_DAYS = (12, 20, 27, 34, 41)


def example_feed(today: date) -> str:
    """JSON-LD: the sample feed of PT Supra, posted in the days before today and open for weeks."""
    sample = files("catalog") / "data" / "feeds" / "pt-supra.jsonld"
    feed = json.loads(sample.read_text(encoding="utf-8"))
    for number, item in enumerate(feed["dataFeedElement"]):
        days_open = _OPEN_DAYS[number % len(_OPEN_DAYS)]
        item["item"]["datePosted"] = str(today - timedelta(days=number))
        item["item"]["validThrough"] = str(today + timedelta(days=days_open))
    return json.dumps(feed, ensure_ascii=False, indent=2) + "\n"
