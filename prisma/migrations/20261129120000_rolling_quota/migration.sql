-- DropIndex
DROP INDEX "api_calls_project_id_quota_day_idx";

-- CreateIndex
CREATE INDEX "api_calls_project_id_requested_at_idx" ON "api_calls"("project_id", "requested_at");
