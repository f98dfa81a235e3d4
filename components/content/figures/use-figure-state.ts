"use client";

import { useDeferredValue, useState } from "react";

/**
 * The inputs of a figure, with the values of its props as the place that Reset returns to. Controls show `state`; a
 * figure that reckons for more than a frame draws `shown`, which follows when there is time, so that sliders never wait.
 */
export function useFigureState<State extends object>(initial: State) {
  const [start] = useState(initial);
  const [state, setState] = useState(start);
  return {
    state,
    shown: useDeferredValue(state),
    patch: (change: Partial<State>) => setState((current) => ({ ...current, ...change })),
    reset: () => setState(start),
    isChanged: state !== start,
  };
}
