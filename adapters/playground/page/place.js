// Where one is, kept in the address: #U123/C1

import { state } from "./store.js";
import { openConversation, takeSeat } from "./sync.js";

export function goTo(seat, channel = null) {
  const hash = channel ? `#${seat}/${channel}` : `#${seat}`;
  if (location.hash !== hash) history.pushState(null, "", hash);
  return follow();
}

export async function follow() {
  const [wanted, channel] = location.hash.slice(1).split("/");
  const seat = state.seats.some((each) => each.id === wanted) ? wanted : null;
  if (seat !== state.seat) await takeSeat(seat, channel);
  else if (seat && channel && channel !== state.channel) await openConversation(channel);
  if (state.seat && state.channel) {
    history.replaceState(null, "", `#${state.seat}/${state.channel}`);
  }
}
