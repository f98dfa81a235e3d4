"use server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { createShareLink, revokeShareLink } from "@/lib/data/report/share-links";
import { askAgain } from "@/lib/data/second-grade/ask-again";
import { revealReport } from "@/lib/data/self-scores/reveal-report";
import { selfScoresSchema } from "@/lib/learning/self-scores";

export const revealReportAction = defineAction({
  name: "reveal-report",
  input: z.strictObject({ interviewId: z.uuid(), scores: selfScoresSchema }),
  access: "viewer",
  limit: { perMinute: 30 },
  run: (input, { viewer, now }) => revealReport(viewer, input, now),
});

export const createShareLinkAction = defineAction({
  name: "create-share-link",
  input: z.strictObject({ interviewId: z.uuid(), days: z.number().int().min(1).max(90) }),
  access: "viewer",
  limit: { perMinute: 20 },
  run: ({ interviewId, days }, { viewer, now }) => createShareLink(viewer, interviewId, days, now),
});

export const revokeShareLinkAction = defineAction({
  name: "revoke-share-link",
  input: z.strictObject({ linkId: z.uuid() }),
  access: "viewer",
  run: ({ linkId }, { viewer, now }) => revokeShareLink(viewer, linkId, now),
});

export const askAgainAction = defineAction({
  name: "ask-second-grade-again",
  input: z.strictObject({ interviewId: z.uuid() }),
  access: "viewer",
  limit: { perMinute: 5 },
  run: ({ interviewId }, { viewer }) => askAgain(viewer, interviewId),
});
