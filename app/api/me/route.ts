import { currentViewer } from "@/lib/auth/viewer";
import { countDue } from "@/lib/data/learning/count-due";

export const dynamic = "force-dynamic";

/** Who the header should greet and what waits for them. Pages stay static; this small answer is per person, never cached. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer();
  const body = viewer ? { name: viewer.name, isGuest: viewer.isGuest, role: viewer.role } : null;
  const dueCards = viewer ? await countDue(viewer, new Date()) : 0;
  return Response.json({ viewer: body, dueCards }, { headers: { "Cache-Control": "private, no-store" } });
}
