import { Spinner } from "@/components/ui/spinner";

/** Stands where a panel is being loaded: `dynamic(() => import(…), { loading: PanelLoading })`. */
export function PanelLoading() {
  return <Spinner>Loading this panel</Spinner>;
}
