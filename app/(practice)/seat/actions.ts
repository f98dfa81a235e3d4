"use server";
import * as z from "zod";
import { defineAction } from "@/lib/actions/define-action";
import { ensureViewer } from "@/lib/auth/viewer";
import { checkOffer, takeSeat } from "@/lib/data/seat/take-seat";

/** A guest is enough; one is only made for a seat that they will get. */
export const takeSeatAction = defineAction({
  name: "take-seat",
  input: z.strictObject({ token: z.string().regex(/^[\w-]{16,64}$/) }),
  access: "public",
  limit: { perMinute: 20 },
  run: async ({ token }, { viewer, now }) => {
    if (!viewer) await checkOffer(token, now);
    return takeSeat(await ensureViewer(), token, now);
  },
});
