-- AlterTable
ALTER TABLE "ClassMember" ADD COLUMN     "hasLeft" BOOLEAN NOT NULL DEFAULT false;
