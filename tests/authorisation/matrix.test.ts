/** Every endpoint by every kind of person: it works for whom the table says, and is refused, writing nothing, to all others. */
import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ACTORS, type Actor, ENDPOINTS } from "@/lib/auth/endpoints";
import { classActions } from "./class-requests";
import { type Fixture, makeFixture } from "./fixture";
import { type ActionRequest, actionRequests, pageRequests } from "./requests";
import type { Room } from "./rooms";
import { keepRows, type Rows } from "./rows";
import { type Outcome, type Site, startSite } from "./site";

let site: Site;
let rows: Rows;
let fixture: Fixture;

beforeAll(async () => {
  site = await startSite();
  fixture = await makeFixture(site);
  rows = await keepRows(process.env.DATABASE_URL ?? "");
});
afterAll(async () => {
  await rows?.close();
  await site?.stop();
});

/** What `npm run verify` says at its end. */
const count = { endpoints: Object.keys(ENDPOINTS).length, cells: 0, passed: 0 };
afterAll(() => {
  mkdirSync("test-results", { recursive: true });
  writeFileSync("test-results/authorisation-count.json", JSON.stringify(count));
});

const cookieOf = (actor: Actor): string | null => (actor === "visitor" ? null : fixture.people[actor].cookie);

function ask(endpoint: string, actor: Actor): Promise<Outcome> {
  if (endpoint.startsWith("action ")) {
    const request = actionRequests(fixture)[endpoint];
    if (!request) throw new Error(`tests/authorisation/requests.ts does not say what to ask of ${endpoint}`);
    return site.act(endpoint, request.page, request.input, cookieOf(actor));
  }
  const address = endpoint.slice(endpoint.indexOf(" ") + 1);
  const path = pageRequests(fixture)[endpoint]?.path ?? address;
  if (path.includes("["))
    throw new Error(`tests/authorisation/requests.ts does not say what to ask of ${endpoint}`);
  return site.get(path, cookieOf(actor));
}

/** What the fixture lets an honest request come to, and what a refusal may be called besides the usual. */
function expected(
  endpoint: string,
  actor: Actor,
  isAllowed: boolean,
): { result: string; answer: string | undefined } {
  const action = actionRequests(fixture)[endpoint];
  const honest = action?.honestFor?.[actor] ?? (action ?? pageRequests(fixture)[endpoint])?.honest;
  return isAllowed
    ? { result: honest ? "as the fixture allows" : "works", answer: honest }
    : { result: "refused", answer: action?.refusal };
}

describe.each(Object.entries(ENDPOINTS))("%s", (endpoint, allowed) => {
  test.each(ACTORS)("%s", async (actor) => {
    count.cells++;
    await rows.forgetLimits();
    const isAllowed = allowed.includes(actor);
    const outcome = await ask(endpoint, actor);
    const changed = await rows.changed();
    await rows.restore(changed);
    const { result, answer } = expected(endpoint, actor, isAllowed);
    const isAsExpected = outcome.answer === answer || outcome.result === result;
    expect(isAsExpected ? result : `${outcome.result} (${outcome.answer})`, outcome.body.slice(0, 600)).toBe(
      result,
    );
    if (!isAllowed) expect(changed, "a refused request wrote").toEqual([]);
    count.passed++;
  });
});

/** What somebody might add to a request to be more than they are. */
const SMUGGLED = { role: "admin", userId: "somebody", ownerId: "somebody", credit: 1, releasedAt: 1 };
const actions = Object.entries(ENDPOINTS).filter(([endpoint]) => endpoint.startsWith("action "));

test.each(actions)("%s takes no field that it did not ask for", async (endpoint, allowed) => {
  const request = actionRequests(fixture)[endpoint];
  const actor = allowed[0];
  if (!request || !actor) throw new Error(`no request for ${endpoint}`);
  await rows.forgetLimits();
  for (const [name, value] of Object.entries(SMUGGLED).filter(([key]) => !(key in request.input))) {
    const input = { ...request.input, [name]: value };
    const outcome = await site.act(endpoint, request.page, input, cookieOf(actor));
    const changed = await rows.changed();
    await rows.restore(changed);
    expect({ name, answer: outcome.answer, changed }).toEqual({ name, answer: "invalid-input", changed: [] });
  }
});

/** A request with the class of one room and everything else of the other; null when nothing else is named. */
function mixed(endpoint: string, own: Room, other: Room): ActionRequest | null {
  const honest = classActions(own)[endpoint];
  const request = classActions({ ...other, classId: own.classId, name: own.name })[endpoint];
  if (!honest || !request || !("classId" in honest.input)) return null;
  return JSON.stringify(request.input) === JSON.stringify(honest.input) ? null : request;
}

describe.each(actions)("%s with ids of another class", (endpoint) => {
  test.each(["instructor", "student"] as const)("is refused to the %s of this one", async (actor) => {
    const { room, elsewhere } = fixture;
    const request = mixed(endpoint, room, elsewhere);
    if (!request) return;
    await rows.forgetLimits();
    const outcome = await site.act(endpoint, request.page, request.input, cookieOf(actor));
    const changed = await rows.changed();
    await rows.restore(changed);
    const result = request.isRepeatable ? "works" : "refused";
    expect({ result: outcome.result, changed }).toEqual({
      result: actor === "student" ? "refused" : result,
      changed: [],
    });
  });
});
