/** How the seat is put into words for the candidate. */
import type { SeatStatus } from "./seat";

export const SEAT_WORDS: Record<SeatStatus, string> = {
  offered: "Nobody has come by your link yet; the scripted interviewer asks meanwhile",
  here: "Partner here",
  gone: "Partner left; the scripted interviewer has taken over",
};
