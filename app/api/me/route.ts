import { currentViewer } from "@/lib/auth/viewer";

export const dynamic = "force-dynamic";

/** Who the header should greet. Pages stay static; this one small answer is per person and never cached. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer();
  const body = viewer ? { name: viewer.name, isGuest: viewer.isGuest, role: viewer.role } : null;
  return Response.json({ viewer: body }, { headers: { "Cache-Control": "private, no-store" } });
}
