-- AlterTable
ALTER TABLE "Extension" ADD COLUMN     "isExcused" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "SubmissionPoint" ADD COLUMN     "misconception" TEXT;
