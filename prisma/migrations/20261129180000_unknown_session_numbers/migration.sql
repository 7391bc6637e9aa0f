-- Numbers that a session record does not say are null, no longer zero. SQLite cannot drop NOT NULL from a column.
-- DropView
DROP VIEW IF EXISTS "session_records";

-- CreateTable
CREATE TABLE "new_sessions" (
    "project_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "page_url" TEXT NOT NULL,
    "duration_seconds" INTEGER,
    "page_views" INTEGER,
    "rage_clicks" INTEGER,
    "dead_clicks" INTEGER,
    "scroll_depth" REAL,
    "browser" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "page_segment_id" INTEGER NOT NULL,
    "device_segment_id" INTEGER NOT NULL,
    "page_device_segment_id" INTEGER NOT NULL,
    "referrer_segment_id" INTEGER NOT NULL,
    "api_call_id" INTEGER,

    PRIMARY KEY ("project_id", "session_id"),
    CONSTRAINT "sessions_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "sessions_page_segment_id_fkey" FOREIGN KEY ("page_segment_id") REFERENCES "segments" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "sessions_device_segment_id_fkey" FOREIGN KEY ("device_segment_id") REFERENCES "segments" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "sessions_page_device_segment_id_fkey" FOREIGN KEY ("page_device_segment_id") REFERENCES "segments" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "sessions_referrer_segment_id_fkey" FOREIGN KEY ("referrer_segment_id") REFERENCES "segments" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "sessions_api_call_id_fkey" FOREIGN KEY ("api_call_id") REFERENCES "api_calls" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

INSERT INTO "new_sessions" (
    "rowid", "project_id", "session_id", "day", "page_url", "duration_seconds", "page_views", "rage_clicks",
    "dead_clicks", "scroll_depth", "browser", "country", "page_segment_id", "device_segment_id",
    "page_device_segment_id", "referrer_segment_id", "api_call_id"
)
SELECT
    "rowid", "project_id", "session_id", "day", "page_url", "duration_seconds", "page_views", "rage_clicks",
    "dead_clicks", "scroll_depth", "browser", "country", "page_segment_id", "device_segment_id",
    "page_device_segment_id", "referrer_segment_id", "api_call_id"
FROM "sessions" ORDER BY "rowid";

-- Views that people have made on session_records do not keep the table from its name.
PRAGMA legacy_alter_table = ON;
DROP TABLE "sessions";
ALTER TABLE "new_sessions" RENAME TO "sessions";
PRAGMA legacy_alter_table = OFF;

-- CreateIndex
CREATE INDEX "sessions_project_id_day_idx" ON "sessions"("project_id", "day");

-- CreateView
CREATE VIEW "session_records" AS
SELECT
    x."project_id", x."session_id", x."day", p."page", d."device", r."referrer",
    x."duration_seconds", x."page_views", x."rage_clicks", x."dead_clicks", x."scroll_depth",
    x."browser", x."country"
FROM "sessions" x
JOIN "segments" p ON p."id" = x."page_segment_id"
JOIN "segments" d ON d."id" = x."device_segment_id"
JOIN "segments" r ON r."id" = x."referrer_segment_id";
