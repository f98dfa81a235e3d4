import { currentViewer } from "@/lib/auth/viewer";
import { lastAnswers } from "@/lib/data/learning/last-answers";
import { deckIdSchema } from "@/lib/learning/items";

export const dynamic = "force-dynamic";

/** How the viewer last did in a quiz (?deck=framework/biases): chapters are the same for all, this is per person. */
export async function GET(request: Request): Promise<Response> {
  const deck = deckIdSchema.safeParse(new URL(request.url).searchParams.get("deck"));
  if (!deck.success) return new Response("There is no such deck.", { status: 404 });
  const viewer = await currentViewer();
  const body = viewer ? await lastAnswers(viewer, deck.data) : null;
  return Response.json(body, { headers: { "Cache-Control": "private, no-store" } });
}
