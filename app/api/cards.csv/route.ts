import { currentViewer } from "@/lib/auth/viewer";
import { type Deck, listDecks } from "@/lib/content/decks";
import { listItems } from "@/lib/data/learning/list-items";
import { type AnkiCard, toAnkiCsv } from "@/lib/learning/anki-csv";
import { deckIdSchema, keyOf, slugOfDeck } from "@/lib/learning/items";

export const dynamic = "force-dynamic";

const GROUPS = { case: "Cases", chapter: "Framework" } as const;

const toAnki = (deck: Deck): AnkiCard[] =>
  deck.cards.map(({ id, front, back, point }) => ({
    id: keyOf({ deck: deck.id, kind: "card", itemId: id }),
    deck: ["Shortlist", GROUPS[deck.group], deck.title],
    front,
    back,
    tags: ["shortlist", slugOfDeck(deck.id), ...(point ? [point] : [])],
  }));

/** Cards as a file that Anki imports: all, of one deck (?deck=cases/search-ranking), or the viewer's own (?mine=1). */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const asked = query.get("deck");
  const deckId = deckIdSchema.safeParse(asked);
  if (asked !== null && !deckId.success) return new Response("There is no such deck.", { status: 404 });
  const decks = listDecks().filter(({ id }) => asked === null || id === deckId.data);
  if (decks.length === 0) return new Response("There is no such deck.", { status: 404 });
  let cards = decks.flatMap(toAnki);
  if (query.get("mine") === "1") {
    const viewer = await currentViewer();
    if (!viewer) return new Response("Sign in first.", { status: 401 });
    const { states } = await listItems(viewer);
    cards = cards.filter(({ id }) => states.has(id));
  }
  const name = deckId.success ? `shortlist-${slugOfDeck(deckId.data)}.csv` : "shortlist-cards.csv";
  return new Response(toAnkiCsv(cards), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
