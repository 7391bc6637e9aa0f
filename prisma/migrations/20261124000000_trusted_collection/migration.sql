-- AlterTable
ALTER TABLE "projects" ADD COLUMN "signal_weights" TEXT;
ALTER TABLE "projects" ADD COLUMN "facts_grouped_by" TEXT;

-- AlterTable
ALTER TABLE "api_calls" ADD COLUMN "reason" TEXT;
ALTER TABLE "api_calls" ADD COLUMN "token_fingerprint" TEXT;
ALTER TABLE "api_calls" ADD COLUMN "pruned_at" DATETIME;

-- AlterTable
ALTER TABLE "day_coverage" ADD COLUMN "method" TEXT NOT NULL DEFAULT 'direct';
ALTER TABLE "day_coverage" ADD COLUMN "subtracted_call_id" INTEGER;

-- CreateTable
CREATE TABLE "answered_breakdowns" (
    "api_call_id" INTEGER NOT NULL,
    "breakdown" TEXT NOT NULL,
    "truncated" BOOLEAN NOT NULL,

    PRIMARY KEY ("api_call_id", "breakdown"),
    CONSTRAINT "answered_breakdowns_api_call_id_fkey" FOREIGN KEY ("api_call_id") REFERENCES "api_calls" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "project_leases" (
    "project_id" TEXT NOT NULL PRIMARY KEY,
    "holder" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "pid" INTEGER NOT NULL,
    "acquired_at" DATETIME NOT NULL,
    "renewed_at" DATETIME NOT NULL,
    "expires_at" DATETIME NOT NULL,
    CONSTRAINT "project_leases_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "reconciliations" (
    "project_id" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "breakdown" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "expected" INTEGER NOT NULL,
    "found" INTEGER NOT NULL,
    "api_call_id" INTEGER,

    PRIMARY KEY ("project_id", "day", "breakdown", "kind"),
    CONSTRAINT "reconciliations_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "alerts" (
    "project_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "first_at" DATETIME NOT NULL,
    "claimed_at" DATETIME,
    "notified_at" DATETIME,

    PRIMARY KEY ("project_id", "kind", "subject"),
    CONSTRAINT "alerts_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateIndex
CREATE INDEX "api_calls_project_id_window_end_idx" ON "api_calls"("project_id", "window_end");

-- Days made from session records; the others are direct.
UPDATE "day_coverage" SET "method" = 'sessions' WHERE EXISTS (
    SELECT 1 FROM "day_facts" f WHERE f."project_id" = "day_coverage"."project_id"
        AND f."breakdown" = "day_coverage"."breakdown" AND f."day" = "day_coverage"."day" AND f."method" = 'sessions');

-- Answers of the first version do not say which breakdowns they give: the next run reads them again.
UPDATE "api_calls" SET "parsed_at" = NULL WHERE "state" = 'answered' AND "format" = 'insights' AND "error" IS NULL;

-- CreateView
CREATE VIEW "browser_days" AS
SELECT
    f."project_id", f."day", c."state",
    s."browser",
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
WHERE f."breakdown" = 'browser';

-- CreateView
CREATE VIEW "os_days" AS
SELECT
    f."project_id", f."day", c."state",
    s."os",
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
WHERE f."breakdown" = 'os';

-- CreateView
CREATE VIEW "country_days" AS
SELECT
    f."project_id", f."day", c."state",
    s."country",
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
WHERE f."breakdown" = 'country';

-- CreateView
CREATE VIEW "campaign_days" AS
SELECT
    f."project_id", f."day", c."state",
    s."campaign",
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
WHERE f."breakdown" = 'campaign';

-- CreateView
CREATE VIEW "channel_days" AS
SELECT
    f."project_id", f."day", c."state",
    s."channel",
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
WHERE f."breakdown" = 'channel';

-- CreateView
CREATE VIEW "calls" AS
SELECT
    "id", "project_id", "origin", "requested_at", "quota_day", "num_of_days", "dimensions", "reason", "state",
    "http_status", "duration_ms", "window_start", "window_end", "format", "breakdown", "rows", "truncated",
    "unrecognised", LENGTH("body") AS "body_bytes", "body_sha256", "pruned_at", "error"
FROM "api_calls";
