import type { PixelSize } from "@/lib/charts/map-window";
import { placeLabels } from "@/lib/charts/place-labels";
import type { TradeOffMark } from "@/lib/charts/trade-off-layout";

/** Text of 12 pixels: a generous width of a character, and a line. */
const CHARACTER_WIDTH = 6.6;
const LINE_HEIGHT = 16;
/** From this width of the plot on, labels say what they count. */
const WIDE = 560;
/** Labels may stand above the plot: complete recall is its upper edge. */
const HEADROOM = 26;

type TradeOffLabelsProps = {
  marks: readonly TradeOffMark[];
  texts: ReadonlyMap<string, { short: string; long: string }>;
  size: PixelSize;
};

/** What the points are, where there is room, in the order of `texts`. A label at the left of its point ends at it. */
export function TradeOffLabels({ marks, texts, size }: TradeOffLabelsProps) {
  const textOf = (id: string) => texts.get(id)?.[size.width >= WIDE ? "long" : "short"] ?? "";
  const room = { ...size, height: size.height + HEADROOM };
  const order = [...texts.keys()];
  const requests = marks
    .toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id))
    .map(({ id, left, top }) => ({
      id,
      left: (left / 100) * size.width,
      top: (top / 100) * size.height + HEADROOM,
      width: textOf(id).length * CHARACTER_WIDTH,
      height: LINE_HEIGHT,
    }));
  return placeLabels(requests, room).map(({ id, left, top }) => {
    const request = requests.find((one) => one.id === id);
    const isBefore = request !== undefined && left + request.width <= request.left;
    return (
      <span
        key={id}
        className={`absolute leading-4 font-medium whitespace-nowrap text-ink ${isBefore ? "text-right" : ""}`}
        style={{ left, top: top - HEADROOM, width: request?.width }}
      >
        {textOf(id)}
      </span>
    );
  });
}
