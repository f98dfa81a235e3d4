-- CreateTable
CREATE TABLE "LanguageModelUse" (
    "ownerId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "calls" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "tokensIn" INTEGER NOT NULL DEFAULT 0,
    "tokensOut" INTEGER NOT NULL DEFAULT 0,
    "reserved" INTEGER NOT NULL DEFAULT 0,
    "cost" DOUBLE PRECISION NOT NULL DEFAULT 0,

    CONSTRAINT "LanguageModelUse_pkey" PRIMARY KEY ("ownerId","day")
);

-- CreateTable
CREATE TABLE "LanguageModelDay" (
    "day" DATE NOT NULL,
    "calls" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "tokensIn" INTEGER NOT NULL DEFAULT 0,
    "tokensOut" INTEGER NOT NULL DEFAULT 0,
    "reserved" INTEGER NOT NULL DEFAULT 0,
    "cost" DOUBLE PRECISION NOT NULL DEFAULT 0,

    CONSTRAINT "LanguageModelDay_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "LanguageModelLease" (
    "ownerId" TEXT NOT NULL,
    "token" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LanguageModelLease_pkey" PRIMARY KEY ("ownerId")
);

-- CreateTable
CREATE TABLE "LanguageModelAnswer" (
    "ownerId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LanguageModelAnswer_pkey" PRIMARY KEY ("ownerId","key")
);

-- CreateTable
CREATE TABLE "LanguageModelBreaker" (
    "id" INTEGER NOT NULL,
    "failures" INTEGER NOT NULL,
    "openUntil" TIMESTAMPTZ(3),
    "probeUntil" TIMESTAMPTZ(3),
    "lastFailure" TEXT,
    "lastFailureAt" TIMESTAMPTZ(3),

    CONSTRAINT "LanguageModelBreaker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SecondGradeJob" (
    "interviewId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "leaseUntil" TIMESTAMPTZ(3),
    "stagesDone" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "SecondGradeJob_pkey" PRIMARY KEY ("interviewId")
);

-- CreateTable
CREATE TABLE "Speech" (
    "interviewId" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "scripted" JSONB NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Speech_pkey" PRIMARY KEY ("interviewId")
);

-- CreateIndex
CREATE INDEX "LanguageModelUse_day_idx" ON "LanguageModelUse"("day");

-- CreateIndex
CREATE INDEX "LanguageModelAnswer_createdAt_idx" ON "LanguageModelAnswer"("createdAt");

-- CreateIndex
CREATE INDEX "SecondGradeJob_createdAt_idx" ON "SecondGradeJob"("createdAt");

-- AddForeignKey
ALTER TABLE "LanguageModelUse" ADD CONSTRAINT "LanguageModelUse_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LanguageModelLease" ADD CONSTRAINT "LanguageModelLease_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LanguageModelAnswer" ADD CONSTRAINT "LanguageModelAnswer_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SecondGradeJob" ADD CONSTRAINT "SecondGradeJob_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Speech" ADD CONSTRAINT "Speech_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;
