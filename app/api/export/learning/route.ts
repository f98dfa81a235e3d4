import { currentViewer } from "@/lib/auth/viewer";
import { exportLearning } from "@/lib/data/learning/export-learning";

export const dynamic = "force-dynamic";

/** The viewer's cards, reviews, answers and missed points as they are stored. */
export async function GET(): Promise<Response> {
  const viewer = await currentViewer();
  if (!viewer) return new Response("Sign in first.", { status: 401 });
  return new Response(JSON.stringify(await exportLearning(viewer), null, 2), {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="shortlist-reviews.json"',
      "Cache-Control": "private, no-store",
    },
  });
}
