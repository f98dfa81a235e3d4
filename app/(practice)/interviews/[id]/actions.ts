"use server";
import { after } from "next/server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { letInterviewerSpeak } from "@/lib/data/interview/let-interviewer-speak";
import { pauseInterview } from "@/lib/data/interview/pause-interview";
import { saveEvents } from "@/lib/data/interview/save-events";
import { showHint } from "@/lib/data/interview/show-hint";
import { submitInterview } from "@/lib/data/interview/submit-interview";
import { endSeat } from "@/lib/data/seat/end-seat";
import { invitePartner } from "@/lib/data/seat/invite-partner";
import { stageSchema } from "@/lib/framework/stage-schemas";

const target = { interviewId: z.uuid(), sinceSeq: z.number().int().min(0) };

export const saveEventsAction = defineAction({
  name: "save-events",
  // Each event is checked by itself, so that one that cannot be taken does not hold up the others.
  input: z.strictObject({ ...target, events: z.array(z.unknown()).max(200) }),
  access: "viewer",
  limit: { perMinute: 600 },
  run: async (input, { viewer, now }) => {
    const saved = await saveEvents(viewer, input, now);
    // A save is answered at once; the interviewer thinks afterwards.
    after(() => letInterviewerSpeak(viewer, input.interviewId, new Date()));
    return saved;
  },
});

export const showHintAction = defineAction({
  name: "show-hint",
  input: z.strictObject({ ...target, stage: stageSchema }),
  access: "viewer",
  limit: { perMinute: 30 },
  run: (input, { viewer, now }) => showHint(viewer, input, now),
});

export const pauseInterviewAction = defineAction({
  name: "pause-interview",
  input: z.strictObject({ ...target, paused: z.boolean() }),
  access: "viewer",
  limit: { perMinute: 30 },
  run: (input, { viewer, now }) => pauseInterview(viewer, input, now),
});

export const invitePartnerAction = defineAction({
  name: "invite-partner",
  input: z.strictObject({ interviewId: z.uuid() }),
  access: "viewer",
  limit: { perMinute: 20 },
  run: ({ interviewId }, { viewer, now }) => invitePartner(viewer, interviewId, now),
});

export const endSeatAction = defineAction({
  name: "end-seat",
  input: z.strictObject({ interviewId: z.uuid() }),
  access: "viewer",
  limit: { perMinute: 20 },
  run: ({ interviewId }, { viewer, now }) => endSeat(viewer, interviewId, now),
});

export const submitInterviewAction = defineAction({
  name: "submit-interview",
  input: z.strictObject({ interviewId: z.uuid() }),
  access: "viewer",
  limit: { perMinute: 30 },
  run: ({ interviewId }, { viewer, now }) => submitInterview(viewer, interviewId, now),
});
