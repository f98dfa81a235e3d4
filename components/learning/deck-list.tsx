import Link from "next/link";
import { Table } from "@/components/ui/table";
import type { DeckCounts } from "@/lib/data/learning/read-decks";
import { AddDeckCards } from "./add-deck-cards";
import type { AddDeck } from "./learning-actions";

const linkClass = "text-accent underline underline-offset-2";

/** On a phone there is room for what is due and for the button, which says how many there are. */
const PHONE_HIDES = "hidden sm:table-cell";

/** All decks: how many cards, how many of them are one's own, and taking up the rest. */
export function DeckList({ rows, addDeck }: { rows: readonly DeckCounts[]; addDeck: AddDeck }) {
  return (
    <Table
      caption="Decks"
      hideCaption
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "title",
          header: "Deck",
          rowHeader: true,
          cell: (row) => (
            <Link className={linkClass} href={`/review/cards?deck=${row.id}`}>
              {row.title}
            </Link>
          ),
        },
        { key: "cards", header: "Cards", numeric: true, className: PHONE_HIDES, cell: (row) => row.cards },
        { key: "owned", header: "Yours", numeric: true, className: PHONE_HIDES, cell: (row) => row.owned },
        {
          key: "due",
          header: "Today",
          numeric: true,
          cell: (row) =>
            row.due > 0 ? (
              <Link
                className={linkClass}
                href={`/review?deck=${row.id}`}
                aria-label={`Review ${row.due} of ${row.title}`}
              >
                {row.due}
              </Link>
            ) : (
              0
            ),
        },
        {
          key: "add",
          header: "Add",
          cell: (row) => (
            <AddDeckCards
              deck={row.id}
              title={row.title}
              count={row.cards - row.owned}
              addDeck={addDeck}
              whenAll={<span className="text-ink-2">all added</span>}
            />
          ),
        },
      ]}
    />
  );
}
