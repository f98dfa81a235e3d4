import { currentViewer } from "@/lib/auth/viewer";
import { loadReading } from "@/lib/data/reading/load-reading";

export const dynamic = "force-dynamic";

/** Everything that is kept of the viewer's reading, as a JSON file. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer();
  if (!viewer) return new Response("Sign in first.", { status: 401 });
  return new Response(`${JSON.stringify(await loadReading(viewer), null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="shortlist-reading.json"',
      "Cache-Control": "private, no-store",
    },
  });
}
