-- AlterTable
ALTER TABLE "api_calls" ADD COLUMN "reading_attempts" INTEGER NOT NULL DEFAULT 0;
