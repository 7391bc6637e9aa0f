"""Asks the tutorial's three questions of its own table, and prints the milliseconds of each as JSON.

    python3 tutorial_questions.py CLARITY.db FIRST_INSTANT RUNS

The pages of the last days, counted from FIRST_INSTANT (ISO 8601); devices and referrers of all days.
"""

import json
import sqlite3
import sys
import time

PAGES = """
    SELECT page_url, SUM(rage_clicks) + SUM(dead_clicks) AS frustration, COUNT(*) AS sessions
    FROM sessions WHERE collected_at >= ?
    GROUP BY page_url ORDER BY frustration DESC LIMIT 10
"""
DEVICES = """
    SELECT device, ROUND(AVG(scroll_depth), 1), COUNT(*) FROM sessions GROUP BY device
"""
REFERRERS = """
    SELECT referrer, COUNT(*) AS total,
        ROUND(100.0 * SUM(CASE WHEN page_views = 1 THEN 1 ELSE 0 END) / COUNT(*), 1) AS bounce_rate
    FROM sessions WHERE referrer != ''
    GROUP BY referrer HAVING total > 5 ORDER BY bounce_rate DESC
"""


def measure(connection, sql, parameters):
    start = time.perf_counter()
    rows = connection.execute(sql, parameters).fetchall()
    return (time.perf_counter() - start) * 1000, rows


def main():
    database, first, runs = sys.argv[1:4]
    connection = sqlite3.connect(database)
    questions = {
        "pages": (PAGES, (first,)),
        "devices": (DEVICES, ()),
        "referrers": (REFERRERS, ()),
    }
    answer = {}
    for name, (sql, parameters) in questions.items():
        measured = [measure(connection, sql, parameters) for _ in range(int(runs))]
        answer[name] = {
            "times": [elapsed for elapsed, _ in measured],
            "rows": measured[0][1],
        }
    print(json.dumps(answer))


if __name__ == "__main__":
    main()
