-- CreateTable
CREATE TABLE "SelfScores" (
    "interviewId" UUID NOT NULL,
    "scores" JSONB NOT NULL,
    "revealedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SelfScores_pkey" PRIMARY KEY ("interviewId")
);

-- AddForeignKey
ALTER TABLE "SelfScores" ADD CONSTRAINT "SelfScores_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Reports of interviews that were submitted before there were self-scores are shown as ever.
INSERT INTO "SelfScores" ("interviewId", "scores", "revealedAt")
SELECT "id", '{}', "submittedAt" FROM "Interview" WHERE "submittedAt" IS NOT NULL;
