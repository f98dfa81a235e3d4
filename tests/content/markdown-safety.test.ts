/** User text is data: whatever it holds, it can neither run, nor load, nor leave the page's own namespace. */
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Markdown } from "@/components/content/markdown";

const render = (text: string, anchors = false) =>
  renderToStaticMarkup(createElement(Markdown, { text, anchors }));

describe("Markdown of users", () => {
  it.each([
    ["script", "<script>alert(1)</script>"],
    ["event handler", '<img src=x onerror="alert(1)">'],
    ["javascript link", "[x](javascript:alert(1))"],
    ["javascript link, obfuscated", "[x](jAvAsCrIpT:alert(1))"],
    ["data link", "[x](data:text/html,<script>alert(1)</script>)"],
    ["reference link", "[x][y]\n\n[y]: javascript:alert(1)"],
    ["autolink", "<javascript:alert(1)>"],
    ["svg", '<svg onload="alert(1)">'],
    ["iframe", '<iframe src="https://example.org"></iframe>'],
  ])("renders no live %s", (_, text) => {
    const html = render(text);
    expect(html).not.toMatch(/<(script|img|svg|iframe)/i);
    expect(html).not.toMatch(/(href|src)="(javascript|data):/i);
    expect(html).not.toMatch(/<[^>]+\son\w+=/i);
  });

  it("loads no picture from anywhere", () => {
    expect(render("![a](https://example.org/a.png)")).not.toMatch(/<img|example\.org/);
  });

  it("makes no id that could shadow one of the page, unless anchors are asked for", () => {
    expect(render("## Title\n\nA[^1]\n\n[^1]: Note")).not.toMatch(/\sid="(?!user-content-)/);
    expect(render("## Title", true)).toContain('id="title"');
  });

  it("keeps what Markdown is for", () => {
    const html = render("# One\n\n- **a**\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n[in](/framework) `code`");
    expect(html).toContain("<h2");
    expect(html).toContain("<strong>a</strong>");
    expect(html).toContain("<td>1</td>");
    expect(html).toContain('href="/framework"');
    expect(html).not.toContain("[object Object]");
  });
});
