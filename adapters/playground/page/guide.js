// The story a newcomer can follow. Only words: change them here.
//
// `who`: how the title of whose seat the step is for begins; `type`: what to type there.

export const GUIDE = {
  title: "Try this",
  lead: "Five steps, about five minutes. You play every part yourself.",
  steps: [
    {
      title: "Report an incident",
      who: "adviser",
      type: "/ucb report",
      text: [
        "A customer has been rude on the telephone. Take the adviser’s seat, choose “Someone new” and say what happened.",
        "UCB opens a case and tells you the next step: explain, ask the customer to change, and warn them.",
      ],
    },
    {
      title: "Put a warning forward",
      who: "adviser",
      type: "/ucb warn",
      text: [
        "Say what will be explained and asked of the customer. Nobody acts alone, so your line manager is asked to agree.",
      ],
    },
    {
      title: "Agree to it as the line manager",
      who: "manager",
      text: [
        "Take the line manager’s seat: the card waits in the conversation with UCB. Press Approve.",
        "Then go back to the adviser’s seat and record that the warning was given.",
      ],
    },
    {
      title: "It happens again",
      who: "adviser",
      type: "/ucb propose",
      text: [
        "Report a second incident, then propose a sanction. Try to approve your own proposal: UCB tells you why you cannot.",
        "Approve it from the line manager’s seat. The notice in the channel has no details of what happened.",
      ],
    },
    {
      title: "The customer calls, and a review comes round",
      who: "adviser",
      type: "/ucb contact",
      text: [
        "Log a contact and look at the alert in the channel: it says what is permitted now.",
        "Then open the clock and jump to the review date. Reminders arrive, and you can propose to keep, change or lift the sanction.",
      ],
    },
  ],
};
