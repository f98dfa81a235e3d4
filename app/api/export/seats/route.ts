import { currentViewer } from "@/lib/auth/viewer";
import { exportSeats } from "@/lib/data/seat/export-seats";

export const dynamic = "force-dynamic";

/** The scoring sheets that the viewer wrote as a partner, and those that partners wrote of them. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer();
  if (!viewer) return new Response("Sign in first.", { status: 401 });
  return new Response(JSON.stringify(await exportSeats(viewer), null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="shortlist-partners.json"',
      "Cache-Control": "private, no-store",
    },
  });
}
