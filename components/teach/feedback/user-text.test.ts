/**
 * Comments, reasons, answers of the staff and instructions are drawn by UserText; answers of students by
 * AnnotatedAnswer. React escapes what is no markup, so every `<` of its output opens a tag that can be looked at.
 */
import { createElement, type ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { textAnchor } from "@/lib/classroom/anchor";
import type { FeedbackComment } from "@/lib/classroom/feedback/comment";
import { XSS_PAYLOADS } from "@/tests/support/xss-payloads";
import { AnnotatedAnswer } from "./annotated-answer";
import { CommentCard } from "./comment-card";
import { UserText } from "./user-text";

const ALLOWED_TAGS = new Set(
  "div p a em strong del code pre ul ol li blockquote h2 h3 h4 hr br table thead tbody tr th td section sup input span mark article header".split(
    " ",
  ),
);
const ALLOWED_ATTRIBUTES =
  /^(class|href|rel|title|id|tabindex|role|scope|style|draggable|type|disabled|checked|data-[a-z-]+|aria-[a-z-]+)$/i;
const SAFE_LINK = /^(https?:|mailto:|\/|#|$)/i;

const decoded = (value: string) =>
  value
    .replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** The mark of a heading's link is ours: it is looked at here, once, and left out below. */
const ICON =
  /<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"( [a-z-]+="[^"]*"| viewBox="[^"]*")*>(<path d="[^"]*"><\/path>)*<\/svg>/g;
const render = (element: ReactElement) => renderToStaticMarkup(element).replace(ICON, "");

/** What in the markup could run, leave the page unasked, or load something. */
function dangers(html: string): string[] {
  return [...html.matchAll(/<([a-z][a-z0-9-]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/gi)].flatMap(
    ([tag, name = "", attributes = ""]) => {
      const found = ALLOWED_TAGS.has(name.toLowerCase()) ? [] : [tag];
      for (const [, key = "", value = ""] of attributes.matchAll(/\s([^\s=>]+)(?:="([^"]*)")?/g)) {
        if (!ALLOWED_ATTRIBUTES.test(key)) found.push(`${key}=${value}`);
        if (key === "href" && !SAFE_LINK.test(decoded(value))) found.push(`href=${value}`);
        if (key === "style" && !/^text-align:(left|right|center)$/.test(value)) found.push(`style=${value}`);
      }
      return found;
    },
  );
}
/** Every `<` is one of a tag that was looked at, so nothing hides from the expression above. */
const openings = (html: string) => html.match(/<(?!\/)/g)?.length ?? 0;
const seen = (html: string) =>
  html.match(/<([a-z][a-z0-9-]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/gi)?.length ?? 0;

const comment = (body: string): FeedbackComment => ({
  ...{ id: "6c1d1f1e-0000-4000-8000-000000000000", pointId: null, anchor: null, body },
  ...{ revision: 0, author: body, updatedAtMs: 0, mayChange: false },
});
const answer = (text: string) => {
  const anchor = textAnchor("data", text, { start: 0, end: text.length });
  return createElement(AnnotatedAnswer, {
    ...{ part: "data" as const, text, points: [], numbers: new Map() },
    comments: [{ ...comment(text), anchor }],
    renderComment: (one) => createElement(CommentCard, { comment: one, number: 1 }),
  });
};

describe("what people of a class write", () => {
  it.each(XSS_PAYLOADS)("runs nothing as a comment, reason or instruction: %s", (payload) => {
    for (const text of [payload, `Read this.\n\n- ${payload}\n\n> ${payload}`]) {
      const html = render(createElement(UserText, { text }));
      expect(dangers(html)).toEqual([]);
      expect(seen(html)).toBe(openings(html));
    }
  });

  it.each(XSS_PAYLOADS)("runs nothing in an answer, a quotation or an author's name: %s", (payload) => {
    const html = render(answer(payload));
    expect(dangers(html)).toEqual([]);
    expect(seen(html)).toBe(openings(html));
  });

  it("is still Markdown, and a danger would be noticed", () => {
    const html = render(createElement(UserText, { text: "**Say** [which](/framework/data) days." }));
    expect(html).toContain("<strong>Say</strong>");
    expect(html).toContain('href="/framework/data"');
    expect(dangers('<p onclick="x">a</p>')).toEqual(["onclick=x"]);
    expect(dangers('<a href="java&#x73;cript:x">a</a>')).toEqual(["href=java&#x73;cript:x"]);
    expect(dangers("<script>")).toEqual(["<script>"]);
  });
});
