import { currentViewer } from "@/lib/auth/viewer";
import { exportLanguageModelUse } from "@/lib/data/language-model/export-use";

export const dynamic = "force-dynamic";

/** What the viewer used of the language model and what it answered about their texts, as it is stored. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer();
  if (!viewer) return new Response("Sign in first.", { status: 401 });
  return new Response(`${JSON.stringify(await exportLanguageModelUse(viewer), null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="shortlist-language-model.json"',
      "Cache-Control": "private, no-store",
    },
  });
}
