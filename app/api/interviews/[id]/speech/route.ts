import { currentViewer } from "@/lib/auth/viewer";
import type { Spoken } from "@/lib/data/speech/channel";
import { watchSpeech } from "@/lib/data/speech/watch-speech";
import { AppError } from "@/lib/errors";

export const dynamic = "force-dynamic";

/** The browser opens a new stream by itself; a proxy's own limit is often a minute or more. */
const LONGEST_MS = 10 * 60_000;
/** Keeps proxies from closing a quiet connection. */
const HEARTBEAT_MS = 20_000;

const encoder = new TextEncoder();

/** What the interviewer of the viewer's own interview is saying, as it is written: server-sent events, `null` when done. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/interviews/[id]/speech">,
): Promise<Response> {
  const { id } = await params;
  const viewer = await currentViewer();
  if (!viewer) return new Response("Sign in first.", { status: 401 });
  const end = new AbortController();
  const signal = AbortSignal.any([request.signal, end.signal, AbortSignal.timeout(LONGEST_MS)]);
  let send: (line: string) => void = () => {};
  try {
    await watchSpeech(viewer, id, (spoken: Spoken) => send(`data: ${JSON.stringify(spoken)}\n\n`), signal);
  } catch (error) {
    end.abort();
    if (error instanceof AppError && error.code === "not-found")
      return new Response("Not found.", { status: 404 });
    if (error instanceof AppError && error.code === "rate-limited")
      return new Response("Too many tabs listen.", { status: 429 });
    throw error;
  }
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      send = (line) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(line));
      };
      send(": listening\n\n");
      const heartbeat = setInterval(() => send(": still here\n\n"), HEARTBEAT_MS);
      signal.addEventListener("abort", () => {
        clearInterval(heartbeat);
        // The reader may be the one who left.
        if (!end.signal.aborted) controller.close();
      });
    },
    cancel: () => end.abort(),
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "private, no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}
