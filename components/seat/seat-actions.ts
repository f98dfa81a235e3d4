/** The server actions that a partner's page is given. */
import type { ActionResult } from "@/lib/actions/result";
import type { SeatNews } from "@/lib/data/seat/read-seat-news";
import type { SpeechInput } from "@/lib/data/seat/speak-as-partner";
import type { SheetMark } from "@/lib/learning/scoring-sheet";

export type SeatActions = {
  news: (input: { seatId: string; sinceSeq: number }) => Promise<ActionResult<SeatNews>>;
  speak: (input: SpeechInput) => Promise<ActionResult<{ lastSeq: number }>>;
  saveMark: (input: { seatId: string } & SheetMark) => Promise<ActionResult<void>>;
  occupy: (input: { seatId: string; sits: boolean }) => Promise<ActionResult<void>>;
};
