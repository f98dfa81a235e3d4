"use server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { occupySeat } from "@/lib/data/seat/occupy-seat";
import { readSeatNews } from "@/lib/data/seat/read-seat-news";
import { saveMark } from "@/lib/data/seat/save-mark";
import { speakAsPartner } from "@/lib/data/seat/speak-as-partner";
import { speechSchema } from "@/lib/interview/seat/speech";
import { sheetMarkSchema } from "@/lib/learning/scoring-sheet";

const seatId = z.uuid();

export const readSeatNewsAction = defineAction({
  name: "read-seat-news",
  input: z.strictObject({ seatId, sinceSeq: z.number().int().min(0) }),
  access: "viewer",
  limit: { perMinute: 240 },
  run: (input, { viewer, now }) => readSeatNews(viewer, input, now),
});

export const speakAction = defineAction({
  name: "speak-as-partner",
  input: z.strictObject({
    ...{ seatId, eventId: z.uuid(), replyTo: z.uuid().nullable() },
    speech: z.union([speechSchema, z.strictObject({ say: z.literal("script") })]),
  }),
  access: "viewer",
  limit: { perMinute: 60 },
  run: (input, { viewer, now }) => speakAsPartner(viewer, input, now),
});

export const saveMarkAction = defineAction({
  name: "save-mark",
  input: z.strictObject({ seatId, ...sheetMarkSchema.shape }),
  access: "viewer",
  run: (input, { viewer, now }) => saveMark(viewer, input, now),
});

export const occupySeatAction = defineAction({
  name: "occupy-seat",
  input: z.strictObject({ seatId, sits: z.boolean() }),
  access: "viewer",
  limit: { perMinute: 60 },
  run: (input, { viewer, now }) => occupySeat(viewer, input, now),
});
