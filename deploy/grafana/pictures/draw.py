#!/usr/bin/env python3
"""Draws dashboards with what a Prometheus answers, into docs/images/dashboard-NAME.png.

    npm install && ./draw.py http://127.0.0.1:9090 [--job dateline] [--minutes 15] [--height 1300] [NAME ...]

Grafana's own components draw the panels (panels.jsx), in a Chromium without a window; no Grafana server takes part, so
these are pictures of panels, not of Grafana's page. Needs npm and Chromium.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
IMAGES = HERE.parents[2] / "docs/images"
STEP_SECONDS = 15
WIDTH = 1504
PAGE = """<!doctype html><meta charset="utf-8"><title>{name}</title><link rel="stylesheet" href="panels.css">
<style>body {{ margin: 0; background: #111217 }}</style><body><script>window.picture = {picture}</script><script src="panels.js"></script>"""


def ask(options, target, start, end):
    query = target["expr"].replace("$__rate_interval", "1m").replace("$job", options.job)
    for name in ("instance", "source"):
        query = query.replace(f"${name}", ".+")
    kind = {"path": "query", "time": end} if target["instant"] else {"path": "query_range", "start": start, "end": end, "step": STEP_SECONDS}
    path = kind.pop("path")
    url = f"{options.prometheus.rstrip('/')}/api/v1/{path}?" + urllib.parse.urlencode({"query": query, **kind})
    with urllib.request.urlopen(url, timeout=30) as answer:
        return json.load(answer)["data"]["result"]


def draw(options, name, folder):
    dashboard = json.loads((HERE.parent / "dashboards" / f"{name}.json").read_text("utf-8"))
    end = int(time.time())
    start = end - int(options.minutes * 60)
    for panel in dashboard["panels"]:
        for target in panel.get("targets", []):
            target["series"] = ask(options, target, start, end)
    picture = json.dumps({"dashboard": dashboard, "from": start, "to": end, "step": STEP_SECONDS}).replace("</", "<\\/")
    page = folder / f"{name}.html"
    page.write_text(PAGE.format(name=name, picture=picture), "utf-8")
    image = IMAGES / f"dashboard-{name}.png"
    command = ["chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={folder}/browser"]
    command += ["--virtual-time-budget=15000", f"--window-size={WIDTH},{options.height}", f"--screenshot={image}", page.as_uri()]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    print(image)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("prometheus", help="address, such as http://127.0.0.1:9090")
    parser.add_argument("names", nargs="*", help="default: all dashboards")
    parser.add_argument("--job", default="dateline", help="value of the variable job (default: %(default)s)")
    parser.add_argument("--minutes", type=float, default=15, help="window that ends now (default: %(default)s)")
    parser.add_argument("--height", type=int, default=1300, help="pixels from the top (default: %(default)s)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        bundle = ["npx", "esbuild", "panels.jsx", "--bundle", "--jsx=automatic", f"--outfile={folder}/panels.js", "--loader:.svg=dataurl", "--loader:.ttf=dataurl", "--alias:react-custom-scrollbars-2=./scrollbars.js"]
        bundle += ["--define:process.env.NODE_ENV=\"production\"", "--define:global=window", "--log-level=warning"]
        subprocess.run(bundle, check=True, cwd=HERE)
        for name in options.names or sorted(file.stem for file in (HERE.parent / "dashboards").glob("*.json")):
            draw(options, name, folder)


if __name__ == "__main__":
    sys.exit(main())
