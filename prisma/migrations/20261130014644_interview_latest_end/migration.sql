-- AlterTable
ALTER TABLE "Interview" ADD COLUMN     "latestEndAt" TIMESTAMPTZ(3);
