/** The server actions that the workspace is given by its page. */
import type { ActionResult } from "@/lib/actions/result";
import type { SaveResult } from "@/lib/data/interview/save-events";
import type { Saved } from "@/lib/data/interview/saved";
import type { Stage } from "@/lib/framework/stages";
import type { SaveRequest } from "./store/synchroniser";

type Target = { interviewId: string; sinceSeq: number };

export type InterviewActions = {
  save: (input: SaveRequest) => Promise<ActionResult<SaveResult>>;
  showHint: (input: Target & { stage: Stage }) => Promise<ActionResult<Saved>>;
  pause: (input: Target & { paused: boolean }) => Promise<ActionResult<Saved>>;
  /** Offers the interviewer's seat by a new link; the token is given this once. */
  invitePartner: (input: { interviewId: string }) => Promise<ActionResult<{ token: string }>>;
  endSeat: (input: { interviewId: string }) => Promise<ActionResult<void>>;
  submit: (input: { interviewId: string }) => Promise<ActionResult<{ interviewId: string }>>;
};
