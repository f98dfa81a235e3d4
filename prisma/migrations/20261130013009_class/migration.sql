-- AlterTable
ALTER TABLE "Interview" ADD COLUMN     "classContent" JSONB;

-- CreateTable
CREATE TABLE "Class" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "timeZone" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archivedAt" TIMESTAMPTZ(3),
    "joinCode" TEXT,
    "joinCodeExpiresAt" TIMESTAMPTZ(3),
    "joinCodeLimit" INTEGER,
    "joinCodeUses" INTEGER NOT NULL DEFAULT 0,
    "isRosterOnly" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Class_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClassMember" (
    "classId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ClassMember_pkey" PRIMARY KEY ("classId","userId")
);

-- CreateTable
CREATE TABLE "RosterEntry" (
    "id" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "studentNumber" TEXT,
    "section" TEXT,
    "role" TEXT NOT NULL DEFAULT 'student',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "memberUserId" TEXT,

    CONSTRAINT "RosterEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "instructions" TEXT NOT NULL,
    "caseSlugs" TEXT[],
    "mode" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "lengthMinutes" INTEGER NOT NULL,
    "stages" TEXT[],
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "attemptKept" TEXT NOT NULL DEFAULT 'best',
    "pointsPossible" DOUBLE PRECISION NOT NULL DEFAULT 100,
    "evidenceWorld" TEXT,
    "hiddenLabControls" TEXT[],
    "releaseAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "lateDueAt" TIMESTAMPTZ(3),
    "latePolicy" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "isAnonymous" BOOLEAN NOT NULL DEFAULT false,
    "reportShown" TEXT NOT NULL DEFAULT 'with-grades',
    "gradesReleasedAt" TIMESTAMPTZ(3),
    "peerReview" JSONB,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Extension" (
    "assignmentId" UUID NOT NULL,
    "studentId" TEXT NOT NULL,
    "releaseAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3),
    "lateDueAt" TIMESTAMPTZ(3),
    "timeMultiplier" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "extraAttempts" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT NOT NULL DEFAULT '',
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Extension_pkey" PRIMARY KEY ("assignmentId","studentId")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "studentId" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "interviewId" UUID NOT NULL,
    "alias" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "submittedBy" TEXT,
    "lateSeconds" INTEGER NOT NULL DEFAULT 0,
    "board" JSONB,
    "isKept" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SubmissionPoint" (
    "submissionId" UUID NOT NULL,
    "pointId" TEXT NOT NULL,
    "assignmentId" UUID NOT NULL,
    "stage" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "isExpected" BOOLEAN NOT NULL,
    "machineVerdict" TEXT NOT NULL,
    "machineCredit" DOUBLE PRECISION NOT NULL,
    "adjustedCredit" DOUBLE PRECISION,
    "adjustedBy" INTEGER NOT NULL DEFAULT 0,
    "credit" DOUBLE PRECISION,
    "decidedBy" TEXT,
    "gradedById" TEXT,
    "gradedAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "SubmissionPoint_pkey" PRIMARY KEY ("submissionId","pointId")
);

-- CreateTable
CREATE TABLE "SubmissionDecision" (
    "submissionId" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "SubmissionDecision_pkey" PRIMARY KEY ("submissionId","field")
);

-- CreateTable
CREATE TABLE "LabEvidence" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "world" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "outcome" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LabEvidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Grade" (
    "assignmentId" UUID NOT NULL,
    "studentId" TEXT NOT NULL,
    "submissionId" UUID,
    "rawPercent" DOUBLE PRECISION NOT NULL,
    "latePercent" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "adjustment" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "adjustmentReason" TEXT NOT NULL DEFAULT '',
    "finalPercent" DOUBLE PRECISION NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Grade_pkey" PRIMARY KEY ("assignmentId","studentId")
);

-- CreateTable
CREATE TABLE "GradeComment" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "pointId" TEXT,
    "anchor" JSONB,
    "body" TEXT NOT NULL,
    "authorId" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GradeComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BankComment" (
    "id" UUID NOT NULL,
    "classId" UUID NOT NULL,
    "stage" TEXT,
    "pointId" TEXT,
    "body" TEXT NOT NULL,
    "uses" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BankComment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegradeRequest" (
    "id" UUID NOT NULL,
    "submissionId" UUID NOT NULL,
    "pointId" TEXT NOT NULL,
    "studentId" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "answer" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RegradeRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GradingVisit" (
    "submissionId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "assignmentId" UUID NOT NULL,
    "heardAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "GradingVisit_pkey" PRIMARY KEY ("submissionId","userId")
);

-- CreateTable
CREATE TABLE "PeerReview" (
    "id" UUID NOT NULL,
    "assignmentId" UUID NOT NULL,
    "reviewerId" TEXT NOT NULL,
    "submissionId" UUID,
    "marks" JSONB NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "assignedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedAt" TIMESTAMPTZ(3),
    "flaggedAt" TIMESTAMPTZ(3),
    "flagReason" TEXT NOT NULL DEFAULT '',
    "flagOutcome" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PeerReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClassPoint" (
    "classId" UUID NOT NULL,
    "caseSlug" TEXT NOT NULL,
    "pointId" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClassPoint_pkey" PRIMARY KEY ("classId","caseSlug","pointId")
);

-- CreateTable
CREATE TABLE "ClassFact" (
    "classId" UUID NOT NULL,
    "caseSlug" TEXT NOT NULL,
    "factId" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClassFact_pkey" PRIMARY KEY ("classId","caseSlug","factId")
);

-- CreateTable
CREATE TABLE "ClassLogEntry" (
    "id" BIGSERIAL NOT NULL,
    "classId" UUID NOT NULL,
    "actorId" TEXT,
    "kind" TEXT NOT NULL,
    "assignmentId" UUID,
    "submissionId" UUID,
    "studentId" TEXT,
    "pointId" TEXT,
    "before" JSONB,
    "after" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClassLogEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Class_joinCode_key" ON "Class"("joinCode");

-- CreateIndex
CREATE INDEX "ClassMember_userId_removedAt_idx" ON "ClassMember"("userId", "removedAt");

-- CreateIndex
CREATE UNIQUE INDEX "RosterEntry_classId_email_key" ON "RosterEntry"("classId", "email");

-- CreateIndex
CREATE UNIQUE INDEX "RosterEntry_classId_memberUserId_key" ON "RosterEntry"("classId", "memberUserId");

-- CreateIndex
CREATE INDEX "Assignment_classId_dueAt_idx" ON "Assignment"("classId", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_interviewId_key" ON "Submission"("interviewId");

-- CreateIndex
CREATE INDEX "Submission_assignmentId_isKept_submittedAt_idx" ON "Submission"("assignmentId", "isKept", "submittedAt");

-- CreateIndex
CREATE INDEX "Submission_studentId_idx" ON "Submission"("studentId");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_assignmentId_studentId_attempt_key" ON "Submission"("assignmentId", "studentId", "attempt");

-- CreateIndex
CREATE INDEX "SubmissionPoint_assignmentId_pointId_idx" ON "SubmissionPoint"("assignmentId", "pointId");

-- CreateIndex
CREATE INDEX "SubmissionPoint_assignmentId_stage_submissionId_idx" ON "SubmissionPoint"("assignmentId", "stage", "submissionId");

-- CreateIndex
CREATE INDEX "LabEvidence_submissionId_idx" ON "LabEvidence"("submissionId");

-- CreateIndex
CREATE INDEX "Grade_studentId_idx" ON "Grade"("studentId");

-- CreateIndex
CREATE INDEX "GradeComment_submissionId_idx" ON "GradeComment"("submissionId");

-- CreateIndex
CREATE INDEX "BankComment_classId_idx" ON "BankComment"("classId");

-- CreateIndex
CREATE UNIQUE INDEX "RegradeRequest_submissionId_pointId_key" ON "RegradeRequest"("submissionId", "pointId");

-- CreateIndex
CREATE INDEX "PeerReview_submissionId_idx" ON "PeerReview"("submissionId");

-- CreateIndex
CREATE UNIQUE INDEX "PeerReview_assignmentId_reviewerId_submissionId_key" ON "PeerReview"("assignmentId", "reviewerId", "submissionId");

-- CreateIndex
CREATE INDEX "ClassLogEntry_classId_id_idx" ON "ClassLogEntry"("classId", "id");

-- CreateIndex
CREATE INDEX "ClassLogEntry_submissionId_id_idx" ON "ClassLogEntry"("submissionId", "id");

-- AddForeignKey
ALTER TABLE "ClassMember" ADD CONSTRAINT "ClassMember_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassMember" ADD CONSTRAINT "ClassMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterEntry" ADD CONSTRAINT "RosterEntry_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RosterEntry" ADD CONSTRAINT "RosterEntry_memberUserId_fkey" FOREIGN KEY ("memberUserId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionPoint" ADD CONSTRAINT "SubmissionPoint_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionPoint" ADD CONSTRAINT "SubmissionPoint_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionPoint" ADD CONSTRAINT "SubmissionPoint_gradedById_fkey" FOREIGN KEY ("gradedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SubmissionDecision" ADD CONSTRAINT "SubmissionDecision_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LabEvidence" ADD CONSTRAINT "LabEvidence_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grade" ADD CONSTRAINT "Grade_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grade" ADD CONSTRAINT "Grade_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeComment" ADD CONSTRAINT "GradeComment_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradeComment" ADD CONSTRAINT "GradeComment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankComment" ADD CONSTRAINT "BankComment_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegradeRequest" ADD CONSTRAINT "RegradeRequest_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegradeRequest" ADD CONSTRAINT "RegradeRequest_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradingVisit" ADD CONSTRAINT "GradingVisit_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradingVisit" ADD CONSTRAINT "GradingVisit_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GradingVisit" ADD CONSTRAINT "GradingVisit_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeerReview" ADD CONSTRAINT "PeerReview_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeerReview" ADD CONSTRAINT "PeerReview_reviewerId_fkey" FOREIGN KEY ("reviewerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PeerReview" ADD CONSTRAINT "PeerReview_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "Submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassPoint" ADD CONSTRAINT "ClassPoint_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassFact" ADD CONSTRAINT "ClassFact_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassLogEntry" ADD CONSTRAINT "ClassLogEntry_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassLogEntry" ADD CONSTRAINT "ClassLogEntry_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassLogEntry" ADD CONSTRAINT "ClassLogEntry_studentId_fkey" FOREIGN KEY ("studentId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
