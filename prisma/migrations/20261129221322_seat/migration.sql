-- CreateTable
CREATE TABLE "Seat" (
    "id" UUID NOT NULL,
    "interviewId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "partnerId" TEXT,
    "heardAt" TIMESTAMPTZ(3),
    "leftAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Seat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SeatMark" (
    "seatId" UUID NOT NULL,
    "pointId" TEXT NOT NULL,
    "mark" DOUBLE PRECISION,
    "note" TEXT NOT NULL,
    "markedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SeatMark_pkey" PRIMARY KEY ("seatId","pointId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Seat_tokenHash_key" ON "Seat"("tokenHash");

-- CreateIndex
CREATE INDEX "Seat_interviewId_idx" ON "Seat"("interviewId");

-- CreateIndex
CREATE INDEX "Seat_partnerId_idx" ON "Seat"("partnerId");

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_interviewId_fkey" FOREIGN KEY ("interviewId") REFERENCES "Interview"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seat" ADD CONSTRAINT "Seat_partnerId_fkey" FOREIGN KEY ("partnerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeatMark" ADD CONSTRAINT "SeatMark_seatId_fkey" FOREIGN KEY ("seatId") REFERENCES "Seat"("id") ON DELETE CASCADE ON UPDATE CASCADE;
