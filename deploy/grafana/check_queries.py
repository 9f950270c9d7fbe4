#!/usr/bin/env python3
"""Asks a Prometheus every query of the dashboards and their variables; fails when one gives no data.

    check_queries.py http://127.0.0.1:9090 [--job dateline] [--minutes 15] [DASHBOARD.json ...]

A query of a panel passes when any of its series has a number in the window; NaN alone (a quantile of nothing) does not
pass. It also fails when a panel lacks a title, description, unit or legend, when a query leaves out the variables $job
or $instance, and when a metric is named that nobody has: ours must be in docs/reference/metrics.md, since some appear
with their first event only, those of libraries in Prometheus. Standard library only.
"""

import argparse
import json
import math
import pathlib
import re
import sys
import time
import urllib.parse
import urllib.request

STEP_SECONDS = 15
# What Grafana puts in for $__rate_interval at a scrape interval of 15 s and a short window: four scrapes.
RATE_INTERVAL = "1m"
REFERENCE = pathlib.Path(__file__).parents[2] / "docs/reference/metrics.md"
METRIC = re.compile(r"\b((?:news|kafka|jvm|process|system)_[a-z0-9_]+|up)\{")
# What Grafana puts in for "All".
ALL = ".+"


class Prometheus:
    def __init__(self, address):
        self.address = address.rstrip("/") + "/api/v1/"

    def get(self, path, **parameters):
        url = self.address + path + "?" + urllib.parse.urlencode(parameters, doseq=True)
        with urllib.request.urlopen(url, timeout=30) as answer:
            return json.load(answer)["data"]

    def numbers(self, query, start, end):
        """The series of a range query, without their NaN."""
        series = self.get("query_range", query=query, start=start, end=end, step=STEP_SECONDS)["result"]
        values = [[float(value) for _, value in one["values"]] for one in series]
        return [kept for one in values if (kept := [value for value in one if not math.isnan(value)])]


def panels(dashboard):
    for panel in dashboard["panels"]:
        if panel["type"] == "row":
            yield from panel.get("panels", [])
        else:
            yield panel


def variable_values(prometheus, query, chosen):
    """Answers Grafana's label_values(selector, label)."""
    selector, label = re.fullmatch(r"label_values\((.+), (\w+)\)", query).groups()
    return prometheus.get(f"label/{label}/values", **{"match[]": substitute(selector, chosen)})


def substitute(text, chosen):
    for name, value in {"__rate_interval": RATE_INTERVAL, **chosen}.items():
        text = text.replace(f"${name}", value)
    return text


def exists(metric, scraped):
    """Whether a metric is declared by us or was scraped."""
    if not metric.startswith("news_"):
        return metric in scraped
    declared = re.findall(r"^\| `(news_\w+)`", REFERENCE.read_text("utf-8"), re.MULTILINE)
    return re.sub(r"_(bucket|count|sum|max)$", "", metric) in declared or metric in declared


def shape_problems(panel):
    """What is missing that a reader of the panel needs."""
    missing = [key for key in ("title", "description") if not panel.get(key)]
    missing += [] if panel["fieldConfig"]["defaults"].get("unit") else ["unit"]
    for target in panel["targets"]:
        missing += [] if target.get("legendFormat") else [f"legend of {target['refId']}"]
        missing += [f"${name} in {target['refId']}" for name in ("job", "instance") if f"${name}" not in target["expr"]]
    return missing


def check(prometheus, dashboard, options):
    problems, queries = [], 0
    end = time.time()
    variables = [one for one in dashboard["templating"]["list"] if one["type"] == "query"]
    chosen = {**{one["name"]: ALL for one in variables}, "job": options.job}
    scraped = set(prometheus.get("label/__name__/values"))
    for variable in variables:
        queries += 1
        values = variable_values(prometheus, variable["query"]["query"], chosen)
        print(f"{'ok' if values else 'EMPTY':5}  ${variable['name']}: {', '.join(values)}")
        problems += [] if values else [f"variable {variable['name']} is empty"]
    for panel in panels(dashboard):
        problems += [f"{panel.get('title')}: no {what}" for what in shape_problems(panel)]
        for target in panel["targets"]:
            queries += 1
            name = f"{panel['title']} / {target['legendFormat']}"
            series = prometheus.numbers(substitute(target["expr"], chosen), end - options.minutes * 60, end)
            latest = f"{len(series)} series, highest {max(map(max, series)):.4g}" if series else target["expr"]
            print(f"{'ok' if series else 'EMPTY':5}  {name}: {latest}")
            problems += [] if series else [f"{name}: no data"]
            problems += [
                f"{name}: there is no metric {metric}"
                for metric in sorted(set(METRIC.findall(target["expr"])))
                if not exists(metric, scraped)
            ]
    return queries, problems


def main():
    here = pathlib.Path(__file__).parent
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("prometheus", help="address, such as http://127.0.0.1:9090")
    parser.add_argument("dashboards", nargs="*", type=pathlib.Path, help="default: all that lie beside this program")
    parser.add_argument("--job", default="dateline", help="value of the variable job (default: %(default)s)")
    parser.add_argument("--minutes", type=float, default=15, help="window that ends now (default: %(default)s)")
    options = parser.parse_args()
    failed = False
    for path in options.dashboards or sorted((here / "dashboards").glob("*.json")):
        queries, problems = check(Prometheus(options.prometheus), json.loads(path.read_text("utf-8")), options)
        print(f"{path.name}: {queries} queries, {len(problems)} problems")
        for problem in problems:
            print(f"  {problem}")
        failed = failed or bool(problems)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
