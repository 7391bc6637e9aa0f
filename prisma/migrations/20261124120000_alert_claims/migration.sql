-- AlterTable
ALTER TABLE "alerts" ADD COLUMN "claimed_at" DATETIME;
