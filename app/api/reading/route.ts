import { currentViewer } from "@/lib/auth/viewer";
import { loadReading } from "@/lib/data/reading/load-reading";

export const dynamic = "force-dynamic";

/** The viewer's reading, asked for by pages that are the same for everyone. Null without a session: it is on the device then. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer();
  const body = viewer ? { isGuest: viewer.isGuest, reading: await loadReading(viewer) } : null;
  return Response.json({ account: body }, { headers: { "Cache-Control": "private, no-store" } });
}
