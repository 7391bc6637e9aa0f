-- DropView
DROP VIEW IF EXISTS "calls";

-- DropIndex
DROP INDEX "api_calls_project_id_quota_day_idx";

-- AlterTable
ALTER TABLE "api_calls" DROP COLUMN "quota_day";

-- CreateIndex
CREATE INDEX "api_calls_project_id_requested_at_idx" ON "api_calls"("project_id", "requested_at");

-- CreateView
CREATE VIEW "calls" AS
SELECT
    "id", "project_id", "origin", "requested_at", SUBSTR("requested_at", 1, 10) AS "requested_day", "num_of_days",
    "dimensions", "reason", "state", "http_status", "duration_ms", "window_start", "window_end", "format",
    "breakdown", "rows", "truncated", "unrecognised", LENGTH("body") AS "body_bytes", "body_sha256", "pruned_at",
    "error"
FROM "api_calls";
