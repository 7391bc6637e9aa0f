-- DropView
DROP VIEW IF EXISTS "site_days";
DROP VIEW IF EXISTS "page_days";
DROP VIEW IF EXISTS "device_days";
DROP VIEW IF EXISTS "page_device_days";
DROP VIEW IF EXISTS "source_days";
DROP VIEW IF EXISTS "referrer_days";
DROP VIEW IF EXISTS "browser_days";
DROP VIEW IF EXISTS "os_days";
DROP VIEW IF EXISTS "country_days";
DROP VIEW IF EXISTS "campaign_days";
DROP VIEW IF EXISTS "channel_days";
DROP VIEW IF EXISTS "calls";

-- AlterTable
ALTER TABLE "api_calls" ADD COLUMN "missing_metrics" TEXT;

-- AlterTable
ALTER TABLE "day_facts" ADD COLUMN "rage_click_known_sessions" INTEGER;
ALTER TABLE "day_facts" ADD COLUMN "dead_click_known_sessions" INTEGER;
ALTER TABLE "day_facts" ADD COLUMN "error_click_known_sessions" INTEGER;
ALTER TABLE "day_facts" ADD COLUMN "script_error_known_sessions" INTEGER;
ALTER TABLE "day_facts" ADD COLUMN "quickback_click_known_sessions" INTEGER;
ALTER TABLE "day_facts" ADD COLUMN "excessive_scroll_known_sessions" INTEGER;

-- Visits without a page had two names for it.
UPDATE OR IGNORE "segments" SET "page" = '(none)' WHERE "page" = '(unknown)' AND "breakdown" IN ('page', 'page_device');
UPDATE OR IGNORE "segments" SET "page" = '(none)' WHERE "page" = '' AND "breakdown" IN ('page', 'page_device');

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
    ROUND(f."active_seconds_sum" / f."active_seconds_weight", 1) AS "active_seconds",
    CASE WHEN f."rage_click_sessions" IS NOT NULL THEN COALESCE(f."rage_click_known_sessions", f."sessions") END AS "rage_click_known_sessions",
    CASE WHEN f."dead_click_sessions" IS NOT NULL THEN COALESCE(f."dead_click_known_sessions", f."sessions") END AS "dead_click_known_sessions",
    CASE WHEN f."error_click_sessions" IS NOT NULL THEN COALESCE(f."error_click_known_sessions", f."sessions") END AS "error_click_known_sessions",
    CASE WHEN f."script_error_sessions" IS NOT NULL THEN COALESCE(f."script_error_known_sessions", f."sessions") END AS "script_error_known_sessions",
    CASE WHEN f."quickback_click_sessions" IS NOT NULL THEN COALESCE(f."quickback_click_known_sessions", f."sessions") END AS "quickback_click_known_sessions",
    CASE WHEN f."excessive_scroll_sessions" IS NOT NULL THEN COALESCE(f."excessive_scroll_known_sessions", f."sessions") END AS "excessive_scroll_known_sessions"
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
    ROUND(f."active_seconds_sum" / f."active_seconds_weight", 1) AS "active_seconds",
    CASE WHEN f."rage_click_sessions" IS NOT NULL THEN COALESCE(f."rage_click_known_sessions", f."sessions") END AS "rage_click_known_sessions",
    CASE WHEN f."dead_click_sessions" IS NOT NULL THEN COALESCE(f."dead_click_known_sessions", f."sessions") END AS "dead_click_known_sessions",
    CASE WHEN f."error_click_sessions" IS NOT NULL THEN COALESCE(f."error_click_known_sessions", f."sessions") END AS "error_click_known_sessions",
    CASE WHEN f."script_error_sessions" IS NOT NULL THEN COALESCE(f."script_error_known_sessions", f."sessions") END AS "script_error_known_sessions",
    CASE WHEN f."quickback_click_sessions" IS NOT NULL THEN COALESCE(f."quickback_click_known_sessions", f."sessions") END AS "quickback_click_known_sessions",
    CASE WHEN f."excessive_scroll_sessions" IS NOT NULL THEN COALESCE(f."excessive_scroll_known_sessions", f."sessions") END AS "excessive_scroll_known_sessions"
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
    ROUND(f."active_seconds_sum" / f."active_seconds_weight", 1) AS "active_seconds",
    CASE WHEN f."rage_click_sessions" IS NOT NULL THEN COALESCE(f."rage_click_known_sessions", f."sessions") END AS "rage_click_known_sessions",
    CASE WHEN f."dead_click_sessions" IS NOT NULL THEN COALESCE(f."dead_click_known_sessions", f."sessions") END AS "dead_click_known_sessions",
    CASE WHEN f."error_click_sessions" IS NOT NULL THEN COALESCE(f."error_click_known_sessions", f."sessions") END AS "error_click_known_sessions",
    CASE WHEN f."script_error_sessions" IS NOT NULL THEN COALESCE(f."script_error_known_sessions", f."sessions") END AS "script_error_known_sessions",
    CASE WHEN f."quickback_click_sessions" IS NOT NULL THEN COALESCE(f."quickback_click_known_sessions", f."sessions") END AS "quickback_click_known_sessions",
    CASE WHEN f."excessive_scroll_sessions" IS NOT NULL THEN COALESCE(f."excessive_scroll_known_sessions", f."sessions") END AS "excessive_scroll_known_sessions"
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
    ROUND(f."active_seconds_sum" / f."active_seconds_weight", 1) AS "active_seconds",
    CASE WHEN f."rage_click_sessions" IS NOT NULL THEN COALESCE(f."rage_click_known_sessions", f."sessions") END AS "rage_click_known_sessions",
    CASE WHEN f."dead_click_sessions" IS NOT NULL THEN COALESCE(f."dead_click_known_sessions", f."sessions") END AS "dead_click_known_sessions",
    CASE WHEN f."error_click_sessions" IS NOT NULL THEN COALESCE(f."error_click_known_sessions", f."sessions") END AS "error_click_known_sessions",
    CASE WHEN f."script_error_sessions" IS NOT NULL THEN COALESCE(f."script_error_known_sessions", f."sessions") END AS "script_error_known_sessions",
    CASE WHEN f."quickback_click_sessions" IS NOT NULL THEN COALESCE(f."quickback_click_known_sessions", f."sessions") END AS "quickback_click_known_sessions",
    CASE WHEN f."excessive_scroll_sessions" IS NOT NULL THEN COALESCE(f."excessive_scroll_known_sessions", f."sessions") END AS "excessive_scroll_known_sessions"
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
    ROUND(f."active_seconds_sum" / f."active_seconds_weight", 1) AS "active_seconds",
    CASE WHEN f."rage_click_sessions" IS NOT NULL THEN COALESCE(f."rage_click_known_sessions", f."sessions") END AS "rage_click_known_sessions",
    CASE WHEN f."dead_click_sessions" IS NOT NULL THEN COALESCE(f."dead_click_known_sessions", f."sessions") END AS "dead_click_known_sessions",
    CASE WHEN f."error_click_sessions" IS NOT NULL THEN COALESCE(f."error_click_known_sessions", f."sessions") END AS "error_click_known_sessions",
    CASE WHEN f."script_error_sessions" IS NOT NULL THEN COALESCE(f."script_error_known_sessions", f."sessions") END AS "script_error_known_sessions",
    CASE WHEN f."quickback_click_sessions" IS NOT NULL THEN COALESCE(f."quickback_click_known_sessions", f."sessions") END AS "quickback_click_known_sessions",
    CASE WHEN f."excessive_scroll_sessions" IS NOT NULL THEN COALESCE(f."excessive_scroll_known_sessions", f."sessions") END AS "excessive_scroll_known_sessions"
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
    ROUND(f."active_seconds_sum" / f."active_seconds_weight", 1) AS "active_seconds",
    CASE WHEN f."rage_click_sessions" IS NOT NULL THEN COALESCE(f."rage_click_known_sessions", f."sessions") END AS "rage_click_known_sessions",
    CASE WHEN f."dead_click_sessions" IS NOT NULL THEN COALESCE(f."dead_click_known_sessions", f."sessions") END AS "dead_click_known_sessions",
    CASE WHEN f."error_click_sessions" IS NOT NULL THEN COALESCE(f."error_click_known_sessions", f."sessions") END AS "error_click_known_sessions",
    CASE WHEN f."script_error_sessions" IS NOT NULL THEN COALESCE(f."script_error_known_sessions", f."sessions") END AS "script_error_known_sessions",
    CASE WHEN f."quickback_click_sessions" IS NOT NULL THEN COALESCE(f."quickback_click_known_sessions", f."sessions") END AS "quickback_click_known_sessions",
    CASE WHEN f."excessive_scroll_sessions" IS NOT NULL THEN COALESCE(f."excessive_scroll_known_sessions", f."sessions") END AS "excessive_scroll_known_sessions"
FROM "day_facts" f
JOIN "segments" s ON s."id" = f."segment_id"
LEFT JOIN "day_coverage" c
    ON c."project_id" = f."project_id" AND c."breakdown" = f."breakdown" AND c."day" = f."day"
WHERE f."breakdown" = 'referrer';

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
    ROUND(f."active_seconds_sum" / f."active_seconds_weight", 1) AS "active_seconds",
    CASE WHEN f."rage_click_sessions" IS NOT NULL THEN COALESCE(f."rage_click_known_sessions", f."sessions") END AS "rage_click_known_sessions",
    CASE WHEN f."dead_click_sessions" IS NOT NULL THEN COALESCE(f."dead_click_known_sessions", f."sessions") END AS "dead_click_known_sessions",
    CASE WHEN f."error_click_sessions" IS NOT NULL THEN COALESCE(f."error_click_known_sessions", f."sessions") END AS "error_click_known_sessions",
    CASE WHEN f."script_error_sessions" IS NOT NULL THEN COALESCE(f."script_error_known_sessions", f."sessions") END AS "script_error_known_sessions",
    CASE WHEN f."quickback_click_sessions" IS NOT NULL THEN COALESCE(f."quickback_click_known_sessions", f."sessions") END AS "quickback_click_known_sessions",
    CASE WHEN f."excessive_scroll_sessions" IS NOT NULL THEN COALESCE(f."excessive_scroll_known_sessions", f."sessions") END AS "excessive_scroll_known_sessions"
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
    ROUND(f."active_seconds_sum" / f."active_seconds_weight", 1) AS "active_seconds",
    CASE WHEN f."rage_click_sessions" IS NOT NULL THEN COALESCE(f."rage_click_known_sessions", f."sessions") END AS "rage_click_known_sessions",
    CASE WHEN f."dead_click_sessions" IS NOT NULL THEN COALESCE(f."dead_click_known_sessions", f."sessions") END AS "dead_click_known_sessions",
    CASE WHEN f."error_click_sessions" IS NOT NULL THEN COALESCE(f."error_click_known_sessions", f."sessions") END AS "error_click_known_sessions",
    CASE WHEN f."script_error_sessions" IS NOT NULL THEN COALESCE(f."script_error_known_sessions", f."sessions") END AS "script_error_known_sessions",
    CASE WHEN f."quickback_click_sessions" IS NOT NULL THEN COALESCE(f."quickback_click_known_sessions", f."sessions") END AS "quickback_click_known_sessions",
    CASE WHEN f."excessive_scroll_sessions" IS NOT NULL THEN COALESCE(f."excessive_scroll_known_sessions", f."sessions") END AS "excessive_scroll_known_sessions"
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
    ROUND(f."active_seconds_sum" / f."active_seconds_weight", 1) AS "active_seconds",
    CASE WHEN f."rage_click_sessions" IS NOT NULL THEN COALESCE(f."rage_click_known_sessions", f."sessions") END AS "rage_click_known_sessions",
    CASE WHEN f."dead_click_sessions" IS NOT NULL THEN COALESCE(f."dead_click_known_sessions", f."sessions") END AS "dead_click_known_sessions",
    CASE WHEN f."error_click_sessions" IS NOT NULL THEN COALESCE(f."error_click_known_sessions", f."sessions") END AS "error_click_known_sessions",
    CASE WHEN f."script_error_sessions" IS NOT NULL THEN COALESCE(f."script_error_known_sessions", f."sessions") END AS "script_error_known_sessions",
    CASE WHEN f."quickback_click_sessions" IS NOT NULL THEN COALESCE(f."quickback_click_known_sessions", f."sessions") END AS "quickback_click_known_sessions",
    CASE WHEN f."excessive_scroll_sessions" IS NOT NULL THEN COALESCE(f."excessive_scroll_known_sessions", f."sessions") END AS "excessive_scroll_known_sessions"
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
    ROUND(f."active_seconds_sum" / f."active_seconds_weight", 1) AS "active_seconds",
    CASE WHEN f."rage_click_sessions" IS NOT NULL THEN COALESCE(f."rage_click_known_sessions", f."sessions") END AS "rage_click_known_sessions",
    CASE WHEN f."dead_click_sessions" IS NOT NULL THEN COALESCE(f."dead_click_known_sessions", f."sessions") END AS "dead_click_known_sessions",
    CASE WHEN f."error_click_sessions" IS NOT NULL THEN COALESCE(f."error_click_known_sessions", f."sessions") END AS "error_click_known_sessions",
    CASE WHEN f."script_error_sessions" IS NOT NULL THEN COALESCE(f."script_error_known_sessions", f."sessions") END AS "script_error_known_sessions",
    CASE WHEN f."quickback_click_sessions" IS NOT NULL THEN COALESCE(f."quickback_click_known_sessions", f."sessions") END AS "quickback_click_known_sessions",
    CASE WHEN f."excessive_scroll_sessions" IS NOT NULL THEN COALESCE(f."excessive_scroll_known_sessions", f."sessions") END AS "excessive_scroll_known_sessions"
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
    ROUND(f."active_seconds_sum" / f."active_seconds_weight", 1) AS "active_seconds",
    CASE WHEN f."rage_click_sessions" IS NOT NULL THEN COALESCE(f."rage_click_known_sessions", f."sessions") END AS "rage_click_known_sessions",
    CASE WHEN f."dead_click_sessions" IS NOT NULL THEN COALESCE(f."dead_click_known_sessions", f."sessions") END AS "dead_click_known_sessions",
    CASE WHEN f."error_click_sessions" IS NOT NULL THEN COALESCE(f."error_click_known_sessions", f."sessions") END AS "error_click_known_sessions",
    CASE WHEN f."script_error_sessions" IS NOT NULL THEN COALESCE(f."script_error_known_sessions", f."sessions") END AS "script_error_known_sessions",
    CASE WHEN f."quickback_click_sessions" IS NOT NULL THEN COALESCE(f."quickback_click_known_sessions", f."sessions") END AS "quickback_click_known_sessions",
    CASE WHEN f."excessive_scroll_sessions" IS NOT NULL THEN COALESCE(f."excessive_scroll_known_sessions", f."sessions") END AS "excessive_scroll_known_sessions"
FROM "day_facts" f
JOIN "segments" s ON s."id" = f."segment_id"
LEFT JOIN "day_coverage" c
    ON c."project_id" = f."project_id" AND c."breakdown" = f."breakdown" AND c."day" = f."day"
WHERE f."breakdown" = 'channel';

-- CreateView
CREATE VIEW "calls" AS
SELECT
    "id", "project_id", "origin", "requested_at", "quota_day", "num_of_days",
    "dimensions", "reason", "state", "http_status", "duration_ms", "window_start", "window_end", "format",
    "breakdown", "rows", "truncated", "unrecognised", LENGTH("body") AS "body_bytes", "body_sha256", "pruned_at",
    "error", "missing_metrics"
FROM "api_calls";
