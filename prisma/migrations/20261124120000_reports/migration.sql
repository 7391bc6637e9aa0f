-- CreateTable
CREATE TABLE "report_unsubscribes" (
    "scope" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "unsubscribed_at" DATETIME NOT NULL,

    PRIMARY KEY ("scope", "recipient")
);

-- CreateTable
CREATE TABLE "signing_keys" (
    "purpose" TEXT NOT NULL PRIMARY KEY,
    "key" BLOB NOT NULL,
    "created_at" DATETIME NOT NULL
);

-- RedefineTables: deliveries are copied to point at the new issues before either old table goes,
-- since foreign keys cannot be switched off inside a transaction.
CREATE TABLE "new_report_issues" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "scope" TEXT NOT NULL,
    "project_id" TEXT,
    "week" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "mail" BLOB,
    "created_at" DATETIME NOT NULL,
    CONSTRAINT "report_issues_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "projects" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_report_issues" ("id", "scope", "project_id", "week", "model", "created_at")
SELECT "id", "project_id", "project_id", "week", "model", "created_at" FROM "report_issues";
CREATE TABLE "new_report_deliveries" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "issue_id" INTEGER NOT NULL,
    "recipient" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "is_final" BOOLEAN NOT NULL DEFAULT false,
    "created_at" DATETIME NOT NULL,
    "claimed_at" DATETIME,
    "sent_at" DATETIME,
    CONSTRAINT "report_deliveries_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "new_report_issues" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
-- Version 0.1 sent a mail minutes after its row was made.
INSERT INTO "new_report_deliveries" ("id", "issue_id", "recipient", "state", "message_id", "attempts", "last_error", "created_at", "claimed_at", "sent_at")
SELECT "id", "issue_id", "recipient", "state", "message_id", "attempts", "last_error", "created_at", CASE WHEN "attempts" > 0 THEN "created_at" END, "sent_at" FROM "report_deliveries";
DROP TABLE "report_deliveries";
DROP TABLE "report_issues";
ALTER TABLE "new_report_issues" RENAME TO "report_issues";
ALTER TABLE "new_report_deliveries" RENAME TO "report_deliveries";
CREATE UNIQUE INDEX "report_issues_scope_week_key" ON "report_issues"("scope", "week");
CREATE UNIQUE INDEX "report_deliveries_issue_id_recipient_key" ON "report_deliveries"("issue_id", "recipient");
