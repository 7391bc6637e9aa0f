"""Fetches one answer of session records and stores it, as the tutorial does.

    CLARITY_API_URL=... CLARITY_API_TOKEN=... CLARITY_PROJECT_ID=... python3 tutorial_collect.py CLARITY.db
"""

import json
import os
import sqlite3
import sys
import urllib.parse
import urllib.request
from datetime import datetime, timezone

from tutorial_import import create_table, store


def fetch_sessions():
    query = urllib.parse.urlencode(
        {"projectId": os.environ["CLARITY_PROJECT_ID"], "numOfDays": 1}
    )
    request = urllib.request.Request(
        f"{os.environ['CLARITY_API_URL']}?{query}",
        headers={"Authorization": f"Bearer {os.environ['CLARITY_API_TOKEN']}"},
    )
    with urllib.request.urlopen(request, timeout=30) as response:
        return json.load(response)


def main():
    connection = sqlite3.connect(sys.argv[1])
    create_table(connection)
    sessions = fetch_sessions()
    now = datetime.now(timezone.utc).isoformat()
    for record in sessions:
        store(connection, record, now)
    connection.commit()
    connection.close()
    print(f"Stored {len(sessions)} sessions.")


if __name__ == "__main__":
    main()
