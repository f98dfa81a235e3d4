import { useSyncExternalStore } from "react";
import type { ViewStore } from "@/components/lab/data/core/view-store";

/** The view of a store, drawn again whenever it is replaced. */
export const useView = <View>(store: ViewStore<View>): View =>
  useSyncExternalStore(store.subscribe, store.getView, store.getView);
