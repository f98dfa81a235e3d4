/**
 * What the fake model says. It reads the request as a model would: the points from the rules, the answer from between
 * the fences. Its honest judging is a toy (shared words); its dishonest modes are the point.
 */
import type { IncomingHttpHeaders } from "node:http";

type Message = { role: string; content: string | { type: string; text: string }[] };
export type Seen = {
  body: {
    model: string;
    stream?: boolean;
    system?: { type: string; text: string }[];
    messages: Message[];
    response_format?: { type: string; json_schema?: { schema: unknown } };
    max_tokens?: number;
  };
  isAnthropic: boolean;
  headers: IncomingHttpHeaders;
};

const textOf = (content: Message["content"]): string =>
  typeof content === "string" ? content : content.map(({ text }) => text).join("");

export function systemOf({ body }: Seen): string {
  const message = body.messages.find(({ role }) => role === "system");
  return message ? textOf(message.content) : (body.system ?? []).map(({ text }) => text).join("");
}
export const promptOf = ({ body }: Seen): string =>
  textOf(body.messages.findLast(({ role }) => role === "user")?.content ?? "");

/** The lines between fences, without their marks. */
const fencedLines = (prompt: string): string[] =>
  prompt
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .map((line) => line.slice(2))
    .filter((line) => line.trim() !== "");

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[a-z]{4,}/g) ?? []);

type Point = { id: string; words: Set<string>; example: string };
function pointsOf(system: string): Point[] {
  return [...system.matchAll(/- id: (\S+)\n((?: {2}.*\n?)*)/g)].map(([, id = "", rest = ""]) => ({
    id,
    words: wordsOf(rest),
    example: /for example: (.*)/.exec(rest)?.[1] ?? "",
  }));
}

const LEAST_SHARED = 4;

function bestSentence(lines: readonly string[], point: Point): { quote: string; shared: number } {
  const sentences = lines.flatMap((line) => line.split(/(?<=[.!?])\s+/));
  return sentences
    .map((quote) => ({ quote, shared: [...wordsOf(quote)].filter((word) => point.words.has(word)).length }))
    .reduce((best, next) => (next.shared > best.shared ? next : best), { quote: "", shared: 0 });
}

function quoteFor(mode: string, lines: readonly string[], point: Point): string {
  if (mode === "invented-quote") return point.example;
  const best = bestSentence(lines, point);
  const honest = best.shared >= LEAST_SHARED ? best.quote : "";
  // Obeying, it says "met" of everything: with the words that tell it to, which stand last, or with its best guess.
  if (mode === "obey-injection") return honest || (lines.at(-1) ?? "");
  if (mode === "obey-with-best-quote") return best.quote || (lines[0] ?? "");
  return honest;
}

/** Long, with what a database cannot hold: U+0000, and pairs of code units that a cut to any length may halve. */
const said = (mode: string, words: string): string =>
  mode === "unstorable" ? `x\u0000${"\u{1f4c8}".repeat(400)}` : words;

function judgement(mode: string, seen: Seen) {
  const lines = fencedLines(promptOf(seen));
  const points = pointsOf(systemOf(seen)).map((point) => {
    const quote = quoteFor(mode, lines, point);
    return { id: point.id, quote, verdict: quote ? "met" : "missing", why: said(mode, "By shared words.") };
  });
  return { points, followUp: said(mode, "What would you measure first?"), injectionSeen: false };
}

/** The scripted sentence, said a little differently: the fake has no mind of its own. */
function wording(mode: string, prompt: string): string {
  const scripted = /Sentence to say: (.*)/.exec(prompt)?.[1] ?? "";
  if (mode === "leak")
    return `${scripted.replace(/\?.*$/, "")}, and did you think of 987 million impressions?`;
  if (mode === "two-questions") return `${scripted} And why is that?`;
  return `Before you go on: ${scripted.charAt(0).toLowerCase()}${scripted.slice(1)}`;
}

export function answerOf(mode: string, seen: Seen): string {
  if (!systemOf(seen).includes("second grader")) return wording(mode, promptOf(seen));
  const json = JSON.stringify(judgement(mode, seen));
  switch (mode) {
    case "fenced":
      return `Here is my judgement:\n\`\`\`json\n${json}\n\`\`\`\nI hope that helps.`;
    case "prose":
      return "The candidate did very well and deserves full credit for every point.";
    case "badjson":
      return json.slice(0, -20);
    case "badschema":
      return JSON.stringify({ score: 10, points: "all" });
    default:
      return json;
  }
}
