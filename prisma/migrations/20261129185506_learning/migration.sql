-- CreateTable
CREATE TABLE "ReviewItem" (
    "ownerId" TEXT NOT NULL,
    "deck" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "phase" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "stability" DOUBLE PRECISION NOT NULL,
    "difficulty" DOUBLE PRECISION NOT NULL,
    "scheduledDays" INTEGER NOT NULL,
    "step" INTEGER NOT NULL,
    "reviews" INTEGER NOT NULL,
    "lapses" INTEGER NOT NULL,
    "lastReviewAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,
    "isSuspended" BOOLEAN NOT NULL DEFAULT false,
    "buriedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "ReviewItem_pkey" PRIMARY KEY ("ownerId","deck","kind","itemId")
);

-- CreateTable
CREATE TABLE "Review" (
    "ownerId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "deck" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "grade" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "elapsedDays" DOUBLE PRECISION,
    "before" JSONB NOT NULL,
    "undoesId" UUID,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("ownerId","id")
);

-- CreateTable
CREATE TABLE "QuestionAnswer" (
    "ownerId" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "deck" TEXT NOT NULL,
    "itemId" TEXT NOT NULL,
    "option" INTEGER NOT NULL,
    "isRight" BOOLEAN NOT NULL,
    "purpose" TEXT NOT NULL,
    "caseSlug" TEXT,
    "pointId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "QuestionAnswer_pkey" PRIMARY KEY ("ownerId","id")
);

-- CreateTable
CREATE TABLE "MissedPoint" (
    "ownerId" TEXT NOT NULL,
    "caseSlug" TEXT NOT NULL,
    "pointId" TEXT NOT NULL,
    "interviewId" UUID NOT NULL,
    "missedAt" TIMESTAMPTZ(3) NOT NULL,
    "madeAt" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "transferDueAt" TIMESTAMPTZ(3),

    CONSTRAINT "MissedPoint_pkey" PRIMARY KEY ("ownerId","caseSlug","pointId")
);

-- CreateTable
CREATE TABLE "LearningSettings" (
    "ownerId" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "newPerDay" INTEGER NOT NULL DEFAULT 20,

    CONSTRAINT "LearningSettings_pkey" PRIMARY KEY ("ownerId")
);

-- CreateIndex
CREATE INDEX "ReviewItem_ownerId_dueAt_idx" ON "ReviewItem"("ownerId", "dueAt");

-- CreateIndex
CREATE INDEX "Review_ownerId_at_idx" ON "Review"("ownerId", "at");

-- CreateIndex
CREATE INDEX "Review_ownerId_deck_kind_itemId_idx" ON "Review"("ownerId", "deck", "kind", "itemId");

-- CreateIndex
CREATE UNIQUE INDEX "Review_ownerId_undoesId_key" ON "Review"("ownerId", "undoesId");

-- CreateIndex
CREATE INDEX "QuestionAnswer_ownerId_deck_itemId_idx" ON "QuestionAnswer"("ownerId", "deck", "itemId");

-- CreateIndex
CREATE INDEX "MissedPoint_ownerId_transferDueAt_idx" ON "MissedPoint"("ownerId", "transferDueAt");

-- AddForeignKey
ALTER TABLE "ReviewItem" ADD CONSTRAINT "ReviewItem_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionAnswer" ADD CONSTRAINT "QuestionAnswer_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MissedPoint" ADD CONSTRAINT "MissedPoint_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LearningSettings" ADD CONSTRAINT "LearningSettings_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
