"use server";
import { defineAction } from "@/lib/actions/define-action";
import { ensureViewer } from "@/lib/auth/viewer";
import { startInterview } from "@/lib/data/interview/start-interview";
import { setupSchema } from "@/lib/interview/setup";

/** Nobody has to sign in to practise: who is not known yet becomes a guest here. */
export const startInterviewAction = defineAction({
  name: "start-interview",
  input: setupSchema,
  access: "public",
  limit: { perMinute: 20 },
  run: async (setup, { now }) => startInterview(await ensureViewer(), setup, now),
});
