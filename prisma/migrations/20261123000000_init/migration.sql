-- CreateTable
CREATE TABLE "projects" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "created_at" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "api_calls" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "project_id" TEXT NOT NULL,
    "origin" TEXT NOT NULL DEFAULT 'collect',
    "requested_at" DATETIME NOT NULL,
    "quota_day" TEXT NOT NULL,
    "num_of_days" INTEGER NOT NULL,
    "dimensions" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "http_status" INTEGER,
    "duration_ms" INTEGER,
    "window_start" DATETIME NOT NULL,
    "window_end" DATETIME NOT NULL,
    "body" BLOB,
    "body_sha256" TEXT,
    "format" TEXT,
    "breakdown" TEXT,
    "rows" INTEGER,
    "truncated" BOOLEAN,
    "unrecognised" TEXT,
    "parser_version" INTEGER,
    "parsed_at" DATETIME,
    "error" TEXT,
    CONSTRAINT "api_calls_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "segments" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "breakdown" TEXT NOT NULL,
    "page" TEXT NOT NULL DEFAULT '',
    "device" TEXT NOT NULL DEFAULT '',
    "browser" TEXT NOT NULL DEFAULT '',
    "os" TEXT NOT NULL DEFAULT '',
    "country" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "medium" TEXT NOT NULL DEFAULT '',
    "campaign" TEXT NOT NULL DEFAULT '',
    "channel" TEXT NOT NULL DEFAULT '',
    "referrer" TEXT NOT NULL DEFAULT ''
);

-- CreateTable
CREATE TABLE "day_facts" (
    "project_id" TEXT NOT NULL,
    "breakdown" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "segment_id" INTEGER NOT NULL,
    "sessions" INTEGER NOT NULL,
    "bot_sessions" INTEGER,
    "page_views" INTEGER,
    "bounced_sessions" INTEGER,
    "rage_click_events" INTEGER,
    "rage_click_sessions" INTEGER,
    "dead_click_events" INTEGER,
    "dead_click_sessions" INTEGER,
    "error_click_events" INTEGER,
    "error_click_sessions" INTEGER,
    "quickback_click_events" INTEGER,
    "quickback_click_sessions" INTEGER,
    "script_error_events" INTEGER,
    "script_error_sessions" INTEGER,
    "excessive_scroll_events" INTEGER,
    "excessive_scroll_sessions" INTEGER,
    "scroll_depth_sum" REAL,
    "scroll_depth_weight" INTEGER,
    "total_seconds_sum" REAL,
    "total_seconds_weight" INTEGER,
    "active_seconds_sum" REAL,
    "active_seconds_weight" INTEGER,
    "method" TEXT NOT NULL,
    "api_call_id" INTEGER,

    PRIMARY KEY ("project_id", "breakdown", "day", "segment_id"),
    CONSTRAINT "day_facts_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "day_facts_segment_id_fkey" FOREIGN KEY ("segment_id") REFERENCES "segments" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "day_facts_api_call_id_fkey" FOREIGN KEY ("api_call_id") REFERENCES "api_calls" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "day_coverage" (
    "project_id" TEXT NOT NULL,
    "breakdown" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "api_call_id" INTEGER,
    "overlap_seconds" INTEGER NOT NULL,
    "window_end" DATETIME NOT NULL,

    PRIMARY KEY ("project_id", "breakdown", "day"),
    CONSTRAINT "day_coverage_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "day_coverage_api_call_id_fkey" FOREIGN KEY ("api_call_id") REFERENCES "api_calls" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "sessions" (
    "project_id" TEXT NOT NULL,
    "session_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "page_url" TEXT NOT NULL,
    "duration_seconds" INTEGER NOT NULL,
    "page_views" INTEGER NOT NULL,
    "rage_clicks" INTEGER NOT NULL,
    "dead_clicks" INTEGER NOT NULL,
    "scroll_depth" REAL NOT NULL,
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

-- CreateTable
CREATE TABLE "report_issues" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "project_id" TEXT NOT NULL,
    "week" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    CONSTRAINT "report_issues_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "report_deliveries" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "issue_id" INTEGER NOT NULL,
    "recipient" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" DATETIME NOT NULL,
    "sent_at" DATETIME,
    CONSTRAINT "report_deliveries_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "report_issues" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "name" TEXT NOT NULL,
    "key_sha256" TEXT NOT NULL,
    "projects" TEXT,
    "created_at" DATETIME NOT NULL,
    "expires_at" DATETIME,
    "last_used_at" DATETIME,
    "revoked_at" DATETIME
);

-- CreateTable
CREATE TABLE "annotations" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "project_id" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" DATETIME NOT NULL,
    CONSTRAINT "annotations_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "mutes" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "project_id" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "until_day" TEXT,
    "created_at" DATETIME NOT NULL,
    CONSTRAINT "mutes_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "api_calls_project_id_quota_day_idx" ON "api_calls"("project_id", "quota_day");

-- CreateIndex
CREATE UNIQUE INDEX "segments_breakdown_page_device_browser_os_country_source_medium_campaign_channel_referrer_key" ON "segments"("breakdown", "page", "device", "browser", "os", "country", "source", "medium", "campaign", "channel", "referrer");

-- CreateIndex
CREATE INDEX "sessions_project_id_day_idx" ON "sessions"("project_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "report_issues_project_id_week_key" ON "report_issues"("project_id", "week");

-- CreateIndex
CREATE UNIQUE INDEX "report_deliveries_issue_id_recipient_key" ON "report_deliveries"("issue_id", "recipient");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_name_key" ON "api_keys"("name");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_key_sha256_key" ON "api_keys"("key_sha256");

-- CreateIndex
CREATE INDEX "annotations_project_id_page_idx" ON "annotations"("project_id", "page");

-- CreateIndex
CREATE UNIQUE INDEX "mutes_project_id_page_key" ON "mutes"("project_id", "page");

-- CreateView
CREATE VIEW "site_days" AS
SELECT
    f."project_id", f."day", c."state",
    f."sessions", f."bot_sessions", f."page_views", f."bounced_sessions",
    f."rage_click_events", f."rage_click_sessions",
    f."dead_click_events", f."dead_click_sessions",
    f."error_click_events", f."error_click_sessions",
    f."quickback_click_events", f."quickback_click_sessions",
    f."script_error_events", f."script_error_sessions",
    f."excessive_scroll_events", f."excessive_scroll_sessions",
    ROUND(f."scroll_depth_sum" / f."scroll_depth_weight", 2) AS "scroll_depth",
    ROUND(f."total_seconds_sum" / f."total_seconds_weight", 1) AS "total_seconds",
    ROUND(f."active_seconds_sum" / f."active_seconds_weight", 1) AS "active_seconds"
FROM "day_facts" f
JOIN "segments" s ON s."id" = f."segment_id"
LEFT JOIN "day_coverage" c
    ON c."project_id" = f."project_id" AND c."breakdown" = f."breakdown" AND c."day" = f."day"
WHERE f."breakdown" = 'total';

-- CreateView
CREATE VIEW "page_days" AS
SELECT
    f."project_id", f."day", c."state",
    s."page",
    f."sessions", f."bot_sessions", f."page_views", f."bounced_sessions",
    f."rage_click_events", f."rage_click_sessions",
    f."dead_click_events", f."dead_click_sessions",
    f."error_click_events", f."error_click_sessions",
    f."quickback_click_events", f."quickback_click_sessions",
    f."script_error_events", f."script_error_sessions",
    f."excessive_scroll_events", f."excessive_scroll_sessions",
    ROUND(f."scroll_depth_sum" / f."scroll_depth_weight", 2) AS "scroll_depth",
    ROUND(f."total_seconds_sum" / f."total_seconds_weight", 1) AS "total_seconds",
    ROUND(f."active_seconds_sum" / f."active_seconds_weight", 1) AS "active_seconds"
FROM "day_facts" f
JOIN "segments" s ON s."id" = f."segment_id"
LEFT JOIN "day_coverage" c
    ON c."project_id" = f."project_id" AND c."breakdown" = f."breakdown" AND c."day" = f."day"
WHERE f."breakdown" = 'page';

-- CreateView
CREATE VIEW "device_days" AS
SELECT
    f."project_id", f."day", c."state",
    s."device",
    f."sessions", f."bot_sessions", f."page_views", f."bounced_sessions",
    f."rage_click_events", f."rage_click_sessions",
    f."dead_click_events", f."dead_click_sessions",
    f."error_click_events", f."error_click_sessions",
    f."quickback_click_events", f."quickback_click_sessions",
    f."script_error_events", f."script_error_sessions",
    f."excessive_scroll_events", f."excessive_scroll_sessions",
    ROUND(f."scroll_depth_sum" / f."scroll_depth_weight", 2) AS "scroll_depth",
    ROUND(f."total_seconds_sum" / f."total_seconds_weight", 1) AS "total_seconds",
    ROUND(f."active_seconds_sum" / f."active_seconds_weight", 1) AS "active_seconds"
FROM "day_facts" f
JOIN "segments" s ON s."id" = f."segment_id"
LEFT JOIN "day_coverage" c
    ON c."project_id" = f."project_id" AND c."breakdown" = f."breakdown" AND c."day" = f."day"
WHERE f."breakdown" = 'device';

-- CreateView
CREATE VIEW "page_device_days" AS
SELECT
    f."project_id", f."day", c."state",
    s."page",
    s."device",
    f."sessions", f."bot_sessions", f."page_views", f."bounced_sessions",
    f."rage_click_events", f."rage_click_sessions",
    f."dead_click_events", f."dead_click_sessions",
    f."error_click_events", f."error_click_sessions",
    f."quickback_click_events", f."quickback_click_sessions",
    f."script_error_events", f."script_error_sessions",
    f."excessive_scroll_events", f."excessive_scroll_sessions",
    ROUND(f."scroll_depth_sum" / f."scroll_depth_weight", 2) AS "scroll_depth",
    ROUND(f."total_seconds_sum" / f."total_seconds_weight", 1) AS "total_seconds",
    ROUND(f."active_seconds_sum" / f."active_seconds_weight", 1) AS "active_seconds"
FROM "day_facts" f
JOIN "segments" s ON s."id" = f."segment_id"
LEFT JOIN "day_coverage" c
    ON c."project_id" = f."project_id" AND c."breakdown" = f."breakdown" AND c."day" = f."day"
WHERE f."breakdown" = 'page_device';

-- CreateView
CREATE VIEW "source_days" AS
SELECT
    f."project_id", f."day", c."state",
    s."source",
    s."medium",
    f."sessions", f."bot_sessions", f."page_views", f."bounced_sessions",
    f."rage_click_events", f."rage_click_sessions",
    f."dead_click_events", f."dead_click_sessions",
    f."error_click_events", f."error_click_sessions",
    f."quickback_click_events", f."quickback_click_sessions",
    f."script_error_events", f."script_error_sessions",
    f."excessive_scroll_events", f."excessive_scroll_sessions",
    ROUND(f."scroll_depth_sum" / f."scroll_depth_weight", 2) AS "scroll_depth",
    ROUND(f."total_seconds_sum" / f."total_seconds_weight", 1) AS "total_seconds",
    ROUND(f."active_seconds_sum" / f."active_seconds_weight", 1) AS "active_seconds"
FROM "day_facts" f
JOIN "segments" s ON s."id" = f."segment_id"
LEFT JOIN "day_coverage" c
    ON c."project_id" = f."project_id" AND c."breakdown" = f."breakdown" AND c."day" = f."day"
WHERE f."breakdown" = 'source_medium';

-- CreateView
CREATE VIEW "referrer_days" AS
SELECT
    f."project_id", f."day", c."state",
    s."referrer",
    f."sessions", f."bot_sessions", f."page_views", f."bounced_sessions",
    f."rage_click_events", f."rage_click_sessions",
    f."dead_click_events", f."dead_click_sessions",
    f."error_click_events", f."error_click_sessions",
    f."quickback_click_events", f."quickback_click_sessions",
    f."script_error_events", f."script_error_sessions",
    f."excessive_scroll_events", f."excessive_scroll_sessions",
    ROUND(f."scroll_depth_sum" / f."scroll_depth_weight", 2) AS "scroll_depth",
    ROUND(f."total_seconds_sum" / f."total_seconds_weight", 1) AS "total_seconds",
    ROUND(f."active_seconds_sum" / f."active_seconds_weight", 1) AS "active_seconds"
FROM "day_facts" f
JOIN "segments" s ON s."id" = f."segment_id"
LEFT JOIN "day_coverage" c
    ON c."project_id" = f."project_id" AND c."breakdown" = f."breakdown" AND c."day" = f."day"
WHERE f."breakdown" = 'referrer';

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
