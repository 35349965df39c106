// The story a newcomer can follow. Only words: change them here.
//
// `who`: how the title of whose seat the step is for begins; `type`: what to type there.
// `opens`: the panel the step is about. `later`: a second track, ticked off by itself.

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
        "Press “Propose a warning” on the card, or type it. Say what you will explain to the customer and what you ask them to change.",
        "Nobody acts alone: your line manager is asked to agree.",
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
        "Report a second incident, then propose a sanction. Try “Read and decide” in the channel: you cannot decide your own proposal.",
        "Approve it as the line manager. Back as the adviser, read what the letter must say and press “The customer was told”.",
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
  later: {
    title: "The later stages",
    lead: "Threats, disengagement, appeals and absence. Take them in any order.",
    steps: [
      {
        title: "Report a threat",
        who: "adviser",
        type: "/ucb extreme",
        text: [
          "The form first says what to do if somebody is in danger. Directors hear of it as soon as you send it.",
          "No warning is needed: press “Propose sanctions” or “Propose to disengage”.",
        ],
      },
      {
        title: "Decide it as the on-call director",
        who: "on-call director",
        text: [
          "On the alert, press “Read and decide”, then “Approve at once”. Say whether Legal and the Police are told, and why.",
          "From now on you have to inform the customer. UCB reminds you.",
        ],
      },
      {
        title: "Disengage on one topic",
        who: "adviser",
        type: "/ucb disengage",
        text: [
          "For somebody whose sanctions did not help. A director decides.",
          "With /ucb customer, say that the customer is a site owner: then nobody can disengage completely. For an agent, their client has to be told first.",
        ],
      },
      {
        title: "The customer appeals",
        who: "adviser",
        type: "/ucb appeal",
        text: [
          "Choose a decision that Morgan approved and write why the customer disagrees. It goes to somebody who was not involved and is not junior to Morgan.",
        ],
      },
      {
        title: "Decide the appeal",
        who: "deputy director",
        text: [
          "Press “Decide the appeal”: the decision stays, is varied or is withdrawn. Withdrawn, its sanctions end at once.",
        ],
      },
      {
        title: "Go on leave",
        who: "manager",
        type: "/ucb away",
        text: [
          "Name Noor as your deputy from today on, then propose something as the adviser: Noor is asked. The card says why.",
          "What nobody answers within three working days goes up the line. Try it with the clock.",
        ],
      },
      {
        title: "Read the Customer Sanctions Log",
        who: "senior adviser, customer focus",
        type: "/ucb log",
        text: [
          "The Customer Focus team reads reasons and names. Look as Sam too: Sam reads what may be done, and no more. Every look is recorded.",
        ],
      },
      {
        title: "Two clear years",
        who: "adviser",
        text: [
          "Open the clock and jump to 23 months after the notice. Review the disengagement and choose to re-engage: it is refused, with the first possible day.",
          "Jump to 24 months and try again. The director agrees.",
        ],
      },
      {
        title: "A customer writes in",
        opens: "writes-in",
        text: [
          "Play the mail gateway: choose an example of a customer under a sanction and send it. Read the alert in the channel and log what happened.",
          "Then send somebody much like them. A person is asked: press “This is another person”, and send the same again.",
        ],
      },
      {
        title: "Watch a channel",
        who: "senior adviser, customer focus",
        type: "/ucb watch",
        text: [
          "Open a channel, such as #reviews, and type it there. Then write a message that holds the mail address of a customer under a sanction.",
          "UCB replies beneath it. Of the message itself nothing is kept.",
        ],
      },
    ],
  },
};
