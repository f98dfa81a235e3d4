import { currentViewer } from "@/lib/auth/viewer";
import { watchSpeech } from "@/lib/data/speech/watch-speech";
import { AppError } from "@/lib/errors";

export const dynamic = "force-dynamic";

/** The browser opens a new stream by itself; a proxy's own limit is often a minute or more. */
const LONGEST_MS = 10 * 60_000;
/** Keeps proxies from closing a quiet connection. */
const HEARTBEAT_MS = 20_000;

const encoder = new TextEncoder();
const STATUS: Partial<Record<string, number>> = { "not-found": 404, "rate-limited": 429 };

/** A body that is written until `stream` is aborted, which its reader does by leaving. */
function writeTo(stream: AbortController) {
  const { signal } = stream;
  let send: (line: string) => void = () => {};
  let isRead = true;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      send = (line) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(line));
      };
      send(": listening\n\n");
      const heartbeat = setInterval(() => send(": still here\n\n"), HEARTBEAT_MS);
      const longest = setTimeout(() => stream.abort(), LONGEST_MS);
      signal.addEventListener("abort", () => {
        clearInterval(heartbeat);
        clearTimeout(longest);
        if (isRead) controller.close();
      });
    },
    cancel: () => {
      isRead = false;
      stream.abort();
    },
  });
  return { body, send };
}

/** What the interviewer of the viewer's own interview is saying, as it is written: server-sent events, `null` when done. */
export async function GET(
  request: Request,
  { params }: RouteContext<"/api/interviews/[id]/speech">,
): Promise<Response> {
  const { id } = await params;
  const viewer = await currentViewer();
  if (!viewer) return new Response("Sign in first.", { status: 401 });
  const stream = new AbortController();
  const { body, send } = writeTo(stream);
  request.signal.addEventListener("abort", () => stream.abort());
  // Who has left already is not heard leaving again.
  if (request.signal.aborted) stream.abort();
  try {
    await watchSpeech(viewer, id, (spoken) => send(`data: ${JSON.stringify(spoken)}\n\n`), stream);
  } catch (error) {
    stream.abort();
    const status = error instanceof AppError ? STATUS[error.code] : undefined;
    if (status === undefined) throw error;
    return new Response(status === 404 ? "Not found." : "Too many tabs listen.", { status });
  }
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "private, no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}
