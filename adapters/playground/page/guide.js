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
        "A customer was abusive on the telephone. As the adviser, type a name for the customer, choose “Someone new” and say what happened.",
        "UCB opens a case and tells you the next step.",
      ],
    },
    {
      title: "Propose a warning",
      who: "adviser",
      type: "/ucb warn",
      text: [
        "Say what you will explain to the customer and what you ask them to change. Nobody acts alone: your line manager is asked to agree.",
      ],
    },
    {
      title: "Agree as the line manager",
      who: "manager",
      text: [
        "Change seats: the card waits in the conversation with UCB. Press Approve.",
        "Back as the adviser, press “I have told the customer”.",
      ],
    },
    {
      title: "It happens again",
      who: "adviser",
      type: "/ucb propose",
      text: [
        "Report a second incident, then propose a sanction. Try /ucb approvals: you cannot approve your own proposal.",
        "Approve it as the line manager. What is posted in the channel tells nothing of what happened.",
      ],
    },
    {
      title: "They call, and a review comes round",
      who: "adviser",
      type: "/ucb contact",
      text: [
        "Log a contact, then read the alert in the channel: it says what is permitted now.",
        "Open the clock above and jump to the day of the review. UCB reminds you, and you propose to keep, change or lift the sanction.",
      ],
    },
  ],
};
