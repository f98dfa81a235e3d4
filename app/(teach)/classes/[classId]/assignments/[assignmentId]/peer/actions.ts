"use server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { peerReviewSchema, reasonSchema } from "@/lib/classroom/peer/input";
import { flagReview, judgeFlag } from "@/lib/data/peer-review/flag-review";
import { openReviews } from "@/lib/data/peer-review/open-reviews";
import { submitReview } from "@/lib/data/peer-review/submit-review";

const assignment = { classId: z.uuid(), assignmentId: z.uuid() };
const review = { ...assignment, reviewId: z.uuid() };

export const openReviewsAction = defineAction({
  name: "open-peer-reviews",
  input: z.strictObject(assignment),
  access: "account",
  limit: { perMinute: 10 },
  run: (input, { viewer, now }) => openReviews(viewer, input, now),
});

export const submitReviewAction = defineAction({
  name: "submit-peer-review",
  input: z.strictObject({ ...review, ...peerReviewSchema.shape }),
  access: "account",
  limit: { perMinute: 60 },
  run: (input, { viewer, now }) => submitReview(viewer, input, now),
});

export const flagReviewAction = defineAction({
  name: "flag-peer-review",
  input: z.strictObject({ ...review, reason: reasonSchema }),
  access: "account",
  limit: { perMinute: 20 },
  run: (input, { viewer, now }) => flagReview(viewer, input, now),
});

export const judgeFlagAction = defineAction({
  name: "judge-peer-flag",
  input: z.strictObject({ ...review, outcome: z.enum(["upheld", "dismissed"]) }),
  access: "account",
  run: (input, { viewer, now }) => judgeFlag(viewer, input, now),
});
