import { describe, expect, it } from "vitest";
import {
  hearPartner,
  leaveSeat,
  OFFER_MS,
  offeredSeat,
  SILENCE_MS,
  seatStatus,
  takeSeat,
  whoSits,
} from "./seat";

const people = { userId: "partner", ownerId: "owner" };
const taken = takeSeat(offeredSeat(0), people, 1_000).seat ?? offeredSeat(0);

describe("the seat", () => {
  it("is the script's until a partner takes it, and again when they are not heard", () => {
    expect(whoSits(null, 0)).toBe("script");
    expect(whoSits(offeredSeat(0), 0)).toBe("script");
    expect(whoSits(taken, 1_000 + SILENCE_MS - 1)).toBe("partner");
    expect(whoSits(taken, 1_000 + SILENCE_MS)).toBe("script");
    expect(whoSits(hearPartner(taken, "partner", 15_000), 30_000)).toBe("partner");
  });

  it("is left by getting up, which a heartbeat does not undo and taking it again does", () => {
    const left = leaveSeat(taken, "partner", 5_000);
    expect(whoSits(left, 5_001)).toBe("script");
    expect(whoSits(hearPartner(left, "partner", 6_000), 6_001)).toBe("script");
    expect(whoSits(takeSeat(left, people, 7_000).seat, 7_001)).toBe("partner");
  });

  it("is refused to the candidate, to a second person and after the link's time, but not to who had it", () => {
    const refusal = (userId: string, seat = taken, nowMs = 2_000) =>
      takeSeat(seat, { userId, ownerId: "owner" }, nowMs).refusal;
    expect(refusal("owner", offeredSeat(0))).toBe("own-interview");
    expect(refusal("somebody")).toBe("taken");
    expect(refusal("partner", offeredSeat(0), OFFER_MS)).toBe("expired");
    expect(refusal("partner", taken, OFFER_MS + 1)).toBeNull();
    expect(refusal("partner", { ...taken, endedAtMs: 1_500 })).toBe("ended");
  });

  it("tells the candidate no more than whether somebody may come, is here or is gone", () => {
    expect(seatStatus(null, 0)).toBeNull();
    expect(seatStatus(offeredSeat(0), 1)).toBe("offered");
    expect(seatStatus(offeredSeat(0), OFFER_MS)).toBeNull();
    expect(seatStatus(taken, 2_000)).toBe("here");
    expect(seatStatus(taken, 1_000 + SILENCE_MS)).toBe("gone");
    expect(seatStatus(leaveSeat(taken, "partner", 1_500), 1_600)).toBe("gone");
  });
});
