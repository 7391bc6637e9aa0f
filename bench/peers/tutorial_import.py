"""Imports session records as the tutorial stores them: row by row, one commit at the end.

    python3 tutorial_import.py RECORDS.jsonl CLARITY.db
"""

import json
import sqlite3
import sys
from datetime import datetime, timezone


def create_table(connection):
    connection.execute(
        """
        CREATE TABLE IF NOT EXISTS sessions (
            session_id TEXT PRIMARY KEY,
            page_url TEXT,
            duration INTEGER,
            page_views INTEGER,
            rage_clicks INTEGER,
            dead_clicks INTEGER,
            scroll_depth REAL,
            referrer TEXT,
            device TEXT,
            browser TEXT,
            country TEXT,
            collected_at TEXT
        )
        """
    )


def store(connection, record, collected_at):
    connection.execute(
        "INSERT OR IGNORE INTO sessions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            record["SessionId"],
            record.get("PageUrl", ""),
            record.get("Duration", 0),
            record.get("PageViews", 0),
            record.get("RageClickCount", 0),
            record.get("DeadClickCount", 0),
            record.get("ScrollDepth", 0),
            record.get("Referrer", ""),
            record.get("Device", ""),
            record.get("Browser", ""),
            record.get("Country", ""),
            collected_at,
        ),
    )


def main():
    path, database = sys.argv[1:3]
    now = datetime.now(timezone.utc).isoformat()
    connection = sqlite3.connect(database)
    create_table(connection)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            store(connection, record, record.get("CollectedAt", now))
    connection.commit()
    connection.close()


if __name__ == "__main__":
    main()
