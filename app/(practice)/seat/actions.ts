"use server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { ensureViewer } from "@/lib/auth/viewer";
import { isSeatOffered, takeSeat } from "@/lib/data/seat/take-seat";
import { notFound } from "@/lib/errors";

/** A guest is enough; one is only made for a link that works. */
export const takeSeatAction = defineAction({
  name: "take-seat",
  input: z.strictObject({ token: z.string().regex(/^[\w-]{16,64}$/) }),
  access: "public",
  limit: { perMinute: 20 },
  run: async ({ token }, { now }) => {
    if (!(await isSeatOffered(token, now))) throw notFound("link");
    return takeSeat(await ensureViewer(), token, now);
  },
});
